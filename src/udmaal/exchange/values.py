"""A cell of a list as a value of the case file, or what to ask back; nothing is guessed."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, get_args, get_origin

from udmaal.calendar_month import Month
from udmaal.case.fields import Month as MonthField
from udmaal.exchange.keys import Purpose, Target
from udmaal.exchange.map import Column, DayForm, Map, NumberForm
from udmaal.language import LANGUAGES
from udmaal.money import ZERO, to_ore
from udmaal.reading.cells import Asked, amount_in, month_in, whole_digits
from udmaal.reading.numbers import written_in_thousands
from udmaal.reading.tables import Broken, Value
from udmaal.reading.validation import bare, choices_of
from udmaal.reading.written import amounts_of, days_of, is_nothing
from udmaal.text.interview import NO, SAID, YES

# How spreadsheet programs write yes and no, besides the words.
_TRUE, _FALSE = frozenset({"sand", "true", "x"}), frozenset({"falsk", "false"})
_SPACES = re.compile(r"[ \u00a0\u2009\u202f]")
_PLAIN = re.compile(r"-?\d{1,9}(?:[.,]\d{1,6})?", re.ASCII)
_PARTS = re.compile(r"(\d+)\D+(\d+)\D+(\d+)(?:[ T]\d\d?[:.]\d\d(?:[:.]\d\d)?)?", re.ASCII)
_RUN = {8: (2, 2, 4), 6: (2, 2, 2)}
_ORDER: dict[DayForm, tuple[int, int, int]] = {
    # where year, month and day stand
    "day-month-year": (2, 1, 0),
    "month-day-year": (2, 0, 1),
    "year-month-day": (0, 1, 2),
}
_FULL_YEAR = 100


def text_of(cell: Value) -> str:
    """Write a cell as its text: a whole number without decimals, a date as YYYY-MM-DD."""
    if isinstance(cell, Broken):
        return ""
    return cell if isinstance(cell, str) else whole_digits(cell) or str(cell)


def value_in(cell: Value, column: Column, target: Target, read: Map) -> Any:
    """Give the value of a cell as TOML has it, ``None`` for an empty cell, or an ``Asked``."""
    if isinstance(cell, Broken):
        return Asked("table.broken", {})
    text = text_of(cell)
    said = {each.casefold(): value for each, value in column.values.items()}
    if text.casefold() in said:
        value = said[text.casefold()]
        return None if value == "" else value
    if text == "":
        return None
    if target.purpose is Purpose.WHICH:
        return text
    if target.purpose is Purpose.MONTH:
        return _month(cell, column.date or read.date)
    number, day = column.number or read.number, column.date or read.date
    return _of_kind(cell, text, target, number, day)


def _of_kind(  # noqa: PLR0911 - one for each kind of value
    cell: Value, text: str, target: Target, number: NumberForm | None, day: DayForm | None
) -> Any:
    annotation, holds = _annotation(target)
    if choices_of(target.field):
        return _chosen(text, target)
    if annotation is bool:
        return _yes_or_no(text)
    if annotation is date:
        return _day(cell, day)
    if holds is MonthField:
        found = _month(cell, day)
        return found if isinstance(found, Asked) else str(found)
    if annotation is int:
        return (
            int(text)
            if re.fullmatch(r"\d{1,6}", text, re.ASCII)
            else Asked("list.whole", {"found": text})
        )
    if annotation is Decimal:
        return _number(cell, target, number)
    return text


def _annotation(target: Target) -> tuple[Any, Any]:
    """Give the type of a value, and how it is annotated; of one of years, its values."""
    annotation = target.field.annotation
    inner = bare(annotation)
    if get_origin(inner) in {tuple, dict}:
        annotation = get_args(inner)[1 if get_origin(inner) is dict else 0]
        inner = bare(annotation)
    pattern = str(target.field.metadata)
    return inner, MonthField if inner is str and "0[1-9]|1[0-2]" in pattern else annotation


def _chosen(text: str, target: Target) -> Any:
    """Take a choice by its key or by its word in either language."""
    word = text.casefold()
    options = choices_of(target.field)
    for option in options:
        words = SAID.get(str(option))
        spoken = {words.in_(each).casefold() for each in LANGUAGES} if words else set()
        if word in {str(option).casefold(), *spoken}:
            return option
    return Asked("list.choice", {"found": text, "choices": ", ".join(map(str, options))})


def _yes_or_no(text: str) -> bool | Asked:
    word = text.casefold()
    for value, words, others in ((True, YES, _TRUE), (False, NO, _FALSE)):
        spoken = {each.in_(language) for each in words for language in LANGUAGES}
        if word in spoken | others:
            return value
    return Asked("list.yes_no", {"found": text})


def _day(cell: Value, form: DayForm | None) -> date | Asked:
    if isinstance(cell, date):
        return cell
    text = text_of(cell)
    found = tuple(_days_by_form(text, form)) if form else ()
    found = found or days_of(text)
    if len(found) > 1:
        return Asked("list.day_unsure", {"found": text, "one": found[0], "other": found[1]})
    return found[0] if found else Asked("list.day", {"found": text})


def _days_by_form(text: str, form: DayForm) -> Iterator[date]:
    """Give the date of three numbers in a known order, with anything or nothing between them."""
    found = _PARTS.fullmatch(text)
    parts: list[str] = list(found.groups()) if found else []
    if not parts and text.isdecimal() and len(text) in _RUN:
        widths = _RUN[len(text)] if form != "year-month-day" else tuple(reversed(_RUN[len(text)]))
        start = 0
        for width in widths:
            parts.append(text[start : start + width])
            start += width
    if parts:
        year, month, day = (int(parts[at]) for at in _ORDER[form])
        try:
            yield date(year + (2000 if year < _FULL_YEAR else 0), month, day)
        except ValueError:
            return


def _month(cell: Value, form: DayForm | None) -> Month | Asked:
    days = tuple(_days_by_form(text_of(cell), form)) if form else ()
    return Month.of(days[0]) if days else month_in(cell)


def _number(cell: Value, target: Target, form: NumberForm | None) -> Decimal | Asked:
    """Give a number: an amount in kroner in whole øre, anything else with all its decimals."""
    text = text_of(cell)
    percent = text.endswith("%")
    if isinstance(cell, str):
        cell = text = text.removesuffix("%").strip()
        if form is not None:
            exact = _by_form(text, form)
            if isinstance(exact, str):
                return ZERO if is_nothing(text) else Asked("paid.amount", {"found": text})
            found: Decimal | Asked = _rounded(exact, target)
        else:
            found = amount_in(cell) if _is_kroner(target) else _plain(text, target)
    else:
        found = amount_in(cell) if _is_kroner(target) else _exact(cell)
    if percent and not isinstance(found, Asked) and target.key == "lost_earnings.tax.rate":
        return found.scaleb(-2)
    return found


def _is_kroner(target: Target) -> bool:
    """Tell whether a number is an amount: its example has øre; a rate per km may have more."""
    examples = str(target.field.examples)
    return ".00" in examples


def _rounded(number: Decimal, target: Target) -> Decimal:
    return to_ore(number) if _is_kroner(target) else number


def _by_form(text: str, form: NumberForm) -> Decimal | str:
    """Read a number whose signs are known; the text again where it is none."""
    thousands, decimal = form[1], form[-3]
    bare_text = _SPACES.sub("", text).replace(thousands, "").replace(decimal, ".")
    try:
        return Decimal(bare_text) if re.fullmatch(r"-?\d{1,9}(\.\d{1,6})?", bare_text) else text
    except InvalidOperation:
        return text


def _exact(cell: Value) -> Decimal | Asked:
    return cell if isinstance(cell, Decimal) else Asked("list.number", {"found": text_of(cell)})


def _plain(text: str, target: Target) -> Decimal | Asked:
    """Read hours, per cent or kilometres: what cannot be so large is not thousands."""
    found = amounts_of(text)
    if not found and _PLAIN.fullmatch(text):
        found = (Decimal(text.replace(",", ".")),)
    most = next((each.le for each in _bounds(target) if hasattr(each, "le")), None)
    fitting = [each for each in found if most is None or each <= most]
    if len(fitting) > 1 and written_in_thousands(fitting[-1]):
        values = {"found": text, "one": fitting[0], "other": fitting[-1]}
        return Asked("list.number_unsure", values)
    return fitting[0] if fitting else Asked("list.number", {"found": text})


def _bounds(target: Target) -> list[Any]:
    """Give the bounds of a field, also those before ``| None``."""
    annotation = target.field.annotation
    inside = [part for part in get_args(annotation) if part is not type(None)]
    found = list(target.field.metadata)
    for part in (annotation, *inside):
        for each in getattr(part, "__metadata__", ()):
            found += [each, *getattr(each, "metadata", ())]
    return found
