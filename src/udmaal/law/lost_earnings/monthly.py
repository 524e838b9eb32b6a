"""The benefit of one month on a date (rules.md § 1.1, steps 4 to 13).

Each function is one step: it takes the notions it needs and gives an amount with the lines that
lead to it. All amounts are kr./month.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from udmaal.breakdown import Amount, Line, Result, Values
from udmaal.case.model import LostEarnings, Saving
from udmaal.law.atp import Atp, atp_band
from udmaal.law.citations import BARNETS_LOV_FROM, Topic, order, order_on, statute
from udmaal.law.context import Context
from udmaal.law.lost_earnings import regulation
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.hours import HoursOnDay, hours_lines
from udmaal.law.lost_earnings.regulation import regulated
from udmaal.law.lost_earnings.wage_basis import (
    MONTHS,
    WEEKS,
    Basis,
    hourly,
    hours_a_month,
    wage_basis,
)
from udmaal.money import ZERO, at_least_zero, percent_of, ratio, to_ore
from udmaal.rates.book import Rate, RatesOfDate

_UNIT = "DKK/month"


@dataclass(frozen=True, slots=True)
class Gross:
    """The gross benefit and what made it, each kr./month.

    ``ceiling`` is the ceiling × share, ``None`` under the old rules; ``amount`` is after new
    income and, where the service level says so, after savings.
    """

    claim: Decimal
    ceiling: Decimal | None
    amount: Decimal
    lines: tuple[Line, ...]

    @property
    def capped(self) -> bool:
        """Tell whether the ceiling cut the claim."""
        return self.ceiling is not None and self.claim > self.ceiling


class Pension(NamedTuple):
    """The pension contribution; ``scaled`` where the share of the limit decided it (A01)."""

    amount: Decimal
    lines: tuple[Line, ...]
    scaled: bool


class Savings(NamedTuple):
    """The savings in force on a date, each with its amount, and their sum."""

    total: Decimal
    lines: tuple[Line, ...]


def monthly_result(course: Course, on: date, hours: HoursOnDay, context: Context) -> Result:
    """Calculate a course that has granted hours on the date.

    Raises ``InputFaultsError`` where the case gives no basis that may be used.
    """
    rates = context.rates(on)
    first = wage_basis(course, on, context)
    basis = regulated(course, first.amount, on, context)
    saved = savings_on(course, on)
    gross = gross_benefit(course, basis.amount, on, hours, saved, context)
    pension = pension_contribution(course, first.amount, gross.amount, hours, on, rates)
    recipient, municipality, atp_lines = atp(gross.amount, hours, on, rates)
    before_tax = at_least_zero(gross.amount - recipient)
    before_tax_line = _line(
        "before_tax", before_tax, {"gross": gross.amount, "atp": recipient}, _law(on, topic="atp")
    )
    from_gross = context.level.savings_from == "gross"
    net, payout, deducted, rest = _payout(course, before_tax, saved, on, rates, from_gross)
    cost = gross.amount + pension.amount + municipality - deducted
    cost_values = {
        "gross": gross.amount,
        "pension": pension.amount,
        "atp": municipality,
        "savings": deducted,
    }
    cost_line = _line("municipality_cost", cost, cost_values, _law(on))
    amounts: dict[str, Amount] = {
        "gross": gross.amount,
        "pension": pension.amount,
        "atp_recipient": recipient,
        "atp_municipality": municipality,
        "before_tax": before_tax,
        "net": net,
        "savings": saved.total,
        "payout": payout,
        "municipality_cost": cost,
    }
    lines = (
        *first.lines,
        *basis.lines,
        *hours_lines(course, hours, on, rates),
        *gross.lines,
        *pension.lines,
        *atp_lines,
        before_tax_line,
        *rest,
        cost_line,
    )
    return Result(
        benefit="lost_earnings",
        where=f"lost_earnings[{course.index}]",
        law=statute("lost_earnings", on),
        amounts=amounts,
        lines=lines,
        assumptions=tuple(_assumptions(course, basis, gross, pension, saved, on)),
        parent=course.parent,
    )


def gross_benefit(
    course: Course,
    basis: Decimal,
    on: date,
    hours: HoursOnDay,
    saved: Savings,
    context: Context,
) -> Gross:
    """Give the smaller of claim and ceiling, less new income in the run-off (steps 4 to 7)."""
    own, effective = hours.own, hours.effective
    claim = to_ore(ratio(basis, effective, own))
    share = {"hours": effective, "own": own}
    lines = [_line("claim", claim, {"basis": basis, **share}, _law(on, topic="basis"))]
    amount = claim
    ceiling = None
    if course.old_rules:
        transition = "BL § 213, stk. 5" if on >= BARNETS_LOV_FROM else statute("lost_earnings", on)
        no_ceiling = (transition, order(on))
        lines.append(_line("claim_or_ceiling", claim, {"claim": claim}, no_ceiling, "no_ceiling"))
    else:
        ceiling, ceiling_lines = _ceiling(on, hours, context)
        lines += ceiling_lines
        amount = min(claim, ceiling)
        smaller = {"claim": claim, "ceiling": ceiling}
        lines.append(_line("claim_or_ceiling", amount, smaller, _law(on, 3, "ceiling")))
    income = new_income_on(course, on)
    if income is not None:
        less = {"before": amount, "income": income}
        amount = at_least_zero(to_ore(amount - income))
        lines.append(_line("after_new_income", amount, less, _law(on, topic="run_off")))
    if context.level.savings_from == "gross" and saved.total:
        less = {"before": amount, "savings": saved.total}
        amount = at_least_zero(amount - saved.total)
        lines += [*saved.lines, _line("after_savings", amount, less, _law(on, topic="savings"))]
    lines[-1] = lines[-1]._replace(id="gross")
    return Gross(claim, ceiling, amount, tuple(lines))


def _ceiling(on: date, hours: HoursOnDay, context: Context) -> tuple[Decimal, list[Line]]:
    """Give the ceiling × share (step 6); the hourly ceiling is for print only."""
    law = _law(on, 3, "ceiling")
    rate = context.rates(on)["lost_earnings.ceiling"]
    divisor = context.level.hours_per_month
    if divisor is not None:
        per_hour = to_ore(rate.number / divisor)
        printed = _line(
            "hourly_ceiling",
            per_hour,
            {"ceiling": rate.number, "divisor": divisor},
            law,
            "hourly_ceiling.divisor",
            (rate,),
            "DKK/hour",
        )
    else:
        per_hour = hourly(rate.number, hours.own)
        values = {"ceiling": rate.number, "own": hours.own, "weeks": WEEKS, "months": MONTHS}
        printed = _line("hourly_ceiling", per_hour, values, law, None, (rate,), "DKK/hour")
    ceiling = to_ore(ratio(rate.number, hours.effective, hours.own))
    values = {"ceiling": rate.number, "hours": hours.effective, "own": hours.own}
    return ceiling, [printed, _line("ceiling", ceiling, values, law, rates=(rate,))]


def new_income_on(course: Course, on: date) -> Decimal | None:
    """Give the work income on a day of the run-off, kr./month; a later entry replaces it."""
    if not course.in_run_off(on):
        return None
    entries = sorted(
        (entry for entry in course.table.new_income if entry.from_ <= on),
        key=lambda entry: entry.from_,
    )
    return entries[-1].monthly if entries else None


def pension_contribution(
    course: Course,
    first_basis: Decimal,
    gross: Decimal,
    hours: HoursOnDay,
    on: date,
    rates: RatesOfDate,
) -> Pension:
    """Give the smaller of 10 % of the gross and the former contribution × share (step 8)."""
    law = _law(on, 3, "pension")
    former, former_lines = former_pension(course.table, first_basis, on, rates)
    if not former:
        return Pension(
            to_ore(ZERO), (_line("pension", to_ore(ZERO), {}, law, "pension.none"),), False
        )
    percent = rates["lost_earnings.pension_percent"]
    full = percent_of(gross, percent.number)
    limit = to_ore(ratio(former, hours.effective, hours.own))
    amount = min(full, limit)
    share = {"former": former, "hours": hours.effective, "own": hours.own}
    lines = (
        *former_lines,
        _line(
            "pension_percent",
            full,
            {"percent": percent.number, "gross": gross},
            law,
            rates=(percent,),
        ),
        _line("pension_limit", limit, share, law),
        _line("pension", amount, {"full": full, "limit": limit}, law),
    )
    return Pension(amount, lines, scaled=amount != min(full, to_ore(former)))


def former_pension(
    table: LostEarnings, first_basis: Decimal, on: date, rates: RatesOfDate
) -> tuple[Decimal, tuple[Line, ...]]:
    """Give the former employer's contribution ``P``; it is never regulated.

    For a civil servant (statstjenestemand) 15 % of the unregulated basis.
    """
    if not table.civil_servant:
        return table.employer_pension, ()
    percent = rates["lost_earnings.civil_servant_pension_percent"]
    amount = percent_of(first_basis, percent.number)
    values = {"percent": percent.number, "basis": first_basis}
    law = _law(on, 3, "pension")
    line = _line("civil_servant_pension", amount, values, law, rates=(percent,))
    return amount, (line,)


def atp(
    gross: Decimal, hours: HoursOnDay, on: date, rates: RatesOfDate
) -> tuple[Decimal, Decimal, tuple[Line, ...]]:
    """Give the recipient's and the municipality's ATP (step 9); none where nothing is paid."""
    monthly_hours = hours_a_month(hours.effective)
    band = atp_band(monthly_hours, rates) if gross else None
    return atp_lines(band, monthly_hours, {"hours": hours.effective}, on, paid=bool(gross))


def atp_lines(
    band: Atp | None,
    monthly_hours: Decimal,
    values: dict[str, Decimal],
    on: date,
    *,
    paid: bool,
    formula: str = "atp",
) -> tuple[Decimal, Decimal, tuple[Line, ...]]:
    """Give both parts of a month's ATP with a line each; ``values`` explain the hours."""
    law = _law(on, topic="atp")
    hours = {**values, "monthly": to_ore(monthly_hours), "weeks": WEEKS, "months": MONTHS}
    if band is None:
        formula = f"{formula}.below" if paid else "atp.nothing_paid"
        nothing = to_ore(ZERO)
        return (
            nothing,
            nothing,
            (
                _line("atp_recipient", nothing, hours, law, formula),
                _line("atp_municipality", nothing, hours, law, formula),
            ),
        )
    hours["band"] = Decimal(band.from_hours)
    recipient, municipality = to_ore(band.recipient.number), to_ore(band.municipality.number)
    return (
        recipient,
        municipality,
        (
            _line("atp_recipient", recipient, hours, law, formula, rates=(band.recipient,)),
            _line(
                "atp_municipality", municipality, hours, law, formula, rates=(band.municipality,)
            ),
        ),
    )


def saving_amount(saving: Saving) -> Decimal:
    """Give a saving in kr./month, rounded to øre; it is never scaled by hours."""
    if saving.monthly is not None:
        return to_ore(saving.monthly)
    return to_ore((saving.km_monthly or ZERO) * (saving.rate_per_km or ZERO))


def saving_applies(saving: Saving, on: date) -> bool:
    """Tell whether a saving counts on a day."""
    return (saving.from_ or date.min) <= on <= (saving.until or date.max)


def savings_on(course: Course, on: date) -> Savings:
    """Give the savings in force on a date (step 12; the order § 12)."""
    law = _law(on, topic="savings")
    lines = []
    total = to_ore(ZERO)
    for saving in course.table.saving:
        if not saving_applies(saving, on):
            continue
        amount = saving_amount(saving)
        total += amount
        values: dict[str, Decimal | str] = {"kind": saving.kind, "note": saving.note}
        formula = "saving"
        if saving.monthly is None:
            formula = "saving.km"
            values["km"] = saving.km_monthly or ZERO
            values["rate"] = saving.rate_per_km or ZERO
        lines.append(Line("saving", amount, _UNIT, formula, values, law))
    return Savings(total, tuple(lines))


def _payout(
    course: Course,
    before_tax: Decimal,
    saved: Savings,
    on: date,
    rates: RatesOfDate,
    from_gross: bool,
) -> tuple[Decimal | None, Decimal | None, Decimal, list[Line]]:
    """Give net, payout, the savings really deducted, and the lines (steps 11 and 12)."""
    law = _law(on, topic="savings")
    lines: list[Line] = []
    net = None
    payout = None
    if course.table.tax is not None:
        net, tax_lines = _net(course, before_tax, on, rates)
        lines += tax_lines
    to_deduct = to_ore(ZERO) if from_gross else saved.total
    if not from_gross:
        lines += saved.lines
        if saved.lines:
            amounts = tuple(line.amount for line in saved.lines)
            lines.append(_line("savings", saved.total, {"amounts": amounts}, law))
    if net is not None:
        payout = at_least_zero(net - to_deduct)
        lines.append(_line("payout", payout, {"net": net, "savings": to_deduct}, law))
        return net, payout, net - payout, lines
    deducted = min(to_deduct, before_tax)
    if to_deduct:
        values = {"savings": to_deduct, "before_tax": before_tax}
        lines.append(_line("to_deduct", deducted, values, law))
    return None, None, deducted, lines


def _net(
    course: Course, before_tax: Decimal, on: date, rates: RatesOfDate
) -> tuple[Decimal, list[Line]]:
    """Estimate the net from the tax card (step 11); the payroll system decides."""
    tax = course.table.tax
    if tax is None:
        raise TypeError(course.at)
    percent = rates["tax.am_bidrag_percent"]
    contribution = percent_of(before_tax, percent.number)
    after = before_tax - contribution
    a_tax = to_ore(at_least_zero(after - tax.monthly_deduction) * tax.rate)
    net = before_tax - contribution - a_tax
    am_law = ("arbejdsmarkedsbidragsloven",)
    tax_law = ("kildeskatteloven § 48",)
    taxed = {
        "base": before_tax,
        "contribution": contribution,
        "deduction": tax.monthly_deduction,
        "percent": tax.rate * 100,
    }
    left = {"base": before_tax, "contribution": contribution, "tax": a_tax}
    first = {"percent": percent.number, "base": before_tax}
    return net, [
        _line("am_bidrag", contribution, first, am_law, rates=(percent,)),
        _line("a_tax", a_tax, taxed, tax_law),
        _line("net", net, left, tax_law),
    ]


def _assumptions(
    course: Course, basis: Basis, gross: Gross, pension: Pension, saved: Savings, on: date
) -> Iterable[str]:
    """Name the assumptions that touched this result."""
    if basis.lines:
        yield regulation.ASSUMPTION
    if pension.scaled:
        yield "A01"
    if gross.capped and saved.total:
        yield "A03"
    if course.in_run_off(on) and course.table.end and course.table.end.reason == "death":
        yield "A08"


def _line(
    id_: str,
    amount: Decimal,
    values: Values,
    law: tuple[str, ...],
    formula: str | None = None,
    rates: tuple[Rate, ...] = (),
    unit: str = _UNIT,
) -> Line:
    return Line(id_, amount, unit, formula or id_, values, law, rates)


def _law(on: date, paragraph: int | None = None, topic: Topic | None = None) -> tuple[str, str]:
    act = statute("lost_earnings", on, f"stk. {paragraph}" if paragraph else "")
    return act, order_on(topic, on) if topic else order(on)
