"""How the differences of a batch lie, as a picture: a panel of bins for each benefit."""

from typing import Any

from udmaal.language import Language, Text
from udmaal.output import headings
from udmaal.output.batch_summary import bin_names
from udmaal.output.picture import BLUE, GREY, RED, new_panels, png_bytes, styled, svg_text

_PERSONS = Text("personer", "persons")
_DIFFERENCE = Text("forskel i kr.", "difference in kr.")
_NOTHING = Text("Intet beløb er ændret.", "No amount has changed.")
_WIDTH, _PANEL = 8.0, 2.6  # inches


@styled
def draw(summary: dict[str, Any], language: Language, ending: str) -> bytes:
    """Draw the distribution of differences, losses in another colour; ``svg`` or ``png``."""
    changes = {
        benefit: found["histogram"]
        for benefit, found in summary.get("changes", {}).items()
        if sum(found["histogram"]["counts"])
    }
    figure, axes = new_panels(_WIDTH, [_PANEL] * len(changes) or [1.0])
    if not changes:
        axes[0].set_axis_off()
        axes[0].text(0, 0.5, _NOTHING.in_(language))
    for (benefit, histogram), on in zip(changes.items(), axes, strict=False):
        names, counts = bin_names(histogram["bounds"], language), histogram["counts"]
        losses = histogram["bounds"].index(0) + 1
        colours = [RED] * losses + [BLUE] * (len(counts) - losses)
        bars = on.bar(names, counts, color=colours, width=0.9)
        on.bar_label(bars, labels=[str(count) if count else "" for count in counts])
        on.set_title(headings.name_of(benefit, None, language), loc="left")
        on.set_ylabel(_PERSONS.in_(language))
        on.set_xlabel(_DIFFERENCE.in_(language))
        on.tick_params(axis="x", labelsize=7)
        on.grid(axis="y", color=GREY, linewidth=0.3)
        on.set_axisbelow(True)
        on.margins(y=0.15)
        for side in ("top", "right"):
            on.spines[side].set_visible(False)
    return png_bytes(figure) if ending == "png" else svg_text(figure).encode()
