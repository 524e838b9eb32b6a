"""Fill templates: ``{basis:kr} × {hours:n}/{own:n}``.

The part after the colon says how a value is written: ``kr`` an amount, ``n`` a plain number,
``day`` a date, ``month`` a calendar month, ``sum`` several amounts with plus signs, ``term`` a key
of the case file in words, ``or_kind`` a free text or else the kind in words, ``text`` as it is.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from string import Formatter
from typing import Any

from udmaal.text import numbers
from udmaal.text.language import Language
from udmaal.text.terms import TERMS

Values = Mapping[str, Any]
_Writer = Callable[[Any, Values, Language], str]


def _term(value: Any, _: Values, language: Language) -> str:
    text = TERMS.get(str(value))
    return text.in_(language) if text else str(value)


def _or_kind(value: Any, values: Values, language: Language) -> str:
    return str(value) if value else _term(values["kind"], values, language)


_WRITERS: dict[str, _Writer] = {
    "kr": lambda value, _, language: numbers.kroner(value, language),
    "n": lambda value, _, language: numbers.number(value, language),
    "day": lambda value, _, language: numbers.day(value, language),
    "month": lambda value, _, language: numbers.month(value, language),
    "sum": lambda value, _, language: (
        " + ".join(numbers.kroner(part, language) for part in value) or "0"
    ),
    "term": _term,
    "or_kind": _or_kind,
    "text": lambda value, _values, _language: str(value),
    "": lambda value, _, language: (
        numbers.day(value, language) if isinstance(value, date) else str(value)
    ),
}


def render(template: str, values: Values, language: Language) -> str:
    """Fill one template; a missing value or unknown way of writing raises ``KeyError``."""
    return "".join(
        literal if name is None else literal + _WRITERS[how](values[name], values, language)
        for literal, name, how in _parts(template)
    )


@lru_cache(maxsize=4096)
def _parts(template: str) -> tuple[tuple[str, str | None, str], ...]:
    return tuple(
        (literal, name, how or "") for literal, name, how, _ in Formatter().parse(template)
    )
