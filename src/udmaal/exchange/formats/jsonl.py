"""The months as JSON, one row a line."""

import json
from pathlib import Path

from udmaal.exchange.formats import Export
from udmaal.exchange.payroll import PayRow
from udmaal.language import Language
from udmaal.output import write as files
from udmaal.output.document import amount_text


def write(export: Export, language: Language, output: Path | None) -> None:
    """Write the rows."""
    lines = (
        json.dumps(row_document(export, row, language), ensure_ascii=False) for row in export.rows
    )
    files.write("".join(f"{line}\n" for line in lines), output)


def row_document(export: Export, row: PayRow, language: Language) -> dict[str, str | None]:
    """Give a row by the keys of its columns; with those of a map, by the map's headings."""
    if export.columns:
        cells = export.cells(row, "en")
        return dict(zip(export.head(language), cells, strict=True))
    amounts = {key: amount_text(amount) for key, amount in row.amounts.items()}
    return {**{key: text or None for key, text in row.texts.items()}, **amounts}
