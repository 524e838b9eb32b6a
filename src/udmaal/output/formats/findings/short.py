"""The findings one a line, as compilers write them: ``path:line: CODE severity text``.

Accepted ones need no hand and are counted alone.
"""

from pathlib import Path

from rich.text import Text as Rich

from udmaal.breakdown import Finding
from udmaal.faults import Fault
from udmaal.language import Language
from udmaal.output.colours import BY_SEVERITY
from udmaal.output.findings_told import in_cases, told
from udmaal.output.formats.findings import Report
from udmaal.output.page import Page
from udmaal.shown import plain
from udmaal.text.findings import finding_text
from udmaal.text.terms import TERMS


def write(report: Report, language: Language, output: Path | None) -> None:
    """Print the findings and their count, no line broken."""
    page = Page(output, wrap=False)
    found = told(report.cases, report.unchecked)
    for case in found.cases:
        for finding, place in sorted(case.findings, key=_line_of):
            if finding.accepted is None:
                where = ":".join(str(part) for part in (plain(case.name), place.line) if part)
                page.console.print(_line(finding, language, f"{where}: "))
    for of_rates in found.of_rates:
        spread = f" ({in_cases(of_rates.cases, language)})" if len(found.cases) > 1 else ""
        page.console.print(_line(of_rates.finding, language).append(spread))
    page.console.print(Rich(found.closing(language), "bold"))
    page.close()


def _line_of(found: tuple[Finding, Fault]) -> int:
    return found[1].line or 0


def _line(finding: Finding, language: Language, start: str = "") -> Rich:
    severity = TERMS[finding.severity].in_(language)
    line = Rich(start).append(f"{finding.code} {severity}", BY_SEVERITY[finding.severity])
    return line.append(f" {plain(finding_text(finding, language))}")
