"""Flat sheets of a workbook: what stands in them, how it looks, and that nothing of it varies."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from python_calamine import load_workbook

from udmaal.calendar_month import Month
from udmaal.language import LANGUAGES, Language
from udmaal.output.excel.table import Column, OpenTable, Table, write_tables
from udmaal.output.excel.workbook import Cell, book_in

pytestmark = pytest.mark.fast

COLUMNS = (
    Column("Sag"),
    Column("Dato", "date"),
    Column("Måned", "month"),
    Column("Beløb", "kroner"),
    Column("Timer", "hours"),
    Column("Andel", "percent"),
)


def _written(path: Path, rows: Sequence[Sequence[Cell]], language: Language = "da") -> Path:
    table = Table("Oversigt", "Sager 2026", COLUMNS, rows, ["En note.", "=1+1"])
    write_tables([table], language, path)
    return path


def _part(path: Path, name: str) -> str:
    with ZipFile(path) as archive:
        return archive.read(name).decode()


def test_values_stand_as_what_they_are(tmp_path: Path) -> None:
    row = ("a", date(2026, 3, 1), Month(2026, 3), Decimal("17567.57"), Decimal("7.4"), 10)
    sheet = load_workbook(str(_written(tmp_path / "t.xlsx", [row]))).get_sheet_by_index(0)
    rows = sheet.to_python()
    assert sheet.name == "Oversigt"
    assert rows[0][0] == "Sager 2026"
    assert rows[2] == ["Sag", "Dato", "Måned", "Beløb", "Timer", "Andel"]
    assert rows[3] == ["a", date(2026, 3, 1), date(2026, 3, 1), 17567.57, 7.4, 10.0]
    assert [each[0] for each in rows[5:]] == ["En note.", "=1+1"]


@pytest.mark.parametrize("amount", ["9.95", "0.30", "-0.01", "999999999999.99", "17567.57"])
def test_an_amount_stands_with_its_exact_digits(tmp_path: Path, amount: str) -> None:
    """9.95 as a binary number with sixteen digits would be 9.949999999999999."""
    path = _written(tmp_path / "t.xlsx", [("", None, None, Decimal(amount), None, None)])
    assert f"<v>{amount}</v>" in _part(path, "xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "http://example.com", "+45", "{=A1}"])
def test_a_text_is_no_formula_and_no_link(tmp_path: Path, text: str) -> None:
    path = _written(tmp_path / "t.xlsx", [(text, None, None, None, None, None)])
    sheet = _part(path, "xl/worksheets/sheet1.xml")
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert load_workbook(str(path)).get_sheet_by_index(0).to_python()[3][0] == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_rows_give_the_same_bytes_and_no_name(tmp_path: Path, language: Language) -> None:
    row = ("a", date(2026, 3, 1), Month(2026, 3), Decimal("1.10"), None, None)
    one, other = (_written(tmp_path / f"{name}.xlsx", [row], language) for name in "ab")
    assert one.read_bytes() == other.read_bytes()
    core = _part(one, "docProps/core.xml")
    assert "<dc:creator></dc:creator>" in core
    assert core.count("2000-01-01T00:00:00Z") == 2


def test_a_sheet_prints_across_with_its_head_on_each_page(tmp_path: Path) -> None:
    path = _written(tmp_path / "t.xlsx", [])
    sheet = _part(path, "xl/worksheets/sheet1.xml")
    assert 'paperSize="9"' in sheet
    assert 'orientation="landscape"' in sheet
    assert 'fitToHeight="0"' in sheet
    assert '<pane ySplit="3"' in sheet
    assert "Oversigt!$3:$3" in _part(path, "xl/workbook.xml")


def test_names_of_sheets_are_cut_and_never_twice_the_same() -> None:
    data = BytesIO()
    with book_in(data, "da") as book:
        for name in ("Tabt arbejdsfortjeneste, forælder A", "TABT arbejdsfortjeneste, forælder B"):
            book.sheet(name, [10])
        for name in ("a/b: [c]?*", "'citat'", ""):
            book.sheet(name, [10])
    names = load_workbook(BytesIO(data.getvalue())).sheet_names
    assert [len(name) for name in names[:2]] == [31, 31]
    assert len({name.casefold() for name in names}) == len(names)
    assert names[2:] == ["a b   c", "citat", "-"]


def test_rows_that_stay_out_of_memory_are_the_same(tmp_path: Path) -> None:
    data = BytesIO()
    with book_in(data, "da", rows_to=tmp_path) as book:
        opened = OpenTable(book, "Linjer", "Titel", COLUMNS)
        for number in range(3):
            opened.add((str(number), None, None, Decimal(number), None, None))
        opened.close(["slut"])
    rows = load_workbook(BytesIO(data.getvalue())).get_sheet_by_index(0).to_python()
    assert [(row[0], row[3]) for row in rows[3:6]] == [("0", 0.0), ("1", 1.0), ("2", 2.0)]
    assert rows[7][0] == "slut"
    assert not list(tmp_path.iterdir())
