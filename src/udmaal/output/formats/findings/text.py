"""The findings as text that points at their places."""

import textwrap
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.text import Text as Rich

from udmaal.breakdown import Finding
from udmaal.faults import Fault, excerpt
from udmaal.language import Language, Text
from udmaal.output import headings
from udmaal.output.colours import BY_SEVERITY
from udmaal.output.findings_told import in_cases, told
from udmaal.output.formats.findings import Report
from udmaal.output.page import Page
from udmaal.shown import shown, without_cpr
from udmaal.text.findings import FINDINGS, finding_source, finding_text
from udmaal.text.terms import TERMS

_MEND = Text("gør", "do")
_SOURCE = Text("kilde", "source")
# Longer lines than this are hard to read, however wide the terminal.
_WIDEST = 100


def write(report: Report, language: Language, output: Path | None) -> None:
    """Print the findings; lines are broken on a terminal alone."""
    page = Page(output, wrap=False)
    writer = _Writer(page.console, report.on, language)
    found = told(report.cases, report.unchecked)
    for case in found.cases:
        for finding, place in case.findings:
            where = (shown(case.name), place.line, place.column)
            writer.head(
                finding, f"{':'.join(str(part) for part in where if part)}: {finding.where}"
            )
            writer.message(finding)
            writer.place(finding, place)
            writer.mend(finding)
    for of_rates in found.of_rates:
        spread = in_cases(of_rates.cases, language) if len(found.cases) > 1 else ""
        writer.head(of_rates.finding, spread)
        writer.message(of_rates.finding)
        writer.mend(of_rates.finding)
    if any(case.findings for case in found.cases) or found.of_rates:
        page.console.print()
    page.console.print(Rich(found.closing(language), "bold"))
    page.close()


class _Writer:
    """Prints the parts of a finding, its source as it stands on the date."""

    def __init__(self, console: Console, on: date, language: Language) -> None:
        self._console = console
        self._on = on
        self._language = language
        self._width = min(console.width, _WIDEST) if console.is_terminal else None

    def head(self, finding: Finding, where: str) -> None:
        severity = TERMS[finding.severity] if finding.accepted is None else headings.ACCEPTED
        mark = (f"{severity.in_(self._language)} {finding.code}", _style(finding))
        self._console.print(Rich.assemble(mark, f" {where}".rstrip()))

    def message(self, finding: Finding) -> None:
        self._print(finding_text(finding, self._language))

    def place(self, finding: Finding, place: Fault) -> None:
        """Print the line of the file, and point at the place in it."""
        if not place.line or place.source_line is None:
            return
        number = str(place.line)
        before = without_cpr(place.source_line[: (place.column or 1) - 1])
        most = {} if self._width is None else {"most": max(self._width - len(number) - 7, 20)}
        text, column = excerpt(without_cpr(place.source_line), len(before) + 1, **most)
        self._console.print(Rich(f"  {number} | {text.expandtabs(1)}", "dim"))
        pointer = " " * (column - 1) + "^"
        margin = (f"  {' ' * len(number)} | ", "dim")
        self._console.print(Rich.assemble(margin, (pointer, _style(finding))))

    def mend(self, finding: Finding) -> None:
        """Print what to do, or why nothing needs to be done, and the source."""
        if finding.accepted is not None:
            self._print(f"{headings.ACCEPTED.in_(self._language)}: {finding.accepted}")
        else:
            mend = FINDINGS[finding.code].mend.in_(self._language)
            self._print(f"{_MEND.in_(self._language)}: {mend}")
        source = finding_source(finding, self._on, self._language)
        self._print(f"{_SOURCE.in_(self._language)}: {source}", "dim")

    def _print(self, text: str, style: str = "") -> None:
        """Print a text, indented, on a terminal broken between words."""
        lines = [f"  {text}"]
        if self._width is not None:
            lines = textwrap.wrap(
                text,
                self._width,
                initial_indent="  ",
                subsequent_indent="    ",
                break_long_words=False,
                break_on_hyphens=False,
            )
        for line in lines:
            self._console.print(Rich(line, style))


def _style(finding: Finding) -> str:
    return BY_SEVERITY[finding.severity] if finding.accepted is None else "dim"
