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

from conftest import ROOT, day, udmaal
from test_schema import as_an_editor_reads, validator
from udmaal import Udmaal
from udmaal.api import calculate, case_from_source
from udmaal.case.model import Case
from udmaal.faults import InputFaultsError
from udmaal.interview.answers import choices, shown, value_of
from udmaal.interview.case_so_far import faults_with, proposed_date
from udmaal.interview.questions import (
    ASIDE,
    BENEFITS,
    MORE,
    Question,
    facts_of,
    first_open,
    questions,
)
from udmaal.language import LANGUAGES, Language
from udmaal.output.case_file import case_file_text
from udmaal.output.write import atomic_file, write
from udmaal.rates.read import read_rates
from udmaal.reading.source import parse, source_from_bytes
from udmaal.reading.validation import FILL_IN, check, choices_of, field_at, table_in
from udmaal.reading.written import written_amount, written_day
from udmaal.shown import texts_in
from udmaal.text.templates import SMALLER, TEMPLATES

BOOK = read_rates()
OFFERED = re.compile(r"^#(?=[\w\"\[])", re.MULTILINE)
TO_FILL_IN = re.compile(rf"'(?:{'|'.join(FILL_IN)}): \S+ (.+?)'")


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


def _filled_in(text: str) -> str:
    """Put the examples of a template in place of what is to be filled in."""
    return TO_FILL_IN.sub(r"\1", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_a_case_once_it_is_filled_in(
    name: str, language: str, tmp_path: Path
) -> None:
    path = tmp_path / "case.toml"
    made = udmaal("new", "--template", name, path, "--lang", language)
    assert (made.code, made.out, made.err) == (0, "", "")
    text = path.read_text(encoding="utf-8")
    assert f"udmaal check {path}" in text
    assert all(len(line) <= 100 for line in text.splitlines() if "udmaal " not in line)
    printed = udmaal("new", "-t", name, "--lang", language)
    assert _parsed(printed.out) == _parsed(text)
    path.write_text(_filled_in(text), encoding="utf-8")
    on = f"{TEMPLATES[name].on}"
    calculated = udmaal("calc", path, "--date", on, "--format", "json")
    assert (calculated.code, calculated.err) == (0, "")
    nothing = {"da": "1 sag: ingen anmærkninger\n", "en": "1 case: no findings\n"}[language]
    checked = ("check", path, "--date", on, "--strict", "--ignore", "U602", "--lang", language)
    assert udmaal(*checked).out == nothing


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_no_case_and_check_lists_what_is_missing(
    name: str, language: Language, tmp_path: Path
) -> None:
    path = tmp_path / "case.toml"
    udmaal("new", "--template", name, path, "--lang", language)
    lines = path.read_text(encoding="utf-8").splitlines()
    missing = [number for number, line in enumerate(lines, 1) if TO_FILL_IN.search(line)]
    assert len(missing) >= 5
    ran = udmaal("check", path, "--lang", language)
    counted = {"da": "1 sag kunne ikke kontrolleres\n", "en": "1 case could not be checked\n"}
    assert (ran.code, ran.out) == (1, counted[language])
    *told, closing = ran.err.splitlines()
    heads, mends = told[::2], told[1::2]
    assert len(heads) == len(mends) == len(missing)
    for number, head, mend in zip(missing, heads, mends, strict=True):
        key = lines[number - 1].partition(" = ")[0]
        column = len(f"{key} = ") + 1
        assert head.startswith(("fejl: ", "error: "))
        assert f"{path}:{number}:{column}: " in head
        assert f" {key} = " in mend
    assert f" {len(missing)} " in closing
    assert FILL_IN.in_(language) in closing


@pytest.mark.parametrize(
    "command",
    [
        ("calc",), ("ledger",), ("what-if", "--set", "hours=5..10"), ("batch",),
        ("change", "--fact", "follow-up", "--set", "followed_up=2026-02-10", "--dry-run"),
    ],
)  # fmt: skip
def test_every_command_refuses_a_template_by_name(command: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    udmaal("new", "--template", "lost-earnings", path)
    name, *options = command
    ran = udmaal(name, path, *options)
    assert ran.code == 1
    assert "ikke udfyldt endnu: Månedsløn før ydelsen" in ran.out + ran.err
    with pytest.raises(InputFaultsError) as caught:
        Udmaal().read(path)
    assert {fault.code for fault in caught.value.faults} == {"value.to_fill_in"}


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ('born = "UDFYLD"', ["value.to_fill_in"]),
        ('born = "UDFYLD: i morgen"', ["value.to_fill_in"]),
        ('born = "FILL IN"', ["value.to_fill_in"]),
        ('born = "UDFYLDES"', ["type.date"]),
        ('born = 2016-05-14\nheight = "UDFYLD"', ["key.unknown"]),
    ],
)
def test_what_is_to_be_filled_in_is_told_from_what_is_wrong(given: str, codes: list[str]) -> None:
    text = f'format = 1\ncase_id = "Æ UDFYLD: ikke"\n[child]\n{given}\n'
    with pytest.raises(InputFaultsError) as caught:
        case_from_source(source_from_bytes("x.toml", text.encode()), BOOK)
    assert [fault.code for fault in caught.value.faults] == codes


def test_nothing_is_concluded_from_what_is_still_to_be_filled_in() -> None:
    text = _filled_in(udmaal("new", "-t", "lost-earnings").out)
    before_birth = text.replace("born = 2012-09-30", "born = 2026-09-30")
    for case, codes in (
        (before_birth, ["child.not_born"]),
        (before_birth.replace("= 2025-08-01", "= 'UDFYLD'"), ["value.to_fill_in"]),
        (text.replace("#yearly_results = [312000.00,", "yearly_results = ['UDFYLD',"),
         ["value.to_fill_in"]),
    ):  # fmt: skip
        with pytest.raises(InputFaultsError) as caught:
            case_from_source(source_from_bytes("x.toml", case.encode()), BOOK)
        assert [fault.code for fault in caught.value.faults] == codes


def test_an_editor_flags_all_that_is_to_be_filled_in() -> None:
    text = udmaal("new", "-t", "all").out
    flagged = list(validator("case").iter_errors(as_an_editor_reads(text)))
    for error in flagged:  # of a table that may stand alone or in a list, what is wrong with each
        flagged += error.context or ()
    places = {tuple(error.absolute_path) for error in flagged}
    texts = texts_in(_parsed(text))
    assert {path for path, said in texts if said.startswith(FILL_IN.da)} <= places


def test_the_template_of_everything_has_every_key_and_each_can_be_put_to_use() -> None:
    text = _filled_in(udmaal("new", "-t", "all").out)
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


# Asks for all that one course can be asked for.
FORMS = {
    ("lost_earnings", 0, "occupation"): "employee",
    (ASIDE, "wage", "lost_earnings", 0): "payslip",
    (ASIDE, "tax", "lost_earnings", 0): True,
}


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        (("child", "born"), "i går", "answer.date"),
        (("child", "born"), "", "answer.missing"),
        (("case_id",), "010116-0001", "answer.cpr"),
        (("extra_costs", 0, "decided"), "05/06/26", "answer.several"),
        (("lost_earnings", 0, "payslip", 0, "month"), "i sommer", "answer.month"),
        (("lost_earnings", 0, "grant", 0, "hours"), "7.400", "answer.several"),
        (("lost_earnings", 0, "monthly_wage"), "to tusinde", "answer.amount"),
        (("lost_earnings", 0, "yearly_results"), "1,00; to", "answer.amount"),
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
        (("lost_earnings", 0, "monthly_wage"), "34.250", Decimal(34250)),
        (("lost_earnings", 0, "monthly_wage"), "kr. 34.250", Decimal(34250)),
        (("lost_earnings", 0, "payslip", 0, "month"), "mar-26", "2026-03"),
        (("lost_earnings", 0, "payslip", 0, "month"), "marts 2026", "2026-03"),
        (("lost_earnings", 0, "payslip", 0, "month"), "03-2026", "2026-03"),
        (("lost_earnings", 0, "tax", "rate"), "37", Decimal("0.37")),
        (("lost_earnings", 0, "tax", "rate"), "37,5 %", Decimal("0.375")),
        (("lost_earnings", 0, "tax", "rate"), "0,37", Decimal("0.37")),
        (("lost_earnings", 0, "tax", "rate"), "0,5 %", Decimal("0.005")),
        (("child", "born"), "1. marts 2026", date(2026, 3, 1)),
        (("child", "born"), "01-03-2026", date(2026, 3, 1)),
        (("child", "born"), "2026-03-01", date(2026, 3, 1)),
        (("child", "born"), "1 March 2026", date(2026, 3, 1)),
        (("lost_earnings", 0, "yearly_results"), "312.000,00; -5", [Decimal(312000), Decimal(-5)]),
    ],
)
def test_an_answer_may_be_written_in_several_ways(path: Any, text: str, value: Any) -> None:
    asked = (each for each in questions({BENEFITS: "both", **FORMS}) if each.path == path)
    question = next(asked, Question(path))
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
_DAYS = st.integers(0, 200)
_FRACTION = st.decimals(min_value=0, max_value=1, places=2)
_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "case_id": _texts(64),
    "municipality": st.sampled_from(["rudersdal", "langeland", "eksempel-2015"]),
    "born": st.dates(date(2005, 1, 1), date(2015, 1, 1)),
    "applied": _FROM,
    "from": _FROM,
    "hours": st.decimals(min_value="0.01", max_value=37, places=2),
    "weekly_hours": st.decimals(min_value="0.01", max_value=80, places=2),
    "monthly_wage": _kroner(90_000),
    "gross": st.decimals(min_value=5000, max_value=90_000, places=2),
    "supplements": _kroner(2_000),
    "excluded": _kroner(2_000),
    "employer": st.sampled_from(["1", "2"]),
    "yearly_results": st.lists(_kroner(900_000), min_size=1, max_size=4),
    "monthly_loss": _kroner(9_000),
    "employer_pension": _kroner(9_000),
    "employer_pension_percent": st.decimals(min_value=1, max_value=20, places=1),
    "monthly": _kroner(2_000),
    "km_monthly": st.decimals(min_value=1, max_value=900, places=1),
    "rate_per_km": st.decimals(min_value=1, max_value=4, places=2),
    "rate": _FRACTION,
    "monthly_deduction": _kroner(9_000),
    "text": _texts(60),
    "amount": _kroner(9_000),
    "km": st.decimals(min_value=1, max_value=900, places=1),
}


@st.composite
def _interviews(draw: st.DrawFn) -> dict[Any, Any]:
    """Answer every question with something it may be answered with."""
    answers: dict[Any, Any] = {}
    while (question := first_open(answers)) is not None:
        path, key = question.path, str(question.path[-1])
        field = field_at(Case, path)
        if question.options:
            strategy: st.SearchStrategy[Any] = st.sampled_from(choices(question))
        elif path[:2] == (ASIDE, MORE):
            strategy = st.booleans() if int(path[-1]) < 2 else st.just(value=False)
        elif key in {"parent", "month"}:  # of each its own
            strategy = st.just(question.default)
        elif key == "decided":  # each later than the one before
            strategy = st.just(date(2016 + 4 * int(path[1]), 3, 1))
        elif path[0] == "extra_costs" and key == "from":
            strategy = st.just(answers[*path[:-1], "decided"] + timedelta(days=draw(_DAYS)))
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
        is_read_back = (
            isinstance(value, Decimal | bool | list | date) or question.path[-1] == "month"
        )
        if is_read_back or value in choices(question):
            assert value_of(question, shown(question, value, language), language) == value


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
lønnen oplyst |
14-dages løn |
Flere arbejdsgivere |
Lønseddel for [december 2024]: |
Bruttoløn: | 3.425.000
Bruttoløn: | 34.250,00 kr.
Faste tillæg |
Tæller ikke med | 500
En lønseddel mere [ja]: | n
tidligere arbejdsgiver | 2
pensionsbidrag: | tilbage
tidligere arbejdsgiver [kr. om måneden]: |
pensionsbidrag: | 3425
Er der en besparelse | j
Slags besparelse | transport
i kilometer | j
Kilometer om måneden: | 420
pr. km: | 1,35
En besparelse mere | n
nettobeløbet | j
Trækprocent: | 37
fradrag: | 4.600
forløb mere | n
fastsat: | 15. oktober 2025
Gælder fra |
Slags udgift | medicin
i ord | salver "egne"
Beløb: | 640
Periode |
Dokumenteret | j
En udgift mere | n
En afgørelse mere |
et nummer retter: | 8
om ugen [20]: | 19,5
et nummer retter: | <
En afgørelse mere | <
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
        "ligger før 1. marts 2025", "brug lønnen derfra", "3.425.000,00 er for meget",
        "= 34.250,00",
    ):  # fmt: skip
        assert words in said
    assert f"udmaal calc {path} --date 2025-10-15" in rest
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
                "payslip": [
                    {"month": "2024-12", "gross": Decimal(34250), "excluded": Decimal(500)}
                ],
                "employer_pension": Decimal(3425),
                "grant": [{"from": date(2025, 3, 1), "hours": Decimal("19.5")}],
                "saving": [
                    {
                        "kind": "transport",
                        "km_monthly": Decimal(420),
                        "rate_per_km": Decimal("1.35"),
                    }
                ],
                "tax": {"rate": Decimal("0.37"), "monthly_deduction": Decimal(4600)},
            }
        ],
        "extra_costs": [
            {
                "decided": date(2025, 10, 15),
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
    assert udmaal("calc", path, "--date", "2025-10-15").code == 0
    assert [each.name for each in tmp_path.iterdir()] == ["case.toml"]


@posix
@pytest.mark.parametrize("key", ["c", "d"])
def test_stopping_keeps_the_answers_and_continue_goes_on(key: str, tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    child = _spawn(path)
    for asked, answer in (("Sagsnummer: ", "2026-1"), ("serviceniveau [intet]: ", "")):
        child.expect_exact(asked)
        child.sendline(answer)
    child.expect_exact("fødselsdato: ")
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
    assert f"udmaal new {path} --continue" in said
    assert [each.name for each in tmp_path.iterdir()] == ["case.toml.part"]
    assert not path.exists()
    code, said = _finished(_spawn(path))
    assert code == 2
    assert "--continue" in said
    child = _spawn(path, "--continue")
    child.expect_exact("2 svar fra")
    for asked, answer in (
        ("fødselsdato: ", "14-05-2016"), ("søgt om", "2"), ("fastsat: ", "15-10-2025"),
        ("Gælder fra", ""), ("Slags udgift", ""), ("i ord", ""), ("Beløb: ", "1.240,00"),
        ("Periode", ""), ("Dokumenteret", ""), ("udgift mere", ""), ("afgørelse mere", ""),
        ("nummer retter: ", ""),
    ):  # fmt: skip
        child.expect_exact(asked)
        child.sendline(answer)
    assert _finished(child)[0] == 0
    assert [each.name for each in tmp_path.iterdir()] == ["case.toml"]
    assert _parsed(path.read_text(encoding="utf-8"))["case_id"] == "2026-1"


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
        ("applied for", "extra costs"), ("decided: ", "2025-10-15"), ("In force from", ""),
        ("Kind of cost", "medicine"), ("in words", ""), ("Amount: ", "640.00"),
        ("Period", "a month"), ("Documented", "yes"), ("One more cost", ""),
        ("One more decision", ""),
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
    assert f'udmaal calc "{other}" --date 2025-10-15' in said
    assert path.read_text(encoding="utf-8") == "mine"
    assert _parsed(other.read_text(encoding="utf-8"))["case_id"] == "x"
