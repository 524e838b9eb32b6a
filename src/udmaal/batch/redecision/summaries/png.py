"""The distribution of the differences as a picture, PNG."""

from pathlib import Path
from typing import Any

from udmaal.language import Language
from udmaal.output.council import FAMILIES, histograms
from udmaal.output.write import write_bytes

NEEDS = ("matplotlib", "report")


def write(council: dict[str, Any], language: Language, output: Path | None) -> None:
    """Draw and write it."""
    from udmaal.batch.summary_picture import draw_histograms  # noqa: PLC0415 - an optional extra

    panels = histograms(council, language)
    write_bytes(draw_histograms(panels, FAMILIES, language, "png"), output)
