"""A workbook and its sheets: looks, number formats, print set-up; the same input, the same bytes.

An amount is written from its exact decimal text and never becomes a binary number here. Number
formats are those of the file format; Excel shows them in the language of its user: ``#,##0.00`` as
``1.234,56`` in Denmark.
"""

import contextlib
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Final, Literal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from udmaal.calendar_month import Month
from udmaal.language import Language, Text
from udmaal.output.write import write_bytes
from udmaal.shown import readable

ColumnKind = Literal[
    "text", "date", "month", "kroner", "kroner_or_dash", "hours", "percent", "number"
]
Cell = str | Decimal | int | date | Month | None

# A workbook tells nobody when it was made: the same case gives the same bytes.
_CREATED: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - the file format has no time zone
_DATES: Final = Text(r"[$-406]d\. mmmm yyyy", "[$-809]d mmmm yyyy")
_MONTHS: Final = Text("[$-406]mmmm yyyy", "[$-809]mmmm yyyy")
_NUMBERS: Final[dict[ColumnKind, Text]] = {
    "text": Text("@", "@"),
    "date": _DATES,
    "month": _MONTHS,
    "kroner": Text("#,##0.00_ ", "#,##0.00_ "),
    "kroner_or_dash": Text('#,##0.00_ ;-#,##0.00_ ;"–"_ ', '#,##0.00_ ;-#,##0.00_ ;"–"_ '),
    "hours": Text("General_ ", "General_ "),
    "percent": Text('General" %"_ ', 'General" %"_ '),
    "number": Text("General_ ", "General_ "),
}
WIDTHS: Final[dict[ColumnKind, int]] = {
    "text": 28,
    "date": 18,
    "month": 16,
    "kroner": 14,
    "kroner_or_dash": 14,
    "hours": 10,
    "percent": 10,
    "number": 10,
}
_PAGE: Final = Text("Side &P af &N", "Page &P of &N")
_A4: Final = 9
_LONGEST_NAME: Final = 31
_LONGEST_TEXT: Final = 32_767
_LINE_HEIGHT: Final = 15
_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_MARGINS: Final = {"left": 0.5, "right": 0.5, "top": 0.6, "bottom": 0.6}

LOOKS: Final[dict[str, dict[str, Any]]] = {
    "title": {"bold": True, "font_size": 14},
    "heading": {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#DCE6F1",
                "bottom": 1},
    "part": {"bold": True, "font_size": 12, "bottom": 1},
    "note": {"text_wrap": True, "valign": "top"},
    "cell": {"valign": "top"},
    # Told from others by its line above too, not by its weight alone.
    "total": {"bold": True, "valign": "top", "top": 1, "bg_color": "#F2F2F2"},
    "warning": {"bold": True, "font_color": "#C00000", "valign": "top"},
    # What may be changed: yellow, framed and not locked.
    "input": {"valign": "top", "bg_color": "#FFF2CC", "border": 1, "locked": False},
}  # fmt: skip


class Book:
    """A workbook that is being written, in one language."""

    def __init__(self, workbook: Any, language: Language) -> None:
        self.language: Language = language
        self._workbook = workbook
        self._formats: dict[tuple[str, ColumnKind], Format] = {}
        self._names: set[str] = set()

    def sheet(self, name: str, widths: Sequence[int]) -> Worksheet:
        """Add a sheet, A4 across and as wide as a page; the name is cut to what Excel takes."""
        return self.sheet_named(self.free_name(name), widths)

    def sheet_named(self, name: str, widths: Sequence[int]) -> Worksheet:
        """Add a sheet under a name that ``free_name`` gave."""
        sheet = self._workbook.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_comments_author("")
        sheet.set_margins(**_MARGINS)
        sheet.set_footer(f"&L&A&R{_PAGE.in_(self.language)}")
        return sheet

    def free_name(self, name: str) -> str:
        """Give a name as Excel takes it, that no other sheet has, whatever its case."""
        plain = _NOT_IN_NAMES.sub(" ", readable(name)).strip("' ") or "-"
        found, number = plain[:_LONGEST_NAME].rstrip("' "), 1
        while found.casefold() in self._names:
            number += 1
            ending = f" {number}"
            found = plain[: _LONGEST_NAME - len(ending)].rstrip("' ") + ending
        self._names.add(found.casefold())
        return found

    def format(self, look: str, kind: ColumnKind = "text") -> Format:
        """Give how a cell of a kind looks."""
        key = look, kind
        if key not in self._formats:
            properties = dict(LOOKS[look])
            if kind == "text":
                properties["text_wrap"] = look not in {"title", "part", "warning"}
            else:
                properties["num_format"] = _NUMBERS[kind].in_(self.language)
                properties["align"] = "left" if kind in {"date", "month"} else "right"
                if look == "heading":
                    properties["indent"] = 1
            self._formats[key] = self._workbook.add_format(properties)
        return self._formats[key]

    def write(
        self,
        sheet: Worksheet,
        row: int,
        column: int,
        value: Cell,
        *,
        kind: ColumnKind = "text",
        look: str = "cell",
    ) -> None:
        """Write a value as what it is; a text is never read as a formula, nothing is left empty."""
        form = self.format(look, kind)
        if isinstance(value, Month):
            value = value.first
        if value is None or value == "":
            sheet.write_blank(row, column, None, form)
        elif isinstance(value, str):
            text = readable(value)[:_LONGEST_TEXT]
            sheet.write_string(row, column, text, form if look == "heading" else self.format(look))
        elif isinstance(value, date):
            sheet.write_datetime(row, column, value, form)
        else:
            sheet.write_number(row, column, value, form)

    def fit(self, sheet: Worksheet, row: int, texts: Iterable[Cell], widths: Sequence[int]) -> None:
        """Make a row as high as its texts are long; before it is written."""
        lines = max(
            (
                sum(len(part) // width + 1 for part in text.split("\n"))
                for text, width in zip(texts, widths, strict=True)
                if isinstance(text, str)
            ),
            default=1,
        )
        if lines > 1:
            sheet.set_row(row, _LINE_HEIGHT * lines)

    def notes(self, sheet: Worksheet, row: int, notes: Iterable[str], widths: Sequence[int]) -> int:
        """Write texts over the whole width, one below the other; give the row after them."""
        across = sum(widths)
        for note in notes:
            lines = sum(len(part) // across + 1 for part in note.split("\n"))
            sheet.set_row(row, _LINE_HEIGHT * lines)
            text = readable(note)[:_LONGEST_TEXT]
            if len(widths) > 1:
                # An empty text in the range first: a range takes what looks like a formula for one.
                sheet.merge_range(row, 0, row, len(widths) - 1, "", self.format("note"))
            sheet.write_string(row, 0, text, self.format("note"))
            row += 1
        return row

    def formula(
        self,
        sheet: Worksheet,
        row: int,
        column: int,
        formula: str,
        value: Decimal,
        *,
        kind: ColumnKind = "kroner",
        look: str = "cell",
    ) -> None:
        """Write a formula with the amount it comes to, for who shows it without calculating."""
        sheet.write_formula(row, column, formula, self.format(look, kind), value)

    def text_formula(
        self, sheet: Worksheet, row: int, column: int, formula: str, value: str, *, look: str
    ) -> None:
        """Write a formula that gives a text, which runs on over the empty cells beside it."""
        sheet.write_formula(row, column, formula, self.format(look), value)


@contextlib.contextmanager
def book_in(file: IO[bytes], language: Language, *, rows_to: Path | None = None) -> Iterator[Book]:
    """Write a workbook into a file, whole when the block ends well.

    With ``rows_to``, a folder, rows go there as they are written and stay out of memory; then each
    sheet is to be written row by row.
    """
    options: dict[str, Any] = {"strings_to_urls": False, "in_memory": rows_to is None}
    if rows_to is not None:
        options |= {"constant_memory": True, "tmpdir": str(rows_to)}
    workbook = xlsxwriter.Workbook(file, options)
    workbook.set_properties({"created": _CREATED})
    yield Book(workbook, language)
    workbook.close()


@contextlib.contextmanager
def book_to(output: Path | None, language: Language) -> Iterator[Book]:
    """Write a workbook to a file or to standard output; raises as ``write_bytes``."""
    data = BytesIO()
    with book_in(data, language) as book:
        yield book
    write_bytes(data.getvalue(), output)
