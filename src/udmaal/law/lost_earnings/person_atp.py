"""ATP month by month: the hours of a parent in all courses together (the order §§ 19–21)."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from udmaal.law.atp import atp_contribution, no_atp
from udmaal.law.context import Context
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.lines import law_on
from udmaal.law.lost_earnings.open_month import OpenMonth


class HelpInMonth(NamedTuple):
    """A course's hours of help in a month, and its row of the ledger."""

    course: Course
    row: OpenMonth
    hours: Fraction

    @property
    def paid(self) -> bool:
        """Tell whether anything is paid to the parent."""
        return bool(self.row.gross or self.row.single_days)


def put_atp(helps: Sequence[HelpInMonth], context: Context) -> None:
    """Put a parent's ATP of one month on the last course with benefit; the others say so.

    None where nothing is paid to the parent in the month.
    """
    carrier = next((each for each in reversed(helps) if each.paid), None)
    together = sum((each.hours for each in helps), Fraction(0))
    for each in helps:
        month = each.row.month
        law = law_on(month.first, topic="atp")
        if carrier is not None and each is not carrier:
            atp = no_atp("atp.other_course", {"where": carrier.course.where}, law)
        else:
            formula = "atp.month" if together == each.hours else "atp.month.together"
            rates = context.rates(month.first)
            paid = carrier is not None
            atp = atp_contribution(together, {}, law, rates, paid=paid, formula=formula)
        each.row.atp_recipient, each.row.atp_municipality = atp.recipient, atp.municipality
        each.row.lines += atp.lines
