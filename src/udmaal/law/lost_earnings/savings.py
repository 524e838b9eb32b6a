"""Savings by not working, deducted from the net (rules.md § 1.1, step 12; the order § 12)."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from udmaal.breakdown import Line, Values
from udmaal.case.model import Saving
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.lines import law_on, line
from udmaal.money import ZERO, to_ore


class Savings(NamedTuple):
    """The savings in force on a date, each with its amount, and their sum."""

    total: Decimal
    lines: tuple[Line, ...]


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
    law = law_on(on, topic="savings")
    lines = []
    total = to_ore(ZERO)
    for saving in course.table.saving:
        if not saving_applies(saving, on):
            continue
        amount = saving_amount(saving)
        total += amount
        values: Values = {"kind": saving.kind, "note": saving.note}
        if saving.monthly is None:
            values = {**values, "km": saving.km_monthly, "rate": saving.rate_per_km}
            lines.append(line("saving", amount, values, law, "saving.km"))
        else:
            lines.append(line("saving", amount, values, law))
    return Savings(total, tuple(lines))
