"""The ledger as TOML."""

from pathlib import Path

from udmaal.language import Language
from udmaal.output import write as files
from udmaal.output.formats.ledger import ShownLedger
from udmaal.output.ledger_document import ledger_document


def write(shown: ShownLedger, language: Language, output: Path | None) -> None:
    """Write the document."""
    document = ledger_document(shown.ledger, language, shown.explained)
    files.write(files.toml_text(document), output)
