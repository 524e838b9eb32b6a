"""The questions of ``udmaal new`` and ``change`` in the process: doubts, words, kept answers."""

import contextlib
import os
import random
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from pydantic import BaseModel

from conftest import EXAMPLES
from udmaal.case.model import Case
from udmaal.change.asked import Asked
from udmaal.cli.interview import Interview, words_of
from udmaal.cli.language import run_of
from udmaal.faults import InputFaultsError, dotted, undotted
from udmaal.interview.answers import choices, may_be
from udmaal.interview.case_so_far import doubts, faults_with
from udmaal.interview.kept import keep, kept_answers, kept_file
from udmaal.interview.questions import (
    ASIDE,
    BENEFITS,
    MORE,
    Answers,
    Question,
    Script,
    facts_of,
    first_open,
    questions,
)
from udmaal.language import LANGUAGES, Language
from udmaal.rates.read import read_rates
from udmaal.reading.source import parse, read_source
from udmaal.reading.validation import check, choices_of, field_at, table_in
from udmaal.text.faults import FAULTS
from udmaal.text.interview import MENDS, PROBLEMS

pytestmark = pytest.mark.fast

BOOK = read_rates()
TODAY = date(2026, 3, 1)
COURSE = ("lost_earnings", 0)
ITEM = ("extra_costs", 0, "item", 0)


def _course(**more: Any) -> dict[Any, Any]:
    """Answer all about a course with a monthly wage of 34.250 kr."""
    return {
        ("case_id",): "x",
        ("municipality",): None,
        ("child", "born"): date(2016, 5, 14),
        BENEFITS: "lost_earnings",
        (*COURSE, "parent"): "A",
        (*COURSE, "applied"): None,
        (*COURSE, "grant", 0, "from"): date(2025, 3, 1),
        (*COURSE, "grant", 0, "hours"): Decimal(20),
        (*COURSE, "grant", 0, "until"): None,
        (*COURSE, "weekly_hours"): Decimal(37),
        (*COURSE, "occupation"): "employee",
        (ASIDE, "wage", *COURSE): "monthly_wage",
        (*COURSE, "monthly_wage"): Decimal(34250),
        (ASIDE, "pension", *COURSE): "employer_pension",
        **{(*COURSE, *undotted(key)): value for key, value in more.items()},
    }


def _payslips(gross: int) -> dict[Any, Any]:
    answers = _course()
    del answers[*COURSE, "monthly_wage"]
    return {**answers, (ASIDE, "wage", *COURSE): "payslip",
            (ASIDE, "hourly", *COURSE): False, (ASIDE, "employers", *COURSE): False,
            (*COURSE, "payslip", 0, "month"): "2024-12",
            (*COURSE, "payslip", 0, "gross"): Decimal(gross)}  # fmt: skip


def _costs(amount: int) -> dict[Any, Any]:
    return {("case_id",): "x", ("municipality",): None, ("child", "born"): date(2016, 5, 14),
            BENEFITS: "extra_costs", ("extra_costs", 0, "decided"): date(2025, 10, 1),
            ("extra_costs", 0, "from"): None, (*ITEM, "kind"): "medicine", (*ITEM, "text"): None,
            (*ITEM, "amount"): Decimal(amount)}  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "path", "value", "doubt"),
    [
        (_course(), ("child", "born"), date(2062, 5, 14), "14. maj 2062 ligger i fremtiden"),
        (_course(), ("child", "born"), date(2006, 5, 14), "barnet fylder 18 år 14. maj 2024"),
        (_course(), ("child", "born"), date(2016, 5, 14), None),
        (_course(), (*COURSE, "applied"), date(2026, 3, 2), "2. marts 2026 ligger i fremtiden"),
        (_course(), (*COURSE, "applied"), date(2026, 3, 1), None),
        (_course(), (*COURSE, "grant", 0, "from"), date(2062, 1, 1), "18 år 14. maj 2034"),
        (_course(), (*COURSE, "grant", 0, "from"), date(2026, 5, 1), None),
        (_course(weekly_hours=Decimal(18)), (*COURSE, "monthly_wage"), Decimal(20000),
         "bevilget 20 timer, men forælderen arbejdede 18"),
        (_course(), (*COURSE, "monthly_wage"), Decimal(342500), "en månedsløn over 150.000 kr."),
        (_course(), (*COURSE, "monthly_wage"), Decimal("34.25"), "en månedsløn under 1.000 kr."),
        (_course(), (*COURSE, "employer_pension"), Decimal(10), "er det en procent?"),
        (_course(), (*COURSE, "employer_pension"), Decimal(3425), None),
        (_payslips(33000), (*COURSE, "payslip", 0, "month"), "2026-04", "april 2026 ligger i"),
        (_payslips(33000), (*COURSE, "payslip", 0, "month"), "2026-03", None),
        (_payslips(33000), (*COURSE, "payslip", 0, "gross"), Decimal(335000), "er det en årsløn?"),
        (_costs(14000), (*ITEM, "per"), "month", "over 150.000 kr. om året"),
        (_costs(14000), (*ITEM, "per"), "year", None),
    ],
)  # fmt: skip
def test_what_can_hardly_be_right_is_doubted(
    answers: Answers, path: Any, value: Any, doubt: str | None
) -> None:
    so_far: dict[Any, Any] = {}
    question = next(each for each in questions({**answers, path: value}) if each.path == path)
    for asked in questions(answers):
        if asked.path == path:
            break
        so_far[asked.path] = answers.get(asked.path, asked.default)
    assert faults_with({**so_far, path: value}, BOOK, ()) == []
    found = doubts(question, value, so_far, BOOK, (), TODAY, "da")
    assert len(found) == (doubt is not None)
    assert doubt is None or doubt in found[0].text
    assert len(doubts(question, value, so_far, BOOK, (), TODAY, "en")) == len(found)


class _Typed:
    """A standard input of what was typed, of which the screen shows the line's end."""

    def __init__(self, lines: Sequence[str], screen: StringIO) -> None:
        self._lines = iter(lines)
        self._screen = screen

    def readline(self) -> str:
        self._screen.write("\n")
        return next((f"{line}\n" for line in self._lines), "")


class _Talk:
    """An interview in this process: what was typed, what was shown, what was kept."""

    def __init__(self, *typed: str, width: int = 80, kept: Answers | None = None) -> None:
        self.kept: list[Answers] = []
        self.given: dict[Any, Any] | None = None
        screen = StringIO()
        stdin = _Typed(typed, screen)
        environ = {"COLUMNS": str(width)}
        with (
            patch.multiple(sys, stdin=stdin, stdout=screen, stderr=screen),
            patch.dict(os.environ, environ),
            run_of([], {}),
        ):
            interview = Interview(
                questions,
                lambda answers: faults_with(answers, BOOK, ()),
                (),
                "gemmer",
                doubts=lambda question, value, answers: doubts(
                    question, value, answers, BOOK, (), TODAY, "da"
                ),
                keep=lambda answers: self.kept.append(dict(answers)),
            )
            self.resumed = interview.resume(kept or {})
            with contextlib.suppress(EOFError):  # more is asked than was typed
                self.given = interview.answers()
        self.screen = screen.getvalue()


BEGUN = ("2026-1", "")
COSTS = ("2", "1. oktober 2025", "", "", "salver", "1.240 kr.", "", "j", "", "", "")


def test_a_doubted_answer_is_asked_again_and_one_that_is_right_is_not() -> None:
    talk = _Talk(*BEGUN, "14-05-2062", "nej", "14-05-2006", "ja", *COSTS)
    assert talk.given is not None
    assert talk.given["child", "born"] == date(2006, 5, 14)
    assert talk.screen.count("Er det rigtigt [nej]:") == 2
    assert talk.screen.count("Barnets fødselsdato:") == 2


def test_what_another_answer_made_doubtful_is_asked_again() -> None:
    talk = _Talk(*BEGUN, "14-05-2016", *COSTS[:5], "14.000", "", "nej", "1.400", *COSTS[7:])
    assert talk.given is not None
    item = facts_of(talk.given)["extra_costs"][0]["item"][0]
    assert (item["amount"], item["per"]) == (Decimal(1400), "month")
    assert talk.screen.count("Er det rigtigt [nej]:") == 1
    assert talk.screen.count("Beløb:") == 2  # in the head of all, and the first time
    assert "Beløb [14.000,00]:" in talk.screen


@pytest.mark.parametrize("word", ["<", "tilbage", "Back"])
def test_one_question_back(word: str) -> None:
    talk = _Talk(*BEGUN, word, word, "2026-2", "", "14-05-2016", *COSTS)
    assert talk.given is not None
    assert talk.given["case_id",] == "2026-2"
    assert facts_of(talk.given)["extra_costs"][0]["item"][0]["amount"] == Decimal(1240)


def test_every_answer_is_kept_at_once_and_gone_on_with(tmp_path: Path) -> None:
    stopped = _Talk(*BEGUN, "14-05-2062", "ja", "2")
    assert stopped.given is None
    assert [len(answers) for answers in stopped.kept] == [1, 2, 3, 4]
    file = kept_file(tmp_path / "sag.toml")
    assert file == tmp_path / "sag.toml.part"
    keep(stopped.kept[-1], file)
    kept = kept_answers(file)
    assert kept == stopped.kept[-1]
    gone_on = _Talk("14-05-2016", *COSTS[1:], kept={**kept, ("child", "born"): None})
    assert gone_on.resumed == 3  # that is no date of birth
    assert gone_on.given is not None
    again = _Talk(kept=gone_on.given)
    assert again.resumed == len(gone_on.given)
    assert "et nummer retter" in again.screen


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("answer = 1\n", "kept.form"), ("[[answer]]\nvalue = 1\n", "kept.form"),
        ('[[answer]]\nplace = "a[b]"\n', "kept.form"), ("format = 1\n", "kept.form"),
        ("answer = [\n", "toml.bracket"), ("", "file.empty"),
    ],
)  # fmt: skip
def test_kept_answers_that_are_none_are_told(text: str, code: str, tmp_path: Path) -> None:
    file = tmp_path / "sag.toml.part"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputFaultsError) as caught:
        kept_answers(file)
    assert [fault.code for fault in caught.value.faults] == [code]


@pytest.mark.parametrize(
    ("path", "value", "is_one"),
    [
        (BENEFITS, "both", True), (BENEFITS, "all", False), (BENEFITS, None, False),
        (("municipality",), None, True), ((ASIDE, MORE, "lost_earnings", 1), True, True),
        ((ASIDE, MORE, "lost_earnings", 1), "ja", False), (("child", "born"), None, False),
    ],
)  # fmt: skip
def test_a_kept_answer_has_the_form_of_one(path: Any, value: Any, is_one: bool) -> None:
    asked = (each for each in questions({}) if each.path == path)
    assert may_be(next(asked, Question(path)), value) is is_one


@pytest.mark.parametrize("width", [40, 60, 80])
def test_lines_are_broken_at_words(width: int) -> None:
    talk = _Talk(*BEGUN, "14-05-2016", "1", "A", "", "1-3-2025", "20", "", "37", "4", "3",
                 "x", width=width)  # fmt: skip
    lines = talk.screen.split("\n")
    assert max(map(len, lines)) <= width
    whole = _Talk(*BEGUN, "14-05-2016", "1", "A", "", "1-3-2025", "20", "", "37", "4", "3",
                  "x", width=1000)  # fmt: skip
    assert sorted(set(talk.screen.split())) == sorted(set(whole.screen.split()))


# --- the words of the questions


def _keys(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield field.alias or name
        yield from map(str, choices_of(field))
        inner = table_in(field.annotation)
        if inner is not None:
            yield from _keys(inner)


# Of the keys that are words of the language too, none can be told from such a word.
_KEYS = sorted(set(_keys(Case)) - {"1", "2"})
_WORDS = {
    "da": {"km", "supervision", "transport"},
    "en": {key for key in _KEYS if "_" not in key},
}
_NOTATION = re.compile(r"\[|\]|=|ÅÅÅÅ|YYYY|\btrue\b|\bfalse\b")


def _named_in(text: str, language: Language) -> list[str]:
    words = set(re.findall(r"\w+", text))
    return [*(key for key in _KEYS if key in words - _WORDS[language]), *_NOTATION.findall(text)]


def _walk(script: Script, seed: int) -> Iterator[Question]:
    """Give every question on one way through a script, where each choice is made by chance."""
    chosen = random.Random(seed)
    answers: dict[Any, Any] = {}
    while (question := first_open(answers, script)) is not None:
        yield question
        path, several = question.path, choices(question)
        field = field_at(Case, path)
        if several:
            answers[path] = chosen.choice(several)
        elif path[:2] == (ASIDE, MORE):
            answers[path] = int(path[-1]) < 2
        elif path[0] == ASIDE:
            answers[path] = True
        elif str(path[-1]) in {"from", "decided"}:
            answers[path] = TODAY
        else:
            answers[path] = question.default if field is None or path[-1] == "month" else None


def _all_questions() -> Iterator[Question]:
    for seed in range(60):
        yield from _walk(questions, seed)
    for example in EXAMPLES:
        source = read_source(example)
        document = parse(source)
        case = check(Case, document).model
        assert case is not None
        for seed in range(10):
            yield from _walk(Asked(case, document, source, BOOK).questions, seed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_question_names_a_key_of_the_file(language: Language) -> None:
    seen: set[str] = set()
    for question in _all_questions():
        words = words_of(question)._replace(title=words_of(question._replace(about=None)).title)
        for text in words:
            assert _named_in(text.in_(language), language) == [], text
        seen.add(dotted(tuple(part for part in question.path if isinstance(part, str))))
    assert {
        "lost_earnings.payslip.hours", "lost_earnings.payslip.employer", "lost_earnings.tax.rate",
        "lost_earnings.saving.km_monthly", "lost_earnings.monthly_loss", "extra_costs.item.km",
        "lost_earnings.yearly_results", "lost_earnings.employer_pension_percent",
        "lost_earnings.end.reason", "lost_earnings.single_day.hours",
    } <= seen  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_answer_that_is_refused_is_mended_with_a_key_of_the_file(language: Language) -> None:
    assert MENDS.keys() | PROBLEMS.keys() <= FAULTS.keys()
    for text in (*MENDS.values(), *PROBLEMS.values()):
        said = re.sub(r"\{.*?\}", "", text.in_(language))
        assert _named_in(said, language) == []
