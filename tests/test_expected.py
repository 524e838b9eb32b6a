"""What the examples give, to the letter, without what a language changes.

The words are held once per kind: those of labels and formulas in ``docs/reference.md`` and
``docs/opslag.md``, and how each kind is filled in in ``words.json``. Every word of a document is
that of the line, remark or finding it is about.
``UDMAAL_UPDATE_EXPECTED=1`` writes the files anew; then read the difference before it is committed.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from conftest import EXAMPLES, ROOT, example_date, own_part
from declared import placeholders
from udmaal.api import calculate, make_ledger, read_case
from udmaal.breakdown import Breakdown, Line
from udmaal.calendar_month import Month
from udmaal.language import LANGUAGES, Language
from udmaal.ledger import BenefitLedger, CourseLedger, Ledger, Remark
from udmaal.output.document import document
from udmaal.output.ledger_document import ledger_document
from udmaal.rates.book import RateBook
from udmaal.text.assumptions import ASSUMPTIONS
from udmaal.text.findings import finding_text
from udmaal.text.lines import formula, words
from udmaal.text.remarks import remark_text

pytestmark = pytest.mark.fast

EXPECTED = ROOT / "tests" / "expected"
LEDGERS = (
    "course-with-run-off",
    "course-with-pause-and-holiday",
    "course-to-18th-birthday",
    "all-benefits",
    "compensation-group-2",
    "story-of-six-years",
)
# The months whose lines a ledger shows.
EXPLAINED = frozenset(str(Month(2025, 1).plus(number)) for number in range(24))


def _held_against(value: Any, name: str) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    path = EXPECTED / name
    if os.environ.get("UDMAAL_UPDATE_EXPECTED"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


def _in_no_language(line: Line) -> dict[str, Any]:
    """Give a line's formula by its key, and what is filled into its words."""
    names = placeholders(line.formula.words.da) | placeholders(line.kind.label.da)
    own = {name: line.values[name] for name in sorted(names)}
    return {"id": line.id, "formula": line.formula.key, "values": _plain(own)}


def _plain(value: Any) -> Any:
    match value:
        case Mapping():
            return {key: _plain(inner) for key, inner in value.items()}
        case tuple() | list():
            return [_plain(inner) for inner in value]
        case Decimal():
            return f"{round(value, 6).normalize():f}"
        case date() | Month():
            return str(value)
        case str() | int() | None:
            return value
    raise TypeError(value)


def _without(written: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in written.items() if key not in keys}


class _Words:
    """Takes the words out of a document, each being that of what stands behind it."""

    def __init__(self, made: Breakdown | Ledger, language: Language, months: frozenset[str]):
        self._language = language
        self._lines = _lines(made, months)
        self._remarks = _remarks(made)
        self._findings = iter(made.findings)

    def out_of(self, written: Any) -> Any:
        """Give the document without them; raises where one is another's, or missing."""
        match written:
            case {"id": id_, "label": said, "formula": worked_out}:
                line = next(self._lines)
                assert (id_, said, worked_out) == (line.id, *words(line, self._language))
                return {**_in_no_language(line), **_without(written, "label", "formula")}
            case {"code": code, "severity": _, "text": text}:
                finding = next(self._findings)
                assert (code, text) == (finding.code, finding_text(finding, self._language))
                return {**_without(written, "text"), "values": _plain(finding.values)}
            case {"code": code, "text": text}:
                assert text == ASSUMPTIONS[code].in_(self._language)
                return code
            case dict():
                return {
                    key: self._remarks_of(value) if key == "remarks" else self.out_of(value)
                    for key, value in written.items()
                    # What changes with every new year and every release; nothing else may.
                    if not key.endswith("sha256") and key != "program"
                }
            case list():
                return [self.out_of(value) for value in written]
        return written

    def _remarks_of(self, written: list[str]) -> list[dict[str, Any]]:
        found = [next(self._remarks) for _ in written]
        assert written == [remark_text(each, self._language) for each in found]
        return [{"code": each.code, "values": _plain(each.values)} for each in found]

    def left(self) -> list[object]:
        """Give what the document did not say."""
        return [*self._lines, *self._remarks, *self._findings]


def _lines(made: Breakdown | Ledger, months: frozenset[str]) -> Iterator[Line]:
    if isinstance(made, Breakdown):
        yield from (line for result in made.results for line in result.lines)
        return
    parts: tuple[CourseLedger | BenefitLedger, ...] = (*made.courses, *made.others)
    for month in (month for part in parts for month in part.months):
        if str(month.month) in months:
            yield from month.lines


def _remarks(made: Breakdown | Ledger) -> Iterator[Remark]:
    if isinstance(made, Ledger):
        parts: tuple[CourseLedger | BenefitLedger, ...] = (*made.courses, *made.others)
        for part in parts:
            yield from (remark for month in part.months for remark in month.remarks)


def _held_without_words(
    made: Breakdown | Ledger, documents: Mapping[Language, Any], name: str, months: frozenset[str]
) -> None:
    bare = []
    for language, written in documents.items():
        taken = _Words(made, language, months)
        bare.append(taken.out_of(written))
        assert taken.left() == []
    danish, english = bare
    assert danish == english
    _held_against(danish, name)


def _breakdown(example: Path, book: RateBook) -> Breakdown:
    return calculate(read_case(example, book), book, date.fromisoformat(example_date(example)))


def _ledger(name: str, book: RateBook) -> Ledger:
    case = read_case(ROOT / "examples" / f"{name}.toml", book)
    return make_ledger(case, book, None, Month(2026, 12), today=date(2026, 11, 21))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_a_breakdown(example: Path, book: RateBook) -> None:
    made = _breakdown(example, book)
    documents = {language: document(made, language) for language in LANGUAGES}
    _held_without_words(made, documents, f"{example.stem}.json", frozenset())


@pytest.mark.parametrize("name", LEDGERS)
def test_a_ledger(name: str, book: RateBook) -> None:
    made = _ledger(name, book)
    documents = {language: ledger_document(made, language, EXPLAINED) for language in LANGUAGES}
    _held_without_words(made, documents, f"{name}.ledger.json", EXPLAINED)


def test_the_words_of_each_kind_as_first_met(book: RateBook) -> None:
    labels: dict[str, Any] = {}
    formulas: dict[str, Any] = {}
    remarks: dict[str, Any] = {}
    findings: dict[str, Any] = {}
    everything: list[Breakdown | Ledger] = [_breakdown(example, book) for example in EXAMPLES]
    everything += [_ledger(name, book) for name in LEDGERS]
    for made in everything:
        for line in _lines(made, EXPLAINED):
            if own_part(line, "da"):
                labels.setdefault(line.id, _in_both(own_part, line))
            formulas.setdefault(line.formula.key, _in_both(formula, line))
        for remark in _remarks(made):
            remarks.setdefault(remark.code, _in_both(remark_text, remark))
        for finding in made.findings:
            findings.setdefault(finding.code, _in_both(finding_text, finding))
    said = {"labels": labels, "formulas": formulas, "remarks": remarks, "findings": findings}
    _held_against(said, "words.json")


def _in_both(say: Callable[[Any, Language], str], about: Any) -> dict[str, str]:
    return {language: say(about, language) for language in LANGUAGES}
