"""The summary as a page of Markdown, to go with the matter to a committee."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from udmaal.language import Language, Text
from udmaal.output import headings
from udmaal.output import write as files
from udmaal.output.batch_summary import (
    LARGEST,
    Cell,
    counted,
    largest_rows,
    sums_table,
    written,
)
from udmaal.output.markup import escaped, markdown_table
from udmaal.text import numbers

Rows = Iterable[Sequence[Cell]]


def write(summary: dict[str, Any], language: Language, output: Path | None) -> None:
    """Write the counts, the sums, and after a comparison the largest changes of each benefit."""
    heads, rows = sums_table(summary, language)
    heading = [f"# {escaped(summary['proposal'])}", ""] if "proposal" in summary else []
    parts = [*heading, f"{counted(summary, language)}.", "", *_table(heads, rows, language), ""]
    for benefit, found in summary.get("changes", {}).items():
        if found["largest"]:
            name = headings.name_of(benefit, None, language)
            parts += [f"## {name}", ""]
            parts += [*_table(LARGEST, largest_rows(found, language), language), ""]
    files.write("\n".join(parts), output)


def _table(heads: Sequence[Text], rows: Rows, language: Language) -> list[str]:
    """Give a table; numbers, in all columns but the first, stand to the right."""
    texts = (written(row, lambda amount: numbers.kroner(amount, language)) for row in rows)
    cells = [[escaped(cell) for cell in row] for row in texts]
    return markdown_table([head.in_(language) for head in heads], cells, range(1, len(heads)))
