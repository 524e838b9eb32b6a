"""The schemas: true to the program, and of use in an editor.

``UDMAAL_UPDATE_EXPECTED=1`` writes the files of ``schema/`` anew.
"""

import json
import os
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel

from conftest import EXAMPLES, ROOT, case_of, day, example_date, table, udmaal
from udmaal.api import make_ledger
from udmaal.calendar_month import Month
from udmaal.case.model import Case
from udmaal.faults import InputFaultsError
from udmaal.language import LANGUAGES
from udmaal.output.ledger_document import ledger_document
from udmaal.rates.book import RateBook
from udmaal.reading.source import parse, source_from_bytes
from udmaal.reading.validation import table_in
from udmaal.schema import KINDS, schema_of
from udmaal.text.case_keys import CASE_KEYS
from udmaal.text.schema_keys import SCHEMA_KEYS

RATE_FILES = sorted((ROOT / "rates").glob("*.toml"))

# Faults that no schema of a single file can find: they compare dates or entries with each other,
# need the rules or the rates, count decimals, or the file is no TOML at all.
BEYOND = {
    "basis_level.early", "course.before_coverage", "course.overlap", "date.order",
    "earlier_gross.late", "extra_costs.before_coverage", "extra_costs.from_before_reform",
    "extra_costs.old_rules", "grant.after_end", "grant.overlap",
    "child.not_born", "payslip.twice", "single_day.outside", "value.decimals",
    "wage.no_result", "child.unknown", "run_off.too_long", "sibling.twice",
    "companion.hours_outside", "date.other_year", "supplementary.receives",
    "value.thousands", "extra_costs.not_rising", "year.twice",
}  # fmt: skip


def validator(kind: Any) -> Draft202012Validator:
    schema = schema_of(kind, "da")
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_the_letter_file_holds_to_its_schema() -> None:
    text = (ROOT / "docs" / "letters" / "lilleby.toml").read_text(encoding="utf-8")
    letter = validator("letter")
    letter.validate(as_an_editor_reads(text))
    for old, new in (("name = ", "nam = "), ('phone = "00 00 00 00"', "phone = 0"), ("= 1", "= 2")):
        assert text.count(old)
        assert not letter.is_valid(as_an_editor_reads(text.replace(old, new, 1)))


def _as_json(value: Any) -> Any:
    """Give TOML values as an editor hands them to a schema."""
    if isinstance(value, dict):
        return {key: _as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_json(inner) for inner in value]
    if isinstance(value, Decimal):
        return value if value.is_finite() else None  # JSON has neither
    return value.isoformat() if isinstance(value, date | datetime | time) else value


def as_an_editor_reads(text: str) -> Any:
    return _as_json(parse(source_from_bytes("x.toml", text.encode())))


def _complete(text: str) -> str:
    """Add to a case of the tables what ``conftest.case_of`` adds."""
    text = text if "[child]" in text else f"{text}\n[child]\nborn = 2012-03-10\n"
    return text if "case_id" in text else f'format = 1\ncase_id = "test"\n{text}'


def _key_paths(model: type[BaseModel], at: str = "") -> Iterator[str]:
    yield at
    for name, field in model.model_fields.items():
        path = f"{at}.{field.alias or name}".lstrip(".")
        inner = table_in(field.annotation)
        if inner is None:
            yield path
        else:
            yield from _key_paths(inner, path)


def _words(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        for key in ("title", "description"):
            if isinstance(schema.get(key), str):
                yield schema[key]
        for inner in schema.values():
            yield from _words(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _words(inner)


def test_every_key_of_the_case_file_has_words_and_no_others() -> None:
    paths = list(_key_paths(Case))
    assert set(CASE_KEYS) == set(paths)
    assert len(paths) == len(set(paths))
    for key in (*CASE_KEYS.values(), *SCHEMA_KEYS.values()):
        assert all(key.title)
        assert all(key.text)


def test_no_words_of_results_without_a_use() -> None:
    used = {word for kind in KINDS for word in _words(schema_of(kind, "en"))}
    assert [key for key, words in SCHEMA_KEYS.items() if words.text.en not in used] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_files_are_what_the_command_writes(kind: str, language: str, tmp_path: Path) -> None:
    folder = ROOT / "schema" if language == "da" else ROOT / "schema" / language
    shipped = folder / f"{kind}.schema.json"
    written = tmp_path / "schema.json"
    assert udmaal("schema", kind, "--lang", language, "--output", written).code == 0
    if os.environ.get("UDMAAL_UPDATE_EXPECTED"):
        folder.mkdir(exist_ok=True)
        shipped.write_bytes(written.read_bytes())
    assert written.read_bytes() == shipped.read_bytes()
    assert udmaal("schema", kind, "--lang", language).out.encode() == shipped.read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_both_languages_describe_the_same(kind: Any) -> None:
    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            return {
                key: bare(inner)
                for key, inner in value.items()
                if not (key in {"title", "description"} and isinstance(inner, str))
            }
        return [bare(inner) for inner in value] if isinstance(value, list) else value

    danish, english = (schema_of(kind, language) for language in LANGUAGES)
    assert bare(danish) == bare(english)
    assert danish != english


def test_an_unknown_kind_is_told() -> None:
    ran = udmaal("schema", "sag")
    assert (ran.code, ran.out) == (2, "")
    assert "case" in ran.err


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_and_its_results_are_valid(example: Path, book: RateBook) -> None:
    text = example.read_text(encoding="utf-8")
    assert text.startswith("#:schema ../schema/case.schema.json\n")
    validator("case").validate(as_an_editor_reads(text))
    for language in LANGUAGES:
        ran = udmaal(
            "calc", example, "--date", example_date(example), "--lang", language, "-f", "json"
        )
        validator("result").validate(json.loads(ran.out))
    ledger = udmaal("ledger", example, "--to", "2026-12", "--explain", "2025-05", "-f", "json")
    assert (ledger.code == 0) == bool(ledger.out)
    if ledger.out:
        validator("ledger").validate(json.loads(ledger.out))


@pytest.mark.parametrize("name", ["amounts", "findings", "courses", "refusals"])
def test_whatever_the_reader_takes_the_schema_takes(name: str) -> None:
    check = validator("case")
    for row in table(name):
        check.validate(as_an_editor_reads(_complete(row["case"])))


@pytest.mark.parametrize("row", table("faults"), ids=lambda row: row["says"])
def test_faults_of_form_are_refused(row: dict[str, Any]) -> None:
    faults = [fault.split() for fault in row["faults"]]
    places = [parts[-1] for parts in faults if not BEYOND & set(parts)]
    try:
        errors = list(validator("case").iter_errors(as_an_editor_reads(row["text"])))
    except InputFaultsError:  # no TOML at all
        assert any(part.startswith("toml.") for parts in faults for part in parts)
        return
    # a table that may stand alone or in an array tells its errors by form
    errors += [inner for error in errors for inner in error.context]
    found = {error.json_path.removeprefix("$").removeprefix(".") for error in errors}
    for place in places:
        holder = place.rpartition(".")[0]
        assert {place, holder} & found, place
    assert bool(places) == bool(found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"2026-02" = 8.5', '"2026-13" = 8.5'),
        ("[companion.hours_used]", "[companion.hours_spent]"),
        (
            "[lost_earnings.tax]",
            '[lost_earnings.earlier_gross]\n"2024" = 1.0\n\n[lost_earnings.tax]',
        ),
        ("monthly_wage = 34250.00", "yearly_results = [34250.00]"),
        ("monthly_wage = 34250.00", ""),
        ("amount = 640.00", "km = 640"),
        ("format = 1", "format = 2"),
        ("format = 1", 'format = "1"'),
        ("days = 48", "days = 48.5"),
        ("insured = true", 'insured = "true"'),
        ("decided = 2025-10-01", "decided = 2025-10-01T00:00:00"),
        ("hours = 17.0", "hours = 17.0\nuntil = 12:00:00"),
    ],
)
def test_a_slip_in_an_example_is_refused(old: str, new: str) -> None:
    text = (ROOT / "examples" / "all-benefits.toml").read_text(encoding="utf-8")
    assert old in text
    assert not validator("case").is_valid(as_an_editor_reads(text.replace(old, new, 1)))


def test_the_schema_has_the_reader_s_years() -> None:
    check = validator("case")
    for born, good in (
        ("1979-12-31", False), ("1980-01-01", True), ("2100-12-31", True), ("2101-01-01", False),
    ):  # fmt: skip
        text = f'format = 1\ncase_id = "x"\nchild = {{born = {born}}}\n'
        assert check.is_valid(as_an_editor_reads(text)) == good
        try:
            case_of(text.replace("child = {", "[child]\n").replace("}", ""))
        except InputFaultsError:
            assert not good
        else:
            assert good


@pytest.mark.parametrize("file", RATE_FILES, ids=lambda path: path.stem)
def test_a_rate_file_is_valid(file: Path) -> None:
    validator("rates").validate(as_an_editor_reads(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("value = 38380", 'value = "38380"'),
        ('unit = "DKK/month"', 'unit = "DKK/year"'),
        ('status = "derived"', 'status = "guessed"'),
        ("[lost_earnings.ceiling]", "[lost_earnings.celing]"),
        ("effective = 2026-01-01\n", ""),
        ("source = ", "sauce = "),
    ],
)
def test_a_faulty_rate_file_is_refused(old: str, new: str) -> None:
    text = (ROOT / "rates" / "2026-01-01.toml").read_text(encoding="utf-8")
    assert old in text
    assert not validator("rates").is_valid(as_an_editor_reads(text.replace(old, new, 1)))


def test_a_batch_is_valid_in_all_its_forms(tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.toml"
    faulty.write_text("format = 1\n", encoding="utf-8")
    check = validator("result")
    forms = set()
    against = ["--against", "2025-01-01"]
    anew = ["--redecide", "2026-06-01"]
    for options in ([], against, anew, ["--brief"], [*against, "--brief"], [*anew, "--brief"]):
        ran = udmaal("batch", ROOT / "examples", faulty, "--date", "2026-03-01", *options)
        for line in ran.out.splitlines():
            value = json.loads(line)
            check.validate(value)
            forms.add(frozenset(value))
    assert len(forms) == 5
    array = udmaal("calc", *EXAMPLES[:2], "--date", "2026-02-01", "-f", "json")
    check.validate(json.loads(array.out))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_side_by_side_is_valid(language: str, tmp_path: Path) -> None:
    check = validator("compare")
    dates = ("2023-06-01", "2024-06-01", "2025-06-01", "2026-06-01", "2026-12-31")
    codes = set()
    for example in EXAMPLES:
        ran = udmaal("compare", example, *dates, "--lang", language, "-f", "json")
        assert (ran.code == 0) == bool(ran.out)  # a basis at a later level refuses the first date
        if not ran.out:
            continue
        value = json.loads(ran.out)
        check.validate(value)
        benefits = value["comparisons"][0]["benefits"]
        steps = [step for each in benefits for step in each["steps"]]
        codes |= {cause["code"] for step in steps for cause in step["causes"]}
    assert {"regulation", "rate", "hours.since", "rules", "decision", "begun"} <= codes
    two, other = ROOT / "examples" / "two-parents-over-37.toml", ROOT / "examples/all-benefits.toml"
    ran = udmaal("compare", two, "--against", other, "2026-03-01", "--known", "2026-03-01",
                 "-f", "json", "--lang", language)  # fmt: skip
    value = json.loads(ran.out)
    assert value["facts"]
    check.validate(value)
    assert not check.is_valid({**value, "facts": [{"key": "x"}]})


def test_a_ledger_held_against_what_was_paid_is_valid(book: RateBook, tmp_path: Path) -> None:
    paid = tmp_path / "paid.csv"
    paid.write_text("month,gross,pension,holiday\n2025-04,17438.35,0,0\n", encoding="utf-8")
    example = ROOT / "examples" / "course-with-run-off.toml"
    ran = udmaal("ledger", example, "--to", "2026-12", "--paid", paid, "-f", "json")
    value = json.loads(ran.out)
    assert "owed" in value["courses"][0]["totals"]
    validator("ledger").validate(value)
    for row in (row for row in table("courses") if "level" not in row):
        made = make_ledger(
            case_of(row["case"], book), book, Month.parse(row["from"]), Month.parse(row["to"]),
            today=day("2026-11-21"),
        )  # fmt: skip
        validator("ledger").validate(_plain(ledger_document(made, "da")))


def _plain(value: Any) -> Any:
    return json.loads(json.dumps(value))


def test_what_falls_due_is_valid() -> None:
    check = validator("due")
    for language in LANGUAGES:
        ran = udmaal(
            "due", ROOT / "examples", "--from", "2026-01", "--lang", language, "-f", "json"
        )
        value = json.loads(ran.out)
        assert len(value["due"]) > 50
        check.validate(value)
    value["due"][0]["kind"] = "follow-up"
    assert not check.is_valid(value)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"gross": "', '"gross": "kr. '),
        ('"case_id"', '"sag"'),
        ('"benefit": "lost_earnings"', '"benefit": "extra_costs"'),
        ('"unit": "DKK/month"', '"unit": "EUR"'),
        ('"date": "2025-06-01"', '"date": "1 June 2025"'),
        ('"pension": "2640.00"', '"pension": 2640.00'),
    ],
)
def test_what_is_no_result_is_refused(old: str, new: str) -> None:
    example = ROOT / "examples" / "two-parents-over-37.toml"
    out = udmaal("calc", example, "--date", "2025-06-01", "-f", "json").out
    assert old in out
    assert not validator("result").is_valid(json.loads(out.replace(old, new, 1)))


# The editors' own checkers, offline; the test extra brings them.
_LINTERS = {
    "tombi": ("lint", "--offline", "--no-cache"),
    "taplo": ("lint", "--no-auto-config", "--colors", "never"),
}


def _lint(tool: str, path: Path, cache: Path) -> tuple[int, str]:
    folders = os.pathsep.join([sysconfig.get_path("scripts"), os.environ.get("PATH", "")])
    program = shutil.which(tool, path=folders)
    if program is None:
        pytest.skip(f"{tool} is not installed; the test extra brings it where it is built")
    done = subprocess.run(
        [program, *_LINTERS[tool], str(path)],
        capture_output=True,
        env={**os.environ, "NO_COLOR": "1", "TOMBI_OFFLINE": "1", "XDG_CACHE_HOME": str(cache)},
        cwd=path.parent,
        timeout=60,
        check=False,
    )
    return done.returncode, (done.stdout + done.stderr).decode()


@pytest.mark.parametrize("tool", _LINTERS)
def test_an_editor_finds_the_examples_in_order(tool: str, tmp_path: Path) -> None:
    for example in EXAMPLES:
        code, said = _lint(tool, example, tmp_path)
        assert (code, "rror" in said, "arning" in said) == (0, False, False), said


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("monthly_wage =", "montly_wage =", "montly_wage"),
        ("weekly_hours = 37.0", 'weekly_hours = "37,0"', "37,0"),
        ("hours = 17.0", "hours = 170.0", "80"),
        ('kind = "transport"', 'kind = "transprot"', "transprot"),
        ("year = 2026", "year = 2026.5", "2026.5"),
    ],
)
@pytest.mark.parametrize("tool", _LINTERS)
def test_an_editor_finds_a_planted_fault_at_its_line(
    tool: str, old: str, new: str, word: str, tmp_path: Path
) -> None:
    text = (ROOT / "examples" / "all-benefits.toml").read_text(encoding="utf-8")
    assert old in text
    text = text.replace(old, new, 1)
    shutil.copytree(ROOT / "schema", tmp_path / "schema")
    (tmp_path / "examples").mkdir()
    path = tmp_path / "examples" / "case.toml"
    path.write_text(text, encoding="utf-8")
    code, said = _lint(tool, path, tmp_path)
    line = text[: text.index(new)].count("\n") + 1
    assert code != 0
    assert f"case.toml:{line}:" in said
    if tool == "taplo":  # tombi names some wrong values by their type alone
        assert word in said
