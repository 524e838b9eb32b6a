"""A case with varied inputs as CSV with every amount, and as JSON."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from udmaal.breakdown import Amount
from udmaal.output.csv import csv_rows, decimal_cell
from udmaal.output.document import FORMAT, PROGRAM, amount_text
from udmaal.shown import shown
from udmaal.text.faults import mend, problem
from udmaal.text.language import Language, Text
from udmaal.what_if.combinations import Row, Varied, WhatIf
from udmaal.what_if.variations import Value
from udmaal.what_if.words import change_text, limit_text, value_text

_COLUMNS = (
    Text("bestemt_af", "decided_by"),
    Text("skifter", "changes"),
    Text("anmærkninger", "findings"),
    Text("afvist", "refused"),
)


def what_if_csv(found: WhatIf, language: Language) -> str:
    """Give one row per combination with every amount, under the keys of the JSON result."""
    keys = [(where, key) for where in found.benefits() for key in found.amounts(where)]
    head = [
        *(variation.key for variation in found.variations),
        *(f"{where}.{key}" for where, key in keys),
        *(column.in_(language) for column in _COLUMNS),
    ]
    rows = (_csv_row(row, keys, language) for row in found.rows)
    return csv_rows([head, *rows], language)


def _csv_row(row: Row, keys: Sequence[tuple[str, str]], language: Language) -> Iterator[str]:
    for value in row.values:
        if isinstance(value, Decimal):
            yield decimal_cell(str(value), language)
        else:
            yield value_text(value, language) if isinstance(value, str) else str(value)
    for where, key in keys:
        yield _amount_cell(row.amount(where, key), language)
    limits = (limit for varied in row.benefits.values() for limit in varied.limits.values())
    yield "; ".join(limit_text(limit, language) for limit in limits)
    yield "; ".join(change_text(change, language) for change in row.changes)
    yield " ".join(row.findings)
    yield "; ".join(problem(fault, language) for fault in row.faults)


def _amount_cell(amount: Amount, language: Language) -> str:
    text = amount_text(amount) or ""
    return decimal_cell(text, language) if isinstance(amount, Decimal) else text


def what_if_document(found: WhatIf, language: Language) -> dict[str, Any]:
    """Give every combination with its amounts as ``calc`` gives them, and what decided them."""
    return {
        "format": FORMAT,
        "case_id": found.case_id,
        "date": found.on.isoformat(),
        "program": PROGRAM,
        "case_sha256": found.case_sha256,
        "set": {
            variation.key: [_json_value(value) for value in variation.values]
            for variation in found.variations
        },
        "rows": [_row_document(found, row, language) for row in found.rows],
    }


def _row_document(found: WhatIf, row: Row, language: Language) -> dict[str, Any]:
    keys = [variation.key for variation in found.variations]
    values = dict(zip(keys, map(_json_value, row.values), strict=True))
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


def _json_value(value: Value) -> str | int | bool:
    """Give a value as JSON has it: whole numbers and true and false plain, all others as texts."""
    if isinstance(value, int):
        return value
    return shown(value) if isinstance(value, str) else str(value)
