"""A page of tables: straight to a terminal, or plain text for a pipe or a file."""

import sys
from io import StringIO
from pathlib import Path

from rich.console import Console

from udmaal.output.write import write


class Page:
    """Collects what is printed; away from a terminal without colours and trailing blanks."""

    def __init__(self, output: Path | None, *, wrap: bool = True) -> None:
        self._output = output
        self._text = StringIO() if output is not None or not sys.stdout.isatty() else None
        self.console = Console(
            file=self._text or sys.stdout,
            highlight=False,
            markup=False,
            emoji=False,
            soft_wrap=not wrap,
        )

    def close(self) -> None:
        """Write what was collected. Raises as ``write``."""
        if self._text is not None:
            lines = self._text.getvalue().split("\n")
            write("\n".join(line.rstrip() for line in lines), self._output)
