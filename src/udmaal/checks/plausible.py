"""U604: amounts out of the plausible, most of them slips of the keyboard. The bounds are no law."""

from collections.abc import Iterator
from decimal import Decimal

from udmaal.case.model import numbered
from udmaal.checks.hours_and_basis import basis_of
from udmaal.checks.registry import Facts, Found, check
from udmaal.faults import dotted
from udmaal.law.extra_costs.items import TIMES_A_YEAR
from udmaal.law.lost_earnings.course import Course
from udmaal.lines.expression import MONTHS, WEEKS
from udmaal.money import ratio

# kr. a month, an hour, a month, per cent, kr. a year
_LOW_WAGE, _HIGH_WAGE = Decimal(1000), Decimal(150_000)
_LOW_HOURLY = Decimal(50)
_LOW_PENSION = Decimal(100)
_LOW_PERCENT = Decimal(1)
_HIGH_COST = Decimal(150_000)


@check("U604", "warning")
def implausible(facts: Facts) -> Iterator[Found]:
    """Find amounts that are far from what people earn, pay or are paid."""
    for course in facts.courses:
        yield from _wage(course, facts)
        yield from _pension(course, facts)
    for at, table in facts.case.placed("extra_costs"):
        for number, item in numbered(table.item):
            often = item.per not in {"year", "once"}
            if often and item.amount and item.amount * TIMES_A_YEAR[item.per] > _HIGH_COST:
                where = dotted((*at, "item", number, "amount"))
                yield _found(where, item.amount, "high_cost")


def _wage(course: Course, facts: Facts) -> Iterator[Found]:
    """Look at the basis as a wage of a month; results and losses may well be small."""
    basis = basis_of(course, facts)
    table = course.table
    forms = ("monthly_wage", "payslip", "yearly_results", "monthly_loss")
    key = next((each for each in forms if getattr(table, each) not in (None, ())), None)
    if basis is None or key is None:
        return
    where = f"{course.where}.{key}"
    is_wage = key in {"monthly_wage", "payslip"}
    if basis > _HIGH_WAGE:
        yield _found(where, basis, "high_wage")
    elif is_wage and basis < _LOW_WAGE:
        yield _found(where, basis, "low_wage")
    elif is_wage and _by_the_hour(basis, table.weekly_hours) < _LOW_HOURLY:
        yield _found(where, basis, "weekly_wage")


def _pension(course: Course, facts: Facts) -> Iterator[Found]:
    table = course.table
    where = f"{course.where}.employer_pension"
    percent = table.employer_pension_percent
    if percent and percent < _LOW_PERCENT:
        yield _found(f"{where}_percent", percent, "pension_fraction")
    given = table.employer_pension
    if not given:
        return
    basis = basis_of(course, facts)
    if given < _LOW_PENSION:
        yield _found(where, given, "pension_percent")
    elif basis is not None and 2 * given > basis:
        yield _found(where, given, "yearly_pension")


def _by_the_hour(monthly: Decimal, weekly_hours: Decimal) -> Decimal:
    """Give an amount a month as kr./hour."""
    return ratio(monthly, MONTHS, weekly_hours * WEEKS)


def _found(where: str, amount: Decimal, why: str) -> Found:
    return Found(where, {"amount": amount, "why": why})
