"""What an answer means, and whether the case still holds with it."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path as FilePath
from typing import Any, get_origin

from udmaal.api import calculate, case_from_source
from udmaal.case.model import Case
from udmaal.faults import Fault, InputFaultsError, Path
from udmaal.interview.questions import (
    ASIDE,
    Answers,
    Question,
    Script,
    facts_of,
    questions,
)
from udmaal.language import LANGUAGES, Language, Text
from udmaal.municipality import read_service_level
from udmaal.output.case_file import case_file_text
from udmaal.rates.book import RateBook
from udmaal.reading.source import source_from_bytes, toml_value
from udmaal.reading.validation import bare, choices_of, field_at
from udmaal.reading.written import written_amount, written_day
from udmaal.shown import holds_cpr_number
from udmaal.text.interview import NO, SAID, YES
from udmaal.text.numbers import day, kroner, number

# Questions that, still open, explain why something is missing.
_WAITS_FOR: dict[str, tuple[str, ...]] = {
    "value.missing": (),
    "wage.none": ("monthly_wage", "yearly_results"),
    "wage.no_home_help": ("monthly_wage",),
    "course.empty": ("grant",),
    "item.no_amount": ("amount",),
    "saving.none": ("monthly",),
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
    kind = _kind(question)
    if kind is bool:
        return _yes_or_no(text)
    if kind is date:
        found = written_day(text)
        if found is None:
            raise _fault("answer.date", found=text)
        return found
    if kind is Decimal:
        return _amount(text)
    if kind is tuple:
        return [_amount(part.strip()) for part in text.split(";")]
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
    if isinstance(value, Decimal):
        field = field_at(Case, question.path)
        in_kroner = field is not None and str(field.examples).count(".00")
        return kroner(value, language) if in_kroner else number(value, language)
    return _words(question, value).in_(language) if value in choices(question) else str(value)


def faults_with(answers: Answers, rates: RateBook, folders: Sequence[FilePath]) -> list[Fault]:
    """Give what is wrong with the answers so far, but for what is still to be asked."""
    facts = facts_of(answers)
    source = source_from_bytes("", case_file_text(facts, (), "da").encode())
    try:
        read_service_level(facts.get("municipality"), folders)
        case = case_from_source(source, rates)
        calculate(case, rates, proposed_date(facts, rates), folders)
    except InputFaultsError as error:
        return not_waiting(error.faults, answers, questions)
    return []


def not_waiting(faults: Iterable[Fault], answers: Answers, script: Script) -> list[Fault]:
    """Leave out the faults that a question still to be asked explains."""
    still_open = [each.path for each in script(answers) if each.path not in answers]
    return [fault for fault in faults if not _is_waiting(fault, still_open)]


def proposed_date(facts: dict[str, Any], rates: RateBook) -> date:
    """Give the first day on which all that was asked for runs, within the days with rates."""
    days: list[date] = [course["grant"][0]["from"] for course in facts.get("lost_earnings", ())]
    days += [decision["decided"] for decision in facts.get("extra_costs", ())]
    return min(max([*days, rates.first_day]), rates.last_day)


def _is_waiting(fault: Fault, still_open: Sequence[Path]) -> bool:
    if fault.code not in _WAITS_FOR:
        return False
    keys = _WAITS_FOR[fault.code]
    places = [(*fault.path, key) for key in keys] if keys else [fault.path]
    return any(path[: len(place)] == place for path in still_open for place in places)


def _kind(question: Question) -> Any:
    if question.path[0] == ASIDE:
        return bool
    field = field_at(Case, question.path)
    annotation = bare(field.annotation) if field else str
    return get_origin(annotation) or annotation


def _amount(text: str) -> Decimal:
    found = written_amount(text)
    if found is None:
        raise _fault("paid.amount", found=text)
    return found


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
