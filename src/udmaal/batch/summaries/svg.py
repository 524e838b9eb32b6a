"""The distribution of the differences as a picture, SVG."""

from pathlib import Path
from typing import Any

from udmaal.language import Language
from udmaal.output.write import write_bytes

NEEDS = ("matplotlib", "report")


def write(summary: dict[str, Any], language: Language, output: Path | None) -> None:
    """Draw and write it."""
    from udmaal.batch.summary_picture import draw  # noqa: PLC0415 - an optional extra

    write_bytes(draw(summary, language, "svg"), output)
