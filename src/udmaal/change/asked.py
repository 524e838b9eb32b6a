"""The questions of ``udmaal change``: the fact, what it is about, and what the file is to say."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import count
from typing import Any, Final

from udmaal.api import case_from_document
from udmaal.case.model import Case
from udmaal.case.next_decision import former_items, is_carried
from udmaal.change.edit import said_with
from udmaal.change.facts import (
    KINDS,
    Fact,
    courses_for,
    place_of,
    possible,
)
from udmaal.faults import Fault, InputFaultsError, Path
from udmaal.interview.case_so_far import not_waiting
from udmaal.interview.questions import ASIDE, MORE, Answers, Question, still_asked
from udmaal.language import LANGUAGES, Language, Text
from udmaal.output.headings import parent_name
from udmaal.rates.book import RateBook
from udmaal.reading.source import Source
from udmaal.reading.validation import field_at
from udmaal.text import numbers
from udmaal.text.interview import FACTS, ITEM_CHOICES, SAID

_FACT: Final[Path] = (ASIDE, "fact")
_COURSE: Final[Path] = (ASIDE, "course")

# What is asked of a fact, in order; of a key with ``?`` it may be left out.
_ASKED: Final[dict[str, tuple[str, ...]]] = {
    "hours": ("from", "hours", "until?", "by_wish", "transition"),
    "decision": ("decided", "from?"),
    "end": ("date", "decision_received?", "reason"),
    "costs-end": ("until",),
    "single-day": ("date", "hours", "note?"),
    "payslip": ("month", "gross", "supplements?", "excluded?", "employer?", "hours?"),
    "follow-up": ("followed_up",),
}
_OF_ITEM: Final = (
    "kind", "text?", "amount", "km", "standard", "per", "normal?", "covered?", "documented",
    "child?", "date?",
)  # fmt: skip
_ALWAYS: Final = {"kind", "text", "per", "documented"}
_WORTHS: Final = {"amount", "km", "standard"}
_DEFAULTS: Final[dict[str, Any]] = {
    "by_wish": False, "transition": False, "documented": False, "reason": "conditions_lapsed",
    "kind": "medicine", "per": "month",
}  # fmt: skip


class Asked:
    """The questions about one case; ``document`` is its parsed TOML."""

    def __init__(
        self, case: Case, document: dict[str, Any], source: Source, rates: RateBook
    ) -> None:
        self._case = case
        self._document = document
        self._source = source
        self._rates = rates
        self._items = former_items(document)

    def questions(self, answers: Answers) -> Iterator[Question]:
        """Give all questions that the answers so far call for, as a script does."""
        options = tuple((kind, FACTS[kind]) for kind in possible(self._case))
        yield Question(_FACT, options=options)
        kind = answers.get(_FACT)
        if kind is None:
            return
        courses = courses_for(self._case, kind)
        if len(courses) > 1:
            named = tuple((str(number), self._course_name(number)) for number in courses)
            yield Question(_COURSE, str(courses[-1]), options=named)
            if _COURSE not in answers:
                return
        at = self._at(answers)
        for key in _ASKED[kind]:
            yield _question(at, key)
        if kind == "decision":
            yield from self._item_questions(answers, at)

    def faults(self, answers: Answers) -> list[Fault]:
        """Give what is wrong with the answers so far, but for what is still to be asked."""
        if _FACT not in answers or not self._values(answers):
            return []
        fact = self.fact(answers)
        try:
            document = said_with(self._document, fact.additions(self._document))
            case_from_document(document, self._source, self._rates, fact.values.values())
        except InputFaultsError as error:
            faults = [self._as_asked(fault, answers) for fault in error.faults]
            return not_waiting(faults, answers, self.questions)
        return []

    def _as_asked(self, fault: Fault, answers: Answers) -> Fault:
        """Give the item of a fault its number in the questions, where those left out count."""
        items = (*self._at(answers), "item")
        place = len(items)
        if fault.path[:place] != items or len(fault.path) == place:
            return fault
        number = sorted(self._items_by_number(answers))[int(fault.path[place])]
        return replace(fault, path=(*items, number, *fault.path[place + 1 :]))

    def fact(self, answers: Answers) -> Fact:
        """Put the answers together."""
        values = self._values(answers)
        if answers[_FACT] == "decision":
            items = self._items_by_number(answers)
            values["item"] = [items[number] for number in sorted(items)]
        return Fact(answers[_FACT], values, self._course(answers))

    def _values(self, answers: Answers) -> dict[str, Any]:
        at = self._at(answers)
        given = still_asked(answers, self.questions)
        return {
            str(path[-1]): value
            for path, value in given.items()
            if path[:-1] == at and _says_something(path, value)
        }

    def _course(self, answers: Answers) -> int:
        courses = courses_for(self._case, answers[_FACT])
        return int(answers.get(_COURSE, courses[-1] if courses else 0))

    def _at(self, answers: Answers) -> Path:
        """Give the table that the fact's keys will stand in."""
        kind = answers[_FACT]
        if kind == "decision":
            return ("extra_costs", len(self._case.extra_costs))
        holder = place_of(kind, self._document, self._course(answers))
        key = KINDS[kind].key
        if KINDS[kind].only:
            return holder
        if kind == "end":
            return (*holder, key)
        entries = getattr(self._case.lost_earnings[self._course(answers)], key)
        return (*holder, key, len(entries))

    def _course_name(self, number: int) -> Text:
        """Name a course by its parent and the day it begins."""
        course = self._case.lost_earnings[number]
        days = [each.from_ for each in course.grant] + [each.date for each in course.single_day]
        since = f" ({min(days):%d-%m-%Y})" if days else ""
        return Text(*(f"{parent_name(course.parent, each)}{since}" for each in LANGUAGES))

    def _item_questions(self, answers: Answers, at: Path) -> Iterator[Question]:
        """Ask what becomes of each item of the last decision, then for new ones."""
        kept = False
        options = tuple(ITEM_CHOICES.items())
        for number, item in enumerate(self._items):
            former = (ASIDE, "former", number)
            default = "keep" if is_carried(item) else "remove"
            yield Question(former, default, options=options, about=_described(item))
            choice = answers.get(former)
            kept |= choice != "remove"
            if choice == "change":
                yield from _about_item((*at, "item", number), item)
        for number in count(len(self._items)):
            more = (ASIDE, MORE, "item", number)
            yield Question(more, default=not kept)
            if not answers.get(more):
                break
            kept = True
            yield from _about_item((*at, "item", number), {})

    def _items_by_number(self, answers: Answers) -> dict[int, dict[str, Any]]:
        at = self._at(answers)
        items: dict[int, dict[str, Any]] = {
            number: dict(item)
            for number, item in enumerate(self._items)
            if answers.get((ASIDE, "former", number)) in {"keep", "change"}
        }
        for path, value in still_asked(answers, self.questions).items():
            if path[: len(at)] != at or len(path) != len(at) + 3:
                continue
            number, key = path[-2:]
            item = items.setdefault(int(number), {})
            if value is None:
                item.pop(str(key), None)
            elif key in item or _says_something(path, value):
                item[str(key)] = value
        return items


def _question(at: Path, key: str, old: Any = None) -> Question:
    name = key.rstrip("?")
    default = _DEFAULTS.get(name) if old is None else old
    return Question((*at, name), default, optional=key.endswith("?"))


def _about_item(at: Path, old: dict[str, Any]) -> Iterator[Question]:
    """Ask for an item, a former one by what it says; one without an amount has something else."""
    worth = next((key for key in old if key in _WORTHS), "amount")
    for key in _OF_ITEM:
        name = key.rstrip("?")
        if name in _ALWAYS or name == worth or name in old:
            yield _question(at, key, old.get(name))


def _says_something(path: Path, value: Any) -> bool:
    """Tell whether a value is another than the one a key has when it is left out."""
    field = field_at(Case, path)
    return value is not None and (field is None or value != field.default)


def _described(item: dict[str, Any]) -> Text:
    """Name an item as a form would: what it is, and how much of it how often."""
    return Text(*(_described_in(item, language) for language in LANGUAGES))


def _described_in(item: dict[str, Any], language: Language) -> str:
    worth = next((item[key] for key in item if key in _WORTHS), "")
    if isinstance(worth, Decimal | int):
        written = numbers.kroner(worth, language) if "amount" in item else f"{worth} km"
    else:
        written = str(worth)
    words = (SAID[item["kind"]].in_(language), item.get("text", ""), written)
    return f"{', '.join(filter(None, words))} ({SAID[item['per']].in_(language)})"
