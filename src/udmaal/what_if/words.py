"""What varies, and what decides an amount, in words."""

from datetime import date
from decimal import Decimal

from udmaal.language import Language, Text
from udmaal.shown import shown
from udmaal.text import numbers
from udmaal.text.case_keys import CASE_KEYS
from udmaal.text.render import render
from udmaal.text.terms import UNITS
from udmaal.what_if.combinations import Change, Limit
from udmaal.what_if.variations import Value, Variation

_ROUNDED = Text("afrunding", "rounding")
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


def limit_text(limit: Limit, language: Language) -> str:
    """Say what decided."""
    return render(limit.text.in_(language), dict(limit.values), language)


def input_name(variation: Variation, language: Language) -> str:
    """Name an input, with its unit, as a form would; an entry of a list by its key."""
    path = ".".join(part for part in variation.path if isinstance(part, str))
    if path not in CASE_KEYS:
        return variation.key
    name = CASE_KEYS[path].title.in_(language)
    unit = _UNITS.get(variation.name)
    named = f"{name}, {UNITS[unit].in_(language)}" if unit else name
    return f"{named} ({variation.key})"


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
        return str(value).lower()
    if isinstance(value, int | Decimal):
        return numbers.number(value, language)
    return value.isoformat() if isinstance(value, date) else shown(value)
