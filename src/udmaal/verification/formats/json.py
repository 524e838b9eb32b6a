"""What ``udmaal verify`` found, as JSON."""

from pathlib import Path

from udmaal.language import Language
from udmaal.output import write as files
from udmaal.verification.report import verification_document
from udmaal.verification.verify import Verification


def write(found: Verification, language: Language, output: Path | None) -> None:
    """Write the report."""
    files.write(files.json_text(verification_document(found, language)), output)
