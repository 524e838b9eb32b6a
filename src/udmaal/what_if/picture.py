"""A case with varied inputs as a picture: what becomes of the amounts, and where that changes.

A picture has no øre: places are floats, while tables and CSV have the exact amounts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import islice
from math import nan
from typing import TYPE_CHECKING

from udmaal.amounts import Amount
from udmaal.language import Language, Text
from udmaal.output import headings
from udmaal.output.picture import (
    GREY,
    LINES,
    kroner_axis,
    new_panels,
    number_axis,
    png_bytes,
    styled,
    svg_text,
)
from udmaal.settings import Value, Variation
from udmaal.text.terms import UNITS
from udmaal.what_if.combinations import Deciding, Row, WhatIf, changes
from udmaal.what_if.formats.table import amount_label, main_amounts
from udmaal.what_if.words import change_text, input_name, short_name, title, value_text

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_NOTHING = Text("Intet beløb varierer.", "No amount varies.")
_MORE = Text("{shown} af {all} vist", "{shown} of {all} shown")
_WIDTH = 8.0  # inches
_PANEL, _MARKS = 3.2, 0.7  # inches of height, and what the marks above a panel take
_MOST_PANELS = 20
_MOST_LINES = len(LINES)
_MOST_POINTS = 40  # with more values the points run together and are left out
_MARKERS = "^svDPX"
_NEAR = 0.02  # of the width: marks nearer than this to the one before have no words


@dataclass(frozen=True, slots=True)
class _Panel:
    """Amounts of one benefit and one unit, and the rows they depend on."""

    where: str
    unit: str
    keys: tuple[str, ...]
    deciding: Deciding

    @property
    def is_grid(self) -> bool:
        """Tell whether more than one input changes the amounts."""
        return len(self.deciding.inputs) > 1


@styled
def draw(found: WhatIf, language: Language, ending: str) -> bytes:
    """Draw the varying main amounts, a panel for each benefit and unit; ``.svg`` or ``.png``."""
    panels = list(islice(_panels(found), _MOST_PANELS))
    heights = [_PANEL if panel.is_grid else _PANEL + _MARKS for panel in panels]
    figure, axes = new_panels(_WIDTH, heights or [1.0])
    figure.suptitle(title(found, language), x=0.01, ha="left", weight="bold", parse_math=False)
    if not panels:
        axes[0].set_axis_off()
        axes[0].text(0, 0.5, _NOTHING.in_(language))
    for panel, on in zip(panels, axes, strict=False):
        _draw_panel(found, panel, on, language)
    return png_bytes(figure) if ending == ".png" else svg_text(figure).encode()


def _panels(found: WhatIf) -> Iterator[_Panel]:
    for where in found.benefits():
        by_unit: dict[str, list[str]] = {}
        for key in main_amounts(found, where):
            if any(isinstance(row.amount(where, key), Decimal) for row in found.rows):
                by_unit.setdefault(found.unit(where, key), []).append(key)
        for unit, keys in by_unit.items():
            deciding = found.deciding(partial(_drawn, where=where, keys=keys))
            if deciding.inputs:
                yield _Panel(where, unit, tuple(keys), deciding)


def _drawn(row: Row, where: str, keys: Sequence[str]) -> tuple[Amount, ...]:
    return tuple(row.amount(where, key) for key in keys)


def _draw_panel(found: WhatIf, panel: _Panel, axes: "Axes", language: Language) -> None:
    """Draw one line per amount, or, where several inputs matter, one per value of the others."""
    variation = found.variations[panel.deciding.inputs[0]]
    places = _places(variation)
    if panel.is_grid:
        _draw_grid(found, panel, places, axes, language)
    else:
        (series,) = panel.deciding.series()
        for number, key in enumerate(panel.keys):
            _line(axes, places, series, panel.where, key, number, amount_label(key, language))
        _mark_above(panel, places, series, axes, language)
    name = headings.benefit_name(found.benefits()[panel.where].result, language)
    axes.set_title(name, loc="left", pad=6 if panel.is_grid else 54, parse_math=False)
    axes.set_xlabel(input_name(variation, language), parse_math=False)
    what = f"{amount_label(panel.keys[0], language)}, " if panel.is_grid else ""
    axes.set_ylabel(f"{what}{UNITS[panel.unit].in_(language)}", parse_math=False)
    kroner_axis(axes.yaxis, language)
    axes.set_ylim(bottom=min(0.0, axes.get_ylim()[0]))
    _value_axis(axes, variation, places, language)
    axes.grid(color=GREY, linewidth=0.3)
    axes.set_axisbelow(True)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    legend = axes.legend(loc="upper left", bbox_to_anchor=(1.01, 1.0), frameon=False)
    for text in legend.get_texts():
        text.set_parse_math(False)


def _draw_grid(
    found: WhatIf, panel: _Panel, places: dict[Value, float], axes: "Axes", language: Language
) -> None:
    all_series = panel.deciding.series()
    # Of many values some are drawn, from the first to the last.
    count = min(len(all_series), _MOST_LINES)
    chosen = [
        all_series[index * (len(all_series) - 1) // max(count - 1, 1)] for index in range(count)
    ]
    others = [
        short_name(found.variations[number], language) for number in panel.deciding.inputs[1:]
    ]
    markers: dict[str, str] = {}
    for number, series in enumerate(chosen):
        values = panel.deciding.values(series[0])[1:]
        written = [value_text(value, language) for value in values]
        label = ", ".join(f"{name} {text}" for name, text in zip(others, written, strict=True))
        _line(axes, places, series, panel.where, panel.keys[0], number, label)
        for row, words in _changes(panel, series, language):
            for word in words:
                marker = markers.setdefault(word, _MARKERS[len(markers) % len(_MARKERS)])
                point = _place(row, panel, places), _height(row.amount(panel.where, panel.keys[0]))
                axes.plot(*point, marker=marker, color=LINES[number][0], markersize=7, ls="none")
    if count < len(all_series):
        axes.plot(
            [], [], ls="none", label=_MORE.in_(language).format(shown=count, all=len(all_series))
        )
    for word, marker in markers.items():
        axes.plot([], [], marker=marker, color=GREY, ls="none", label=word)


def _line(
    axes: "Axes",
    places: dict[Value, float],
    series: Sequence[Row],
    where: str,
    key: str,
    number: int,
    label: str,
) -> None:
    """Draw an amount over the first input that matters; rows without it leave a gap."""
    colour, dashes = LINES[number % len(LINES)]
    is_scale = _is_scale(list(places))
    axes.plot(
        list(places.values()),
        [_height(row.amount(where, key)) for row in series],
        color=colour,
        linestyle=dashes if is_scale else "none",
        linewidth=max(3.0 - 0.6 * number, 1.2),  # what lies below shows beside what lies above
        marker="o" if not is_scale or len(series) <= _MOST_POINTS else "",
        markersize=3 if is_scale else 8 - 1.5 * min(number, 3),
        label=label,
    )


def _mark_above(
    panel: _Panel,
    places: dict[Value, float],
    series: Sequence[Row],
    axes: "Axes",
    language: Language,
) -> None:
    """Mark where what decides changes: a line across, and above it what decides from there."""
    width = max(places.values()) - min(places.values())
    written = -width
    for row, words in _changes(panel, series, language):
        place = _place(row, panel, places)
        axes.axvline(place, color="black", linewidth=0.6, linestyle=(0, (2, 3)))
        if place - written > _NEAR * width:
            written = place
            axes.text(
                place, 1.02, words[0], transform=axes.get_xaxis_transform(), fontsize=8,
                rotation=35, rotation_mode="anchor", ha="left", va="bottom", parse_math=False,
            )  # fmt: skip


def _changes(
    panel: _Panel, series: Sequence[Row], language: Language
) -> Iterator[tuple[Row, list[str]]]:
    before = series[0]
    for row in series:
        found = [change for change in changes(before, row) if change.where == panel.where]
        found.sort(key=lambda change: change.now is None)  # what decides now is said first
        words = [change_text(change, language) for change in found]
        if words:
            yield row, words
        before = row


def _is_scale(values: Sequence[Value]) -> bool:
    """Tell whether something lies between the values: numbers, or dates."""
    return all(type(value) in {int, Decimal} for value in values) or all(
        isinstance(value, date) for value in values
    )


def _place(row: Row, panel: _Panel, places: dict[Value, float]) -> float:
    return places[panel.deciding.values(row)[0]]


def _places(variation: Variation) -> dict[Value, float]:
    """Give the place of each value: numbers and dates to scale, all else side by side."""
    values = variation.values
    if all(type(value) in {int, Decimal} for value in values):
        return {value: float(value) for value in values}  # type: ignore[arg-type]
    if all(isinstance(value, date) for value in values):
        return {value: float(value.toordinal()) for value in values if isinstance(value, date)}
    return {value: float(number) for number, value in enumerate(values)}


def _value_axis(
    axes: "Axes", variation: Variation, places: dict[Value, float], language: Language
) -> None:
    if all(type(value) in {int, Decimal} for value in variation.values):
        number_axis(axes.xaxis, language)
        return
    every = len(places) // 8 + 1
    shown = list(places.items())[::every]
    names = [value_text(value, language) for value, _ in shown]
    axes.set_xticks([place for _, place in shown], names)


def _height(amount: Amount) -> float:
    return float(amount) if isinstance(amount, Decimal) else nan
