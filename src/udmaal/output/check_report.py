"""The report of ``udmaal check``: text that points, JSON, and SARIF for editors."""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path as FilePath
from typing import Any, NamedTuple
from urllib.parse import quote

from rich.console import Console
from rich.text import Text as Rich

from udmaal.breakdown import Finding
from udmaal.faults import Fault, Path, excerpt
from udmaal.output import headings
from udmaal.output.document import FORMAT, PROGRAM, finding_document
from udmaal.reading.source import Source
from udmaal.reading.validation import placed
from udmaal.shown import named, shown, without_cpr
from udmaal.text.findings import FINDINGS, finding_source, finding_text
from udmaal.text.language import Language, Text
from udmaal.text.terms import TERMS

_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_MEND = Text("gør", "do")
_SOURCE = Text("kilde", "source")
_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


class Checked(NamedTuple):
    """A case file and its findings, each with its line and column where it has one.

    ``name`` is that of the file as the system has it; all else is fit to be shown.
    """

    name: str
    case_id: str
    findings: tuple[tuple[Finding, Fault], ...]


def checked(source: Source, case_id: str, findings: Iterable[Finding]) -> Checked:
    """Find the places of the findings in the file."""
    findings = tuple(findings)
    places = placed([Fault("", _path(finding.where)) for finding in findings], source)
    return Checked(source.name, without_cpr(case_id), tuple(zip(findings, places, strict=True)))


def _path(where: str) -> Path:
    """Read a dotted key back: ``lost_earnings[0].grant[1].hours``."""
    path: list[str | int] = []
    for part in where.split("."):
        name, *indexes = part.split("[")
        path.append(name)
        path += [int(index.rstrip("]")) for index in indexes]
    return tuple(path)


def print_report(report: Iterable[Checked], on: date, language: Language, console: Console) -> None:
    """Print each finding with its line, what to do and its source as it stands on the date."""
    for case in report:
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


def report_document(report: Iterable[Checked], language: Language) -> list[dict[str, Any]]:
    """Give the findings of each case with their places."""
    return [
        {
            "format": FORMAT,
            **named("path", case.name),
            "case_id": case.case_id,
            "findings": [
                {
                    **finding_document(finding, language),
                    "line": place.line,
                    "column": place.column,
                }
                for finding, place in case.findings
            ],
        }
        for case in report
    ]


def sarif_document(report: Iterable[Checked], on: date, language: Language) -> dict[str, Any]:
    """Give a SARIF 2.1.0 log, one run; accepted findings are suppressed with their reason.

    A rule names the sources of its findings as they stand on the date.
    """
    cases = list(report)
    sources: dict[str, dict[str, None]] = {}
    for case in cases:
        for finding, _ in case.findings:
            sources.setdefault(finding.code, {})[finding_source(finding, on)] = None
    codes = sorted(sources)
    rules = [_rule(code, "; ".join(sources[code]), language) for code in codes]
    return {
        "$schema": _SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {**PROGRAM, "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": [
                    _sarif_result(case, finding, place, codes.index(finding.code), language)
                    for case in cases
                    for finding, place in case.findings
                ],
            }
        ],
    }


def _rule(code: str, source: str, language: Language) -> dict[str, Any]:
    page = FINDINGS[code]
    return {
        "id": code,
        "shortDescription": {"text": page.why.in_(language)},
        "help": {"text": f"{page.mend.in_(language)} ({source})"},
    }


def _uri(name: str) -> str:
    """Give a path as SARIF wants it: relative as a reference, absolute as a ``file:`` address.

    Its bytes are percent-encoded, also those that are no UTF-8.
    """
    path = FilePath(without_cpr(name))
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))


def _sarif_result(
    case: Checked, finding: Finding, place: Fault, rule: int, language: Language
) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": _uri(case.name)}}
    if place.line:
        location["region"] = {"startLine": place.line, "startColumn": place.column or 1}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding_text(finding, language)},
        "locations": [
            {
                "physicalLocation": location,
                "logicalLocations": [{"fullyQualifiedName": finding.where}],
            }
        ],
    }
    if finding.accepted is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.accepted}]
    return result
