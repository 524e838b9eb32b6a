"""The spreadsheet program of the tests calculates, and its values are read as they are."""

from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from spreadsheet_program import Sheet, Values, calculated, calculated_file, missing

pytestmark = pytest.mark.skipif(missing() is not None, reason=str(missing()))

LINES: Sheet = {
    "A1": "Løn, kr.",
    "B1": Decimal("28450.75"),
    "A2": "Timer",
    "B2": 20,
    "B3": "=ROUND(B1*B2/37,2)",
    "B4": "=MIN(B3,B1,15000)",
    "B5": "=MAX(0,B4-B3)",
    "B6": "=SUM(B3,B4)",
    "B7": "=AVERAGE(B3,B4)",
    "B8": '=B1&" kr."',
}
ROUNDED = {
    "=ROUND(1.005,2)": "1.01",
    "=ROUND(2.675,2)": "2.68",
    "=ROUND(0.285,2)": "0.29",
    "=ROUND(1.0049,2)": "1.00",
    "=ROUND(-2.675,2)": "-2.68",
    "=ROUND(100000.005,2)": "100000.01",
    "=ROUND(3333.35/10,2)": "333.34",
    "=ROUND(3333.35*0.3,2)": "1000.01",
    "=ROUND(17500.01*1/2,2)": "8750.01",
    "=0.1+0.2": "0.3",
}
SHEETS: dict[str, Sheet] = {
    "lines": LINES,
    "half an øre": {f"A{row}": text for row, text in enumerate(ROUNDED, 1)},
    "a name: of more than the 31 characters/without signs that a sheet may have": {
        **dict.fromkeys(("B2", "C2", "D2", "B3", "C3", "D3"), 7),
        "AB1000": "=SUM(B2:D3)",
        "A5": "kr. < 5 & more\non two lines",
    },
    "empty": {},
    "faulty": {"A1": "=1/0", "A2": "=NO.SUCH(1)", "A3": "=A1+1"},
}


@pytest.fixture(scope="module")
def values() -> dict[str, Values]:
    return calculated(SHEETS)


def test_lines_are_calculated_from_the_cells_they_name(values: dict[str, Values]) -> None:
    assert values["lines"] == {
        "A1": "Løn, kr.",
        "B1": Decimal("28450.75"),
        "A2": "Timer",
        "B2": 20,
        "B3": Decimal("15378.78"),
        "B4": 15000,
        "B5": 0,
        "B6": Decimal("30378.78"),
        "B7": Decimal("15189.39"),
        "B8": "28450.75 kr.",
    }


def test_half_of_the_last_digit_is_rounded_away_from_zero(values: dict[str, Values]) -> None:
    assert list(values["half an øre"].values()) == [Decimal(each) for each in ROUNDED.values()]


def test_each_sheet_has_its_own_cells_at_their_places(values: dict[str, Values]) -> None:
    assert list(values) == list(SHEETS)
    wide = next(name for name in SHEETS if "/" in name)
    assert values[wide] == {**SHEETS[wide], "AB1000": 42}
    assert values["empty"] == {}


def test_what_cannot_be_calculated_is_an_error_in_its_cell(values: dict[str, Values]) -> None:
    assert values["faulty"] == {"A1": "#DIV/0!", "A2": "#NAME?", "A3": "#DIV/0!"}


def test_a_file_is_calculated_anew_whatever_results_it_holds(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "stale.xlsx") as workbook:
        rates = workbook.add_worksheet("Satser")
        rates.write_number("A1", 100)
        lines = workbook.add_worksheet("Linjer")
        lines.write_formula("A1", "=Satser!A1/8", None, 99)
    assert calculated_file(tmp_path / "stale.xlsx") == {
        "Satser": {"A1": 100},
        "Linjer": {"A1": Decimal("12.5")},
    }


def test_a_file_that_is_no_spreadsheet_is_told(tmp_path: Path) -> None:
    file = tmp_path / "broken.xlsx"
    file.write_bytes(b"PK\3\4 no archive")
    with pytest.raises(AssertionError, match="could not be loaded"):
        calculated_file(file)
