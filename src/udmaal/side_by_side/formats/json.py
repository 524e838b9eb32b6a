"""A comparison as JSON."""

from pathlib import Path

from udmaal.language import Language
from udmaal.output import write as files
from udmaal.side_by_side.compare import Comparisons
from udmaal.side_by_side.document import comparisons_document


def write(found: Comparisons, language: Language, output: Path | None) -> None:
    """Write the document."""
    files.write(files.json_text(comparisons_document(found, language)), output)
