"""The breakdown as JSON; several cases are a list."""

from pathlib import Path

from udmaal.language import Language
from udmaal.output import write as files
from udmaal.output.document import document
from udmaal.output.formats.breakdown import Breakdowns


def write(breakdowns: Breakdowns, language: Language, output: Path | None) -> None:
    """Write the documents."""
    documents = [document(breakdown, language) for breakdown in breakdowns.cases]
    text = files.json_text(documents if breakdowns.several else documents[0])
    files.write(text, output)
