"""``udmaal check`` for forty cases: folders and lists, one line a finding, the closing count."""

import json
import os
import re
from pathlib import Path

import pytest

from conftest import udmaal

pytestmark = pytest.mark.fast

ON = ("--date", "2026-03-01")
HEAD = 'format = 1\ncase_id = "x"\nchild = {born = 2016-05-14}\n'
# U103, a warning, on line 8; U602 for the ceiling of 2026.
PENSION = (
    HEAD
    + """
[[lost_earnings]]
parent = "A"
weekly_hours = 37
monthly_wage = 30000
employer_pension = 4000
grant = [{from = 2026-02-01, hours = 20}]
"""
)
# U101, an error, on line 9, and U307, a warning.
BENEFIT = (
    HEAD
    + """
[[lost_earnings]]
parent = "A"
weekly_hours = 37

occupation = "benefit"
grant = [{from = 2025-02-01, hours = 20}]
"""
)
ACCEPTED = PENSION + '\n[[accepted]]\ncode = "U103"\nreason = "set"\n'
RATES = (
    "bygger på satser, der ikke er set offentliggjort: "
    "Loft over tabt arbejdsfortjeneste ved fuld tid"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    cases = {"a": HEAD, "b/1": PENSION, "b/2": BENEFIT, "c": ACCEPTED}
    for name, text in cases.items():
        path = tmp_path / "sager" / f"{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "sager"


def short(*args: str | Path, folder: Path) -> list[str]:
    """Give the lines of the short form, without the folder."""
    out = udmaal("check", *args, *ON, "-f", "short").out
    return out.replace(f"{folder}{os.sep}", "").replace(os.sep, "/").splitlines()


def test_a_folder_one_line_a_finding(folder: Path) -> None:
    assert short(folder, folder=folder) == [
        (
            "b/1.toml:9: U103 advarsel arbejdsgiverpensionen 4.000,00 er over 10 % af 30.000,00; "
            "kun 10 % af ydelsen betales"
        ),
        (
            "b/2.toml:5: U307 advarsel seneste bevilling, ændring eller opfølgning er fra "
            "1. februar 2025: den årlige opfølgning mangler"
        ),
        "b/2.toml:9: U101 fejl en ydelse er brugt som løn",
        f"U602 oplysning {RATES} (i 2 sager)",
        "4 sager: 1 fejl, 2 advarsler, 1 oplysning (i 2 sager), 1 accepteret",
    ]


def test_a_list_of_files(folder: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list"
    names = (folder / "a.toml", folder / "b")
    listed.write_bytes(b"".join(os.fsencode(name) + b"\0" for name in names))
    by_list = short("--files0-from", listed, folder=folder)
    assert by_list == short(*names, folder=folder)
    assert by_list[-1] == "3 sager: 1 fejl, 2 advarsler, 1 oplysning (i 2 sager)"
    ran = udmaal("check", "--files0-from", "-", *ON, stdin=listed.read_bytes())
    assert ran.out.splitlines()[-1] == by_list[-1]
    assert udmaal("check", "--files0-from", listed, *ON, "-o", listed).code == 2
    assert listed.read_bytes()


@pytest.mark.parametrize(
    ("names", "more", "da", "en"),
    [
        (["a"], [], "1 sag: ingen anmærkninger", "1 case: no findings"),
        (
            ["a", "c"], ["--ignore", "U602"],
            "2 sager: ingen anmærkninger, 1 accepteret", "2 cases: no findings, 1 accepted",
        ),
        (
            ["b/1"], [], "1 sag: 0 fejl, 1 advarsel, 1 oplysning",
            "1 case: 0 errors, 1 warning, 1 info",
        ),
        (
            ["a", "gone"], [], "2 sager: ingen anmærkninger; 1 sag kunne ikke kontrolleres",
            "2 cases: no findings; 1 case could not be checked",
        ),
        (["gone"], [], "1 sag kunne ikke kontrolleres", "1 case could not be checked"),
        (
            ["b/1", "b/1", "gone", "gone"], ["--ignore", "U6"],
            ("4 sager: 0 fejl, 2 advarsler, 0 oplysninger (i 2 sager); "
            "2 sager kunne ikke kontrolleres"),
            "4 cases: 0 errors, 2 warnings, 0 infos (in 2 cases); 2 cases could not be checked",
        ),
    ],
)  # fmt: skip
def test_the_closing_count(
    names: list[str], more: list[str], da: str, en: str, folder: Path
) -> None:
    paths = [folder / f"{name}.toml" for name in names]
    for language, expected in (("da", da), ("en", en)):
        for form in ("text", "short"):
            ran = udmaal("check", *paths, *ON, *more, "-f", form, "--lang", language)
            assert ran.out.splitlines()[-1] == expected
            assert ran.code == (1 if "gone" in names else 0)


def test_no_cases_are_a_mistake(tmp_path: Path) -> None:
    for args in ((), (tmp_path,)):
        ran = udmaal("check", *args, *ON)
        assert ran.code == 2
        assert "der er ingen sagsfiler" in ran.err


def test_a_case_at_fault_stops_no_other_and_is_not_well(folder: Path) -> None:
    (folder / "a.toml").write_text("format = 2\n", encoding="utf-8")
    ran = udmaal("check", folder, *ON, "--ignore", "U1")
    assert ran.code == 1
    assert "a.toml:1:10: format" in ran.err
    assert "advarsel U307" in ran.out


def test_what_is_about_rates_is_told_once(folder: Path) -> None:
    """Once for two parents, once for many cases, and not of a case that accepts it."""
    parent_b = PENSION.removeprefix(HEAD).replace('"A"', '"B"').replace("4000", "0")
    two = folder / "two.toml"
    two.write_text(PENSION + parent_b, encoding="utf-8")
    text = udmaal("check", two, *ON, "--select", "U602").out
    assert text == (
        f"oplysning U602\n  {RATES}\n"
        "  gør: Kilden står under beregningen (udmaal calc); beregn igen, når satsen er "
        "offentliggjort.\n"
        "  kilde: satserne\n\n1 sag: 0 fejl, 0 advarsler, 1 oplysning\n"
    )
    accepts = folder / "b" / "1.toml"
    waiver = '[[accepted]]\ncode = "U602"\nreason = "satsen er set"\n'
    accepts.write_text(PENSION + waiver, encoding="utf-8")
    both = udmaal("check", two, accepts, *ON, "--select", "U602")
    assert "oplysning U602 i 1 sag\n" in both.out
    assert "accepteret: satsen er set" in both.out
    assert "1 oplysning (i 0 sager), 1 accepteret" in both.out


def test_the_rates_of_all_cases_are_named_together() -> None:
    (line,) = (
        line
        for line in udmaal("check", "examples", *ON, "-f", "short").out.splitlines()
        if line.startswith("U602")
    )
    every = {
        rate
        for case in json.loads(udmaal("check", "examples", *ON, "-f", "json").out)
        for each in case["findings"]
        if each["code"] == "U602"
        for rate in each["text"].partition(": ")[2].split("; ")
    }
    named = line.partition(": ")[2].partition(" (")[0].split("; ")
    assert (len(named), set(named)) == (len(every), every)
    assert len(every) > 2


def test_the_contract_has_each_finding_of_each_case(folder: Path) -> None:
    """JSON and SARIF are for programs: nothing is put together, and nothing is counted."""
    cases = json.loads(udmaal("check", folder, *ON, "-f", "json").out)
    codes = [[each["code"] for each in case["findings"]] for case in cases]
    assert codes == [[], ["U103", "U602"], ["U101", "U307"], ["U103", "U602"]]
    sarif = json.loads(udmaal("check", folder, *ON, "-f", "sarif").out)
    assert len(sarif["runs"][0]["results"]) == 6


@pytest.mark.parametrize("form", ["text", "short"])
def test_the_severity_stands_in_words(form: str) -> None:
    for language, words in (("da", "fejl|advarsel|oplysning|accepteret"),
                            ("en", "error|warning|info|accepted")):  # fmt: skip
        out = udmaal("check", "examples", *ON, "-f", form, "--lang", language).out
        codes = len(re.findall(r"\bU\d{3} |\bU\d{3}$", out, re.MULTILINE))
        by_words = rf"\b({words}) U\d{{3}}\b|\bU\d{{3}} ({words})\b"
        assert codes > 20
        assert len(re.findall(by_words, out)) == len(
            [line for line in out.splitlines() if not line.startswith(" ") and "U" in line]
        )
