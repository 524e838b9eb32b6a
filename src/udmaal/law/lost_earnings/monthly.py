"""The benefit of one month on a date: the steps of the law in their order.

All amounts are kr./month. ``entitled_on`` goes as far as calendar days can be taken of it;
``monthly_result`` adds ATP, tax, savings and the municipality's cost for the whole month.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Annotated, Final, NamedTuple

from udmaal.amounts import Amounts
from udmaal.breakdown import Line, Result
from udmaal.faults import InputFaultsError
from udmaal.language import Text, words
from udmaal.law.atp import Atp, atp_contribution, no_atp
from udmaal.law.context import Context
from udmaal.law.lost_earnings import regulation
from udmaal.law.lost_earnings.act import ACT, law
from udmaal.law.lost_earnings.atp import ATP, after_atp
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.gross import Gross, gross_benefit
from udmaal.law.lost_earnings.hours import HoursOnDay, hours_lines
from udmaal.law.lost_earnings.payout import Payout, pay_out
from udmaal.law.lost_earnings.pension import Pension, pension_contribution
from udmaal.law.lost_earnings.regulation import regulated
from udmaal.law.lost_earnings.savings import Savings, savings_on
from udmaal.law.lost_earnings.wage_basis import Basis, hours_a_month, wage_basis
from udmaal.lines.expression import kr
from udmaal.lines.kind import Kind

_A_MONTH: Final = ("Kr. om måneden", "Kr. a month")


class LostEarningsAmounts(Amounts):
    """What a course gives on a date, kr./month; ``None`` without tax data."""

    gross: Annotated[Decimal, words("Bruttoydelse", "Gross benefit", *_A_MONTH)]
    pension: Annotated[Decimal, words("Pensionsbidrag", "Pension contribution", *_A_MONTH)]
    atp_recipient: Annotated[
        Decimal,
        words("ATP, modtager", "ATP, recipient", "Modtagerens tredjedel, kr. om måneden",
              "The recipient's third, kr. a month"),
    ]  # fmt: skip
    atp_municipality: Annotated[
        Decimal,
        words("ATP, kommune", "ATP, municipality", "Kommunens to tredjedele, kr. om måneden",
              "The municipality's two thirds, kr. a month"),
    ]  # fmt: skip
    before_tax: Annotated[
        Decimal,
        words("Før skat", "Before tax", "Bruttoydelse minus ATP, kr. om måneden",
              "Gross benefit less ATP, kr. a month"),
    ]  # fmt: skip
    net: Annotated[
        Decimal | None,
        words("Netto, anslået", "Net, estimated", "Kr. om måneden; null uden skattekort",
              "Kr. a month; null without tax data"),
    ]  # fmt: skip
    savings: Annotated[
        Decimal,
        words("Besparelser", "Savings", "Trækkes fra nettoydelsen, kr. om måneden",
              "Taken off the net benefit, kr. a month"),
    ]  # fmt: skip
    payout: Annotated[
        Decimal | None,
        words("Til udbetaling", "Payout", "Netto minus besparelser; null uden skattekort",
              "Net less savings; null without tax data"),
    ]  # fmt: skip
    municipality_cost: Annotated[
        Decimal, words("Kommunens udgift", "Cost to the municipality", *_A_MONTH)
    ]


MUNICIPALITY_COST = Kind(
    "municipality_cost",
    Text("Kommunens udgift", "Cost to the municipality"),
    kr("gross") + kr("pension") + kr("atp") - kr("savings"),
    unit="DKK/month",
    law=law(),
    total=True,
    rule=Text(
        "Bruttoydelse, pensionsbidrag og kommunens del af ATP minus de besparelser, der trækkes "
        "fra.",
        "Gross benefit, pension contribution and the municipality's part of ATP less the savings "
        "that are deducted.",
    ),
)


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
    basis = regulated(course, first.line, on, context)
    counted = hours_lines(course, hours, on, rates)
    saved = savings_on(course, on)
    gross = gross_benefit(course, basis.line, counted[-1], saved, on, context)
    pension = pension_contribution(course, first.line, gross.line, counted[-1], on, rates)
    lines = (*first.lines, *basis.lines, *counted, *gross.lines, *pension.lines)
    assumptions = tuple(_assumptions(course, basis, gross, pension, saved, on))
    return Entitled(gross, pension, saved, lines, assumptions)


def monthly_result(
    course: Course, on: date, hours: HoursOnDay, context: Context, beside: Sequence[Beside] = ()
) -> Result:
    """Calculate a course that has granted hours on the date; raises as ``entitled_on``.

    ``beside`` are the other courses of the same parent that run on the date.
    """
    entitled = entitled_on(course, on, hours, context)
    gross, pension = entitled.gross.line, entitled.pension.line
    atp = _atp(course, on, hours, entitled, beside, context)
    before_tax = after_atp(gross, atp.recipient, on)
    paid = pay_out(course, before_tax, entitled.saved, on, context)
    cost = MUNICIPALITY_COST.of(
        on, gross=gross, pension=pension, atp=atp.municipality, savings=paid.deducted
    )
    return Result(
        benefit="lost_earnings",
        where=course.where,
        law=ACT.on(on),
        amounts=_amounts(entitled, atp, before_tax, paid, cost),
        lines=(*entitled.lines, *atp.lines, before_tax, *paid.lines, cost),
        assumptions=entitled.assumptions,
        parent=course.parent,
        child=course.child,
    )


def _amounts(
    entitled: Entitled, atp: Atp, before_tax: Line, paid: Payout, cost: Line
) -> LostEarningsAmounts:
    return LostEarningsAmounts(
        gross=entitled.gross.amount,
        pension=entitled.pension.amount,
        atp_recipient=atp.recipient.amount,
        atp_municipality=atp.municipality.amount,
        before_tax=before_tax.amount,
        net=paid.net,
        savings=entitled.saved.total,
        payout=paid.payout,
        municipality_cost=cost.amount,
    )


def _atp(
    course: Course,
    on: date,
    hours: HoursOnDay,
    entitled: Entitled,
    beside: Sequence[Beside],
    context: Context,
) -> Atp:
    """Give the ATP of the parent's hours in all courses (the order §§ 19–21).

    It stands on the parent's last course with benefit.
    """
    paid = [course] if entitled.gross.amount else []
    paid += [each.course for each in beside if _is_paid(each, on, context)]
    carrier = max(paid, key=attrgetter("index"), default=course)
    if carrier is not course:
        return no_atp(ATP, on, "other_course")
    together = sum((each.hours.effective for each in beside), hours.effective)
    return atp_contribution(
        ATP,
        on,
        hours_a_month(together),
        context.rates(on),
        paid=(entitled.gross.line,),
        by="together" if together != hours.effective else "",
        hours=together,
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
