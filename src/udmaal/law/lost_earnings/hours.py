"""The hours that count: 37 a week for the child together, and never more than the own hours.

rules.md § 1.1, step 3. The 37 hours are guidance (vejl. 9007/2014, 9375/2024), not statute.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from udmaal.breakdown import Line
from udmaal.law.citations import guidance, order, statute
from udmaal.law.lost_earnings.course import Course
from udmaal.money import ZERO
from udmaal.rates.book import Rate, RatesOfDate

WEEKLY_LIMIT = "lost_earnings.weekly_hours_limit"


class HoursOnDay(NamedTuple):
    """The hours a week of one course on one day, and what limited them.

    ``others`` are the hours granted to the courses before it in the file, as granted;
    ``room`` what was left of the limit, or ``None`` where a reason lifts the limit.
    ``within_limit`` are the granted hours, cut to that room, ``effective`` the hours that count
    (``g_eff``).
    """

    granted: Decimal
    others: Decimal
    room: Decimal | None
    own: Decimal
    within_limit: Decimal
    effective: Decimal

    @property
    def total(self) -> Decimal:
        """Give the hours granted up to and with this course."""
        return self.others + self.granted


def hours_on(courses: Sequence[Course], day: date, limit: Decimal) -> dict[int, HoursOnDay]:
    """Give the hours on a day by index of the course; without granted hours a course is left out.

    The hours count as granted, before the limit of own hours; above the limit they are cut from
    the later courses of the file.
    """
    found: dict[int, HoursOnDay] = {}
    together = ZERO
    for course in courses:
        granted = course.granted_hours(day)
        if granted is None:
            continue
        own = course.table.weekly_hours
        room = None if course.table.over_37_reason else max(limit - together, ZERO)
        within = granted if room is None else min(granted, room)
        found[course.index] = HoursOnDay(granted, together, room, own, within, min(within, own))
        together += granted
    return found


def hours_lines(course: Course, hours: HoursOnDay, on: date, rates: RatesOfDate) -> list[Line]:
    """Give the lines from the granted hours to those that count (hours/week)."""
    law = (statute("lost_earnings", on), order(on))
    unit = "hours/week"
    code = "hours_granted.run_off" if course.in_run_off(on) else "hours_granted"
    lines = [Line("hours_granted", hours.granted, unit, code, {}, law)]
    limit = rates[WEEKLY_LIMIT]
    if hours.total > limit.number:
        lines.append(_limit_line(course, hours, on, limit))
    if hours.effective < hours.within_limit:
        own = {"hours": hours.within_limit, "own": hours.own}
        lines.append(Line("hours_own", hours.effective, unit, "hours_own", own, law))
    return lines


def _limit_line(course: Course, hours: HoursOnDay, on: date, limit: Rate) -> Line:
    law = (guidance(on), order(on))
    if hours.room is None:
        lifted = {"total": hours.total, "reason": course.table.over_37_reason}
        return Line(
            "hours_over_37", hours.granted, "hours/week", "hours_over_37", lifted, law, (limit,)
        )
    formula = "hours_37" if hours.others < limit.number else "hours_37.used_up"
    values = {"limit": limit.number, "others": hours.others, "granted": hours.granted}
    return Line("hours_37", hours.within_limit, "hours/week", formula, values, law, (limit,))
