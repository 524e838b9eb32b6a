"""The benefit of one month on a date: the steps of rules.md § 1.1 in their order.

All amounts are kr./month. ``entitled_on`` goes as far as calendar days can be taken of it;
``monthly_result`` adds ATP, tax, savings and the municipality's cost for the whole month.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from udmaal.breakdown import Amount, Line, Result
from udmaal.law.atp import atp_contribution
from udmaal.law.citations import statute
from udmaal.law.context import Context
from udmaal.law.lost_earnings import regulation
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.gross import Gross, gross_benefit
from udmaal.law.lost_earnings.hours import HoursOnDay, hours_lines
from udmaal.law.lost_earnings.lines import law_on, line
from udmaal.law.lost_earnings.payout import pay_out
from udmaal.law.lost_earnings.pension import Pension, pension_contribution
from udmaal.law.lost_earnings.regulation import regulated
from udmaal.law.lost_earnings.savings import Savings, savings_on
from udmaal.law.lost_earnings.wage_basis import Basis, hours_a_month, wage_basis
from udmaal.money import at_least_zero


class Entitled(NamedTuple):
    """Gross benefit and pension of a whole month at the hours of a day, with what made them."""

    gross: Gross
    pension: Pension
    saved: Savings
    lines: tuple[Line, ...]
    assumptions: tuple[str, ...]


def entitled_on(course: Course, on: date, hours: HoursOnDay, context: Context) -> Entitled:
    """Calculate gross benefit and pension of a course that has granted hours on the date.

    Raises ``InputFaultsError`` where the case gives no basis that may be used.
    """
    rates = context.rates(on)
    first = wage_basis(course, on, context)
    basis = regulated(course, first.amount, on, context)
    saved = savings_on(course, on)
    gross = gross_benefit(course, basis.amount, on, hours, saved, context)
    pension = pension_contribution(course, first.amount, gross.amount, hours, on, rates)
    lines = (
        *first.lines,
        *basis.lines,
        *hours_lines(course, hours, on, rates),
        *gross.lines,
        *pension.lines,
    )
    assumptions = tuple(_assumptions(course, basis, gross, pension, saved, on))
    return Entitled(gross, pension, saved, lines, assumptions)


def monthly_result(course: Course, on: date, hours: HoursOnDay, context: Context) -> Result:
    """Calculate a course that has granted hours on the date; raises as ``entitled_on``."""
    rates = context.rates(on)
    entitled = entitled_on(course, on, hours, context)
    gross, pension = entitled.gross.amount, entitled.pension.amount
    atp = atp_contribution(
        hours_a_month(hours.effective),
        {"hours": hours.effective},
        law_on(on, topic="atp"),
        rates,
        paid=bool(gross),
    )
    before_tax = at_least_zero(gross - atp.recipient)
    taxable = {"gross": gross, "atp": atp.recipient}
    formula = "before_tax.floor" if gross < atp.recipient else "before_tax"
    before_tax_line = line("before_tax", before_tax, taxable, law_on(on, topic="atp"), formula)
    paid = pay_out(course, before_tax, entitled.saved, on, context)
    cost = gross + pension + atp.municipality - paid.deducted
    parts = {
        "gross": gross,
        "pension": pension,
        "atp": atp.municipality,
        "savings": paid.deducted,
    }
    amounts: dict[str, Amount] = {
        "gross": gross,
        "pension": pension,
        "atp_recipient": atp.recipient,
        "atp_municipality": atp.municipality,
        "before_tax": before_tax,
        "net": paid.net,
        "savings": entitled.saved.total,
        "payout": paid.payout,
        "municipality_cost": cost,
    }
    return Result(
        benefit="lost_earnings",
        where=f"lost_earnings[{course.index}]",
        law=statute("lost_earnings", on),
        amounts=amounts,
        lines=(
            *entitled.lines,
            *atp.lines,
            before_tax_line,
            *paid.lines,
            line("municipality_cost", cost, parts, law_on(on)),
        ),
        assumptions=entitled.assumptions,
        parent=course.parent,
    )


def _assumptions(
    course: Course, basis: Basis, gross: Gross, pension: Pension, saved: Savings, on: date
) -> Iterator[str]:
    """Name the assumptions that touched this result."""
    if basis.lines:
        yield regulation.ASSUMPTION
    if pension.scaled:
        yield "A01"
    if gross.capped and saved.total:
        yield "A03"
    if course.in_run_off(on) and course.table.end and course.table.end.reason == "death":
        yield "A08"
