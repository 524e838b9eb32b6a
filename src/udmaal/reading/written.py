"""Amounts, dates and months as people write them, Danish or English; nothing is guessed.

Of each kind there are two functions: one gives all that a text can mean, so that it can be asked
back (``17.567`` is seventeen thousand in Danish hands, and a little over seventeen in English), the
other the one meaning, or ``None`` where there is none or several.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import TypeVar

from udmaal.calendar_month import Month
from udmaal.language import MONTHS

T = TypeVar("T")

_SPACES = re.compile(r"[ \u00a0\u2009\u202f]")
_CURRENCY = r"(?:kr\.?|kroner|dkk)"
_KRONER = re.compile(rf"^([-(]?){_CURRENCY}(?=[-(\d])|(?<=[-\d]){_CURRENCY}(\)?)$", re.IGNORECASE)
_MINUS = str.maketrans("\N{MINUS SIGN}\N{EN DASH}\N{EM DASH}", "---")
# A dash where an amount would be, also as the accounting formats of spreadsheets write 0.
_NOTHING = re.compile(rf"{_CURRENCY}?-*{_CURRENCY}?", re.IGNORECASE)
# Behind a decimal sign one or two digits, or more where they are zeros; thousands signs, if any,
# are the other sign. `500,-` is a whole amount in Danish.
_PART = r"(\d{1,2}|\d{2}0+)"
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)
_DANISH = re.compile(rf"(\d{{1,9}}|\d{{1,3}}(\.\d{{3}})+),({_PART}|-)", re.ASCII)
_ENGLISH = re.compile(rf"(\d{{1,9}}|\d{{1,3}}(,\d{{3}})+)\.{_PART}", re.ASCII)
# Thousands or thousandths: what one group of three digits is nobody can tell, of two anybody.
_THREE_DIGITS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_GROUPS = re.compile(r"[1-9]\d{0,2}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,})", re.ASCII)

_TIME = re.compile(r"[ T]\d\d?[:.]\d\d([:.]\d\d)?(\.0+)?$", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})", re.ASCII)
_DAY_NAMED = re.compile(r"([0-9]{1,2})(?:\.? |[-/.])([^\W\d]+)\.?[-/. ]([0-9]{4}|[0-9]{2})")
_MONTH_LAST = re.compile(r"(\d{4})(?:[-/.](?=\d\d?$)|(?=\d\d$))(\d+)", re.ASCII)
_MONTH_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{4})", re.ASCII)
_MONTH_NAMED = re.compile(r"([^\W\d]+)\.?[-/. ]'?([0-9]{4}|[0-9]{2})")
_NAME_LAST = re.compile(r"([0-9]{4})[-/. ]([^\W\d]+)\.?")
_SHORTEST_NAME = 3
_SHORT_YEAR = 2
_CENTURY = 2000


def amounts_of(text: str) -> tuple[Decimal, ...]:
    """Give all that a text can mean as an amount, kr.

    Read are ``34250``, ``34.250,00``, ``34,250.00``, ``1.234.567``, ``kr. 500``, ``500,-``,
    ``250,00-``; spaces separate thousands too.
    """
    bare = _KRONER.sub(r"\1\2", _SPACES.sub("", text).translate(_MINUS))
    negative = bare.startswith(("-", "(")) or (bare.endswith("-") and not bare.endswith(",-"))
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1]
    elif negative:
        bare = bare.removeprefix("-") if bare.startswith("-") else bare.removesuffix("-")
    found = tuple(_unsigned_amounts(bare))
    return tuple(-amount for amount in found) if negative else found


def _unsigned_amounts(text: str) -> Iterator[Decimal]:
    if _WHOLE.fullmatch(text):
        yield Decimal(text)
    elif _THREE_DIGITS.fullmatch(text):
        yield Decimal(text.replace(",", "").replace(".", ""))
        yield Decimal(text.replace(",", "."))
    elif _GROUPS.fullmatch(text):
        yield Decimal(text.replace(",", "").replace(".", ""))
    elif _DANISH.fullmatch(text):
        yield _with_ore(text.removesuffix("-").replace(".", "").replace(",", "."))
    elif _ENGLISH.fullmatch(text):
        yield _with_ore(text.replace(",", ""))


def _with_ore(text: str) -> Decimal:
    """Read an amount without the zeros that stand behind its øre."""
    whole, _, part = text.partition(".")
    return Decimal(f"{whole}.{part[:2] or '00'}")


def written_amount(text: str) -> Decimal | None:
    """Give the amount a text means beyond doubt, kr.; ``34.250`` is two in two languages."""
    return _only(amounts_of(text))


def is_nothing(text: str) -> bool:
    """Tell whether a cell for an amount says that there is none: empty, ``-``, ``- kr.``."""
    return _NOTHING.fullmatch(_SPACES.sub("", text).translate(_MINUS)) is not None


def days_of(text: str) -> tuple[date, ...]:
    """Give all that a text can mean as a date.

    Read are ``15-03-2026`` and ``3/4/2026`` (always day, month, year), ``2026-03-15``,
    ``15. marts 2026``, ``15-mar-26``, each also with a time of day behind it. A year of two digits
    among nothing but digits is never one thing: ``05/06/26``.
    """
    text = _TIME.sub("", text.strip())
    if found := _YEAR_FIRST.fullmatch(text):
        return tuple(_days([(found[1], found[2], found[3])]))
    if found := _DAY_NAMED.fullmatch(text):
        numbers = _numbers_of_month(found[2])
        return tuple(_days((_full_year(found[3]), number, found[1]) for number in numbers))
    if not (found := _DAY_FIRST.fullmatch(text)):
        return ()
    first, second, last = found[1], found[3], found[4]
    if len(last) > _SHORT_YEAR:
        return tuple(_days([(last, second, first)]))
    year, as_first = _full_year(last), _full_year(first)
    several = _days([(year, second, first), (as_first, second, last), (year, first, second)])
    found_days = tuple(dict.fromkeys(several))
    return found_days if len(found_days) > 1 else ()


def written_day(text: str) -> date | None:
    """Give the date a text means beyond doubt, as ``days_of`` reads it."""
    return _only(days_of(text))


def months_of(text: str) -> tuple[Month, ...]:
    """Give all that a text can mean as a month.

    Read are ``2026-03``, ``03-2026``, ``202603``, ``marts 2026``, ``mar-26``, and every date.
    """
    text = text.strip()
    if days := days_of(text):
        return tuple(dict.fromkeys(Month.of(day) for day in days))
    if found := _MONTH_LAST.fullmatch(text):
        pairs = [(found[1], found[2])]
    elif found := _MONTH_FIRST.fullmatch(text):
        pairs = [(found[2], found[1])]
    elif found := _MONTH_NAMED.fullmatch(text):
        pairs = [(_full_year(found[2]), number) for number in _numbers_of_month(found[1])]
    elif found := _NAME_LAST.fullmatch(text):
        pairs = [(found[1], number) for number in _numbers_of_month(found[2])]
    else:
        return ()
    return tuple(Month.of(day) for day in _days((year, month, 1) for year, month in pairs))


def written_month(text: str) -> Month | None:
    """Give the month a text means beyond doubt, as ``months_of`` reads it."""
    return _only(months_of(text))


def _days(parts: Iterable[tuple[str | int, str | int, str | int]]) -> Iterator[date]:
    """Give the dates among triples of year, month and day."""
    for year, month, day in parts:
        try:
            yield date(int(year), int(month), int(day))
        except ValueError:
            continue


def _full_year(year: str) -> int:
    return int(year) + (_CENTURY if len(year) <= _SHORT_YEAR else 0)


def _numbers_of_month(word: str) -> list[int]:
    """Give the number of the month that a word, or the beginning of one, names."""
    word = word.casefold()
    numbers = {
        number
        for names in MONTHS.values()
        for number, name in enumerate(names, 1)
        if len(word) >= _SHORTEST_NAME and name.casefold().startswith(word)
    }
    return sorted(numbers)


def _only(found: tuple[T, ...]) -> T | None:
    return found[0] if len(found) == 1 else None
