"""The pension contribution on top of the ceiling (rules.md § 1.1, step 8; the order § 11)."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from udmaal.breakdown import Line
from udmaal.case.model import LostEarnings
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.hours import HoursOnDay
from udmaal.law.lost_earnings.lines import law_on, line
from udmaal.money import ZERO, percent_of, ratio, to_ore
from udmaal.rates.book import RatesOfDate


class Pension(NamedTuple):
    """The pension contribution; ``scaled`` where the share of the limit decided it (A01)."""

    amount: Decimal
    lines: tuple[Line, ...]
    scaled: bool


def pension_contribution(
    course: Course,
    first_basis: Decimal,
    gross: Decimal,
    hours: HoursOnDay,
    on: date,
    rates: RatesOfDate,
) -> Pension:
    """Give the smaller of 10 % of the gross and the former contribution × share (step 8)."""
    law = law_on(on, 3, "pension")
    former, former_lines = former_pension(course.table, first_basis, on, rates)
    if not former:
        return Pension(
            to_ore(ZERO), (line("pension", to_ore(ZERO), {}, law, "pension.none"),), False
        )
    percent = rates["lost_earnings.pension_percent"]
    full = percent_of(gross, percent.number)
    limit = to_ore(ratio(former, hours.effective, hours.own))
    amount = min(full, limit)
    share = {"former": former, "hours": hours.effective, "own": hours.own}
    lines = (
        *former_lines,
        line(
            "pension_percent",
            full,
            {"percent": percent.number, "gross": gross},
            law,
            rates=(percent,),
        ),
        line("pension_limit", limit, share, law),
        line("pension", amount, {"full": full, "limit": limit}, law),
    )
    return Pension(amount, lines, scaled=amount != min(full, to_ore(former)))


def former_pension(
    table: LostEarnings, first_basis: Decimal, on: date, rates: RatesOfDate
) -> tuple[Decimal, tuple[Line, ...]]:
    """Give the former employer's contribution ``P``; it is never regulated.

    For a civil servant (statstjenestemand) 15 % of the unregulated basis; otherwise as it is given,
    in kroner or in per cent of the unregulated basis.
    """
    law = law_on(on, 3, "pension")
    if not table.civil_servant:
        if table.employer_pension_percent is None:
            return table.employer_pension or ZERO, ()
        given = table.employer_pension_percent
        amount = percent_of(first_basis, given)
        values = {"percent": given, "basis": first_basis}
        return amount, (line("employer_pension", amount, values, law),)
    percent = rates["lost_earnings.civil_servant_pension_percent"]
    amount = percent_of(first_basis, percent.number)
    values = {"percent": percent.number, "basis": first_basis}
    return amount, (line("civil_servant_pension", amount, values, law, rates=(percent,)),)
