"""The benefit of one month on a date: the steps of rules.md § 1.1 in their order.

All amounts are kr./month. ``entitled_on`` goes as far as calendar days can be taken of it;
``monthly_result`` adds ATP, tax, savings and the municipality's cost for the whole month.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from udmaal.breakdown import Amount, Line, Result
from udmaal.faults import InputFaultsError
from udmaal.law.atp import Atp, atp_contribution, no_atp
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


class Beside(NamedTuple):
    """Another course of the same parent that runs on the date, with its hours."""

    course: Course
    hours: HoursOnDay


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


def monthly_result(
    course: Course, on: date, hours: HoursOnDay, context: Context, beside: Sequence[Beside] = ()
) -> Result:
    """Calculate a course that has granted hours on the date; raises as ``entitled_on``.

    ``beside`` are the other courses of the same parent that run on the date.
    """
    entitled = entitled_on(course, on, hours, context)
    gross, pension = entitled.gross.amount, entitled.pension.amount
    atp = _atp(course, on, hours, entitled, beside, context)
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
        where=course.where,
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
        child=course.child,
    )


def _atp(
    course: Course,
    on: date,
    hours: HoursOnDay,
    entitled: Entitled,
    beside: Sequence[Beside],
    context: Context,
) -> Atp:
    """Give the ATP of the parent's hours in all courses (step 9; the order §§ 19–21).

    It stands on the parent's last course with benefit.
    """
    law = law_on(on, topic="atp")
    paid = [course] if entitled.gross.amount else []
    paid += [each.course for each in beside if _is_paid(each, on, context)]
    carrier = max(paid, key=attrgetter("index"), default=course)
    if carrier is not course:
        return no_atp("atp.other_course", {"where": carrier.where}, law)
    together = sum((each.hours.effective for each in beside), hours.effective)
    return atp_contribution(
        hours_a_month(together),
        {"hours": together},
        law,
        context.rates(on),
        paid=bool(paid),
        formula="atp.together" if together != hours.effective else "atp",
    )


def _is_paid(other: Beside, on: date, context: Context) -> bool:
    """Tell whether another course pays anything; what is refused pays nothing."""
    try:
        return bool(entitled_on(other.course, on, other.hours, context).gross.amount)
    except InputFaultsError:
        return False


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
    if course.kept_on(on) is not None:
        yield "A20"
