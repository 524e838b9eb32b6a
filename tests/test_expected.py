"""What the examples give, to the letter, in both languages.

``UDMAAL_UPDATE_EXPECTED=1`` writes the files anew; then read the difference before it is committed.
"""

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from conftest import EXAMPLES, ROOT, example_date
from udmaal.api import calculate, make_ledger, read_case
from udmaal.calendar_month import Month
from udmaal.output.document import document
from udmaal.output.ledger_document import ledger_document
from udmaal.rates.book import RateBook
from udmaal.text.language import LANGUAGES

pytestmark = pytest.mark.fast

EXPECTED = ROOT / "tests" / "expected"


def _held_against(value: Any, name: str) -> None:
    # The fingerprint of the rates changes with every new year; nothing else may.
    kept = {key: inner for key, inner in value.items() if not key.endswith("sha256")}
    text = json.dumps(kept, ensure_ascii=False, indent=1) + "\n"
    path = EXPECTED / name
    if os.environ.get("UDMAAL_UPDATE_EXPECTED"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_a_breakdown(example: Path, language: Any, book: RateBook) -> None:
    on = date.fromisoformat(example_date(example))
    breakdown = calculate(read_case(example, book), book, on)
    suffix = "" if language == "da" else ".en"
    _held_against(document(breakdown, language), f"{example.stem}{suffix}.json")


@pytest.mark.parametrize(
    "name",
    [
        "course-with-run-off",
        "course-with-pause-and-holiday",
        "course-to-18th-birthday",
        "all-benefits",
        "compensation-group-2",
    ],
)
def test_a_ledger(name: str, book: RateBook) -> None:
    case = read_case(ROOT / "examples" / f"{name}.toml", book)
    made = make_ledger(case, book, None, Month(2026, 12), today=date(2026, 11, 21))
    months = frozenset(str(Month(2025, 1).plus(number)) for number in range(24))
    _held_against(ledger_document(made, "da", months), f"{name}.ledger.json")
