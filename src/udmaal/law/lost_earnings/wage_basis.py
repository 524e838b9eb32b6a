"""The wage basis before the course, kr./month (rules.md § 1.1, step 1; the order § 10)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from udmaal.breakdown import Line, Values
from udmaal.case.model import Payslip
from udmaal.faults import Fault, InputFaultsError
from udmaal.law.citations import order_on, statute
from udmaal.law.context import Context
from udmaal.law.lost_earnings.course import Course
from udmaal.money import ZERO, ratio, to_ore

# A year has 52 weeks and 12 months wherever hours a week become hours a month (rules.md § 1.1).
WEEKS = 52
MONTHS = 12

# Stands for the one employer that the slips do not name, beside others that they do.
_UNNAMED = "–"


class Basis(NamedTuple):
    """An amount, kr./month, and the lines that lead to it."""

    amount: Decimal
    lines: tuple[Line, ...]


def hours_a_month(weekly: Decimal) -> Decimal:
    """Give hours a week × 52/12."""
    return ratio(weekly, WEEKS, MONTHS)


def hourly(monthly: Decimal, weekly_hours: Decimal) -> Decimal:
    """Give an amount a month as kr./hour, rounded to øre."""
    return to_ore(ratio(monthly, MONTHS, weekly_hours * WEEKS))


def wage_basis(course: Course, on: date, context: Context) -> Basis:
    """Give the basis in the form the case has it.

    Raises ``InputFaultsError`` for a benefit named as wage, and where nobody knows a wage: no
    attachment to the labour market and no home-help wage in the service level.
    """
    table = course.table
    if table.occupation == "benefit":
        raise InputFaultsError([Fault("wage.benefit", (*course.at, "occupation"))])
    law = (statute("lost_earnings", on), order_on("basis", on))
    if table.monthly_wage is not None:
        formula = "wage_basis.earned" if table.occupation == "no_attachment" else "wage_basis.given"
        return _single(table.monthly_wage, formula, {}, law)
    if table.payslip:
        return _from_payslips(course, law)
    if table.monthly_loss is not None:
        return _single(table.monthly_loss, "wage_basis.loss", {}, law)
    if table.yearly_results:
        results = table.yearly_results
        values = {"results": results, "years": len(results), "months": MONTHS}
        mean = ratio(sum(results, ZERO), 1, len(results) * MONTHS)
        return _single(mean, "wage_basis.yearly", values, law)
    return _from_home_help(course, law, context)


def _single(
    amount: Decimal,
    formula: str,
    values: Values,
    law: tuple[str, ...],
) -> Basis:
    rounded = to_ore(amount)
    line = Line("wage_basis", rounded, "DKK/month", formula, values, law)
    return Basis(rounded, (line,))


def _from_payslips(course: Course, law: tuple[str, ...]) -> Basis:
    """Take gross and supplements of the slips: by their paid hours, else as means by employer.

    What does not count is shown as not counted.
    """
    slips = course.table.payslip
    if all(slip.hours is not None for slip in slips):
        return _by_paid_hours(slips, course.table.weekly_hours, law)
    return _by_employer(slips, law)


def _slip_lines(
    slips: Sequence[Payslip], law: tuple[str, ...], unit: str
) -> tuple[list[Decimal], list[Line]]:
    """Give what counts of each slip, rounded to øre, and the lines of it."""
    sums = []
    lines = []
    for slip in slips:
        amount = to_ore(slip.gross + slip.supplements)
        sums.append(amount)
        values = {"month": slip.month, "gross": slip.gross, "supplements": slip.supplements}
        lines.append(Line("payslip", amount, unit, "payslip", values, law))
        if slip.excluded:
            left_out = {"month": slip.month}
            excluded = to_ore(slip.excluded)
            lines.append(
                Line("payslip_excluded", excluded, unit, "payslip_excluded", left_out, law)
            )
    return sums, lines


def _by_paid_hours(slips: Sequence[Payslip], weekly: Decimal, law: tuple[str, ...]) -> Basis:
    """Take the pay of an hour × the own hours of a month (hourly or fortnightly pay)."""
    sums, lines = _slip_lines(slips, law, "DKK")
    pay = sum(sums, ZERO)
    hours = tuple(slip.hours for slip in slips if slip.hours is not None)
    paid = sum(hours, ZERO)
    lines.append(Line("payslip_sum", pay, "DKK", "payslip_sum", {"sums": tuple(sums)}, law))
    lines.append(Line("payslip_hours", paid, "hours", "payslip_hours", {"hours": hours}, law))
    values = {"pay": pay, "paid": paid, "hours": weekly, "weeks": WEEKS, "months": MONTHS}
    amount = ratio(pay, weekly * WEEKS, paid * MONTHS)
    basis = _single(amount, "wage_basis.paid_hours", values, law)
    return Basis(basis.amount, (*lines, *basis.lines))


def _by_employer(slips: Sequence[Payslip], law: tuple[str, ...]) -> Basis:
    """Take the mean of each employer's months, and add the means where there are several."""
    employers = list(dict.fromkeys(slip.employer for slip in slips))
    lines: list[Line] = []
    means = []
    for employer in employers:
        own = [slip for slip in slips if slip.employer == employer]
        sums, slip_lines = _slip_lines(own, law, "DKK/month")
        lines += slip_lines
        formula = "wage_basis.payslips" if len(sums) > 1 else "wage_basis.payslip"
        mean = to_ore(ratio(sum(sums, ZERO), 1, len(sums)))
        values = {"sums": tuple(sums), "count": len(sums)}
        if len(employers) == 1:
            lines.append(Line("wage_basis", mean, "DKK/month", formula, values, law))
            return Basis(mean, tuple(lines))
        named = {**values, "employer": employer or _UNNAMED}
        lines.append(Line("payslip_mean", mean, "DKK/month", formula, named, law))
        means.append(mean)
    total = _single(sum(means, ZERO), "wage_basis.employers", {"means": tuple(means)}, law)
    return Basis(total.amount, (*lines, *total.lines))


def of_own_hours(course: Course, basis: Decimal, law: tuple[str, ...]) -> Basis:
    """Give a basis for all own hours of a month, of which a single day is paid by the hour.

    A wage is one already. The loss of the self-employed is stated for the hours of the first
    grant; where the course has single days only, for all own hours.
    """
    table = course.table
    if table.monthly_loss is None or not table.grant:
        return Basis(basis, ())
    granted = min(min(table.grant, key=lambda grant: grant.from_).hours, table.weekly_hours)
    amount = to_ore(ratio(basis, table.weekly_hours, granted))
    values = {"basis": basis, "own": table.weekly_hours, "granted": granted}
    line = Line("own_hours_loss", amount, "DKK/month", "own_hours_loss", values, law)
    return Basis(amount, (line,))


def _from_home_help(course: Course, law: tuple[str, ...], context: Context) -> Basis:
    """Take the municipality's home-help wage, never above the hourly ceiling of the first year."""
    wage = context.level.home_help_hourly
    if wage is None:
        raise InputFaultsError([Fault("wage.no_home_help", course.at)])
    weekly = course.table.weekly_hours
    ceiling = context.ceiling(max(course.start, context.book.first_day))
    ceiling_hourly = hourly(ceiling.number, weekly)
    values = {"ceiling": ceiling.number, "hours": weekly, "weeks": WEEKS, "months": MONTHS}
    first = Line(
        "home_help_ceiling",
        ceiling_hourly,
        "DKK/hour",
        "home_help_ceiling",
        values,
        law,
        (ceiling,),
    )
    rate = to_ore(min(wage, ceiling_hourly))
    chosen = {"wage": wage, "ceiling": ceiling_hourly}
    second = Line("home_help_rate", rate, "DKK/hour", "home_help_rate", chosen, law)
    amount = to_ore(ratio(rate * weekly, WEEKS, MONTHS))
    product = {"rate": rate, "hours": weekly, "weeks": WEEKS, "months": MONTHS}
    third = Line("wage_basis", amount, "DKK/month", "wage_basis.home_help", product, law)
    return Basis(amount, (first, second, third))
