"""Holiday with pay from an employer (the order § 13)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from udmaal.breakdown import Line
from udmaal.calendar_month import Month, days, is_weekday
from udmaal.case.model import PaidHoliday
from udmaal.language import Text
from udmaal.law.lost_earnings.act import law
from udmaal.law.lost_earnings.months.running import Running
from udmaal.ledger import Counted, CourseMonth, Remark
from udmaal.lines.expression import Shares, kr, n, ratio
from udmaal.lines.kind import Formula, Kind, Together
from udmaal.money import ZERO

_WHOLE_DAYS = Formula(
    kr("amount") * ratio(n("days"), n("of")).say(" hverdage", " weekdays"),
    key="paid_holiday",
)
SHARES = Shares("shares", "shares")
_PARTS_OF_DAYS = Formula(
    kr("amount") * SHARES / n("of").say(" hverdage", " weekdays"),
    key="paid_holiday.part",
)

OFF_GROSS = Kind(
    "holiday_gross",
    Text("Ferie med løn, af bruttoydelsen", "Holiday with pay, off the gross"),
    _WHOLE_DAYS,
    part=_PARTS_OF_DAYS,
    unit="DKK",
    law=law("holiday"),
    rule=Text(
        "For ferie, som en arbejdsgiver betaler, ydes der ikke tabt arbejdsfortjeneste. "
        "Bruttoydelsen nedsættes med feriens andel af månedens hverdage med ydelse.",
        "For holiday that an employer pays there is no benefit. The gross is reduced by the "
        "holiday's share of the month's weekdays with benefit.",
    ),
)
OFF_PENSION = Kind(
    "holiday_pension",
    Text("Ferie med løn, af pensionen", "Holiday with pay, off the pension"),
    _WHOLE_DAYS,
    part=_PARTS_OF_DAYS,
    unit="DKK",
    law=law("holiday"),
    rule=Text(
        "Pensionsbidraget nedsættes for ferie med løn i samme forhold som bruttoydelsen. ATP "
        "ændres ikke.",
        "The pension contribution is reduced for paid holiday in the same proportion as the "
        "gross. ATP does not change.",
    ),
)

# Days of holiday with the hours a week they are for, and the hours of the benefit; without hours
# the whole day counts.
Share = tuple[int, Decimal | None, Decimal | None]


class Holiday(NamedTuple):
    """The part of a month that is holiday with pay: of ``of`` weekdays, day by day.

    ``first`` is the first day of it.
    """

    first: date
    shares: tuple[Share, ...]
    of: int

    @property
    def days(self) -> int:
        """Give the weekdays of holiday, whole or in part."""
        return sum(count for count, _, _ in self.shares)

    @property
    def part(self) -> Fraction:
        """Give the part of the month's benefit that the holiday pay is for."""
        return SHARES.of({SHARES.name: self.shares}) / self.of

    def off(self, kind: Kind, lines: Iterable[Line]) -> Line:
        """Make the line of what is taken off amounts of the month."""
        facts: dict[str, Any] = {"days": self.days, "of": self.of}
        facts["amount"] = Together(tuple(lines))
        if all(hours is None for _, hours, _ in self.shares):
            return kind.of(self.first, **facts)
        return kind.of(self.first, "part", shares=self.shares, **facts)


class Deduction(NamedTuple):
    """What holiday with pay takes off a month, and its part of the month's benefit."""

    days: int
    of: int
    part: Fraction
    gross: Line
    pension: Line

    @property
    def left(self) -> Fraction:
        """Give the part of the gross that is left, as it was rounded."""
        before = Fraction(self.gross.number("amount"))
        return 1 - Fraction(self.gross.amount) / before if before else Fraction(1)

    @property
    def assumptions(self) -> tuple[str, ...]:
        """Name what it rests on, where it takes anything."""
        return ("A09",) if self.part else ()

    def given(self, month: Month) -> CourseMonth:
        """Give what it adds to the month, below 0."""
        return CourseMonth(
            month,
            gross=-self.gross.amount,
            pension=-self.pension.amount,
            lines=(self.gross, self.pension),
            counted=(Counted("gross", self.gross, -1), Counted("pension", self.pension, -1)),
            remarks=(Remark("paid_holiday", {"days": self.days, "of": self.of}),),
        )


def deduction(tables: Sequence[PaidHoliday], running: Sequence[Running]) -> Deduction | None:
    """Take holiday with pay off the running gross and its pension, if there is any (§ 13) [A09]."""
    found = _holiday_in(tables, running)
    if found is None:
        return None
    return Deduction(
        found.days,
        found.of,
        found.part,
        found.off(OFF_GROSS, (each.gross for each in running)),
        found.off(OFF_PENSION, (each.pension for each in running)),
    )


def _holiday_in(tables: Sequence[PaidHoliday], running: Sequence[Running]) -> Holiday | None:
    """Give the holiday with pay in the days of a month on which the benefit ran, if there is any.

    A weekday counts as the smaller of 1 and the hours of the holiday pay through the hours that
    count; several employers' hours add up.
    """
    if not tables:
        return None
    weekdays = [
        (day, part.segment.effective)
        for part in running
        if part.segment.effective
        for day in days(part.first, part.last)
        if is_weekday(day)
    ]
    held = [
        (day, _counted(hours, effective))
        for day, effective in weekdays
        if (hours := [each.hours for each in tables if each.from_ <= day <= each.until])
    ]
    if not held:
        return None
    counted = Counter(share for _, share in held)
    shares = tuple((count, *share) for share, count in counted.items())
    return Holiday(held[0][0], shares, len(weekdays))


def _counted(
    held: Sequence[Decimal | None], effective: Decimal
) -> tuple[Decimal | None, Decimal | None]:
    """Give hours and hours of the benefit of a day; ``None`` where the whole day counts."""
    hours = [each for each in held if each is not None]
    together = sum(hours, ZERO)
    if len(hours) < len(held) or together >= effective:
        return None, None
    return together, effective
