"""The page for the council, as Markdown."""

from pathlib import Path
from typing import Any

from udmaal.language import Language
from udmaal.output.council import page
from udmaal.output.write import write as write_to


def write(council: dict[str, Any], language: Language, output: Path | None) -> None:
    """Write the page."""
    write_to("\n".join(page(council, language)), output)
