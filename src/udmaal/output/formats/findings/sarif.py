"""The findings as SARIF, for editors and other tools."""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

from udmaal.breakdown import Finding
from udmaal.faults import Fault
from udmaal.language import Language
from udmaal.output import write as files
from udmaal.output.checked import Checked
from udmaal.output.document import PROGRAM
from udmaal.output.formats.findings import Report
from udmaal.shown import without_cpr
from udmaal.text.findings import FINDINGS, finding_source, finding_text

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def write(report: Report, language: Language, output: Path | None) -> None:
    """Write the log."""
    files.write(files.json_text(_log(report.cases, report.on, language)), output)


def _log(cases: Iterable[Checked], on: date, language: Language) -> dict[str, Any]:
    """Give a SARIF 2.1.0 log, one run; accepted findings are suppressed with their reason.

    A rule names the sources of its findings as they stand on the date.
    """
    cases = list(cases)
    sources: dict[str, dict[str, None]] = {}
    for case in cases:
        for finding, _ in case.findings:
            sources.setdefault(finding.code, {})[finding_source(finding, on, language)] = None
    codes = sorted(sources)
    rules = [_rule(code, "; ".join(sources[code]), language) for code in codes]
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {**PROGRAM, "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(case, finding, place, codes.index(finding.code), language)
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
    path = Path(without_cpr(name))
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))


def _result(
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
