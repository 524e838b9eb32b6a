"""The pictures of the annex: from wage to benefit, and a course over time.

A picture has no øre: lengths are floats, while the words beside them are the exact amounts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from udmaal.breakdown import Result
from udmaal.language import Language
from udmaal.ledger import CourseLedger
from udmaal.output import headings
from udmaal.output.annex.waterfall import Step
from udmaal.output.picture import (
    BLUE,
    GREEN,
    GREY,
    ORANGE,
    kroner_axis,
    new_figure,
    styled,
    svg_text,
)
from udmaal.text import annex as words
from udmaal.text import numbers
from udmaal.text.render import render

_WIDTH = 4.7  # inches: small enough that the letters can be read on a telephone
_BAR = 0.29  # inches of height a bar takes


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as SVG text, and what it shows for those who cannot see it."""

    heading: str
    svg: str
    alt: str


@styled
def waterfall_picture(result: Result, steps: Sequence[Step], language: Language) -> Picture:
    """Draw the steps from wage to benefit as bars, the first on top."""
    figure, axes = new_figure(_WIDTH, _BAR * len(steps) + 0.25)
    wage = float(steps[0].amount) or 1.0
    level = 0.0
    shown = []
    for place, step in enumerate(steps):
        length = float(step.amount)
        start = 0.0 if step.total else level - length
        level = length if step.total else start
        colour = BLUE if step.total else ORANGE
        axes.barh(place, length, left=start, height=0.68, color=colour)
        amount = numbers.kroner(step.amount, language)
        written = amount if step.total else words.LESS.in_(language).format(amount)
        axes.text(
            start + length + wage * 0.012, place, written, va="center",
            weight="bold" if step.total else "normal",
        )  # fmt: skip
        shown.append(f"{step.label.in_(language)} {written}")
    axes.set_yticks(range(len(steps)), [step.label.in_(language) for step in steps])
    axes.invert_yaxis()
    axes.set_xlim(0, wage * 1.22)
    axes.set_xticks([])
    axes.tick_params(length=0)
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)
    name = headings.of_parent(result.parent or "", result.child, language)
    return Picture(
        heading=words.WATERFALL.in_(language).format(name=name),
        svg=svg_text(figure),
        alt=words.WATERFALL_ALT.in_(language).format(steps="; ".join(shown)),
    )


@styled
def course_picture(course: CourseLedger, language: Language) -> Picture | None:
    """Draw what a course gives month by month; where it gives nothing, there is no picture."""
    months = course.months
    if not any(course.total(key) for key in ("gross", "single_days", "holiday_1", "holiday_125")):
        return None
    figure, axes = new_figure(_WIDTH, 2.3)
    places = range(len(months))
    floor = [0.0] * len(months)
    parts = (
        (words.GROSS, BLUE, [month.gross for month in months]),
        (words.SINGLE_DAYS, GREEN, [month.single_days for month in months]),
        (words.HOLIDAY, ORANGE, [month.holiday_1 + month.holiday_125 for month in months]),
    )
    for label, colour, amounts in parts:
        if any(amounts):
            heights = [float(amount) for amount in amounts]
            axes.bar(places, heights, 0.8, floor, color=colour, label=label.in_(language))
            floor = [below + height for below, height in zip(floor, heights, strict=True)]
    years = [place for place in places if place == 0 or str(months[place].month).endswith("-01")]
    first = numbers.month(str(months[0].month), language)
    axes.set_xticks(years, [str(months[place].month)[:4] if place else first for place in years])
    axes.set_ylabel(words.KRONER_A_MONTH.in_(language))
    kroner_axis(axes.yaxis, language)
    axes.grid(axis="y", color=GREY, linewidth=0.4)
    axes.set_axisbelow(True)
    figure.legend(loc="outside lower center", ncols=3, frameon=False)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    highest = max(months, key=lambda month: month.gross)
    values = {
        "first": str(months[0].month),
        "last": str(months[-1].month),
        "most": highest.gross,
        "when": str(highest.month),
        "total": sum(sum(amounts) for _, _, amounts in parts),
    }
    name = headings.of_parent(course.parent, course.child, language)
    return Picture(
        heading=words.COURSE.in_(language).format(name=name),
        svg=svg_text(figure),
        alt=render(words.COURSE_ALT.in_(language), values, language),
    )
