"""The case as the answers so far make it: whether it holds, and whether it can be right."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from udmaal.api import CaseFile, calculate, case_from_source, check_case
from udmaal.breakdown import Finding
from udmaal.calendar_month import Month
from udmaal.faults import Fault, InputFaultsError, Path, undotted
from udmaal.interview.answers import kind_of, shown
from udmaal.interview.questions import ASIDE, Answers, Question, Script, facts_of, questions
from udmaal.language import Language
from udmaal.law.child import adult_on
from udmaal.municipality import read_service_level
from udmaal.output.case_file import case_file_text
from udmaal.rates.book import RateBook
from udmaal.reading.source import source_from_bytes
from udmaal.text.findings import finding_text
from udmaal.text.interview import GROWN_UP, IN_THE_FUTURE
from udmaal.text.render import render

# Questions that, still open, explain why something is missing.
_WAITS_FOR: dict[str, tuple[str, ...]] = {
    "value.missing": (),
    "wage.none": ("occupation", "wage", "loss", "hourly", "payslip", "monthly_wage",
                  "yearly_results", "monthly_loss"),
    "wage.no_home_help": ("monthly_wage",),
    "course.empty": ("grant",),
    "item.no_amount": ("by_km", "amount", "km"),
    "saving.none": ("by_km", "monthly", "km_monthly"),
    "saving.half": ("rate_per_km",),
}  # fmt: skip
# The findings that ask whether an answer can be right.
_DOUBTS = frozenset({"U105", "U604"})


def faults_with(answers: Answers, rates: RateBook, folders: Sequence[FilePath]) -> list[Fault]:
    """Give what is wrong with the answers so far, but for what is still to be asked."""
    facts = facts_of(answers)
    try:
        read_service_level(facts.get("municipality"), folders)
        calculate(_case_of(facts, rates), rates, proposed_date(facts, rates), folders)
    except InputFaultsError as error:
        return not_waiting(error.faults, answers, questions)
    return []


class Doubt(NamedTuple):
    """Why an answer can hardly be right, and the place of that answer."""

    text: str
    path: Path


def doubts(
    question: Question,
    value: Any,
    answers: Answers,
    rates: RateBook,
    folders: Sequence[FilePath],
    today: date,
    language: Language,
) -> list[Doubt]:
    """Say why an answer that may stand can hardly be right: ask whether it is.

    That is a day after today of what has happened, a day on which the child is grown up, and what
    the checks of a case find with the answer, also what they found before it.
    """
    found = []
    day_of = Month.parse(value).first if kind_of(question) is Month and value else value
    if isinstance(day_of, date):
        if question.happened and day_of > today:
            values = {"said": shown(question, value, language)}
            text = render(IN_THE_FUTURE.in_(language), values, language)
            found.append(Doubt(text, question.path))
        born = answers.get(("child", "born"))
        if question.path == ("child", "born"):
            born, day_of = value, today
        if born is not None and day_of >= adult_on(born):
            text = render(GROWN_UP.in_(language), {"day": adult_on(born)}, language)
            found.append(Doubt(text, question.path))
    implausible = _implausible({**answers, question.path: value}, rates, folders, today)
    return [
        *found,
        *(Doubt(finding_text(each, language), undotted(each.where)) for each in implausible),
    ]


def _implausible(
    answers: Answers, rates: RateBook, folders: Sequence[FilePath], today: date
) -> list[Finding]:
    """Give what the checks doubt; nothing of answers that are no case yet."""
    on = min(max(today, rates.first_day), rates.last_day)
    try:
        found = check_case(_case_of(facts_of(answers), rates), rates, on, folders)
    except InputFaultsError:
        return []
    return [each for each in found if each.code in _DOUBTS]


def _case_of(facts: dict[str, Any], rates: RateBook) -> CaseFile:
    source = source_from_bytes("", case_file_text(facts, (), "da").encode())
    return case_from_source(source, rates)


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
    about = [(*path[2:], path[1]) if path[0] == ASIDE else path for path in still_open]
    return any(path[: len(place)] == place for path in about for place in places)
