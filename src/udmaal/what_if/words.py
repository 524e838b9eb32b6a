"""What varies, and what decides an amount, in words."""

from datetime import date
from decimal import Decimal

from udmaal.language import Language, Text
from udmaal.output import headings
from udmaal.settings import Value, Variation
from udmaal.shown import shown
from udmaal.text import numbers
from udmaal.text.case_keys import CASE_KEYS
from udmaal.text.interview import NO, YES
from udmaal.text.limits import limit_text
from udmaal.text.terms import TERMS, UNITS
from udmaal.what_if.combinations import Change, WhatIf

_ROUNDED = Text("afrunding", "rounding")
_DATE = Text("Beregningsdato", "Calculation date")
_NO_LONGER = Text("ikke længere: {limit}", "no longer: {limit}")

# The units of inputs whose name does not tell them, by the last part of the key.
_UNITS = {
    "monthly_wage": "DKK/month",
    "employer_pension": "DKK/month",
    "monthly": "DKK/month",
    "monthly_deduction": "DKK/month",
    "gross": "DKK",
    "former_weekly_wage": "DKK/week",
    "employer_payments_weekly": "DKK/week",
    "amount": "DKK",
    "normal": "DKK",
    "covered": "DKK",
    "rate_per_km": "DKK/km",
    "costs": "DKK/year",
    "agreed_amount": "DKK/year",
}


def title(found: WhatIf, language: Language) -> str:
    """Name the case and, where it is one, the date."""
    case = f"{headings.CASE.in_(language)} {found.case_id}"
    return case if found.on is None else f"{case} · {numbers.day(found.on, language)}"


def input_name(variation: Variation, language: Language) -> str:
    """Name an input, with its unit, as a form would; an entry of a list by its key."""
    if variation.is_calculation_date:
        return _DATE.in_(language)
    path = ".".join(part for part in variation.paths[0] if isinstance(part, str))
    if path not in CASE_KEYS:
        return variation.key
    name = CASE_KEYS[path].title.in_(language)
    unit = _UNITS.get(variation.name)
    named = f"{name}, {UNITS[unit].in_(language)}" if unit else name
    return f"{named} ({variation.key})"


def short_name(variation: Variation, language: Language) -> str:
    """Name an input by the end of its key; the date of the calculation has none."""
    return _DATE.in_(language) if variation.is_calculation_date else variation.name


def change_text(change: Change, language: Language) -> str:
    """Say what is not as in the combination before."""
    if change.now is not None:
        return limit_text(change.now, language)
    if change.before is not None:
        return _NO_LONGER.in_(language).format(limit=limit_text(change.before, language))
    return _ROUNDED.in_(language)


def value_text(value: Value, language: Language) -> str:
    """Write a value of an input as people write it."""
    if isinstance(value, bool):
        return (YES if value else NO)[0].in_(language)
    if isinstance(value, int | Decimal):
        return numbers.number(value, language)
    if isinstance(value, date):
        return numbers.day(value, language)
    return TERMS[value].in_(language) if value in TERMS else shown(value)
