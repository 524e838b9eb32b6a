"""The tables of cases: what the law gives, and what is wrong with a file."""

from typing import Any

import pytest

from conftest import case_of, table
from udmaal.api import calculate, case_from_source
from udmaal.faults import InputFaultsError
from udmaal.output.document import document
from udmaal.rates.book import RateBook
from udmaal.reading.source import source_from_bytes
from udmaal.text.faults import mend, problem
from udmaal.text.language import LANGUAGES


def _examples(*names: str) -> list[Any]:
    return [pytest.param(row, id=row["says"]) for name in names for row in table(name)]


@pytest.mark.parametrize(
    "example", _examples("lost_earnings", "extra_costs", "compensation", "sister_benefits")
)
def test_amounts(example: dict[str, Any], book: RateBook) -> None:
    breakdown = calculate(case_of(example["case"]), book, example["on"])
    found = {
        result["parent"] if "parent" in result else result["benefit"]: result
        for result in document(breakdown, "da")["results"]
    }
    expected = example["expect"]
    assert set(found) == set(expected)
    for name, amounts in expected.items():
        given = {key: found[name]["amounts"][key] or "" for key in amounts}
        assert given == amounts
    lines = {line["id"]: line["amount"] for result in found.values() for line in result["lines"]}
    for line, amount in example.get("lines", {}).items():
        assert lines[line] == amount
    if "assumptions" in example:
        assert list(breakdown.assumptions) == example["assumptions"]


@pytest.mark.parametrize("example", _examples("faults"))
def test_faults(example: dict[str, Any], book: RateBook) -> None:
    with pytest.raises(InputFaultsError) as caught:
        case_from_source(source_from_bytes("x.toml", example["text"].encode()), book)
    found = [
        " ".join(filter(None, (f"{f.line}:{f.column}" if f.line else "", f.code, f.where)))
        for f in caught.value.faults
    ]
    assert found == example["faults"]
    for fault in caught.value.faults:
        for language in LANGUAGES:
            assert problem(fault, language)
            assert mend(fault, language)
