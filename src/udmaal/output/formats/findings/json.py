"""The findings as JSON."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from udmaal.language import Language
from udmaal.output import write as files
from udmaal.output.checked import Checked
from udmaal.output.document import FORMAT, finding_document
from udmaal.output.formats.findings import Report
from udmaal.shown import named


def write(report: Report, language: Language, output: Path | None) -> None:
    """Write one document for each case."""
    files.write(files.json_text(_documents(report.cases, language)), output)


def _documents(cases: Iterable[Checked], language: Language) -> list[dict[str, Any]]:
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
        for case in cases
    ]
