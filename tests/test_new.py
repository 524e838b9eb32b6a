"""``udmaal new``: templates, questions on a terminal, and a file that takes no other's place."""

import os
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pexpect
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from conftest import ROOT, day, example_date, udmaal
from test_schema import as_an_editor_reads, validator
from udmaal.api import calculate, case_from_source
from udmaal.case.model import Case
from udmaal.faults import InputFaultsError
from udmaal.interview.answers import faults_with, proposed_date, shown, value_of
from udmaal.interview.questions import (
    ASIDE,
    BENEFIT_CHOICES,
    BENEFITS,
    Question,
    facts_of,
    first_open,
    questions,
)
from udmaal.language import LANGUAGES
from udmaal.output.case_file import case_file_text
from udmaal.output.write import atomic_file, write
from udmaal.rates.read import read_rates
from udmaal.reading.source import parse, source_from_bytes
from udmaal.reading.validation import check, choices_of, field_at, table_in
from udmaal.reading.written import written_amount, written_day
from udmaal.text.templates import SMALLER, TEMPLATES

BOOK = read_rates()
OFFERED = re.compile(r"^#(?=[\w\"\[])", re.MULTILINE)


def _keys(model: type[BaseModel], at: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        path = f"{at}.{field.alias or name}".lstrip(".")
        yield path
        inner = table_in(field.annotation)
        if inner is not None:
            yield from _keys(inner, path)


def _keys_of(value: Any, at: str = "") -> set[str]:
    found = {at} if at else set()
    for inner in value if isinstance(value, list) else ():
        found |= _keys_of(inner, at)
    if isinstance(value, dict) and not at.endswith(("earlier_gross", "hours_used")):
        for key, inner in value.items():
            found |= _keys_of(inner, f"{at}.{key}".lstrip("."))
    return found


def _parsed(text: str) -> dict[str, Any]:
    return parse(source_from_bytes("x.toml", text.encode()))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_accepted_at_once(name: str, language: str, tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    made = udmaal("new", "--template", name, path, "--lang", language)
    assert (made.code, made.out, made.err) == (0, "", "")
    on = example_date(path)
    calculated = udmaal("calc", path, "--date", on, "--format", "json")
    assert (calculated.code, calculated.err) == (0, "")
    assert udmaal("check", path, "--date", on, "--strict", "--ignore", "U602").out == ""
    text = path.read_text(encoding="utf-8")
    assert f"udmaal calc {path} --date {on}" in text
    assert all(len(line) <= 100 for line in text.splitlines() if "udmaal " not in line)
    printed = udmaal("new", "-t", name, "--lang", language)
    assert _parsed(printed.out) == _parsed(text)


def test_the_template_of_everything_has_every_key_and_each_can_be_put_to_use() -> None:
    text = udmaal("new", "-t", "all").out
    everything = _parsed(OFFERED.sub("", text))
    assert _keys_of(everything) == set(_keys(Case))
    assert check(Case, everything).faults == ()
    assert _keys_of(_parsed(text)) < _keys_of(everything)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_key_has_its_comment_where_it_stands_first(name: str) -> None:
    seen = set()
    table = ""
    for line in udmaal("new", "-t", name, "--lang", "en").out.splitlines():
        header = re.fullmatch(r"#?\[+([\w.]+)\]+", line)
        key = re.match(r'#?([\w"-]+) = ', line)
        table = header[1] if header else table
        if key and f"{table}.{key[1]}" not in seen and not table.endswith(("gross", "used")):
            assert "  # " in line
            seen.add(f"{table}.{key[1]}")
    assert len(seen) > 10


def test_an_existing_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_text("mine", encoding="utf-8")
    for target in (path, tmp_path):
        ran = udmaal("new", "--template", "all", target)
        assert (ran.code, ran.out) == (2, "")
        assert "findes allerede" in ran.err
    assert path.read_text(encoding="utf-8") == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    ran = udmaal("new", "--template", "all", tmp_path / "no" / "case.toml")
    assert ran.code == 2
    assert "kan ikke skrives" in ran.err


@pytest.mark.parametrize("links", [True, False])
def test_whoever_was_first_keeps_the_name(
    links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    if not links:
        monkeypatch.setattr(Path, "hardlink_to", refused)
    path = tmp_path / "case.toml"

    def late() -> None:
        with atomic_file(path, new=True) as file:
            file.write(b"late")
            path.write_text("first", encoding="utf-8")

    with pytest.raises(FileExistsError):
        late()
    assert path.read_text(encoding="utf-8") == "first"
    other = tmp_path / "other.toml"
    write("new", other, new=True)
    assert other.read_text(encoding="utf-8") == "new"
    with pytest.raises(InputFaultsError) as raised:
        write("again", other, new=True)
    assert [fault.code for fault in raised.value.faults] == ["output.exists"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["case.toml", "other.toml"]


def test_without_a_terminal_a_template_is_wanted(tmp_path: Path) -> None:
    ran = udmaal("new", tmp_path / "case.toml", stdin=b"2026-1\n")
    assert (ran.code, ran.out) == (2, "")
    assert "--template" in ran.err
    assert list(tmp_path.iterdir()) == []
    assert udmaal("new", "--template", "nonsense").code == 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("34250", "34250"), ("34.250,00", "34250.00"), ("34250,00", "34250.00"),
        ("34250.00", "34250.00"), ("34,250.00", "34250.00"), ("34 250,5", "34250.5"),
        ("1.234.567,89", "1234567.89"), ("0,5", "0.5"), ("-2", "-2"),
        ("34.250", None), ("34,250", None), ("1.2.3", None), ("12,345.6,7", None), ("", None),
        ("tolv", None), ("1e5", None), ("٣", None), ("NaN", None), (",5", None),
    ],
)  # fmt: skip
def test_an_amount_is_read_without_guessing(text: str, value: str | None) -> None:
    assert written_amount(text) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15-03-2026", "2026-03-15"), ("15/3/2026", "2026-03-15"), ("5.3.2026", "2026-03-05"),
        ("2026-03-15", "2026-03-15"), ("2026-3-5", "2026-03-05"),
        ("31-02-2026", None), ("15-03-26", None), ("15-3/2026", None), ("2026", None),
        ("2026/03/15", None), ("٣-03-2026", None), ("00-00-0000", None),
    ],
)  # fmt: skip
def test_a_date_is_read_day_first(text: str, value: str | None) -> None:
    assert written_day(text) == (None if value is None else day(value))


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        (("child", "born"), "i går", "answer.date"),
        (("child", "born"), "", "answer.missing"),
        (("case_id",), "010116-0001", "answer.cpr"),
        (("lost_earnings", 0, "monthly_wage"), "34.250", "paid.amount"),
        (("lost_earnings", 0, "yearly_results"), "1,00; to", "paid.amount"),
        (("lost_earnings", 0, "occupation"), "pirat", "value.choice"),
        ((ASIDE, "item", 1), "måske", "answer.yes_no"),
    ],
)
def test_what_cannot_be_read_is_told(path: Any, text: str, code: str) -> None:
    for language in LANGUAGES:
        with pytest.raises(InputFaultsError) as caught:
            value_of(Question(path), text, language)
        assert [fault.code for fault in caught.value.faults] == [code]


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        (("lost_earnings", 0, "occupation"), "2", "self_employed"),
        (("lost_earnings", 0, "occupation"), "Selvstændig", "self_employed"),
        (("lost_earnings", 0, "occupation"), "self_employed", "self_employed"),
        (BENEFITS, "3", "both"),
        ((ASIDE, "item", 1), "J", True),
        (("extra_costs", 0, "item", 0, "documented"), "nej", False),
        (("lost_earnings", 0, "monthly_wage"), "34.250,00 kr.", Decimal("34250.00")),
        (("lost_earnings", 0, "yearly_results"), "312.000,00; -5", [Decimal(312000), Decimal(-5)]),
    ],
)
def test_an_answer_may_be_written_in_several_ways(path: Any, text: str, value: Any) -> None:
    question = next((each for each in questions({}) if each.path == path), Question(path))
    assert value_of(question, text, "da") == value


def _begun(**more: Any) -> dict[Any, Any]:
    at = ("lost_earnings", 0)
    return {
        ("case_id",): "x",
        ("municipality",): None,
        ("child", "born"): date(2012, 5, 14),
        BENEFITS: "lost_earnings",
        (*at, "parent"): "A",
        (*at, "applied"): None,
        (*at, "grant", 0, "from"): date(2025, 3, 1),
        (*at, "grant", 0, "hours"): Decimal(20),
        **{(*at, *key.split(".")): value for key, value in more.items()},
    }


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        (("municipality",), "rudersdahl", "municipality.unknown_near"),
        (("child", "born"), date(1970, 1, 1), "date.range"),
        (("lost_earnings", 0, "grant", 0, "hours"), Decimal(0), "value.above"),
        (("lost_earnings", 0, "grant", 0, "until"), date(2025, 2, 28), "date.order"),
        (("lost_earnings", 0, "grant", 0, "from"), date(2013, 1, 1), "course.before_coverage"),
        (("lost_earnings", 0, "weekly_hours"), Decimal(370), "value.at_most"),
        (("case_id",), "x" * 65, "text.too_long"),
        (("case_id",), "\x1b[31m", "text.form"),
    ],
)
def test_an_answer_is_held_to_what_the_reader_says(path: Any, value: Any, code: str) -> None:
    begun = _begun()
    assert faults_with(begun, BOOK, ()) == []
    assert [fault.code for fault in faults_with({**begun, path: value}, BOOK, ())] == [code]


def test_a_benefit_and_a_missing_wage_are_refused_where_they_are_asked_for() -> None:
    at = ("lost_earnings", 0)
    begun = {**_begun(), (*at, "grant", 0, "until"): None, (*at, "weekly_hours"): Decimal(37)}
    benefit = {**begun, (*at, "occupation"): "benefit"}
    assert [each.code for each in faults_with(benefit, BOOK, ())] == ["wage.benefit"]
    nothing = {**begun, (*at, "occupation"): "no_attachment"}
    assert faults_with(nothing, BOOK, ()) == []
    without = {**nothing, (*at, "monthly_wage"): None}
    assert [each.code for each in faults_with(without, BOOK, ())] == ["wage.no_home_help"]
    helped = {**without, ("municipality",): "eksempel-2015"}
    assert faults_with(helped, BOOK, ()) == []


def _texts(most: int) -> st.SearchStrategy[str]:
    letters = st.characters(exclude_categories=("Cc", "Cs"))
    return st.text(letters, min_size=1, max_size=most)


def _kroner(most: int) -> st.SearchStrategy[Decimal]:
    return st.decimals(min_value=1, max_value=most, places=2)


_FROM = st.dates(date(2015, 1, 1), date(2026, 12, 31))
_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "case_id": _texts(64),
    "municipality": st.sampled_from(["rudersdal", "langeland", "eksempel-2015"]),
    "born": st.dates(date(2005, 1, 1), date(2015, 1, 1)),
    "applied": _FROM,
    "from": _FROM,
    "decided": _FROM,
    "hours": st.decimals(min_value="0.01", max_value=37, places=2),
    "weekly_hours": st.decimals(min_value="0.01", max_value=80, places=2),
    "monthly_wage": _kroner(90_000),
    "yearly_results": st.lists(_kroner(900_000), min_size=1, max_size=4),
    "employer_pension": _kroner(9_000),
    "monthly": _kroner(2_000),
    "text": _texts(60),
    "amount": _kroner(9_000),
}


@st.composite
def _interviews(draw: st.DrawFn) -> dict[Any, Any]:
    """Answer every question with something it may be answered with."""
    answers: dict[Any, Any] = {}
    while (question := first_open(answers)) is not None:
        path, key = question.path, str(question.path[-1])
        field = field_at(Case, path)
        if path == BENEFITS:
            strategy: st.SearchStrategy[Any] = st.sampled_from(BENEFIT_CHOICES)
        elif path[0] == ASIDE:
            strategy = st.booleans() if int(path[-1]) < 2 else st.just(value=False)
        elif key == "parent":
            strategy = st.just(question.default)
        elif key == "until":
            first = answers[*path[:-1], "from"]
            strategy = st.dates(first, first + timedelta(days=900))
        elif field is not None and choices_of(field):
            allowed = [each for each in choices_of(field) if each != "benefit"]
            strategy = st.sampled_from(allowed)
        else:
            strategy = _VALUES.get(key, st.booleans())
        may_be_left_out = question.optional and key != "monthly_wage"
        answers[path] = draw(st.none() | strategy if may_be_left_out else strategy)
    return answers


@settings(max_examples=60, deadline=None)
@given(_interviews(), st.sampled_from(LANGUAGES))
def test_whatever_is_answered_the_file_says_it_and_calc_takes_it(
    answers: dict[Any, Any], language: Any
) -> None:
    facts = facts_of(answers)
    text = case_file_text(facts, SMALLER, language, [":schema x"])
    assert _parsed(text) == facts
    validator("case").validate(as_an_editor_reads(text))
    case = case_from_source(source_from_bytes("x.toml", text.encode()), BOOK)
    calculate(case, BOOK, proposed_date(facts, BOOK))
    so_far: dict[Any, Any] = {}
    for question in questions(answers):
        so_far[question.path] = answers[question.path]
        assert faults_with(so_far, BOOK, ()) == []
        value = answers[question.path]
        if isinstance(value, Decimal | bool | list) or value in choices_of_question(question):
            assert value_of(question, shown(question, value, language), language) == value


def choices_of_question(question: Question) -> tuple[Any, ...]:
    field = field_at(Case, question.path)
    return choices_of(field) if field is not None else ()


# --- on a terminal

DIALOGUE = """
Sagsnummer: | 010116-0001
Sagsnummer: | 2026-1
serviceniveau | rudersdahl
serviceniveau |
fødselsdato: | 31-02-2016
fødselsdato: | 14-05-2016
søgt om | 3
mærke |
Ansøgningsdato | 3-2-2025
Bevilget fra: | 1/3/2025
om ugen: | 20
til og med | 28-02-2025
til og med |
Ugentlig arbejdstid |
Beskæftigelse | 4
Beskæftigelse | 1
Månedsløn | 34.250
Månedsløn | 43250
pensionsbidrag | <
Månedsløn før ydelsen [43.250,00]: | 34.250,00 kr.
pensionsbidrag | 3425
besparelse | j
Slags besparelse | transport
om måneden: | 854
besparelse | n
forløb mere | n
fastsat: | 15-02-2026
Slags udgift | medicin
i ord | salver "egne"
Beløb: | 640
Periode |
Dokumenteret | j
En udgift mere | n
et nummer retter: | 8
om ugen [20]: | 19,5
et nummer retter: | <
En udgift mere | <
et nummer retter: |
"""


def _spawn(*args: object) -> Any:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("UDMAAL_")}
    return pexpect.spawn(
        sys.executable,
        ["-m", "udmaal", "new", *map(str, args)],
        encoding="utf-8",
        timeout=60,
        dimensions=(50, 160),
        env={**clean, "NO_COLOR": "1", "LC_ALL": "C.UTF-8"},
        cwd=str(ROOT),
    )


def _finished(child: Any) -> tuple[int, str]:
    child.expect(pexpect.EOF)
    said = child.before
    child.close()
    return child.exitstatus, said


posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals to ask on")


@posix
def test_the_questions_lead_to_a_case_that_calculates(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    child = _spawn(path)
    said = ""
    for line in DIALOGUE.strip().splitlines():
        asked, _, answer = (part.strip() for part in line.partition("|"))
        child.expect_exact(asked)
        said += child.before
        child.sendline(answer)
    code, rest = _finished(child)
    assert code == 0
    for words in (
        "ligner et CPR-nummer", "mente du rudersdal?", "31-02-2016 er ikke en dato",
        "ligger før 1. marts 2025", "brug lønnen før ydelsen", "ikke et entydigt beløb",
        "= 34.250,00",
    ):  # fmt: skip
        assert words in said
    assert f"udmaal calc {path} --date 2026-02-15" in rest
    facts = _parsed(path.read_text(encoding="utf-8"))
    assert facts == {
        "format": 1,
        "case_id": "2026-1",
        "child": {"born": date(2016, 5, 14)},
        "lost_earnings": [
            {
                "parent": "A",
                "applied": date(2025, 2, 3),
                "weekly_hours": Decimal(37),
                "occupation": "employee",
                "monthly_wage": Decimal(34250),
                "employer_pension": Decimal(3425),
                "grant": [{"from": date(2025, 3, 1), "hours": Decimal("19.5")}],
                "saving": [{"kind": "transport", "monthly": Decimal(854)}],
            }
        ],
        "extra_costs": [
            {
                "decided": date(2026, 2, 15),
                "item": [
                    {
                        "kind": "medicine",
                        "text": 'salver "egne"',
                        "amount": Decimal(640),
                        "per": "month",
                        "documented": True,
                    }
                ],
            }
        ],
    }
    assert udmaal("calc", path, "--date", "2026-02-15").code == 0


@posix
@pytest.mark.parametrize("key", ["c", "d"])
def test_stopping_leaves_nothing_behind(key: str, tmp_path: Path) -> None:
    child = _spawn(tmp_path / "case.toml")
    child.expect_exact("Sagsnummer: ")
    child.sendline("2026-1")
    child.expect_exact("serviceniveau [intet]: ")
    child.sendcontrol(key)
    # A signal that comes just before the system begins to read is seen with the next one.
    for _ in range(5):
        if child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=5) == 0:
            break
        child.sendcontrol(key)
    said = child.before
    child.close()
    assert child.exitstatus == 130
    assert "Traceback" not in said
    assert list(tmp_path.iterdir()) == []


@posix
def test_a_name_that_is_taken_is_told_before_the_first_question(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_text("mine", encoding="utf-8")
    code, said = _finished(_spawn(path))
    assert code == 2
    assert "findes allerede" in said
    assert path.read_text(encoding="utf-8") == "mine"


@posix
def test_a_name_that_is_taken_meanwhile_costs_no_answers(tmp_path: Path) -> None:
    path, other = tmp_path / "case.toml", tmp_path / "other case.toml"
    child = _spawn(path, "--lang", "en")
    for asked, answer in (
        ("Case number: ", "x"), ("service level", ""), ("date of birth: ", "2016-05-14"),
        ("applied for", "extra costs"), ("decided: ", "2026-02-15"), ("Kind of cost", "medicine"),
        ("in words", ""), ("Amount: ", "640.00"), ("Period", "a month"), ("Documented", "yes"),
        ("One more cost", ""),
    ):  # fmt: skip
        child.expect_exact(asked)
        child.sendline(answer)
    child.expect_exact("Enter saves; a number corrects: ")
    path.write_text("mine", encoding="utf-8")
    child.sendline("")
    child.expect_exact("File name [case.toml]: ")
    child.sendline(str(other))
    code, said = _finished(child)
    assert code == 0
    assert f'udmaal calc "{other}" --date 2026-02-15' in said
    assert path.read_text(encoding="utf-8") == "mine"
    assert _parsed(other.read_text(encoding="utf-8"))["case_id"] == "x"
