"""What calc prints: the answer, what needs a hand, then each line in a row of its own."""

import re
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from conftest import EXAMPLES, ROOT, case_of, example_date, udmaal
from udmaal.api import calculate, read_case
from udmaal.language import LANGUAGES, Language
from udmaal.output.table import footnotes, lines_block
from udmaal.rates.book import RateBook
from udmaal.text.lines import amount, words

TWO_PARENTS = ROOT / "examples" / "two-parents-over-37.toml"
WIDTHS = (50, 80, 100, 160)

pytestmark = pytest.mark.fast


def _two_parents(width: int, *more: str) -> str:
    columns = {"COLUMNS": str(width)}
    return udmaal("calc", TWO_PARENTS, "--date", "2026-03-01", *more, env=columns).out


def _printed(example: Path, width: int, *more: str, language: str = "da") -> list[str]:
    ran = udmaal(
        "calc", example, "--date", example_date(example), "--lang", language, *more,
        env={"COLUMNS": str(width)},
    )  # fmt: skip
    assert ran.code == 0
    return ran.out.splitlines()


def test_two_parents_with_extra_costs_fit_on_two_screens() -> None:
    assert len(_two_parents(100).splitlines()) <= 2 * 49  # and the prompt
    assert len(_two_parents(100, "--short").splitlines()) <= 25


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_answer_stands_first_and_short_stops_there(example: Path, language: Language) -> None:
    whole = _printed(example, 100, language=language)
    short = _printed(example, 100, "--short", language=language)
    assert whole[: len(short)] == short
    rest = "\n".join(whole[len(short) :])
    assert not re.search(r"^(advarsel|fejl|warning|error) U\d{3}", rest, re.MULTILINE)
    assert re.search(r"^─ .+ ─+$", rest, re.MULTILINE)
    assert "─" not in "\n".join(short)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_no_page_is_wider_than_the_screen(example: Path, width: int) -> None:
    assert all(cell_len(row) <= width for row in _printed(example, width))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "rows"), [(80, 2), (100, 1), (160, 1)])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_a_line_is_a_row_from_100_columns_on_and_at_most_two_at_80(
    example: Path, width: int, rows: int, language: Language, book: RateBook
) -> None:
    console = Console(width=width, file=StringIO())
    case = read_case(example, book)
    breakdown = calculate(case, book, date.fromisoformat(example_date(example)))
    for result in breakdown.results:
        for line in result.lines:
            said, formula = words(line, language)
            # What someone wrote, and a list of numbers, are as long as they are.
            if cell_len(said) + cell_len(formula) <= 66:
                _, *printed = lines_block("", [line], footnotes(console), language, console)
                assert len(printed) <= rows, (said, formula)


def test_every_line_has_its_amount_unit_formula_and_points_at_law_and_rates() -> None:
    page = _two_parents(100)
    line = r"^  Loft × andel +38\.380,00 × 22/30 \[(\d+)\] +28\.145,33 kr\./md\. +(\w)$"
    row = re.search(line, page, re.MULTILINE)
    assert row is not None
    rate, law = row.groups()
    assert re.search(rf"^\[{rate}\] +.*38\.380", page, re.MULTILINE)
    assert re.search(rf"\b{law} BL § 87, stk\. 3; BEK 1064/2025 § 9$", page, re.MULTILINE)
    wide = _two_parents(160)
    assert re.search(
        r"28\.145,33 kr\./md\. +BL § 87, stk\. 3; BEK 1064/2025 § 9$", wide, re.MULTILINE
    )


def test_totals_are_marked_by_a_sign() -> None:
    marked = [row[2:].split("  ")[0] for row in _two_parents(100).splitlines() if row[:2] == "= "]
    assert marked[:4] == ["Bruttoydelse", "Pensionsbidrag", "Ydelse før skat", "Kommunens udgift"]


def test_a_finding_says_how_grave_it_is_in_words_and_once() -> None:
    page = _two_parents(100)
    assert "advarsel U404 gamle regler" in page
    assert "accepteret U103" in page
    assert page.count("U602") == 1


def test_ids_are_those_that_explain_knows() -> None:
    page = _two_parents(160, "--ids")
    assert "Loft × andel (ceiling)" in page
    assert "(ceiling)" not in _two_parents(160)
    assert udmaal("explain", "ceiling").code == 0


@given(
    text=st.text(
        st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=90
    ),
    width=st.integers(50, 170),
)
def test_whatever_a_cost_is_called_nothing_of_its_line_is_lost(
    text: str, width: int, book: RateBook
) -> None:
    case = case_of(f"""
        [extra_costs]
        decided = 2024-03-01
        item = [{{kind = "medicine", text = {_toml(text)}, amount = 700, per = "month"}}]
    """)
    console = Console(width=width, file=StringIO())
    line = calculate(case, book, date(2024, 4, 1)).results[0].lines[0]
    _, *printed = lines_block("", [line], footnotes(console), "da", console)
    said, formula = words(line, "da")
    shown = "".join(row.plain for row in printed)
    law = "; ".join(line.law) if width >= 140 else "a"
    beside = f"{amount(line, 'da')} kr./år {law}"
    assert _packed(shown).replace(_packed(beside), "", 1) == _packed(said + formula)
    assert all(row.cell_len <= width for row in printed)


def _packed(text: str) -> str:
    return re.sub(r"\s", "", text)


def _toml(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
