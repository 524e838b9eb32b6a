"""What varies, and what decides an amount, in words."""

from datetime import date
from decimal import Decimal

from udmaal.reading.variations import Value, Variation
from udmaal.text import numbers
from udmaal.text.language import Language, Text
from udmaal.text.limits import LIMITS
from udmaal.text.render import in_both
from udmaal.what_if import Change, Limit

_ROUNDED = Text("afrunding", "rounding")
_NO_LONGER = Text("ikke længere: {limit}", "no longer: {limit}")
_LIMITS = in_both(LIMITS)

# The inputs that are drawn most, by the last part of their key; the others keep their key.
_INPUTS = {
    "hours": Text("Bevilgede timer om ugen", "Granted hours a week"),
    "weekly_hours": Text("Egne timer om ugen", "Own hours a week"),
    "monthly_wage": Text("Månedsløn, kr./md.", "Monthly wage, kr./month"),
    "employer_pension": Text("Arbejdsgivers pension, kr./md.", "Employer's pension, kr./month"),
    "monthly": Text("Beløb, kr./md.", "Amount, kr./month"),
    "amount": Text("Beløb, kr.", "Amount, kr."),
    "normal": Text("Normal udgift, kr.", "Normal cost, kr."),
    "covered": Text("Dækket af andre, kr.", "Covered by others, kr."),
    "km": Text("Km", "Km"),
    "km_monthly": Text("Km om måneden", "Km a month"),
    "from": Text("Første dag", "First day"),
    "until": Text("Sidste dag", "Last day"),
    "date": Text("Dato", "Date"),
    "decided": Text("Fastsat den", "Fixed on"),
    "born": Text("Barnets fødselsdag", "The child's birthday"),
    "rate": Text("Trækprocent, 0 til 1", "Withholding rate, 0 to 1"),
    "former_weekly_wage": Text("Tidligere løn, kr./uge", "Former wage, kr./week"),
    "days": Text("Døgn", "Days"),
}


def limit_text(limit: Limit, language: Language) -> str:
    """Say what decided."""
    return _LIMITS[language][limit.key](dict(limit.values))


def input_name(variation: Variation, language: Language) -> str:
    """Name an input, with its unit, for those who do not know the keys of the case file."""
    known = _INPUTS.get(variation.name)
    return f"{known.in_(language)} ({variation.key})" if known else variation.key


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
    return value.isoformat() if isinstance(value, date) else value
