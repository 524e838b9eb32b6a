"""A brief batch: the same amounts, differences and findings as an explained one, no lines."""

import csv
import io
import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any
from unittest.mock import patch

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from conftest import EXAMPLES, ROOT, TABLES, examples_in, udmaal, whole_case
from udmaal.language import LANGUAGES
from udmaal.output import document
from udmaal.output.csv import amount_columns
from udmaal.reading.numbers import MOST_DECIMALS, NUMBER

sys.path.insert(0, str(ROOT / "benchmarks"))
from cases import write_cases

pytestmark = pytest.mark.fast

ON = ("--date", "2026-01-01")


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the made cases, those of all tables and the examples, in one folder."""
    folder = tmp_path_factory.mktemp("brief") / "cases"
    write_cases(folder, 400)
    for path in EXAMPLES:
        (folder / path.name).write_bytes(path.read_bytes())
    for path in TABLES.glob("*/*.toml"):
        for number, row in enumerate(examples_in(path)):
            if isinstance(row.get("case"), str):
                name = f"{path.parent.name}-{path.stem}-{number}.toml"
                (folder / name).write_text(whole_case(row["case"]), encoding="utf-8")
    return folder


def _without_lines(value: Any) -> Any:
    for part in (value, value.get("before", {}), value.get("after", {})):
        for result in part.get("results", ()):
            assert result.pop("lines")
    return value


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


@pytest.mark.parametrize(
    "options",
    [
        ON,
        ("--date", "2019-05-01", "--corrected-ceilings", "--lang", "en"),
        ("--date", "2025-10-01", "--against", "2023-03-01"),
        (*ON, "--set", "lost_earnings[*].grant[*].hours=20"),
    ],
)
def test_it_is_the_explained_one_without_its_lines(cases: Path, options: tuple[str, ...]) -> None:
    explained, brief = (
        udmaal("batch", cases, "-q", *options, *form) for form in ((), ("--brief",))
    )
    assert (brief.code, brief.err) == (explained.code, explained.err)
    wanted = [_without_lines(json.loads(line)) for line in explained.out.splitlines()]
    assert sum("error" not in each for each in wanted) > len(wanted) / 2
    for line, value in zip(brief.out.splitlines(), wanted, strict=True):
        assert line == json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def test_no_words_of_lines_are_made() -> None:
    with patch.object(document, "words", side_effect=AssertionError):
        assert udmaal("batch", *EXAMPLES, *ON, "-q", "--brief").code == 0


def test_a_row_per_benefit_and_person(cases: Path) -> None:
    args = ("batch", cases, *ON, "-q", "--brief", "--lang", "en")
    wanted = list(_amounts(udmaal(*args).out))
    rows = _rows(udmaal(*args, "--format", "csv").out)
    for row, (place, amounts) in zip(rows, wanted, strict=True):
        assert tuple(row[key] for key in ("path", "case_id", "date", "parent", "child")) == place
        of_benefit = {key: amount or "" for key, amount in amounts.items()}
        assert {key: row[key] for key in amounts} == of_benefit
        # the name of the benefit, and nothing in the columns of other benefits
        filled = sum(map(bool, (*place, *of_benefit.values())))
        assert sum(map(bool, row.values())) == filled + 1


def _amounts(lines: str) -> Iterator[tuple[tuple[str, ...], dict[str, str | None]]]:
    for value in map(json.loads, lines.splitlines()):
        for result in value.get("results", ()):
            head = (value["path"], value["case_id"], value["date"])
            person = (result.get("parent", ""), result.get("child", ""))
            yield (*head, *person), result["amounts"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_column_has_a_name_of_its_own(language: Any) -> None:
    columns = [column.in_(language) for column in amount_columns()]
    assert len(set(columns)) == len(columns)


def test_csv_and_parquet_hold_the_same_rows(tmp_path: Path) -> None:
    args: tuple[str | Path, ...] = ("batch", *EXAMPLES, *ON, "-q", "--brief")
    text = udmaal(*args, "--format", "csv").out.removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    output = tmp_path / "out.parquet"
    assert udmaal(*args, "--format", "parquet", "-o", output).code == 0
    parquet = pq.read_table(output)
    assert parquet.column_names == rows[0]
    assert [list(row.values()) for row in parquet.to_pylist()] == rows[1:]


def test_the_rows_of_a_comparison_are_those_of_an_explained_one(cases: Path) -> None:
    args = ("batch", cases, *ON, "--against", "2025-01-01", "-q", "--format", "csv")
    assert udmaal(*args, "--brief").out == udmaal(*args).out


@pytest.mark.parametrize("first", [(), ("--brief",)])
def test_a_brief_output_is_not_taken_up_by_an_explained_run(
    first: tuple[str, ...], tmp_path: Path
) -> None:
    output = tmp_path / "out.jsonl"
    args = ("batch", "examples", *ON, "-q", "--resume", "--output", output)
    other = () if first else ("--brief",)
    assert udmaal(*args, *first).code == 0
    assert udmaal(*args, *first).code == 0
    ran = udmaal(*args, *other)
    assert ran.code == 2
    assert ": brief\n" in ran.err
    ran = udmaal(*args, *first, "--lang", "en")
    assert ran.code == 2
    assert ": language\n" in ran.err


def test_a_stored_brief_result_is_verified(tmp_path: Path) -> None:
    case = ROOT / "examples" / "two-parents-over-37.toml"
    stored = tmp_path / "stored.jsonl"
    text = udmaal("batch", *EXAMPLES, "--date", "2025-06-01", "-q", "--brief").out
    stored.write_text(text, encoding="utf-8")
    assert udmaal("verify", stored, case).code == 0
    stored.write_text(text.replace('"26400.00"', '"26400.01"'), encoding="utf-8")
    assert udmaal("verify", stored, case).code == 1


class _ByPydantic(BaseModel):
    model_config = ConfigDict(strict=True)
    number: Annotated[Decimal, Field(decimal_places=MOST_DECIMALS)]


class _ByUs(BaseModel):
    model_config = ConfigDict(strict=True)
    number: Annotated[Decimal, NUMBER]


def _refused(model: type[BaseModel], number: Decimal) -> list[str]:
    try:
        model.model_validate({"number": number})
    except ValidationError as error:
        return [f"{each['type']} {each.get('ctx', {})}" for each in error.errors()]
    return []


@settings(max_examples=500)
@given(
    st.decimals(-(10**9), 10**9, places=12)
    | st.decimals(0, 10, places=7)
    | st.decimals(-1, 1, places=6)
    | st.sampled_from([Decimal("Infinity"), Decimal("1E+9"), Decimal("0E-7"), Decimal("1E-7")])
)
def test_decimals_are_counted_as_pydantic_counts_them(number: Decimal) -> None:
    assert _refused(_ByUs, number) == _refused(_ByPydantic, number)
