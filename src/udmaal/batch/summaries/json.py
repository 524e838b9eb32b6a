"""The summary as JSON."""

from pathlib import Path
from typing import Any

from udmaal.language import Language
from udmaal.output import write as files
from udmaal.output.write import json_text


def write(summary: dict[str, Any], language: Language, output: Path | None) -> None:
    """Write all counts and sums; no word of it is in a language."""
    del language
    files.write(json_text(summary), output)
