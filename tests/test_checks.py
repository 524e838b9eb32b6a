"""The findings: what brings each of them, what does not, and how they are told."""

import json
import os
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sarif_pydantic import Sarif

from conftest import EXAMPLES, ROOT, case_of, citations, example_date, table, udmaal
from udmaal.api import check_case
from udmaal.breakdown import Finding
from udmaal.checks import CHECKS
from udmaal.checks.registry import check
from udmaal.language import LANGUAGES, Language
from udmaal.output import explain
from udmaal.rates.book import RateBook
from udmaal.text.findings import FINDINGS, finding_source, finding_text

pytestmark = pytest.mark.fast

EXAMPLE_ROWS = table("findings")


@pytest.mark.parametrize("example", [pytest.param(row, id=row["code"]) for row in EXAMPLE_ROWS])
def test_a_faulty_case_and_its_neighbour(
    example: dict[str, Any], book: RateBook, book_to_2027: RateBook, tmp_path: Path
) -> None:
    rates = book_to_2027 if "rates" in example else book
    if "level" in example:
        (tmp_path / "test.toml").write_text(example["level"], encoding="utf-8")
    faulty = example["case"]
    assert example["change"] in faulty
    if example.get("last"):
        head, _, tail = faulty.rpartition(example["change"])
        neighbour = head + example["into"] + tail
    else:
        neighbour = faulty.replace(example["change"], example["into"], 1)

    def found(text: str) -> list[Finding]:
        return list(check_case(case_of(text), rates, example["on"], [tmp_path]))

    assert all(isinstance(each.values, Mapping) for each in found(faulty))
    expected = [example[key] for key in ("code", "severity", "where", "message")]
    assert expected in [
        [each.code, each.severity, each.where, finding_text(each, "da")] for each in found(faulty)
    ]
    assert example["code"] not in {each.code for each in found(neighbour)}


def told(finding: Finding) -> str:
    """Write a finding as the table of cases has it."""
    assert finding.severity == CHECKS[finding.code].severity
    assert finding_text(finding, "en")
    accepted = f" ({finding.accepted})" if finding.accepted else ""
    return f"{finding.code} {finding.where}: {finding_text(finding, 'da')}{accepted}"


@pytest.mark.parametrize(
    "example", [pytest.param(row, id=row["says"]) for row in table("findings_of_cases")]
)
def test_all_that_is_found(
    example: dict[str, Any], book: RateBook, book_to_2027: RateBook, tmp_path: Path
) -> None:
    if "level" in example:
        (tmp_path / "test.toml").write_text(example["level"], encoding="utf-8")
    rates = book_to_2027 if "rates" in example else book
    findings = check_case(case_of(example["case"]), rates, example["on"], [tmp_path])
    assert [told(each) for each in findings] == example["found"]


def test_a_code_is_given_once() -> None:
    with pytest.raises(ValueError, match="U101"):
        check("U101", "error")(lambda _: ())


@pytest.mark.parametrize("example", [pytest.param(row, id=row["code"]) for row in EXAMPLE_ROWS])
def test_a_check_finds_nothing_without_the_table_it_needs(
    example: dict[str, Any], book: RateBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_file = case_of(example["case"])
    on = min(example["on"], book.last_day)
    level_free = case_file.case.model_copy(update={"municipality": None})
    case_file = replace(case_file, case=level_free)
    found = check_case(case_file, book, on)
    monkeypatch.setattr(
        "udmaal.checks.tables_of", lambda _: frozenset(each.needs for each in CHECKS.values())
    )
    assert check_case(case_file, book, on) == found


def test_every_check_has_an_example_a_page_and_a_severity() -> None:
    codes = {row["code"] for row in EXAMPLE_ROWS}
    assert sorted(codes) == sorted(CHECKS) == sorted(FINDINGS)
    assert all(each.code == code for code, each in CHECKS.items())
    for code, page in FINDINGS.items():
        assert page.message.da != page.message.en, code
        assert all((*page.why, *page.mend, page.source, page.wrong, page.right)), code


CITED = citations()["findings"]


@pytest.mark.parametrize(
    ("code", "on", "source"),
    [(code, on, source) for code, by_date in CITED.items() for on, source in by_date.items()],
)
def test_the_law_of_a_finding_is_that_of_its_date(code: str, on: str, source: str) -> None:
    finding = Finding(code, CHECKS[code].severity, "", {})
    assert finding_source(finding, date.fromisoformat(on), "da") == source


def test_a_finding_about_an_event_cites_the_law_of_that_day() -> None:
    lapsed = Finding("U302", "warning", "", {"date": date(2017, 12, 31)})
    assert finding_source(lapsed, date(2018, 2, 1), "en") == "BEK 32/2015 § 17"


def test_no_page_names_a_law_that_dates_change() -> None:
    """Such a source is data, so that it names the law of the date; the words name none."""
    dated = re.compile(r"\b(BL|SEL)\b|bekendtgørelsen|the order\b|BEK|vejl\.|§")
    for code, page in FINDINGS.items():
        for part in page.source if isinstance(page.source, tuple) else (page.source,):
            if isinstance(part, str):
                assert not dated.search(part), f"{code}: {part}: see law/sources.py"
        for text in (*page.message, *page.why, *page.mend):
            assert not dated.search(text), f"{code}: {text}"
        assert code in CITED or not _changes(code), f"{code}: not in tests/tables/*/citations.toml"


def _changes(code: str) -> bool:
    """Tell whether what a finding cites is another on another date."""
    finding = Finding(code, CHECKS[code].severity, "", {})
    old, new = (finding_source(finding, date(year, 3, 1), "en") for year in (2014, 2026))
    return old != new


def test_the_command_line_cites_the_law_of_the_date() -> None:
    case = b"""
format = 1
case_id = "x"
child = {born = 2008-05-14}
[[lost_earnings]]
parent = "A"
weekly_hours = 37
monthly_wage = 30000
employer_pension = 4000
grant = [{from = 2014-02-01, hours = 20}]
end = {date = 2014-05-31, reason = "conditions_lapsed"}
"""
    args = ("check", "-", "--date", "2014-05-01", "--format")
    text = udmaal(*args, "text", stdin=case).out
    assert "kilde: BEK 1548/2013 § 15\n" in text
    assert "kilde: SEL § 42, stk. 3\n" in text
    (run,) = json.loads(udmaal(*args, "sarif", stdin=case).out)["runs"]
    helps = {rule["id"]: rule["help"]["text"] for rule in run["tool"]["driver"]["rules"]}
    assert helps["U302"].endswith("(BEK 1548/2013 § 15)")
    assert helps["U103"].endswith("(SEL § 42, stk. 3)")
    assert "BL § " not in text
    assert "Kilde: BEK 1064/2025 § 17; BL § 11." in udmaal("explain", "U302").out


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_are_free_of_errors_and_warnings_or_say_why(example: Path) -> None:
    ran = udmaal("check", example, "--date", example_date(example), "--strict")
    assert ran.code == 0, ran.out


def test_exit_codes_and_choice() -> None:
    case = b"""
format = 1
case_id = "010203-0000"
child = {born = 2016-05-14}
[extra_costs]
decided = 2026-01-15
item = [{kind = "diet", amount = 900, per = "month"}]
"""

    def code(*args: str) -> int:
        return udmaal("check", "-", "--date", "2026-03-01", *args, stdin=case).code

    assert code() == 1  # an error: the CPR number
    assert code("--ignore", "U601") == 0  # a warning is left
    assert code("--ignore", "U601", "--strict") == 1
    assert code("--select", "U4", "--strict") == 1
    assert code("--select", "U402,U601") == 1
    assert code("--select", "U5") == 0
    assert code("--select", "U9") == 2


def test_text_points_at_the_place() -> None:
    ran = udmaal("check", "examples/two-parents-over-37.toml", "--date", "2025-06-01")
    assert "accepteret U103 examples/two-parents-over-37.toml:19:20" in ran.out
    assert "  19 | employer_pension = 4320.00\n     |                    ^\n" in ran.out


def test_json_and_sarif() -> None:
    args = ("check", "examples/two-parents-over-37.toml", "--date", "2025-06-01", "--format")
    (document,) = json.loads(udmaal(*args, "json").out)
    first = document["findings"][0]
    assert (first["code"], first["line"], first["column"]) == ("U103", 19, 20)
    assert first["accepted"]
    sarif = json.loads(udmaal(*args, "sarif").out)
    assert len(Sarif.model_validate(sarif).runs[0].results or ()) == len(document["findings"])
    (run,) = sarif["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["startLine"] >= 1
    assert run["results"][0]["suppressions"][0]["kind"] == "inSource"


def test_sarif_names_files_by_addresses(tmp_path: Path) -> None:
    example = ROOT / "examples" / "two-parents-over-37.toml"
    absolute = tmp_path / "en sag på æøå.toml"
    absolute.write_bytes(example.read_bytes())
    run = udmaal("check", absolute, "--date", "2025-06-01", "--format", "sarif")
    places = json.loads(run.out)["runs"][0]["results"][0]["locations"][0]
    uri = places["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == absolute.as_uri()
    assert uri.endswith("/en%20sag%20p%C3%A5%20%C3%A6%C3%B8%C3%A5.toml")


def test_calc_carries_the_findings_and_a_finding_changes_no_amount(book: RateBook) -> None:
    example = "examples/two-parents-over-37.toml"
    result = json.loads(udmaal("calc", example, "--date", "2025-06-01", "-f", "json").out)
    codes = {finding["code"]: finding for finding in result["findings"]}
    assert codes["U106"]["accepted"] == "nedskæringen er aftalt med forældrene"
    assert "accepted" not in codes["U602"]
    printed = udmaal("calc", example, "--date", "2025-06-01").out
    assert "U106" in printed


def test_a_case_the_rules_refuse_is_still_checked(book: RateBook) -> None:
    case = case_of("""
[[lost_earnings]]
parent = "A"
weekly_hours = 37
occupation = "benefit"
grant = [{from = 2025-03-01, hours = 20}]
""")
    assert "U101" in {each.code for each in check_case(case, book, date(2025, 5, 1))}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_reference_has_all_pages(lang: Language) -> None:
    name = {"da": "opslag.md", "en": "reference.md"}[lang]
    path = ROOT / "docs" / name
    if os.environ.get("UDMAAL_UPDATE_EXPECTED"):
        path.write_text(explain.all_pages(lang).rstrip() + "\n", encoding="utf-8", newline="\n")
    assert explain.all_pages(lang).rstrip() == path.read_text(encoding="utf-8").rstrip()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_reference_is_what_explain_prints(lang: str) -> None:
    name = {"da": "opslag.md", "en": "reference.md"}[lang]
    kept = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert udmaal("explain", "--all", "--lang", lang).out == kept


@pytest.mark.parametrize(
    ("key", "word"),
    [
        ("U201", "20896-94"),
        ("u201", "20896-94"),
        ("A14", "2021"),
        ("lost_earnings.ceiling", "28.443"),
        ("ceiling", "‹loft› × ‹timer›/‹egne timer›"),
        ("claim", "aldrig med faste 37"),
    ],
)
def test_explain(key: str, word: str) -> None:
    ran = udmaal("explain", key)
    assert ran.code == 0
    assert word in ran.out


def test_everything_has_a_page_in_both_languages(book: RateBook) -> None:
    for language in LANGUAGES:
        for key in explain.known_keys():
            assert explain.page(key, book, language), key


def test_explain_names_what_is_near() -> None:
    ran = udmaal("explain", "lost_earnings.celing")
    assert ran.code == 2
    assert "lost_earnings.ceiling" in ran.err
