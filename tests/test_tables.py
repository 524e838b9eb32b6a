"""The tables of cases: what the law gives, and what is wrong with a file."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest

from conftest import TABLES, case_of, citations, page, table
from udmaal.api import calculate, case_from_source, make_ledger
from udmaal.calendar_month import Month
from udmaal.citations.acts import Topic, order, order_on
from udmaal.faults import InputFaultsError
from udmaal.language import LANGUAGES
from udmaal.law.benefits import BENEFITS, BY_KEY
from udmaal.output.document import document
from udmaal.output.headings import absence_lines
from udmaal.rates.book import RateBook
from udmaal.reading.source import source_from_bytes
from udmaal.text.faults import mend, problem

pytestmark = pytest.mark.fast


def told(error: InputFaultsError) -> tuple[list[str], list[str]]:
    """Give code and key of each fault, and what the user reads: the problem and the mend."""
    for fault in error.faults:
        assert fault.line or not fault.path
        assert problem(fault, "en")
        assert mend(fault, "en")
    codes = [f"{fault.code} {fault.where}".strip() for fault in error.faults]
    return codes, [f"{problem(fault, 'da')}: {mend(fault, 'da')}" for fault in error.faults]


def test_there_is_a_folder_per_benefit_and_no_file_of_another_kind() -> None:
    kinds = set(re.findall(r"^\| `(.+?)`", (TABLES / "README.md").read_text("utf-8"), re.MULTILINE))
    files = list(TABLES.glob("*/*"))
    assert {file.name for file in files} == kinds
    assert {file.parent.name for file in files} == {*BY_KEY, "shared"}


def _examples(name: str) -> list[Any]:
    return [pytest.param(row, id=row["says"]) for row in table(name)]


@pytest.mark.parametrize("example", _examples("amounts"))
def test_amounts(example: dict[str, Any], book: RateBook, tmp_path: Path) -> None:
    (tmp_path / "test.toml").write_text(example.get("level", ""), encoding="utf-8")
    folders = [tmp_path] if "level" in example else []
    breakdown = calculate(case_of(example["case"]), book, example["on"], folders)
    found = {
        " ".join(result[key] for key in ("parent", "child") if key in result)
        or result["benefit"]: result
        for result in document(breakdown, "da")["results"]
        if example.get("benefit", result["benefit"]) == result["benefit"]
    }
    expected = example["expect"]
    assert set(found) == set(expected)
    for name, amounts in expected.items():
        given = {key: found[name]["amounts"][key] or "" for key in amounts}
        assert given == amounts
    lines = {line["id"]: line["amount"] for result in found.values() for line in result["lines"]}
    for line, amount in example.get("lines", {}).items():
        assert lines[line] == amount
    formulas = {
        line["id"]: line["formula"] for result in found.values() for line in result["lines"]
    }
    for line, formula in example.get("formulas", {}).items():
        assert formulas[line] == formula
    if "assumptions" in example:
        assert list(breakdown.assumptions) == example["assumptions"]


SEVERAL_AT_ONCE = {benefit.key for benefit in BENEFITS if benefit.many}


@pytest.mark.parametrize("example", _examples("absences"))
def test_why_there_is_no_benefit(example: dict[str, Any], book: RateBook) -> None:
    case_file = case_of(example["case"])
    tables = case_file.case.model_dump(exclude={"format", "case_id", "child", "accepted"})
    count = sum(
        len(each) if name in SEVERAL_AT_ONCE else 1 for name, each in tables.items() if each
    )
    for on, said in example["on"].items():
        breakdown = calculate(case_file, book, date.fromisoformat(on))
        assert absence_lines(breakdown.absences, "da") == said
        assert len(absence_lines(breakdown.absences, "en")) == len(said)
        # Every course, and every benefit of decisions or years, has either a result or a reason.
        assert len(breakdown.results) + len(said) == count


@pytest.mark.parametrize("example", _examples("pages"))
def test_pages(example: dict[str, Any], book: RateBook, tmp_path: Path) -> None:
    (tmp_path / "test.toml").write_text(example.get("level", ""), encoding="utf-8")
    breakdown = calculate(
        case_of(example["case"]), book, example["on"],
        [tmp_path] if "level" in example else [],
        corrected_ceilings=example.get("corrected", False),
    )  # fmt: skip
    assert page(breakdown) == example["page"]


def test_citations() -> None:
    cited = citations()
    before = None
    for first, name in cited["orders"].items():
        on = date.fromisoformat(first)
        assert order(on) == name
        assert before is None or order(on - timedelta(days=1)) == before
        before = name
    assert get_args(Topic) == tuple(cited["sections"])
    for topic, (old, new) in cited["sections"].items():
        assert order_on(topic, date(2014, 12, 31)) == f"BEK 1548/2013 {old}"
        assert order_on(topic, date(2015, 1, 1)) == f"BEK 1577/2014 {new}"
    assert set(BY_KEY) == set(cited["acts"])
    for benefit, (old, new) in cited["acts"].items():
        assert BY_KEY[benefit].act.on(date(2023, 12, 31)) == old
        assert BY_KEY[benefit].act.on(date(2024, 1, 1), "stk. 3") == f"{new}, stk. 3"
    for benefit, by_date in cited["acts_on"].items():
        for on_text, act in by_date.items():
            assert BY_KEY[benefit].act.on(date.fromisoformat(on_text)) == act


@pytest.mark.parametrize("example", _examples("faults"))
def test_faults(example: dict[str, Any], book: RateBook) -> None:
    with pytest.raises(InputFaultsError) as caught:
        case_from_source(source_from_bytes("x.toml", example["text"].encode()), book)
    found = [
        " ".join(filter(None, (f"{f.line}:{f.column}" if f.line else "", f.code, f.where)))
        for f in caught.value.faults
    ]
    assert found == example["faults"]
    for fault in caught.value.faults:
        for language in LANGUAGES:
            assert problem(fault, language)
            assert mend(fault, language)
    if "problems" in example:
        assert [problem(fault, "da") for fault in caught.value.faults] == example["problems"]


@pytest.mark.parametrize("example", _examples("refusals"))
def test_refusals(
    example: dict[str, Any], book: RateBook, book_to_2027: RateBook, tmp_path: Path
) -> None:
    (tmp_path / "test.toml").write_text(example.get("level", ""), encoding="utf-8")
    folders = [tmp_path] if "level" in example else []
    rates = book_to_2027 if "rates" in example else book
    with pytest.raises(InputFaultsError) as caught:
        calculate(case_of(example["case"]), rates, example["on"], folders)
    assert told(caught.value) == (example["faults"], example["problems"])


@pytest.mark.parametrize("example", _examples("ledger_refusals"))
def test_ledgers_that_are_refused(example: dict[str, Any], book: RateBook) -> None:
    first, last = Month.parse(example["from"]), Month.parse(example["to"])
    with pytest.raises(InputFaultsError) as caught:
        make_ledger(case_of(example["case"]), book, first, last, today=date(2026, 11, 21))
    assert told(caught.value) == (example["faults"], example["problems"])


@pytest.mark.parametrize(
    ("condition", "value", "words"),
    [
        ("insured", "false", "ikke medlem af en a-kasse"),
        ("self_inflicted", "true", "selvforskyldt ledig"),
        ("dagpenge", "true", "ret til dagpenge"),
        ("offered_part_time", "true", "tilbudt deltidsarbejde"),
        ("other_support", "true", "anden støtte"),
        ("receives_lost_earnings", "false", "får ikke tabt arbejdsfortjeneste"),
    ],
)
def test_a_failed_condition_gives_nothing_and_is_named(
    condition: str, value: str, words: str, book: RateBook
) -> None:
    good = {
        "insured": "true", "self_inflicted": "false", "dagpenge": "false",
        "offered_part_time": "false", "other_support": "false",
        "receives_lost_earnings": "true",
    }  # fmt: skip
    rows = "\n".join(f"{key} = {each}" for key, each in {**good, condition: value}.items())
    text = f"""
[[supplementary]]
parent = "A"
unemployed_from = 2026-02-10
former_weekly_wage = 5200
former_weekly_hours = 20
{rows}
"""
    breakdown = calculate(case_of(text), book, date(2026, 3, 1))
    (result,) = document(breakdown, "da")["results"]
    amounts = result["amounts"]
    assert (amounts["weekly"], amounts["total"], amounts["atp_recipient"]) == ("0.00",) * 3
    weekly = next(line for line in result["lines"] if line["id"] == "weekly")
    assert weekly["formula"] == f"ingen: {words}"
    assert breakdown.assumptions == ()
