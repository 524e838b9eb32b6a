"""A workbook with a stated amount changed, calculated by a program that is not ours, is the case.

Every amount that an example states is changed in its workbook and in its file; LibreOffice
calculates the workbook, the program the file.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any, Final, NamedTuple
from zipfile import ZipFile

import pytest

from conftest import EXAMPLES, case_of, example_date, udmaal
from spreadsheet_program import Values, calculated_files, missing
from udmaal.api import calculate, make_ledger
from udmaal.breakdown import Breakdown
from udmaal.calendar_month import Month
from udmaal.ledger import AMOUNTS, BenefitLedger, BenefitMonth, CourseLedger, CourseMonth, Ledger
from udmaal.output.ledger_columns import COLUMNS, one_line
from udmaal.rates.book import RateBook
from udmaal.text.lines import label

pytestmark = pytest.mark.skipif(missing() is not None, reason=str(missing()))

ORE: Final = Decimal("0.01")
TODAY: Final = date(2026, 11, 21)
LAST: Final = Month(2026, 12)
# The keys of the case file that state an amount which counts.
STATED: Final = (
    "monthly_wage", "employer_pension", "gross", "supplements", "yearly_results", "monthly",
    "former_weekly_wage", "amount", "normal", "covered", "monthly_deduction",
    "rate_per_km",
)  # fmt: skip
# What is changed in every way; of the others each in one.
WAGES: Final = (
    "Månedsløn før forløbet", "Årsresultat 1", "Bruttoløn, december 2022", "Tidligere ugeløn",
)  # fmt: skip
# Notes of cells, and what names them: a quarter of the time that LibreOffice takes.
_OF_NOTES = re.compile(r"/(?:comments|vmlDrawing)\d+\.(?:xml|vml)$")
_NOTED = re.compile(
    r'<legacyDrawing [^>]*/>|<Override PartName="/xl/comments[^>]*/>'
    r'|<Relationship [^>]*Target="[^"]*(?:comments|vmlDrawing)[^>]*/>'
)
_NUMBER = re.compile(r"-?\d+\.\d\d?\b")
# Half and more than twice of it, so that wages fall on both sides of the ceiling, and amounts with
# øre of which twelfths and percentages have halves.
CHANGES: Final[tuple[Callable[[Decimal], Decimal], ...]] = (
    lambda amount: (amount * Decimal("0.5")).quantize(ORE) + Decimal("0.37"),
    lambda amount: amount + Decimal("1.99"),
    lambda amount: (amount * Decimal("2.3")).quantize(ORE) + Decimal("0.05"),
)


class Input(NamedTuple):
    """A cell of the first sheet that may be changed: what it is of, its name, and its amount."""

    of: str
    name: str
    address: str
    amount: Decimal


class Changed(NamedTuple):
    """A workbook with one input changed, and the text of the case with the same change."""

    example: str
    input: Input
    amount: Decimal
    book: Path
    text: str
    on: date

    def __str__(self) -> str:
        return f"{self.example}: {self.input.of}, {self.input.name} = {self.amount}"


def _inputs(sheet: Values) -> Iterator[Input]:
    """Read the inputs of a first sheet: the rows after their heading, if there are any."""
    heads = [int(cell[1:]) for cell, value in sheet.items() if value == "Det kan ændres"]
    row = heads[0] + 2 if heads else 0
    of = ""
    while isinstance(sheet.get(f"C{row}"), Decimal):
        of = str(sheet.get(f"A{row}") or of)
        amount = Decimal(sheet[f"C{row}"]).quantize(ORE)
        yield Input(of, str(sheet.get(f"B{row}", "")), f"C{row}", amount)
        row += 1


def _stated(text: str) -> Iterator[tuple[int, int, Decimal]]:
    """Give the place and the amount of every amount that a case states."""
    for found in re.finditer(rf"^(?:{'|'.join(STATED)}) = (.*)$", text, re.MULTILINE):
        for number in _NUMBER.finditer(found[1].partition("#")[0]):
            start = found.start(1)
            yield start + number.start(), start + number.end(), Decimal(number[0])


def _changes(
    example: Path, book: Path, inputs: Iterable[Input], on: date, folder: Path, *, every: bool
) -> Iterator[Changed]:
    """Change each input in a copy of a workbook; equal amounts stand in the order of the case.

    Without ``every`` each in one way, and of what is no wage only the first amount of a benefit.
    """
    seen: set[str] = set()
    text = example.read_text(encoding="utf-8")
    places = list(_stated(text))
    for number, input_ in enumerate(inputs):
        place = next((each for each in places if each[2] == input_.amount), None)
        if place is None:
            # What the case leaves out stands with 0 in the workbook.
            assert input_.amount == 0, f"{example.stem}: {input_}"
            continue
        places.remove(place)
        if input_.name not in WAGES:
            if input_.of in seen and not every:
                continue
            seen.add(input_.of)
        start, end, _ = place
        in_every_way = every and input_.name in WAGES
        changes = CHANGES if in_every_way else (CHANGES[number % len(CHANGES)],)
        for which, change in enumerate(changes):
            amount = change(input_.amount)
            copy = folder / f"{book.stem}-{number}-{which}.xlsx"
            _copy(book, copy, input_, amount)
            new = f"{text[:start]}{amount}{text[end:]}"
            yield Changed(example.stem, input_, amount, copy, new, on)


def _copy(book: Path, to: Path, input_: Input, amount: Decimal) -> None:
    """Copy a workbook with another amount in a cell of its first sheet."""
    with ZipFile(book) as source, ZipFile(to, "w") as target:
        for name in source.namelist():
            if _OF_NOTES.search(name):
                continue
            text = source.read(name).decode()
            if name == "xl/worksheets/sheet1.xml":
                cell = rf'(<c r="{input_.address}"[^>]*><v>)[^<]*(</v>)'
                text, count = re.subn(cell, rf"\g<1>{amount}\g<2>", text)
                assert count == 1, input_
            target.writestr(name, _NOTED.sub("", text))


def _made(command: str, folder: Path, *options: str) -> list[tuple[Path, Path]]:
    """Write the workbook of every example."""
    books = []
    for example in EXAMPLES:
        book = folder / f"{example.stem}.xlsx"
        more = ("--date", example_date(example)) if command == "calc" else options
        done = udmaal(command, example, *more, "--format", "xlsx", "--output", book)
        assert done.code == 0, done.err
        books.append((example, book))
    return books


def _calculated(
    books: list[tuple[Path, Path]], folder: Path, *, every: bool
) -> tuple[list[tuple[Path, dict[str, Values]]], list[tuple[Changed, dict[str, Values]]]]:
    """Calculate the workbooks as they are, then each with one input changed."""
    sheets = calculated_files([book for _, book in books])
    plain = [(example, found) for (example, _), found in zip(books, sheets, strict=True)]
    changed = [
        change
        for (example, book), found in zip(books, sheets, strict=True)
        for change in _changes(
            example,
            book,
            _inputs(found["Overblik"]),
            date.fromisoformat(example_date(example)),
            folder,
            every=every,
        )
    ]
    return plain, list(zip(changed, calculated_files([each.book for each in changed]), strict=True))


def _ore(value: Decimal | str | None) -> Decimal | str:
    if isinstance(value, Decimal):
        return value.quantize(ORE, ROUND_HALF_UP)
    return value or Decimal("0.00")


# calc: the answers of the first sheet, and every line.


@pytest.fixture(scope="module")
def calculations(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("calc")
    return _calculated(_made("calc", folder), folder, every=True)


def _differences(sheets: Mapping[str, Values], expected: Breakdown) -> list[str]:
    """Say what of the answers and lines of a workbook is another than in a breakdown."""
    results = expected.results
    totals = [line for result in results for line in result.lines if line.kind.total]
    found = _answers(sheets["Overblik"])
    wanted = [(label(line, "da"), line.amount.quantize(ORE)) for line in totals]
    wrong = [f"{one} is {other}" for one, other in zip(found, wanted, strict=False) if one != other]
    if len(found) != len(wanted):
        wrong.append(f"{len(found)} answers, {len(wanted)} wanted")
    lines = [line for result in results for line in result.lines]
    amounts = _amounts(sheets["Beregning"])
    if len(amounts) < len(lines):
        wrong.append(f"{len(amounts)} lines, {len(lines)} wanted")
    for line, amount in zip(lines, amounts, strict=False):
        if amount != line.amount.quantize(ORE, ROUND_HALF_UP):
            wrong.append(f"{line.id}: {amount} is {line.amount}")
    return wrong


def _answers(sheet: Values) -> list[tuple[str, Decimal | str]]:
    found = []
    row = 5
    while f"C{row}" in sheet:
        found.append((str(sheet[f"B{row}"]), _ore(sheet[f"C{row}"])))
        row += 1
    return found


def _amounts(sheet: Values) -> list[Decimal | str]:
    """Give the amounts of the sheet of lines from top to bottom."""
    rows = sorted(int(cell[1:]) for cell in sheet if cell[0] == "C" and cell != "C4")
    return [_ore(sheet[f"C{row}"]) for row in rows]


def _no_longer_holds(sheets: Mapping[str, Values]) -> bool:
    return str(sheets["Overblik"].get("A2", "")).startswith("Tallene gælder ikke")


def test_every_example_has_a_workbook_that_comes_to_its_amounts(
    calculations: Any, book: RateBook
) -> None:
    wrong = []
    for example, sheets in calculations[0]:
        case = case_of(example.read_text(encoding="utf-8"), book)
        made = calculate(case, book, date.fromisoformat(example_date(example)))
        wrong += [f"{example.stem}: {each}" for each in _differences(sheets, made)]
        assert not _no_longer_holds(sheets), example.stem
    assert wrong == []
    assert len(calculations[0]) == len(EXAMPLES)


def test_a_changed_amount_gives_what_the_case_with_it_gives(
    calculations: Any, book: RateBook
) -> None:
    """Or the workbook says that the case has other lines with it."""
    wrong, other_lines, kinds = [], [], set()
    for change, sheets in calculations[1]:
        expected = calculate(case_of(change.text, book), book, change.on)
        if _no_longer_holds(sheets):
            other_lines.append(str(change))
            continue
        kinds.add(change.input.name)
        wrong += [f"{change}: {each}" for each in _differences(sheets, expected)]
    assert wrong == []
    assert {*WAGES, "Arbejdsgiverens pensionsbidrag om måneden"} <= kinds
    # No wage ever changes which lines there are.
    assert not [each for each in other_lines if "Tabt arbejdsfortjeneste" in each]
    assert any("ydelse" in each for each in other_lines)  # costs that fall below the threshold
    assert len(other_lines) < len(calculations[1]) / 4


# ledger: every amount of every month, and the totals.


@pytest.fixture(scope="module")
def ledgers(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("ledger")
    return _calculated(_made("ledger", folder, "--to", str(LAST)), folder, every=False)


def _ledger_differences(sheets: Mapping[str, Values], expected: Ledger) -> list[str]:
    """Say what of the months of a workbook is another than in a ledger."""
    wrong = []
    months = [
        sheet
        for name, sheet in sheets.items()
        if name not in ("Overblik", "Beregning") and sheet.get("A3") == "Måned"
    ]
    ledgers: list[CourseLedger | BenefitLedger] = [*expected.courses, *expected.others]
    for sheet, ledger in zip(months, ledgers, strict=True):
        heads = {
            str(value): cell[:-1] for cell, value in sheet.items() if re.fullmatch(r"[B-Z]3", cell)
        }
        keys = AMOUNTS if isinstance(ledger, CourseLedger) else ledger.columns
        rows: Sequence[CourseMonth | BenefitMonth] = ledger.months
        for row, month in enumerate(rows, 4):
            for key in keys:
                own = month.amounts[key] if isinstance(month, BenefitMonth) else getattr(month, key)
                column = heads.get(one_line(COLUMNS[key], "da"))
                found = _ore(sheet.get(f"{column}{row}")) if column else Decimal("0.00")
                if found != own.quantize(ORE):
                    wrong.append(f"{ledger.where} {month.month} {key}: {found} is {own}")
        row = 4 + len(ledger.months)
        assert sheet[f"A{row}"] == "I alt"
        for key in keys:
            column = heads.get(one_line(COLUMNS[key], "da"))
            if (
                column
                and f"{column}{row}" in sheet
                and _ore(sheet[f"{column}{row}"]) != ledger.total(key)
            ):
                wrong.append(f"{ledger.where} {key}: {sheet[f'{column}{row}']}")
    return wrong


def test_every_example_has_a_workbook_of_months_that_comes_to_its_amounts(
    ledgers: Any, book: RateBook
) -> None:
    wrong = []
    for example, sheets in ledgers[0]:
        case = case_of(example.read_text(encoding="utf-8"), book)
        made = make_ledger(case, book, last=LAST, today=TODAY)
        wrong += [f"{example.stem}: {each}" for each in _ledger_differences(sheets, made)]
        assert not _no_longer_holds(sheets), example.stem
    assert wrong == []


def test_a_changed_amount_changes_all_months_as_the_case_with_it_does(
    ledgers: Any, book: RateBook
) -> None:
    wrong, other_lines = [], []
    for change, sheets in ledgers[1]:
        expected = make_ledger(case_of(change.text, book), book, last=LAST, today=TODAY)
        if _no_longer_holds(sheets):
            other_lines.append(str(change))
            continue
        wrong += [f"{change}: {each}" for each in _ledger_differences(sheets, expected)]
    assert wrong == []
    assert not [each for each in other_lines if "Tabt arbejdsfortjeneste" in each]
    assert len(other_lines) < len(ledgers[1]) / 4
