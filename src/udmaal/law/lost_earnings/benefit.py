"""Lost earnings as the program asks of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from udmaal.breakdown import Absence, Result
from udmaal.calendar_month import Month
from udmaal.faults import Fault
from udmaal.language import Text
from udmaal.law.benefit import (
    CLOSED,
    FROM,
    FROM_UNTIL,
    OPEN,
    Benefit,
    Sentence,
)
from udmaal.law.child import adult_on
from udmaal.law.context import Resolved, Situation
from udmaal.law.lost_earnings import hours
from udmaal.law.lost_earnings.act import ACT
from udmaal.law.lost_earnings.course import Course, Stretch
from udmaal.law.lost_earnings.hours import WEEKLY_LIMIT, counted_since, hours_on
from udmaal.law.lost_earnings.monthly import Beside, LostEarningsAmounts, monthly_result
from udmaal.law.lost_earnings.takeover import first_day, missing_gross_year

_DAY = timedelta(days=1)

if TYPE_CHECKING:
    from udmaal.ledger import CourseLedger

HOW_MUCH = Text("{before_tax:kr} kr. om måneden før skat", "{before_tax:kr} kr. a month before tax")
RUN_OFF = Text(
    "pr. {on:day}; afvikling fra {first:day} til og med {last:day}",
    "on {on:day}; run-off from {first:day} to {last:day}",
)
KEPT = Text(
    "pr. {on:day}; de hidtidige timer afvikles til og med {last:day}",
    "on {on:day}; the former hours run off until {last:day}",
)
# Of a course taken over from another system
NO_EARLIER_GROSS = Text(
    "Bruttoydelsen i {year} er ikke oplyst her. Ferietillæg og feriegodtgørelse (1 % og 12,5 %) af "
    "den er derfor ikke regnet med.",
    "The gross benefit of {year} is not given here. The holiday supplements (1 % and 12.5 %) of it "
    "are therefore not counted.",
)
# What is known of the end of a course on a day before it.
ENDS = Text("Ydelsen slutter {last:day}.", "The benefit ends on {last:day}.")
ENDS_WITH_RUN_OFF = Text(
    "Betingelserne er opfyldt til og med {end:day}. Derefter løber ydelsen videre i en "
    "afviklingsperiode til og med {last:day}.",
    "The conditions are met to {end:day}. After that the benefit runs on for a notice period, to "
    "{last:day}.",
)


class LostEarnings(Benefit):
    """Compensation for lost earnings (tabt arbejdsfortjeneste)."""

    key = "lost_earnings"
    act = ACT
    names = {"": Text("Tabt arbejdsfortjeneste", "Lost earnings")}
    about = Text("Ét forløb på datoen", "One course on the date")
    amounts = {"": LostEarningsAmounts}
    main = "gross"
    first = ("before_tax", "payout", "pension", "municipality_cost")
    modules = (
        "wage_basis",
        "regulation",
        "hours",
        "gross",
        "pension",
        "atp",
        "tax",
        "savings",
        "payout",
        "monthly",
        "months.running",
        "months.paid_holiday",
        "months.single_days",
        "months.savings",
        "months.supplements",
    )
    due_modules = ("due", "months.due")
    by_parent = True
    by_child = True
    many = True
    guided = True
    example = [
        {
            "parent": "A",
            "weekly_hours": Decimal(37),
            "monthly_wage": Decimal(34250),
            "grant": [{"from": date(2025, 8, 1), "hours": Decimal(17)}],
        }
    ]

    def calculations(self, situation: Situation, on: date) -> Iterator[Callable[[], Result]]:
        """Give the calculation of each course that has granted hours on the date."""
        courses, context = situation.courses, situation.context
        found = hours_on(courses, on, context.rates(on).number(WEEKLY_LIMIT))
        runs = [Beside(course, found[course.index]) for course in courses if course.index in found]
        for each in runs:
            parent = each.course.parent
            beside = [
                other for other in runs if other is not each and other.course.parent == parent
            ]
            yield partial(monthly_result, each.course, on, each.hours, context, beside)

    def absences(self, situation: Situation, on: date) -> Iterator[Absence]:
        """Say of each course without hours on a date why it has none."""
        for course in situation.courses:
            if course.granted_hours(on) is None:
                code, values = _why_no_hours(course, on)
                yield Absence(
                    self.key, course.where, code, values, course.parent, child=course.child
                )

    def first_months(self, situation: Situation) -> Iterator[Month]:
        """Give the month of each course in which it can first be calculated."""
        return (Month.of(first_day(course)) for course in situation.courses)

    def runs_after(self, situation: Situation, day: date) -> bool:
        """Tell whether a course still runs after a day."""
        return any(course.last_day > day for course in situation.courses)

    def refused_months(self, situation: Situation, first: Month) -> Iterator[Fault]:
        """Refuse months before the year of a basis that is given at its level."""
        for course in situation.courses:
            if Month.of(course.start) <= first < Month.of(first_day(course)):
                values = {"month": str(first), "level": str(course.table.basis_level)}
                yield Fault("ledger.before_level", (*course.at, "basis_level"), values)

    def course_ledgers(
        self, situation: Situation, first: Month, last: Month
    ) -> "Sequence[CourseLedger]":
        """Give the months of the courses."""
        months = self._module("months.account")
        found: Sequence[CourseLedger] = months.course_ledgers(
            situation.courses, first, last, situation.context
        )
        return found

    def children_to_18(self, situation: Situation) -> set[str | None]:
        """Give the children of the courses that run to the day before the birthday."""
        return {course.child for course in situation.courses if course.comes_of_age}

    def amount_sentence(self, result: Result) -> Text | None:
        """Say what is paid a month before tax."""
        return HOW_MUCH if result.amounts.get("before_tax") else None

    def since(self, resolved: Resolved, result: Result, on: date) -> Sentence:
        """Say from when the hours of the date are granted, and until when where that is known."""
        course = _course(resolved, result)
        stretch = _stretch(course, on)
        values: dict[str, Any] = {"on": on, "first": stretch.first, "last": stretch.last}
        # What ends by nothing but the 18th birthday has no last day to name.
        is_open = course.open_ended and stretch.last == course.last_day
        if course.in_run_off(on):
            return Sentence(RUN_OFF, values)
        kept = next((line for line in result.lines if line.formula is _KEPT), None)
        if kept is not None:
            return Sentence(KEPT, {**values, "last": kept.values["until"]})
        if stretch.first == on:
            return Sentence(FROM if is_open else FROM_UNTIL, values)
        return Sentence(OPEN if is_open else CLOSED, values)

    def hours_since(self, situation: Situation, result: Result, on: date) -> date | None:
        """Give the day since which the hours that count have been those of a date.

        Those of another course count too: within the 37 hours, and of the own hours.
        """
        limit = situation.context.rates(on).number(WEEKLY_LIMIT)
        return counted_since(situation.courses, _course(situation, result), on, limit)

    def remarks(self, resolved: Resolved, result: Result, on: date) -> Iterator[Sentence]:
        """Say what is not known of a course taken over, and what is known of its end."""
        course = _course(resolved, result)
        year = missing_gross_year(course)
        if year is not None and on.year == year + 1:
            yield Sentence(NO_EARLIER_GROSS, {"year": str(year)})
        if course.run_off is not None and not course.in_run_off(on):
            days = {"end": course.granted[-1].last, "last": course.run_off.last}
            yield Sentence(ENDS_WITH_RUN_OFF, days)
        elif not course.open_ended and course.stretches[-1].last != _stretch(course, on).last:
            yield Sentence(ENDS, {"last": course.stretches[-1].last})


_KEPT = hours.GRANTED.formulas["kept"]


def _course(resolved: Resolved, result: Result) -> Course:
    return next(course for course in resolved.courses if course.where == result.where)


def _stretch(course: Course, on: date) -> Stretch:
    return next(stretch for stretch in course.stretches if stretch.holds(on))


def _why_no_hours(course: Course, on: date) -> tuple[str, Mapping[str, object]]:
    """Say why a course has no hours on a day: it has not begun, is over, or is in a gap."""
    if on < course.start:
        return "not_begun", {"first": course.start}
    if on > course.last_day:
        return _why_ended(course)
    before = [stretch.last for stretch in course.stretches if stretch.last < on]
    after = [stretch.first for stretch in course.stretches if stretch.first > on]
    if before and after:
        return "paused", {"first": max(before) + _DAY, "last": min(after) - _DAY}
    if after:
        return "hours_later", {"first": min(after)}
    return ("hours_ended", {"last": max(before)}) if before else ("single_days", {})


def _why_ended(course: Course) -> tuple[str, Mapping[str, object]]:
    end, last = course.table.end, {"last": course.last_day}
    if course.comes_of_age:
        return "child_18", {"date": adult_on(course.born)}
    if end is None:
        return "ended", last
    if course.run_off is not None:
        return "ended.run_off", {**last, "end": end.date, "reason": end.reason}
    return "ended.reason", {**last, "reason": end.reason}


LOST_EARNINGS = LostEarnings()
