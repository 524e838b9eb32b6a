"""ATP month by month: the hours of a parent in all courses together (the order §§ 19–21)."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from udmaal.calendar_month import Month
from udmaal.law.atp import Atp, atp_contribution, no_atp
from udmaal.law.context import Context
from udmaal.law.lost_earnings.atp import ATP
from udmaal.law.lost_earnings.course import Course
from udmaal.ledger import Counted, CourseMonth
from udmaal.lines.kind import Line


class HelpInMonth(NamedTuple):
    """A course's hours of help in a month, and whether anything is paid for them.

    ``amounts`` are the lines of what is paid.
    """

    course: Course
    hours: Fraction
    paid: bool
    amounts: tuple[Line, ...]


def atp_of_parent(
    month: Month, helps: Sequence[HelpInMonth], context: Context
) -> Iterator[tuple[Course, CourseMonth]]:
    """Put a parent's ATP of one month on the last course that pays; the others say so.

    None where nothing is paid to the parent in the month.
    """
    carrier = next((each for each in reversed(helps) if each.paid), None)
    together = sum((each.hours for each in helps), Fraction(0))
    for each in helps:
        if carrier is None or each is carrier:
            by = "month" if together == each.hours else "month_together"
            found = atp_contribution(
                ATP, month.first, together, context.rates(month.first),
                paid=_amounts(each), by=by,
            )  # fmt: skip
        else:
            found = no_atp(ATP, month.first, "other_course", where=carrier.course.where)
        yield each.course, _given(month, found)


def _amounts(help_: HelpInMonth) -> tuple[Line, ...]:
    """Give what is paid; a holiday with pay may leave nothing of it."""
    return tuple(line for line in help_.amounts if help_.paid or not line.amount)


def _given(month: Month, atp: Atp) -> CourseMonth:
    return CourseMonth(
        month,
        atp_recipient=atp.recipient.amount,
        atp_municipality=atp.municipality.amount,
        lines=atp.lines,
        counted=tuple(Counted(line.id, line) for line in atp.lines),
    )
