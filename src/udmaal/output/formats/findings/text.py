"""The findings as text that points at their places."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.text import Text as Rich

from udmaal.faults import excerpt
from udmaal.language import Language, Text
from udmaal.output import headings
from udmaal.output.checked import Checked
from udmaal.output.formats.findings import Report
from udmaal.output.page import Page
from udmaal.shown import shown, without_cpr
from udmaal.text.findings import FINDINGS, finding_source, finding_text
from udmaal.text.terms import TERMS

_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_MEND = Text("gør", "do")
_SOURCE = Text("kilde", "source")


def write(report: Report, language: Language, output: Path | None) -> None:
    """Print the findings, no line broken."""
    page = Page(output, wrap=False)
    _print(report.cases, report.on, language, page.console)
    page.close()


def _print(cases: Iterable[Checked], on: date, language: Language, console: Console) -> None:
    """Print each finding with its line, what to do and its source as it stands on the date."""
    for case in cases:
        for finding, place in case.findings:
            page = FINDINGS[finding.code]
            accepted = finding.accepted is not None
            severity = headings.ACCEPTED if accepted else TERMS[finding.severity]
            style = "dim" if accepted else _STYLES[finding.severity]
            where = ":".join(
                str(part) for part in (shown(case.name), place.line, place.column) if part
            )
            head = Rich(f"{severity.in_(language)} {finding.code}", style=style)
            console.print(head.append(f" {where}: {finding.where}", style="default"))
            console.print(Rich(f"  {finding_text(finding, language)}"))
            if place.line and place.source_line is not None:
                number = str(place.line)
                before = without_cpr(place.source_line[: (place.column or 1) - 1])
                text, column = excerpt(without_cpr(place.source_line), len(before) + 1)
                console.print(Rich(f"  {number} | {text.expandtabs(1)}", "dim"))
                pointer = " " * (column - 1) + "^"
                console.print(Rich(f"  {' ' * len(number)} | {pointer}", style))
            if accepted:
                console.print(Rich(f"  {headings.ACCEPTED.in_(language)}: {finding.accepted}"))
            else:
                console.print(Rich(f"  {_MEND.in_(language)}: {page.mend.in_(language)}"))
            console.print(Rich(f"  {_SOURCE.in_(language)}: {finding_source(finding, on)}", "dim"))
