"""Numbers and dates as people write them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from udmaal.language import MONTHS, Language

_GROUP = 3
_DANISH = str.maketrans(",.", ".,")


def kroner(amount: Decimal | int, language: Language) -> str:
    """Write ``28.443,00`` or ``28,443.00``; more decimals only where the input has them."""
    return _KRONER[language](amount)


def kroner_in(language: Language) -> Callable[[Decimal | int], str]:
    """Give what writes amounts in a language: a large batch writes millions of them."""
    return _KRONER[language]


def _kroner(group: str, point: str) -> Callable[[Decimal | int], str]:
    def written(amount: Decimal | int) -> str:
        text = str(amount)
        whole, rest = text[:-3], text[-2:]
        if text[-3:-2] != ".":  # not in whole øre, as the input may be
            whole, _, rest = f"{Decimal(amount):f}".partition(".")
            rest = f"{rest.rstrip('0'):0<2}"
        if len(whole) <= _GROUP:
            return f"{whole}{point}{rest}"
        if len(whole) <= 2 * _GROUP and whole[0] != "-":  # nearly every amount
            return f"{whole[:-3]}{group}{whole[-3:]}{point}{rest}"
        return f"{int(whole):,}".replace(",", group) + point + rest

    return written


_KRONER: dict[Language, Callable[[Decimal | int], str]] = {
    "da": _kroner(".", ","),
    "en": _kroner(",", "."),
}


def number(value: Decimal | int, language: Language) -> str:
    """Write a number without needless zeros: ``7,4``, ``37``."""
    text = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(_DANISH) if language == "da" else text


def day(value: date, language: Language) -> str:
    """Write ``1. marts 2025`` or ``1 March 2025``."""
    dot = "." if language == "da" else ""
    return f"{value.day}{dot} {MONTHS[language][value.month - 1]} {value.year}"


def month(value: str, language: Language) -> str:
    """Write ``2024-12`` as ``december 2024``."""
    year, number_ = value.split("-")
    return f"{MONTHS[language][int(number_) - 1]} {year}"
