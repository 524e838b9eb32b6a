"""A case with varied inputs as CSV with every amount."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from udmaal.amounts import Amount
from udmaal.language import Language, Text
from udmaal.law.benefits import BY_KEY
from udmaal.output import headings
from udmaal.output import write as files
from udmaal.output.csv import csv_rows, decimal_cell
from udmaal.output.document import amount_text
from udmaal.settings import Variation
from udmaal.text.faults import problem
from udmaal.text.limits import limit_text
from udmaal.what_if.combinations import Row, WhatIf
from udmaal.what_if.words import change_text, input_name, value_text

_COLUMNS = (
    Text("bestemt_af", "decided_by"),
    Text("skifter", "changes"),
    Text("anmærkninger", "findings"),
    Text("afvist", "refused"),
)


def write(found: WhatIf, language: Language, output: Path | None) -> None:
    """Write one row per combination with every amount.

    The heads are words, in English the keys of the JSON result.
    """
    keys = [(where, key) for where in found.benefits() for key in found.amounts(where)]
    head = [
        *(_input(variation, language) for variation in found.variations),
        *(_amount(found, where, key, language) for where, key in keys),
        *(column.in_(language) for column in _COLUMNS),
    ]
    rows = (_csv_row(row, keys, language) for row in found.rows)
    files.write(csv_rows([head, *rows], language), output)


def _input(variation: Variation, language: Language) -> str:
    return input_name(variation, language) if language == "da" else variation.key


def _amount(found: WhatIf, where: str, key: str, language: Language) -> str:
    if language == "en":
        return f"{where}.{key}"
    result = found.benefits()[where].result
    title = BY_KEY[result.benefit].amount_titles[key].in_(language)
    return f"{headings.benefit_name(result, language)}: {title}"


def _csv_row(row: Row, keys: Sequence[tuple[str, str]], language: Language) -> Iterator[str]:
    for value in row.values:
        if isinstance(value, Decimal):
            yield decimal_cell(str(value), language)
        elif isinstance(value, date):
            yield value.isoformat()
        else:
            yield value_text(value, language) if isinstance(value, str | bool) else str(value)
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
