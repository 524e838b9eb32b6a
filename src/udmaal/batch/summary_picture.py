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


def draw(summary: dict[str, Any], language: Language, ending: str) -> bytes:
    """Draw the distribution of differences of each benefit; ``svg`` or ``png``."""
    panels = {
        headings.name_of(benefit, None, language): found["histogram"]
        for benefit, found in summary.get("changes", {}).items()
    }
    return draw_histograms(panels, _PERSONS, language, ending)


@styled
def draw_histograms(
    panels: dict[str, dict[str, list[int]]], counted: Text, language: Language, ending: str
) -> bytes:
    """Draw histograms below each other by their titles, losses in another colour.

    ``counted`` names what the bars count.
    """
    drawn = {title: each for title, each in panels.items() if sum(each["counts"])}
    figure, axes = new_panels(_WIDTH, [_PANEL] * len(drawn) or [1.0])
    if not drawn:
        axes[0].set_axis_off()
        axes[0].text(0, 0.5, _NOTHING.in_(language))
    for (title, histogram), on in zip(drawn.items(), axes, strict=False):
        names, counts = bin_names(histogram["bounds"], language), histogram["counts"]
        losses = histogram["bounds"].index(0) + 1
        colours = [RED] * losses + [BLUE] * (len(counts) - losses)
        bars = on.bar(names, counts, color=colours, width=0.9)
        on.bar_label(bars, labels=[str(count) if count else "" for count in counts])
        on.set_title(title, loc="left")
        on.set_ylabel(counted.in_(language))
        on.set_xlabel(_DIFFERENCE.in_(language))
        on.tick_params(axis="x", labelsize=7)
        on.grid(axis="y", color=GREY, linewidth=0.3)
        on.set_axisbelow(True)
        on.margins(y=0.15)
        for side in ("top", "right"):
            on.spines[side].set_visible(False)
    return png_bytes(figure) if ending == "png" else svg_text(figure).encode()
