"""The summary as a workbook for Excel: the sums, the bins, and the largest changes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from udmaal.language import Language, Text
from udmaal.output import headings
from udmaal.output.batch_summary import (
    BENEFIT,
    LARGEST,
    Cell,
    bin_names,
    counted,
    largest_rows,
    sums_table,
)

if TYPE_CHECKING:
    from udmaal.output.excel.table import Table

NEEDS = ("xlsxwriter", "excel")

_SUMS = Text("Opsummering", "Summary")
_BINS = Text("Fordeling", "Distribution")
_LARGEST = Text("Største ændringer", "Largest changes")
_BIN = Text("Forskel i kr.", "Difference in kr.")
_PERSONS = Text("Personer", "Persons")
_WIDTH, _WIDE = 16, 30


def write(summary: dict[str, Any], language: Language, output: Path | None) -> None:
    """Write a sheet of sums, and after a comparison those of what changed."""
    from udmaal.output.excel.table import write_tables  # noqa: PLC0415 - an optional extra

    write_tables(_tables(summary, language), language, output)


def _tables(summary: Mapping[str, Any], language: Language) -> "Iterator[Table]":
    yield _table(_SUMS, summary, *sums_table(summary, language), language)
    if "changes" not in summary:
        return
    yield _table(_BINS, summary, (BENEFIT, _BIN, _PERSONS), _bins(summary, language), language)
    heads = (BENEFIT, *LARGEST)
    yield _table(_LARGEST, summary, heads, _largest(summary, language), language)


def _table(
    name: Text,
    summary: Mapping[str, Any],
    heads: Sequence[Text],
    rows: Iterable[list[Cell]],
    language: Language,
) -> "Table":
    from udmaal.output.excel.table import Column, Table  # noqa: PLC0415 - an optional extra

    proposal = [summary["proposal"]] if "proposal" in summary else []
    title = ": ".join([*proposal, counted(summary, language)])
    cells = list(rows)
    columns = []
    for place, head in enumerate(heads):
        kind = _kind([row[place] for row in cells])
        columns.append(Column(head.in_(language), kind, _WIDE if kind == "text" else _WIDTH))
    return Table(name.in_(language), title, columns, cells)


def _kind(column: Sequence[Cell]) -> Literal["text", "number", "kroner"]:
    if any(isinstance(cell, Decimal) for cell in column):
        return "kroner"
    return "number" if any(isinstance(cell, int) for cell in column) else "text"


def _bins(summary: Mapping[str, Any], language: Language) -> Iterator[list[Cell]]:
    for benefit, found in summary["changes"].items():
        name, histogram = headings.name_of(benefit, None, language), found["histogram"]
        for bin_, count in zip(
            bin_names(histogram["bounds"], language), histogram["counts"], strict=True
        ):
            yield [name, bin_, count]


def _largest(summary: Mapping[str, Any], language: Language) -> Iterator[list[Cell]]:
    for benefit, found in summary["changes"].items():
        name = headings.name_of(benefit, None, language)
        yield from ([name, *row] for row in largest_rows(found, language))
