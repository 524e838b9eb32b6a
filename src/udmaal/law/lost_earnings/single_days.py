"""Single days off to follow the child (rules.md § 1.2): hours × hourly rate."""

from decimal import Decimal
from typing import NamedTuple

from udmaal.breakdown import Line
from udmaal.case.model import SingleDay
from udmaal.law.context import Context
from udmaal.law.lost_earnings import regulation
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.lines import law_on, line
from udmaal.law.lost_earnings.pension import former_pension
from udmaal.law.lost_earnings.regulation import regulated
from udmaal.law.lost_earnings.wage_basis import MONTHS, WEEKS, hourly, of_own_hours, wage_basis
from udmaal.money import ZERO, percent_of, ratio, to_ore


class SingleDayPay(NamedTuple):
    """Benefit and pension of one single day, kr."""

    gross: Decimal
    pension: Decimal
    lines: tuple[Line, ...]
    assumptions: tuple[str, ...] = ()


def single_day_pay(
    course: Course, single: SingleDay, context: Context, *, covered: bool
) -> SingleDayPay:
    """Pay a single day: the smaller of basis and ceiling as an hourly rate, rounded first.

    Pension: the smaller of 10 % of the amount and the former contribution × the day's share of
    the hours of a month. ``covered`` tells that the hours in force that day are all own hours
    already: then nothing is lost (SEL § 42 / BL § 87, stk. 3).
    """
    on = single.date
    if covered:
        nothing = to_ore(ZERO)
        shown = {"date": on, "note": single.note, "own": course.table.weekly_hours}
        law = law_on(on, 3, "ceiling")
        made = line("single_day", nothing, shown, law, "single_day.covered", unit="DKK")
        return SingleDayPay(nothing, nothing, (made,))
    rates = context.rates(on)
    weekly = course.table.weekly_hours
    first = wage_basis(course, on, context)
    after = regulated(course, first.amount, on, context)
    assumptions = (regulation.ASSUMPTION,) if after.lines else ()
    law = law_on(on, 3, "ceiling")
    lost = of_own_hours(course, after.amount, law)
    basis = lost.amount
    ceiling = None if course.old_rules else context.ceiling(on)
    wage = basis if ceiling is None else min(basis, ceiling.number)
    rate = hourly(wage, weekly)
    about = {"date": on, "note": single.note, "weeks": WEEKS, "months": MONTHS, "own": weekly}
    rate_line = line(
        "single_day_rate",
        rate,
        {**about, "basis": basis, "wage": wage, "ceiling": ceiling.number if ceiling else basis},
        law,
        "single_day_rate" if ceiling else "single_day_rate.no_ceiling",
        (ceiling,) if ceiling else (),
        "DKK/hour",
    )
    gross = to_ore(rate * single.hours)
    values = {**about, "hours": single.hours, "rate": rate}
    lines = [*lost.lines, rate_line, line("single_day", gross, values, law, unit="DKK")]
    former, _ = former_pension(course.table, first.amount, on, rates)
    if not former:
        return SingleDayPay(gross, to_ore(ZERO), tuple(lines), assumptions)
    percent = rates["lost_earnings.pension_percent"]
    full = percent_of(gross, percent.number)
    limit = to_ore(ratio(former * MONTHS, single.hours, weekly * WEEKS))
    pension = min(full, limit)
    values = {
        **values,
        "percent": percent.number,
        "gross": gross,
        "full": full,
        "limit": limit,
        "former": former,
    }
    pension_law = law_on(on, 3, "pension")
    lines.append(line("single_day_pension", pension, values, pension_law, None, (percent,), "DKK"))
    if pension != min(full, to_ore(former)):
        assumptions = (*assumptions, "A01")
    return SingleDayPay(gross, pension, tuple(lines), assumptions)
