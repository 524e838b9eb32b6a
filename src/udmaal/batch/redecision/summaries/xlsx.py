"""The sums as a workbook for Excel: a sheet of what is counted, and one of kroner."""

from pathlib import Path
from typing import Any, Literal

from udmaal.language import Language, Text
from udmaal.output.council import figure_head, figures, under_title

NEEDS = ("xlsxwriter", "excel")

_COUNTS = Text("Familier", "Families")
_KRONER = Text("Kroner", "Kroner")
_WIDE, _WIDTH = 60, 16


def write(council: dict[str, Any], language: Language, output: Path | None) -> None:
    """Write every figure, as documented and if all costs were."""
    from udmaal.output.excel.table import (  # noqa: PLC0415 - an optional extra
        Column,
        Table,
        write_tables,
    )

    rows = figures(council, language)
    counts = [row for row in rows if any(isinstance(cell, int) for cell in row)]
    kroner = [row for row in rows if row not in counts]
    name, *choices = figure_head(language)

    def sheet(tab: Text, kind: Literal["number", "kroner"], shown: list[list[Any]]) -> Table:
        columns = [Column(name, width=_WIDE), *(Column(each, kind, _WIDTH) for each in choices)]
        return Table(tab.in_(language), under_title(council, language), columns, shown)

    sheets = [sheet(_COUNTS, "number", counts), sheet(_KRONER, "kroner", kroner)]
    write_tables(sheets, language, output)
