"""Supplementary benefit (særlig supplerende ydelse): SEL § 43, BL § 88; rules.md § 3.

For a recipient of lost earnings who loses the remaining job: by the lost job's hours, no longer
than the lost earnings.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby, zip_longest
from typing import Final, Literal, NamedTuple

from udmaal.breakdown import Line, Result
from udmaal.calendar_month import Month, first_monday
from udmaal.case.model import Case, Supplementary
from udmaal.law.atp import Atp, atp_contribution
from udmaal.law.child import last_day_as_child
from udmaal.law.citations import order_on, statute
from udmaal.law.context import Context
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.wage_basis import hours_a_month
from udmaal.money import ZERO, at_least_zero, percent_of, ratio, to_ore
from udmaal.rates.book import Rate

_DAY: Final = timedelta(days=1)
# The benefit ends with the third month after the month in which it began.
_MONTHS_AFTER: Final = 3
_DAYS_A_WEEK: Final = 7
# The maximum a week is one by the hour of a full week (sygedagpengeloven § 50, stk. 1).
_FULL_WEEK: Final = Decimal(37)
_MAXIMUM_LAW: Final = "sygedagpengeloven § 50"
_REGULATION_LAW: Final = "sygedagpengeloven § 64"

# Each condition with the answer it must have.
CONDITIONS: Final = {
    "insured": True,
    "self_inflicted": False,
    "dagpenge": False,
    "offered_part_time": False,
    "other_support": False,
}
_RECEIVES: Final = "receives_lost_earnings"

EndedBy = Literal["three_months", "until", "lost_earnings", "child_18"]


@dataclass(frozen=True, slots=True)
class Period:
    """The days of the benefit, what ends it, and the conditions that are not met."""

    first: date
    last: date
    ended_by: EndedBy
    failed: tuple[str, ...]

    @classmethod
    def of(cls, case: Case, courses: Sequence[Course], table: Supplementary) -> "Period":
        """Work out the days of one table.

        They end with the lost earnings where the file has a course of the parent that runs on the
        first day; a course that does not is none to receive the benefit beside.
        """
        first = table.unemployed_from
        of_parent = [course for course in courses if course.parent == table.parent]
        received_until = _received_until(of_parent, first)
        failed = [name for name, wanted in CONDITIONS.items() if getattr(table, name) != wanted]
        receives = received_until is not None if of_parent else table.receives_lost_earnings
        if not receives:
            failed.append(_RECEIVES)
        ends: list[tuple[date, EndedBy]] = [
            (Month.of(first).plus(_MONTHS_AFTER).last, "three_months"),
            (last_day_as_child(case.child.born), "child_18"),
        ]
        if received_until is not None:
            ends.append((received_until, "lost_earnings"))
        if table.until is not None:
            ends.append((table.until, "until"))
        last, ended_by = min(ends, key=lambda end: end[0])
        return cls(first, last, ended_by, tuple(failed))

    def holds(self, day: date) -> bool:
        """Tell whether a day belongs to the period."""
        return self.first <= day <= self.last


def _received_until(courses: Sequence[Course], first: date) -> date | None:
    """Give the last day of a parent's courses that run from a day on without a break."""
    until: date | None = None
    for course in sorted(courses, key=lambda course: course.start):
        if course.start <= (first if until is None else until + _DAY):
            last = course.last_day
            if last >= first:
                until = last if until is None else max(until, last)
    return until


class Stretch(NamedTuple):
    """Days with one weekly maximum, and what follows from it, kr. a week."""

    first: date
    last: date
    maximum: Rate
    by_hours: Decimal
    share: Decimal
    weekly: Decimal


class Part(NamedTuple):
    """Days with one weekly amount, and the sum of them, kr."""

    first: date
    last: date
    weekly: Decimal

    @property
    def days(self) -> int:
        """Give the number of days, first and last included."""
        return (self.last - self.first).days + 1

    @property
    def total(self) -> Decimal:
        """Give the amount of the days, rounded to øre."""
        return to_ore(ratio(self.weekly, self.days, _DAYS_A_WEEK))


@dataclass(frozen=True, slots=True)
class Supplement:
    """The benefit of one table: its days by the maximum in force, and the lines of any of them."""

    table: Supplementary
    period: Period
    percent: Rate
    stretches: tuple[Stretch, ...]
    context: Context

    @classmethod
    def of(
        cls, case: Case, courses: Sequence[Course], index: int, context: Context
    ) -> "Supplement":
        """Work out one table."""
        table = case.supplementary[index]
        period = Period.of(case, courses, table)
        percent = context.book.nearest(period.first)["supplementary.wage_percent"]
        stretches = tuple(_stretches(table, period, percent, context))
        return cls(table, period, percent, stretches, context)

    @property
    def total(self) -> Decimal:
        """Give the whole amount, kr."""
        parts = self.parts(self.period.first, self.period.last)
        return sum((part.total for part in parts), to_ore(ZERO))

    @property
    def assumptions(self) -> tuple[str, ...]:
        """Give the codes of the assumptions that touch an amount."""
        return ("A12",) if any(each.weekly for each in self.stretches) else ()

    def on(self, day: date) -> Stretch:
        """Give the stretch of a day of the period."""
        return next(each for each in self.stretches if day <= each.last)

    def parts(self, first: date, last: date) -> list[Part]:
        """Give the days from one day of the period to another, by weekly amount."""
        inside = [each for each in self.stretches if each.first <= last and each.last >= first]
        found = []
        for weekly, group in groupby(inside, key=lambda each: each.weekly):
            same = list(group)
            found.append(Part(max(same[0].first, first), min(same[-1].last, last), weekly))
        return found

    def weekly_lines(self, first: date, last: date, day: date) -> list[Line]:
        """Give the lines of a day's weekly amount, and of another in force between two days."""
        law = _law(day)
        now = self.on(day)
        percent = self.percent
        values = {"percent": percent.number, "wage": self.table.former_weekly_wage}
        lines = [
            *self._maximum_lines(now, "", law),
            Line("weekly_share", now.share, "DKK/week", "weekly_share", values, law, (percent,)),
            *(
                Line("condition", to_ore(ZERO), "DKK/week", f"condition.{name}", {}, law)
                for name in self.period.failed
            ),
            self._weekly_line(now, "", law),
        ]
        for other in self.stretches:
            if other.weekly != now.weekly and other.first <= last and other.last >= first:
                lines += self._maximum_lines(other, "other_", law)
                lines.append(self._weekly_line(other, "other_", law))
        return lines

    def total_lines(self, first: date, last: date, day: date) -> list[Line]:
        """Give the lines of the sum of the days between two days; the last is the sum."""
        law = _law(day)
        lines = [
            Line(
                "part_total",
                part.total,
                "DKK",
                "total",
                {**part._asdict(), "days": part.days},
                law,
            )
            for part in self.parts(first, last)
        ]
        if len(lines) == 1:
            return [lines[0]._replace(id="total")]
        amounts = tuple(line.amount for line in lines)
        total = sum(amounts, to_ore(ZERO))
        return [*lines, Line("total", total, "DKK", "total.parts", {"amounts": amounts}, law)]

    def atp(self, day: date, *, paid: bool) -> Atp:
        """Give a month's ATP by the lost job's hours, at the rates of a day."""
        hours = self.table.former_weekly_hours
        law = (statute("supplementary", day), order_on("atp", day))
        return atp_contribution(
            hours_a_month(hours), {"hours": hours}, law, self.context.rates(day), paid=paid
        )

    def _maximum_lines(self, stretch: Stretch, prefix: str, law: tuple[str, ...]) -> list[Line]:
        """Give the weekly maximum and what of it goes to the lost hours."""
        rate = stretch.maximum
        whole = to_ore(rate.number)
        days = {"first": stretch.first, "last": stretch.last}
        since = {**days, "since": first_monday(rate.effective.year)}
        formula = "weekly_maximum"
        unknown_from = first_monday(self.context.book.last_day.year + 1)
        if self.period.last >= unknown_from and rate == self.stretches[-1].maximum:
            formula, since = f"{formula}.unknown", {**since, "unknown_from": unknown_from}
        own = self.table.former_weekly_hours
        hours = {**days, "maximum": whole, "hours": own, "full": _FULL_WEEK}
        share = "maximum_by_hours.whole" if own > _FULL_WEEK else "maximum_by_hours"
        id_ = f"{prefix}maximum_by_hours"
        return [
            Line(
                f"{prefix}weekly_maximum",
                whole,
                "DKK/week",
                formula,
                since,
                (*law, _MAXIMUM_LAW, _REGULATION_LAW),
                (rate,),
            ),
            Line(id_, stretch.by_hours, "DKK/week", share, hours, (*law, _MAXIMUM_LAW)),
        ]

    def _weekly_line(self, stretch: Stretch, prefix: str, law: tuple[str, ...]) -> Line:
        failed = self.period.failed
        payments = self.table.employer_payments_weekly
        values = {
            "first": stretch.first,
            "last": stretch.last,
            "maximum": stretch.by_hours,
            "share": stretch.share,
            "payments": payments,
        }
        formula = f"weekly.{failed[0]}" if failed else "weekly"
        if not failed and payments > min(stretch.by_hours, stretch.share):
            formula = "weekly.floor"
        return Line(f"{prefix}weekly", stretch.weekly, "DKK/week", formula, values, law)


def supplementary_result(
    case: Case, courses: Sequence[Course], index: int, on: date, context: Context
) -> Result:
    """Calculate the benefit of one parent on a day of its period."""
    found = Supplement.of(case, courses, index, context)
    first, last = found.period.first, found.period.last
    weekly = found.on(on).weekly
    atp = found.atp(on, paid=bool(weekly))
    days = Line(
        "period",
        Decimal((last - first).days + 1),
        "days",
        f"period.{found.period.ended_by}",
        {"first": first, "last": last},
        _law(on),
    )
    return Result(
        benefit="supplementary",
        where=f"supplementary[{index}]",
        law=statute("supplementary", on),
        parent=found.table.parent,
        amounts={
            "weekly": weekly,
            "from": first,
            "until": last,
            "total": found.total,
            "atp_recipient": atp.recipient,
            "atp_municipality": atp.municipality,
        },
        lines=(
            *found.weekly_lines(first, last, on),
            days,
            *found.total_lines(first, last, on),
            *atp.lines,
        ),
        assumptions=found.assumptions,
    )


def _law(day: date) -> tuple[str, ...]:
    return statute("supplementary", day), order_on("supplementary", day)


def _stretches(
    table: Supplementary, period: Period, percent: Rate, context: Context
) -> Iterator[Stretch]:
    """Give the days by the maximum in force; it rises on the first Monday of January."""
    share = percent_of(table.former_weekly_wage, percent.number)
    years = range(period.first.year, period.last.year + 1)
    rises = [day for day in map(first_monday, years) if period.first < day <= period.last]
    for first, following in zip_longest([period.first, *rises], rises):
        last = following - _DAY if following else period.last
        maximum = _maximum_on(first, context)
        whole = to_ore(maximum.number)
        by_hours = min(to_ore(ratio(whole, table.former_weekly_hours, _FULL_WEEK)), whole)
        weekly = at_least_zero(to_ore(min(by_hours, share) - table.employer_payments_weekly))
        if period.failed:
            weekly = to_ore(ZERO)
        if first <= last:
            yield Stretch(first, last, maximum, by_hours, share, weekly)


def _maximum_on(day: date, context: Context) -> Rate:
    """Give the maximum in force: until the first Monday of January that of the year before.

    Sygedagpengeloven §§ 50 and 64. Of the years without rates the nearest one is taken.
    """
    if day < first_monday(day.year):
        day = date(day.year - 1, 12, 31)
    return context.book.nearest(day)["sickness_benefit.maximum_week"]
