"""What ``udmaal verify`` found, as plain text."""

from pathlib import Path

from udmaal.language import Language
from udmaal.output import write as files
from udmaal.verification.report import verification_text
from udmaal.verification.verify import Verification


def write(found: Verification, language: Language, output: Path | None) -> None:
    """Write the report."""
    files.write(verification_text(found, language), output)
