"""A case with varied inputs as JSON."""

from pathlib import Path
from typing import Any

from udmaal.language import Language
from udmaal.output import write as files
from udmaal.output.document import FORMAT, PROGRAM, amount_text
from udmaal.settings import json_value
from udmaal.text.faults import mend, problem
from udmaal.text.limits import limit_text
from udmaal.what_if.combinations import Row, Varied, WhatIf
from udmaal.what_if.words import change_text


def write(found: WhatIf, language: Language, output: Path | None) -> None:
    """Write the document."""
    files.write(files.json_text(what_if_document(found, language)), output)


def what_if_document(found: WhatIf, language: Language) -> dict[str, Any]:
    """Give every combination with its amounts as ``calc`` gives them, and what decided them."""
    return {
        "format": FORMAT,
        "case_id": found.case_id,
        "date": None if found.on is None else found.on.isoformat(),
        "program": PROGRAM,
        "case_sha256": found.case_sha256,
        "set": {
            variation.key: [json_value(value) for value in variation.values]
            for variation in found.variations
        },
        "rows": [_row_document(found, row, language) for row in found.rows],
    }


def _row_document(found: WhatIf, row: Row, language: Language) -> dict[str, Any]:
    keys = [variation.key for variation in found.variations]
    values = dict(zip(keys, map(json_value, row.values), strict=True))
    if row.faults:
        return {
            "set": values,
            "error": [
                {
                    "code": fault.code,
                    "where": fault.where,
                    "problem": problem(fault, language),
                    "mend": mend(fault, language),
                }
                for fault in row.faults
            ],
        }
    return {
        "set": values,
        "rates_sha256": row.rates_sha256,
        "results": [_benefit(varied, language) for varied in row.benefits.values()],
        "changes": [
            {
                "where": change.where,
                "before": change.before.key if change.before else None,
                "now": change.now.key if change.now else None,
                "text": change_text(change, language),
            }
            for change in row.changes
        ],
        "findings": list(row.findings),
    }


def _benefit(varied: Varied, language: Language) -> dict[str, Any]:
    result = varied.result
    head = {"benefit": result.benefit, "where": result.where}
    if result.parent is not None:
        head["parent"] = result.parent
    head["law"] = result.law
    if result.rules is not None:
        head["rules"] = result.rules
    return {
        **head,
        "amounts": {key: amount_text(amount) for key, amount in result.amounts.items()},
        "limits": [
            {"key": limit.key, "text": limit_text(limit, language)}
            for limit in varied.limits.values()
        ],
    }
