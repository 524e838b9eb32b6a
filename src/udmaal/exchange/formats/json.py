"""The months as JSON: keys in English in every language, amounts as texts."""

from pathlib import Path

from udmaal.exchange.formats import Export
from udmaal.exchange.formats.jsonl import row_document
from udmaal.language import Language
from udmaal.output import write as files
from udmaal.output.document import FORMAT


def write(export: Export, language: Language, output: Path | None) -> None:
    """Write the period and its rows."""
    document = {
        "format": FORMAT,
        "from": str(export.first),
        "to": str(export.last),
        "rows": [row_document(export, row, language) for row in export.rows],
    }
    files.write(files.json_text(document), output)
