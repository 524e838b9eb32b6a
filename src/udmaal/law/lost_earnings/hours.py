"""The hours that count: 37 a week for a child together, and never more than the own hours.

rules.md § 1.1, step 3. The 37 hours are guidance (vejl. 9007/2014, 9375/2024), not statute.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from udmaal.breakdown import Line, Values
from udmaal.law.citations import guidance, order, statute
from udmaal.law.lost_earnings.course import Course
from udmaal.money import ZERO
from udmaal.rates.book import Rate, RatesOfDate

WEEKLY_LIMIT = "lost_earnings.weekly_hours_limit"


class HoursOnDay(NamedTuple):
    """The hours a week of one course on one day, and what limited them.

    ``others`` are the hours in force for the same child in the courses before it in the file, as
    granted; ``room`` what was left of the limit, or ``None`` where a reason lifts the limit.
    ``within_limit`` are the granted hours, cut to that room. ``used`` are the parent's own hours
    that count in the courses before it (for another child), ``effective`` the hours that count
    here (``g_eff``).
    """

    granted: Decimal
    others: Decimal
    room: Decimal | None
    own: Decimal
    within_limit: Decimal
    used: Decimal
    effective: Decimal

    @property
    def total(self) -> Decimal:
        """Give the hours granted up to and with this course."""
        return self.others + self.granted


def hours_on(courses: Sequence[Course], day: date, limit: Decimal) -> dict[int, HoursOnDay]:
    """Give the hours on a day by index of the course; without granted hours a course is left out.

    The limit is by child: the hours count as granted, before the limit of own hours, and above it
    they are cut from the later courses of the file. The own hours are by parent: what the courses
    for several children leave of them goes to the later ones.
    """
    found: dict[int, HoursOnDay] = {}
    together: dict[str | None, Decimal] = {}
    counted: dict[str, Decimal] = {}
    for course in courses:
        granted = course.granted_hours(day)
        if granted is None:
            continue
        child, parent, own = course.child, course.parent, course.table.weekly_hours
        others, used = together.get(child, ZERO), counted.get(parent, ZERO)
        room = None if course.table.over_37_reason else max(limit - others, ZERO)
        within = granted if room is None else min(granted, room)
        effective = min(within, max(own - used, ZERO))
        found[course.index] = HoursOnDay(granted, others, room, own, within, used, effective)
        together[child] = others + granted
        counted[parent] = used + effective
    return found


def covers_own_hours(courses: Sequence[Course], course: Course, day: date, limit: Decimal) -> bool:
    """Tell whether the hours in force on a day cover all the own hours of a course's parent."""
    hours = hours_on(courses, day, limit)
    counted = (hours[each.index].effective for each in courses
               if each.parent == course.parent and each.index in hours)  # fmt: skip
    return sum(counted, ZERO) >= course.table.weekly_hours


def hours_lines(course: Course, hours: HoursOnDay, on: date, rates: RatesOfDate) -> list[Line]:
    """Give the lines from the granted hours to those that count (hours/week)."""
    law = (statute("lost_earnings", on), order(on))
    unit = "hours/week"
    kept = course.kept_on(on)
    if kept is not None:
        values: Values = {"granted": kept.granted, "until": kept.until}
        lines = [Line("hours_granted", hours.granted, unit, "hours_granted.kept", values, law)]
    else:
        code = "hours_granted.run_off" if course.in_run_off(on) else "hours_granted"
        lines = [Line("hours_granted", hours.granted, unit, code, {}, law)]
    limit = rates[WEEKLY_LIMIT]
    if hours.total > limit.number:
        lines.append(_limit_line(course, hours, on, limit))
    if hours.effective < hours.within_limit:
        own = {"hours": hours.within_limit, "own": hours.own, "used": hours.used}
        lines.append(Line("hours_own", hours.effective, unit, _own_formula(hours), own, law))
    return lines


def _own_formula(hours: HoursOnDay) -> str:
    """Say whether the parent's other courses have taken of the own hours."""
    if not hours.used:
        return "hours_own"
    return "hours_own.shared" if hours.used < hours.own else "hours_own.used_up"


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
