"""The amount of several days: the weekly amount by days of seven (the order § 18) [A12]."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Final

from udmaal.language import Text
from udmaal.law.supplementary.act import LAW
from udmaal.law.supplementary.weekly import OfStretch, Weekly
from udmaal.lines.expression import kr, n, ratio, sum_of
from udmaal.lines.kind import HOLDS, Formula, Guard, Kind, Line, Together

_DAYS_A_WEEK: Final = 7
_OF_DAYS: Final = Formula(
    (kr("weekly") * ratio(n("days"), _DAYS_A_WEEK)).say(
        " dage, {first:day} til {last:day}", " days, {first:day} to {last:day}"
    ),
    key="total",
)

PART_TOTAL = Kind(
    "part_total",
    Text("Ydelse, {first:day} til {last:day}", "Benefit, {first:day} to {last:day}"),
    _OF_DAYS,
    unit="DKK",
    law=LAW,
    rule=Text(
        "Ydelsen pr. uge ganget med de dage, hvor den gælder, og delt med 7; første og sidste dag "
        "tæller med.",
        "The weekly benefit times the days on which it holds divided by 7, first and last day "
        "included.",
    ),
)
TOTAL = Kind(
    "total",
    Text("Ydelse i alt", "Benefit together"),
    _OF_DAYS,
    parts=sum_of("amounts"),
    rest=(kr("total") - kr("before")).say(before=Text("resten: ", "the rest: ")),
    unit="DKK",
    law=LAW,
    total=True,
    rule=Text(
        "Ydelsen pr. uge ganget med dagene og delt med 7; første og sidste dag tæller med. Er "
        "beløbet pr. uge ikke det samme i hele perioden, regnes og afrundes hver del for sig.",
        "The weekly benefit times the days divided by 7, first and last day included. Where the "
        "weekly amount is not the same in the whole period, each part is made and rounded by "
        "itself.",
    ),
)


def total_lines(weekly: Weekly, first: date, last: date, on: date) -> tuple[Line, ...]:
    """Give the lines of the sum of the days between two days; the last is the sum."""
    parts, holds = list(_parts(weekly, first, last)), _alike(weekly, first, last)
    if len(parts) == 1:
        return (_of_days(TOTAL, on, holds, *parts[0]),)
    lines = tuple(_of_days(PART_TOTAL, on, holds, *part) for part in parts)
    return (*lines, TOTAL.of(on, "parts", amounts=lines))


def _alike(weekly: Weekly, first: date, last: date) -> tuple[Guard, ...]:
    """Say which amounts a week that follow each other between two days are alike."""
    inside = [each.weekly for each in weekly.all if each.touches(first, last)]
    return tuple(
        Guard(one, "=" if one.amount == other.amount else "<>", other)
        for one, other in pairwise(inside)
    )


def with_the_rest(total: Line, whole: Line, before: tuple[Line, ...], on: date) -> Line:
    """Give the total of the last month: the months together are the whole, to the øre."""
    earlier = Together(before)
    if total.amount == whole.amount - earlier.amount:
        rest = Guard(Together((*before, total)), "=", whole)
        holds = (*total.made_of.get(HOLDS, ()), rest)
        return total._replace(made_of={**total.made_of, HOLDS: holds})
    return TOTAL.of(on, "rest", total=whole, before=earlier)


def _of_days(
    kind: Kind, on: date, holds: tuple[Guard, ...], weekly: Line, first: date, last: date
) -> Line:
    days = Decimal((last - first).days + 1)
    return kind.of(on, holds=holds, weekly=weekly, days=days, first=first, last=last)


def _parts(weekly: Weekly, first: date, last: date) -> Iterator[tuple[Line, date, date]]:
    """Give the days between two days by the amount a week, each with the line that shows it."""
    inside = [each for each in weekly.all if each.touches(first, last)]
    for amount, group in groupby(inside, key=lambda each: each.weekly.amount):
        same: list[OfStretch] = list(group)
        shown = weekly.now if amount == weekly.now.weekly.amount else same[0]
        since, until = same[0].stretch.first, same[-1].stretch.last
        yield shown.weekly, max(since, first), min(until, last)
