"""U2: savings and how they are deducted (the order § 12)."""

from collections.abc import Iterator
from decimal import Decimal

from udmaal.breakdown import Result
from udmaal.case.model import numbered
from udmaal.checks.registry import Facts, Found, check
from udmaal.law.child import age_on
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.savings import saving_applies
from udmaal.money import ratio

_SCHOOL_AGE = 7
_LARGE_PERCENT = Decimal(25)


@check("U201", "warning", "lost_earnings.saving")
def state_rate_per_km(facts: Facts) -> Iterator[Found]:
    """Find transport savings per km at the state's low or high rate of the year."""
    for index, table in numbered(facts.case.lost_earnings):
        for number, saving in numbered(table.saving):
            if saving.rate_per_km is not None and saving.rate_per_km in _state_rates(facts):
                where = f"lost_earnings[{index}].saving[{number}].rate_per_km"
                yield Found(where, {"rate": saving.rate_per_km})


def _state_rates(facts: Facts) -> set[Decimal]:
    """Give the low and high rates per km of the year."""
    book = facts.context.book
    rates = book.nearest(facts.on)
    return {
        rate.number
        for key in ("mileage.low", "mileage.high")
        for rate in (rates[key], *book.history(key))
        if rate is rates[key] or rate.effective.year == facts.on.year
    }


@check("U202", "warning", "lost_earnings.saving")
def daycare_of_a_schoolchild(facts: Facts) -> Iterator[Found]:
    """Find daycare savings that count while the course's child is 7 or older."""
    for course in facts.courses:
        age = age_on(course.born, facts.on)
        for number, saving in numbered(course.table.saving):
            applies = saving.kind == "daycare" and saving_applies(saving, facts.on)
            if applies and age >= _SCHOOL_AGE:
                yield Found(f"{course.where}.saving[{number}]", {"age": age})


@check("U203", "error", "lost_earnings")
def deducted_from_the_gross(facts: Facts) -> Iterator[Found]:
    """Find a service level that deducts savings from the gross."""
    if facts.context.level.savings_from == "gross" and facts.case.lost_earnings:
        yield Found("municipality", {"name": facts.case.municipality})


def _with_savings(facts: Facts) -> Iterator[tuple[Course, Result, Decimal, Decimal]]:
    for course in facts.courses:
        result = facts.result(course.where)
        if result is None:
            continue
        savings, gross = result.amounts.get("savings"), result.amounts.get("gross")
        if isinstance(savings, Decimal) and isinstance(gross, Decimal) and savings:
            yield course, result, savings, gross


@check("U204", "warning", "lost_earnings.saving")
def large_savings(facts: Facts) -> Iterator[Found]:
    """Find savings above a quarter of the gross benefit."""
    for course, _, savings, gross in _with_savings(facts):
        if savings > ratio(gross, _LARGE_PERCENT, 100):
            values = {"savings": savings, "percent": _LARGE_PERCENT, "gross": gross}
            yield Found(f"{course.where}.saving", values)


@check("U205", "info", "lost_earnings.saving")
def no_tax_data(facts: Facts) -> Iterator[Found]:
    """Find savings that are to be deducted from a net nobody can estimate."""
    for course, _, savings, _ in _with_savings(facts):
        if course.table.tax is None and facts.context.level.savings_from == "net":
            yield Found(f"{course.where}.saving", {"savings": savings})
