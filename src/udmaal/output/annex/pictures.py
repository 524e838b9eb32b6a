"""The pictures of the annex: from wage to benefit, and a course over time.

A picture has no øre: lengths are floats, while the words beside them are the exact amounts.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from udmaal.breakdown import Result
from udmaal.language import Language
from udmaal.ledger import CourseLedger
from udmaal.output import headings
from udmaal.output.annex.waterfall import Step
from udmaal.output.picture import (
    BLACK,
    BLUE,
    FAMILY,
    GREEN,
    GREY,
    ORANGE,
    SIZE,
    kroner_axis,
    new_figure,
    styled,
    svg_text,
    text_width,
)
from udmaal.text import annex as words
from udmaal.text import numbers
from udmaal.text.render import render

_WIDTH = 4.7  # inches: small enough that the letters can be read on a telephone
_POINTS = _WIDTH * 72
_ROW = 20.9  # points of height a bar takes
_GAP = 4  # points between a bar and its words


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as SVG text, and what it shows for those who cannot see it."""

    heading: str
    svg: str
    alt: str


def waterfall_picture(result: Result, steps: Sequence[Step], language: Language) -> Picture:
    """Draw the steps from wage to benefit as bars, the first on top."""
    labels = [step.label.in_(language) for step in steps]
    amounts = [_written(step, language) for step in steps]
    name = headings.of_parent(result.parent or "", result.child, language)
    shown = "; ".join(f"{label} {amount}" for label, amount in zip(labels, amounts, strict=True))
    return Picture(
        heading=words.WATERFALL.in_(language).format(name=name),
        svg=_waterfall_svg(steps, labels, amounts),
        alt=words.WATERFALL_ALT.in_(language).format(steps=shown),
    )


def _written(step: Step, language: Language) -> str:
    amount = numbers.kroner(step.amount, language)
    return amount if step.total else words.LESS.in_(language).format(amount)


def _waterfall_svg(steps: Sequence[Step], labels: Sequence[str], amounts: Sequence[str]) -> str:
    """Set bars and texts straight as SVG, in points: a plotting library takes many times as long.

    Labels stand left of the line that the bars begin at, amounts right of each bar.
    """
    line = max(map(text_width, labels)) + _GAP
    spans = list(_spans(steps))
    rooms = (_POINTS - line - 2 * _GAP - text_width(amount, bold=True) for amount in amounts)
    scale = min((room / end for room, (_, end) in zip(rooms, spans, strict=True) if end), default=0)
    parts = []
    for number, (step, label, amount) in enumerate(zip(steps, labels, amounts, strict=True)):
        left, right = (line + place * scale for place in spans[number])
        top = _ROW * number + _GAP
        base = top + _ROW * 0.34 + SIZE * 0.36
        parts.append(_bar(left, right, top, BLUE if step.total else ORANGE))
        parts.append(_text(line - _GAP, base, label, 'text-anchor="end"'))
        parts.append(_text(right + _GAP, base, amount, 'font-weight="bold"' if step.total else ""))
    height = _ROW * len(steps) + _GAP
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_POINTS:.1f}pt" height="{height:.2f}pt" '
        f'viewBox="0 0 {_POINTS:.1f} {height:.2f}" font-family="{FAMILY}" font-size="{SIZE}">'
        f'{"".join(parts)}<path d="M{line:.2f} 0V{height:.2f}" stroke="{BLACK}" '
        f'stroke-width="0.6"/></svg>'
    )


def _bar(left: float, right: float, top: float, colour: str) -> str:
    width, height = right - left, _ROW * 0.68
    place = f'x="{left:.2f}" y="{top:.2f}" width="{width:.2f}" height="{height:.2f}"'
    return f'<rect {place} fill="{colour}"/>'


def _text(x: float, y: float, text: str, look: str) -> str:
    return f'<text x="{x:.2f}" y="{y:.2f}" {look}>{escape(text)}</text>'


def _spans(steps: Iterable[Step]) -> Iterator[tuple[float, float]]:
    """Give where each bar begins and ends, kr.; what is taken away hangs from the bar before."""
    level = 0.0
    for step in steps:
        length = max(float(step.amount), 0.0)
        end = length if step.total else level
        level = length if step.total else max(level - length, 0.0)
        yield (0.0 if step.total else level), end


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
