"""The wage basis before the course, kr./month (rules.md § 1.1, step 1; the order § 10)."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from udmaal.breakdown import Line, Values
from udmaal.faults import Fault, InputFaultsError
from udmaal.law.citations import order_on, statute
from udmaal.law.context import Context
from udmaal.law.lost_earnings.course import Course
from udmaal.money import ZERO, ratio, to_ore

# A year has 52 weeks and 12 months wherever hours a week become hours a month (rules.md § 1.1).
WEEKS = 52
MONTHS = 12


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
    """Take the mean of gross and supplements; what does not count is shown as not counted."""
    lines = []
    sums = []
    for slip in course.table.payslip:
        amount = to_ore(slip.gross + slip.supplements)
        sums.append(amount)
        values = {"month": slip.month, "gross": slip.gross, "supplements": slip.supplements}
        lines.append(Line("payslip", amount, "DKK/month", "payslip", values, law))
        if slip.excluded:
            left_out = {"month": slip.month}
            excluded = to_ore(slip.excluded)
            lines.append(
                Line("payslip_excluded", excluded, "DKK/month", "payslip_excluded", left_out, law)
            )
    mean = to_ore(ratio(sum(sums, ZERO), 1, len(sums)))
    values_ = {"sums": tuple(sums), "count": len(sums)}
    formula = "wage_basis.payslips" if len(sums) > 1 else "wage_basis.payslip"
    lines.append(Line("wage_basis", mean, "DKK/month", formula, values_, law))
    return Basis(mean, tuple(lines))


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
