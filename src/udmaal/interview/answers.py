"""What an answer means, and how it is written."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar, get_origin

from udmaal.calendar_month import Month
from udmaal.case.model import Case
from udmaal.faults import Fault, InputFaultsError
from udmaal.interview.questions import ASIDE, Question
from udmaal.language import LANGUAGES, Language, Text
from udmaal.reading.numbers import written_in_thousands
from udmaal.reading.source import toml_value
from udmaal.reading.validation import bare, choices_of, field_at
from udmaal.reading.written import amounts_of, days_of, months_of, written_day, written_month
from udmaal.shown import holds_cpr_number
from udmaal.text.interview import NO, SAID, YES
from udmaal.text.numbers import day, kroner, month, number

T = TypeVar("T")

_A_MONTH = re.compile(r'"\d{4}-\d\d"')
# What reads a date or a month: all that a text can mean, the one thing it means, else the fault.
_DATED: dict[Any, tuple[Callable[[str], Sequence[Any]], Callable[[str], Any], str]] = {
    date: (days_of, written_day, "answer.date"),
    Month: (months_of, written_month, "answer.month"),
}


def choices(question: Question) -> tuple[str, ...]:
    """Give the choices of a question; none where the answer is free."""
    if question.options:
        return tuple(key for key, _ in question.options)
    field = field_at(Case, question.path)
    return tuple(map(str, choices_of(field))) if field else ()


def value_of(question: Question, text: str, language: Language) -> Any:
    """Read an answer as it was typed; raises ``InputFaultsError`` for what it cannot be."""
    text = text.strip()
    if not text:
        raise _fault("answer.missing", example=_example(question, language))
    if choices(question):
        return _chosen(text, question, language)
    kind = kind_of(question)
    if kind is bool:
        return _yes_or_no(text)
    if kind in _DATED:
        every, only, code = _DATED[kind]
        found = _one_of(every(text), only(text), code, question, text, language)
        return str(found) if kind is Month else found
    if kind in {Decimal, tuple}:
        parts = text.split(";") if kind is tuple else [text]
        numbers = [_number(question, part.strip(), language) for part in parts]
        return numbers if kind is tuple else numbers[0]
    if holds_cpr_number(text):
        raise _fault("answer.cpr")
    return text


def shown(question: Question, value: Any, language: Language) -> str:
    """Write a value as it was understood."""
    if isinstance(value, bool):
        return (YES if value else NO)[0].in_(language)
    if isinstance(value, date):
        return day(value, language)
    if isinstance(value, list):
        return "; ".join(kroner(each, language) for each in value)
    if kind_of(question) is Month:
        return month(str(value), language)
    if isinstance(value, Decimal):
        return _shown_number(question, value, language)
    return _words(question, value).in_(language) if value in choices(question) else str(value)


def _shown_number(question: Question, value: Decimal, language: Language) -> str:
    if question.percent:
        return f"{number(value.scaleb(2), language)} %"
    return kroner(value, language) if _in_kroner(question) else number(value, language)


def _in_kroner(question: Question) -> bool:
    """Tell whether a number is an amount, which the example of its key has with øre."""
    field = field_at(Case, question.path)
    return field is not None and ".00" in str(field.examples)


def may_be(question: Question, value: Any) -> bool:
    """Tell whether a kept value can be an answer to a question, as far as its form tells."""
    if value is None:
        return question.optional
    if choices(question):
        return value in choices(question)
    return isinstance(value, bool) or question.path[0] != ASIDE


def kind_of(question: Question) -> Any:
    """Give the type of the values of a question; that of a calendar month is ``Month``."""
    if question.path[0] == ASIDE:
        return bool
    field = field_at(Case, question.path)
    annotation = bare(field.annotation) if field else str
    if annotation is str and field and field.examples and _A_MONTH.fullmatch(field.examples[0]):
        return Month
    return get_origin(annotation) or annotation


def _number(question: Question, text: str, language: Language) -> Decimal:
    bare_text = text.removesuffix("%") if question.percent else text
    meanings = amounts_of(bare_text)
    if _in_kroner(question):  # as in a file, nobody means thousandths of a krone by three digits
        meanings = tuple(each for each in meanings if not written_in_thousands(each))
    meant = meanings[0] if len(meanings) == 1 else None
    found: Decimal = _one_of(meanings, meant, "answer.amount", question, text, language)
    # As a form has it, or as the fraction that the file has: no rate of tax is under one per cent.
    is_fraction = bare_text == text and found <= 1
    return found.scaleb(-2) if question.percent and not is_fraction else found


def _one_of(
    meanings: Sequence[T],
    meant: T | None,
    code: str,
    question: Question,
    text: str,
    language: Language,
) -> T:
    """Give the one thing a text means; raises ``InputFaultsError`` for none, and for several."""
    if meant is not None:
        return meant
    if not meanings:
        raise _fault(code, found=text, example=_example(question, language))
    several = [shown(question, each, language) for each in meanings]
    raise _fault("answer.several", found=text, meanings=" / ".join(several), first=several[0])


def _yes_or_no(text: str) -> bool:
    word = text.casefold()
    for value, words in ((True, YES), (False, NO)):
        if any(word in {each.in_(language) for language in LANGUAGES} for each in words):
            return value
    raise _fault("answer.yes_no", found=text)


def _chosen(text: str, question: Question, language: Language) -> str:
    """Take a choice by its number, its key, or its word in either language."""
    word = text.casefold()
    for place, option in enumerate(choices(question), 1):
        words = _words(question, option)
        if word in {str(place), option, *(words.in_(each).casefold() for each in LANGUAGES)}:
            return option
    words_of_all = enumerate(named(question, language), 1)
    numbered = ", ".join(f"{place} {each}" for place, each in words_of_all)
    raise _fault("value.choice", found=text, choices=numbered)


def named(question: Question, language: Language) -> list[str]:
    """Give the choices of a question in words."""
    return [_words(question, option).in_(language) for option in choices(question)]


def _words(question: Question, option: str) -> Text:
    return dict(question.options).get(option) or SAID[option]


def _example(question: Question, language: Language) -> str:
    """Write the example of a key as one would type it."""
    field = field_at(Case, question.path)
    if field is None or not field.examples:
        return ""
    value = toml_value(field.examples[0])
    return f"{value:%d-%m-%Y}" if isinstance(value, date) else shown(question, value, language)


def _fault(code: str, **values: str) -> InputFaultsError:
    return InputFaultsError([Fault(code, (), values)])
