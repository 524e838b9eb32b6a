"""A course taken over from another system: with its basis at the level of a year, and what lacks."""

from datetime import date

from udmaal.law.lost_earnings.course import Course


def first_day(course: Course) -> date:
    """Give the first day that can be calculated: the start, or 1 January of ``basis_level``."""
    level = course.table.basis_level
    return course.start if level is None else max(course.start, date(level, 1, 1))


def missing_gross_year(course: Course) -> int | None:
    """Give the year whose gross a course taken over lacks, or ``None``.

    The supplements of the year of ``basis_level`` rest on the calendar year before; where nothing
    was paid in it, nothing is missing.
    """
    level = course.table.basis_level
    if level is None or str(level - 1) in course.table.earlier_gross:
        return None
    year = level - 1
    ran = any(each.first.year <= year <= each.last.year for each in course.stretches)
    single = any(day.date.year == year for day in course.table.single_day)
    return year if ran or single else None
