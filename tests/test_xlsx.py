"""The workbooks of the commands: what stands in them, that they vary with nothing, and where to."""

import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pexpect
import pytest
from python_calamine import load_workbook

from conftest import EXAMPLES, ROOT, example_date, udmaal

ON = ("--date", "2026-01-01")
CASE = ROOT / "examples" / "two-parents-over-37.toml"
STORY = ROOT / "examples" / "story-of-six-years.toml"
COMMANDS = {
    "calc": ("calc", CASE, *ON),
    "several": ("calc", CASE, STORY, *ON),
    "ledger": ("ledger", STORY, "--to", "2026-12"),
    "what-if": ("what-if", CASE, *ON, "--set", "lost_earnings[0].monthly_wage=30000,40000"),
    "compare": ("compare", STORY, "2025-12-01", "2026-01-01"),
    "two files": ("compare", STORY, "2026-01-01", "--against", CASE),
    "export": ("export", ROOT / "examples", "--from", "2026-01", "--to", "2026-03"),
    "due": ("due", ROOT / "examples", "--from", "2026-01-01"),
    "batch": ("batch", ROOT / "examples", *ON, "-q"),
    "redecide": ("batch", ROOT / "examples", *ON, "--redecide", "2026-06-01", "-q"),
    "against": ("batch", ROOT / "examples", *ON, "--against", "2025-12-01", "-q"),
}


def _sheets(path: Path) -> dict[str, list[list[Any]]]:
    book = load_workbook(str(path))
    return {name: list(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names}


def _parts(path: Path) -> dict[str, str]:
    with ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_same_case_gives_the_same_bytes_and_nothing_else(
    name: str, language: str, tmp_path: Path
) -> None:
    files = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    for file in files:
        ran = udmaal(*COMMANDS[name], "-f", "xlsx", "-o", file, "--lang", language)
        assert ran.code == 0, ran.err
    assert files[0].read_bytes() == files[1].read_bytes()
    assert sorted(tmp_path.iterdir()) == files
    assert "<dc:creator></dc:creator>" in _parts(files[0])["docProps/core.xml"]


def test_amounts_are_stored_as_the_program_has_them(tmp_path: Path) -> None:
    """A viewer that does not calculate shows what the program came to."""
    out = tmp_path / "calc.xlsx"
    assert udmaal("calc", CASE, "--date", "2025-06-01", "-f", "xlsx", "-o", out).code == 0
    sheets = _sheets(out)
    assert list(sheets) == ["Overblik", "Beregning", "Satser", "Anmærkninger", "Antagelser"]
    answers = {(row[0], row[1]): row[2] for row in sheets["Overblik"]}
    assert answers["Tabt arbejdsfortjeneste, forælder A", "Bruttoydelse"] == 26400
    assert "<v>26856.13</v>" in _parts(out)["xl/worksheets/sheet2.xml"]


def test_notes_have_the_law_and_the_source_of_the_rate(tmp_path: Path) -> None:
    out = tmp_path / "calc.xlsx"
    assert udmaal("calc", CASE, "--date", "2025-06-01", "-f", "xlsx", "-o", out).code == 0
    (comments,) = (text for name, text in _parts(out).items() if "comments" in name)
    assert "BEK 1603/2023 § 9" in comments
    assert (
        "Loft over tabt arbejdsfortjeneste ved fuld tid: 36.622 kr./md. fra 1. januar 2025"
        in comments
    )


def test_every_example_has_a_workbook_in_both_languages(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    for example in EXAMPLES:
        on = ("--date", example_date(example))
        for command in (("calc", example, *on), ("ledger", example)):
            wanted = udmaal(*command, "-f", "csv", "-o", tmp_path / "out.csv").code
            for language in ("da", "en"):
                ran = udmaal(*command, "-f", "xlsx", "-o", out, "--lang", language)
                assert ran.code == wanted, (command, ran.err)


def test_paid_amounts_stand_beside_what_was_due(tmp_path: Path) -> None:
    paid, out = tmp_path / "paid.csv", tmp_path / "ledger.xlsx"
    paid.write_text("month,gross,pension,holiday\n2025-03,20000.00,2000.00,0\n", encoding="utf-8")
    case = ROOT / "examples" / "part-time-22-of-30.toml"
    ran = udmaal("ledger", case, "--to", "2025-06", "--paid", paid, "-f", "xlsx", "-o", out)
    assert ran.code == 0, ran.err
    sheet = next(rows for rows in _sheets(out).values() if rows[2][0] == "Måned")
    head = sheet[2]
    row = next(row for row in sheet if row[head.index("Betalt, brutto")] == 20000)
    due = sum(Decimal(str(row[head.index(name)])) for name in ("Brutto", "Pension"))
    assert Decimal(str(row[head.index("Forskel")])) == due - 22000


def test_what_if_has_a_row_for_each_value(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    assert udmaal(*COMMANDS["what-if"], "-f", "xlsx", "-o", out).code == 0
    (rows,) = _sheets(out).values()
    assert [row[0] for row in rows[3:5]] == [30000, 40000]
    gross = rows[2].index("Tabt arbejdsfortjeneste, forælder A: Bruttoydelse")
    assert rows[3][gross] == 23056  # 30.000 + 4,8 % × 22/30


def test_a_batch_has_a_row_for_each_benefit_and_the_sums_first(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    assert udmaal(*COMMANDS["against"], "-f", "xlsx", "-o", out).code == 0
    sheets = _sheets(out)
    assert list(sheets) == ["Opsummering", "Sager", "Forskelle", "Fejl"]
    head, *rows = sheets["Sager"][2:]
    sums = next(row[2:] for row in sheets["Opsummering"] if str(row[0]).endswith("Bruttoydelse"))
    gross = [row for row in rows if row[head.index("Hovedbeløb")] == "Bruttoydelse"]
    for name, together in zip(("Før", "Efter", "Forskel"), sums, strict=True):
        own = sum(Decimal(str(row[head.index(name)])) for row in gross)
        assert own == Decimal(str(together)).quantize(Decimal("0.01"))
    assert {row[head.index("Årsag")] for row in gross} >= {"årets regulering, ny sats"}


def test_a_case_at_fault_stands_on_a_sheet_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("format = 1\n", encoding="utf-8")
    out = tmp_path / "out.xlsx"
    assert udmaal("batch", tmp_path, *ON, "-q", "-f", "xlsx", "-o", out).code == 1
    sheets = _sheets(out)
    assert {row[1] for row in sheets["Fejl"][3:]} == {"case_id", "child"}
    assert len(sheets["Sager"]) == 3


def test_no_workbook_holds_a_cpr_number(tmp_path: Path, write_case: Callable[[str], Path]) -> None:
    text = (ROOT / "examples" / "all-benefits.toml").read_text(encoding="utf-8")
    number = "100312-1234"
    case = write_case(text.replace('case_id = "', f'case_id = "{number} '))
    out = tmp_path / "out.xlsx"
    for command in (("calc", case, *ON), ("ledger", case, "--to", "2026-12"), ("batch", case, *ON)):
        assert udmaal(*command, "-f", "xlsx", "-o", out).code == 0
        parts = _parts(out)
        assert not [name for name, part in parts.items() if number in part]
        assert any("100312-****" in part for part in parts.values())


def test_no_terminal_is_given_a_workbook_but_a_pipe_is() -> None:
    command = [sys.executable, "-m", "udmaal", "calc", str(CASE), *ON, "-f", "xlsx"]
    shown, code = pexpect.run(" ".join(command), withexitstatus=True, cwd=str(ROOT))
    assert code == 2
    assert "--output" in shown.decode()
    piped = subprocess.run(command, capture_output=True, check=True, cwd=ROOT)
    assert piped.stdout.startswith(b"PK")


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    for command in COMMANDS.values():
        ran = udmaal(*command, "-f", "xlsx", "-o", "x.xlsx")
        assert (ran.code, "udmaal[excel]" in ran.err) == (2, True)
