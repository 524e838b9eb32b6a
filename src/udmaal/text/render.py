"""Fill templates: ``{basis:kr} × {hours:n}/{own:n}``.

The part after the colon says how a value is written: ``kr`` an amount, ``n`` a plain number,
``day`` a date, ``month`` a calendar month, ``sum`` several amounts with plus signs, ``sum_n``
several plain numbers, ``shares`` several days, each with its part, ``term`` a key of the case file
in words, ``or_kind`` a free text or else the kind in words, ``key`` what a key of the case file
(dotted, without numbers, and its choices) is called and ``key_text`` what it holds, ``rate`` a rate
by its name with its key, ``rates`` the keys of several by their names, ``cell`` what stands in a cell
of a table, ``text`` as it is.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial
from string import Formatter
from typing import Any, NamedTuple

from udmaal.language import LANGUAGES, Language
from udmaal.text import numbers
from udmaal.text.rate_names import RATE_NAMES
from udmaal.text.terms import TERMS

Values = Mapping[str, Any]
Template = Callable[[Values], str]
"""A text with placeholders in one language; a missing value raises ``KeyError``."""

_Writer = Callable[[Any], str]


class _Part(NamedTuple):
    """A placeholder: the value's name, how it is written, and the literal text after it."""

    name: str
    write: _Writer
    after: str


def template(text: str, language: Language) -> Template:
    """Take a text apart; raises ``KeyError`` for an unknown way of writing."""
    writers = _WRITERS[language]
    pieces = [(literal, name, how or "") for literal, name, how, _ in Formatter().parse(text)]
    start = pieces[0][0] if pieces else ""
    # Each placeholder with its way of writing and the literal after it.
    following = [*(literal for literal, _, _ in pieces[1:]), ""]
    named = [(*piece, after) for piece, after in zip(pieces, following, strict=True)]
    parts = [_Part(name, writers[how], after) for _, name, how, after in named if name is not None]
    if any(how == _ALL_VALUES for _, _, how, _ in named):
        return _with_all_values(start, parts, writers[_ALL_VALUES])
    return _plain(start, parts)


def _plain(start: str, parts: Sequence[_Part]) -> Template:
    """Make a template; most have few placeholders, and a large batch fills millions of them."""
    match parts:
        case []:
            return lambda _: start
        case [(name, write, after)]:
            return lambda values: f"{start}{write(values[name])}{after}"
        case [(name, write, after), (name2, write2, after2)]:
            return lambda values: (
                f"{start}{write(values[name])}{after}{write2(values[name2])}{after2}"
            )
        case [(name, write, after), (name2, write2, after2), (name3, write3, after3)]:
            return lambda values: (
                f"{start}{write(values[name])}{after}{write2(values[name2])}{after2}"
                f"{write3(values[name3])}{after3}"
            )
    first = _plain(start, parts[:3])
    rest = _plain("", parts[3:])
    return lambda values: first(values) + rest(values)


def _with_all_values(start: str, parts: Sequence[_Part], needs_all: _Writer) -> Template:
    def fill(values: Values) -> str:
        text = start
        for name, write, after in parts:
            value = values[name]
            text += write((value, values) if write is needs_all else value) + after
        return text

    return fill


def render(text: str, values: Values, language: Language) -> str:
    """Fill one text; a missing value or unknown way of writing raises ``KeyError``."""
    return _kept(text, language)(values)


_kept = lru_cache(maxsize=1024)(template)


# The way of writing that needs to see the other values too.
_ALL_VALUES = "or_kind"


def _writers(language: Language) -> dict[str, _Writer]:
    """Give the ways of writing in one language.

    The same few hours, percentages and days stand in most lines, so they are kept.
    """
    number = lru_cache(maxsize=1 << 10)(partial(numbers.number, language=language))
    day = lru_cache(maxsize=1 << 12)(partial(numbers.day, language=language))

    kroner = numbers.kroner_in(language)

    def share(days: Any, hours: Any, of: Any) -> str:
        return number(days) if hours is None else f"{number(days)} × {number(hours)}/{number(of)}"

    def term(value: Any) -> str:
        text = TERMS.get(str(value))
        return text.in_(language) if text else str(value)

    def or_kind(value_and_values: Any) -> str:
        value, values = value_and_values
        return str(value) if value else term(values["kind"])

    def key(key_and_choices: Any) -> str:
        from udmaal.text.case_keys import CASE_KEYS  # noqa: PLC0415 - few texts name a key

        return CASE_KEYS[key_and_choices[0]].title.in_(language)

    def key_text(key_and_choices: Any) -> str:
        from udmaal.text.case_keys import key_comment  # noqa: PLC0415 - as above

        path, choices = key_and_choices
        return key_comment(path, choices, language)

    def plain(value: Any) -> str:
        return day(value) if isinstance(value, date) else str(value)

    def rate(key: str) -> str:
        return f"{RATE_NAMES[key].in_(language)} ({key})" if key in RATE_NAMES else key

    def rates(keys: str) -> str:
        return "; ".join(RATE_NAMES[key].in_(language) for key in keys.split(", "))

    return {
        "kr": kroner,
        "n": number,
        "day": day,
        "month": partial(numbers.month, language=language),
        "sum": lambda amounts: " + ".join(map(kroner, amounts)) or "0",
        "shares": lambda shares: " + ".join(share(*each) for each in shares),
        "sum_n": lambda values: " + ".join(map(number, values)) or "0",
        "term": term,
        "or_kind": or_kind,
        "key": key,
        "key_text": key_text,
        "rate": rate,
        "rates": rates,
        "text": str,
        "cell": lambda value: number(value) if isinstance(value, Decimal) else plain(value),
        "": plain,
    }


_WRITERS = {language: _writers(language) for language in LANGUAGES}
