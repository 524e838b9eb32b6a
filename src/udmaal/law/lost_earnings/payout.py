"""From the benefit before tax to the payout (rules.md § 1.1, steps 10 to 12)."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from udmaal.breakdown import Line
from udmaal.case.model import Tax
from udmaal.law.context import Context
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.lines import law_on, line
from udmaal.law.lost_earnings.savings import Savings
from udmaal.money import ZERO, at_least_zero, percent_of, to_ore
from udmaal.rates.book import RatesOfDate


class Payout(NamedTuple):
    """Net and payout, kr./month, ``None`` without tax data; ``deducted`` is what was saved."""

    net: Decimal | None
    payout: Decimal | None
    deducted: Decimal
    lines: tuple[Line, ...]


def pay_out(
    course: Course, before_tax: Decimal, saved: Savings, on: date, context: Context
) -> Payout:
    """Deduct the savings from the net, estimated where the case gives tax data.

    Without tax data what is to be deducted from the net payment is shown. A service level that
    deducts from the gross has done so before; nothing is deducted again.
    """
    law = law_on(on, topic="savings")
    net = None
    lines: list[Line] = []
    if course.table.tax is not None:
        net, tax_lines = _net(course.table.tax, before_tax, context.rates(on))
        lines += tax_lines
    to_deduct = to_ore(ZERO)
    if context.level.savings_from == "net" and saved.lines:
        to_deduct = saved.total
        amounts = tuple(each.amount for each in saved.lines)
        lines += [*saved.lines, line("savings", saved.total, {"amounts": amounts}, law)]
    if net is not None:
        payout = at_least_zero(net - to_deduct)
        lines.append(line("payout", payout, {"net": net, "savings": to_deduct}, law))
        return Payout(net, payout, net - payout, tuple(lines))
    deducted = min(to_deduct, before_tax)
    if to_deduct:
        values = {"savings": to_deduct, "before_tax": before_tax}
        lines.append(line("to_deduct", deducted, values, law))
    return Payout(None, None, deducted, tuple(lines))


def _net(tax: Tax, before_tax: Decimal, rates: RatesOfDate) -> tuple[Decimal, tuple[Line, ...]]:
    """Estimate the net from the tax card (step 11); the payroll system decides."""
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
    formula = "a_tax.floor" if after < tax.monthly_deduction else "a_tax"
    left = {"base": before_tax, "contribution": contribution, "tax": a_tax}
    first = {"percent": percent.number, "base": before_tax}
    return net, (
        line("am_bidrag", contribution, first, am_law, rates=(percent,)),
        line("a_tax", a_tax, taxed, tax_law, formula),
        line("net", net, left, tax_law),
    )
