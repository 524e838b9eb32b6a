"""Fill templates: ``{basis:kr} × {hours:n}/{own:n}``.

The part after the colon says how a value is written: ``kr`` an amount, ``n`` a plain number,
``day`` a date, ``month`` a calendar month, ``sum`` several amounts with plus signs, ``term`` a key
of the case file in words, ``or_kind`` a free text or else the kind in words, ``text`` as it is.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache, partial
from string import Formatter
from typing import Any

from udmaal.text import numbers
from udmaal.text.language import LANGUAGES, Language
from udmaal.text.terms import TERMS

Values = Mapping[str, Any]
_Writer = Callable[[Any, Values], str]


def _writers(language: Language) -> dict[str, _Writer]:
    """Give the ways of writing in one language."""
    kroner = partial(numbers.kroner, language=language)
    number = partial(numbers.number, language=language)

    def term(value: Any, _: Values) -> str:
        text = TERMS.get(str(value))
        return text.in_(language) if text else str(value)

    def or_kind(value: Any, values: Values) -> str:
        return str(value) if value else term(values["kind"], values)

    def plain(value: Any, _: Values) -> str:
        return numbers.day(value, language) if isinstance(value, date) else str(value)

    return {
        "kr": lambda value, _: kroner(value),
        "n": lambda value, _: number(value),
        "day": lambda value, _: numbers.day(value, language),
        "month": lambda value, _: numbers.month(value, language),
        "sum": lambda value, _: " + ".join(map(kroner, value)) or "0",
        "term": term,
        "or_kind": or_kind,
        "text": lambda value, _: str(value),
        "": plain,
    }


_WRITERS = {language: _writers(language) for language in LANGUAGES}


def render(template: str, values: Values, language: Language) -> str:
    """Fill one template; a missing value or unknown way of writing raises ``KeyError``."""
    if "{" not in template:
        return template
    text = ""
    for literal, name, write in _parts(template, language):
        text += literal
        if name is not None:
            text += write(values[name], values)
    return text


@lru_cache(maxsize=4096)
def _parts(template: str, language: Language) -> tuple[tuple[str, str | None, _Writer], ...]:
    """Take a template apart once, each placeholder with its way of writing."""
    writers = _WRITERS[language]
    return tuple(
        (literal, name, writers[how or ""]) for literal, name, how, _ in Formatter().parse(template)
    )
