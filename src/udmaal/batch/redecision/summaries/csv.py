"""The sums as CSV: a row for each figure."""

from pathlib import Path
from typing import Any

from udmaal.language import Language
from udmaal.output.council import figure_rows
from udmaal.output.csv import csv_rows
from udmaal.output.write import write as write_to


def write(council: dict[str, Any], language: Language, output: Path | None) -> None:
    """Write every figure, as documented and if all costs were."""
    write_to(csv_rows(figure_rows(council, language), language), output)
