"""Nothing that can be put into a file ends in a traceback."""

import time
import tomllib
from collections.abc import Callable
from datetime import UTC, date, datetime
from datetime import time as time_of_day
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import EXAMPLES, example_date, udmaal
from udmaal.api import calculate, case_from_source, make_ledger
from udmaal.comparison.paid import paid_in
from udmaal.faults import Fault, InputFaultsError
from udmaal.language import LANGUAGES
from udmaal.municipality import read_service_level
from udmaal.rates.read import rate_file, read_rates
from udmaal.reading.source import source_from_bytes
from udmaal.reading.tables import tables_from_bytes
from udmaal.text.faults import mend, problem
from udmaal.verification.stored_result import stored_from_source

BOOK = read_rates()
CASES = [
    (tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal), example_date(path))
    for path in EXAMPLES
]

anything = st.one_of(
    st.integers(-(10**12), 10**12),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9),
    st.booleans(),
    st.text(max_size=20),
    st.dates(),
    st.just(datetime(2025, 1, 1, tzinfo=UTC)),
    st.just(time_of_day(1, 2)),
    st.lists(st.integers(), max_size=2),
    st.builds(dict),
    st.builds(lambda: [{}]),
)


def _places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner: Any = value.items() if isinstance(value, dict) else enumerate(value)
    found = []
    for key, child in inner:
        found.append((*at, key))
        if isinstance(child, dict | list):
            found += _places(child, (*at, key))
    return found


@st.composite
def damaged_cases(draw: st.DrawFn) -> tuple[str, str]:
    """Take an example and put something else in one to three places, or take them away."""
    original, on = draw(st.sampled_from(CASES))
    case = tomllib.loads(tomli_w.dumps(original), parse_float=Decimal)
    for _ in range(draw(st.integers(1, 3))):
        *path, last = draw(st.sampled_from(_places(case) or [("format",)]))
        holder: Any = case
        for part in path:
            holder = holder[part]
        if draw(st.booleans()):
            holder[last] = draw(anything)
        elif isinstance(holder, dict):
            holder.pop(last, None)
        else:
            holder.pop(last)
    return tomli_w.dumps(case), on


@given(damaged=damaged_cases())
@settings(max_examples=400, suppress_health_check=list(HealthCheck))
def test_a_damaged_case_is_calculated_or_refused_in_words(damaged: tuple[str, str]) -> None:
    text, on = damaged
    try:
        case = case_from_source(source_from_bytes("x.toml", text.encode()), BOOK)
        calculate(case, BOOK, date.fromisoformat(on))
        make_ledger(case, BOOK, today=date(2026, 6, 1))
    except InputFaultsError as error:
        faults = error.faults
    else:
        return
    assert faults
    for fault in faults:
        for language in LANGUAGES:
            assert problem(fault, language)
            assert mend(fault, language)


@given(data=st.binary(max_size=300))
@settings(max_examples=300)
def test_any_bytes_are_refused_in_words(data: bytes) -> None:
    for read in (
        lambda data: case_from_source(source_from_bytes("x", data), BOOK),
        lambda data: rate_file("2026-01-01.toml", source_from_bytes("x", data)),
        lambda data: paid_in(tables_from_bytes("x", data)),
    ):
        faults: tuple[Fault, ...] = ()
        try:
            read(data)
        except InputFaultsError as error:
            faults = error.faults
        assert all(problem(fault, "da") for fault in faults)


def _faults_of(read: Callable[[], object]) -> list[Fault]:
    try:
        read()
    except InputFaultsError as error:
        return list(error.faults)
    return []


_DEEP = {
    "brackets": "a = " + "[" * 990 + "]" * 990,
    "tables in a line": "a = " + "{a = " * 990 + "1" + "}" * 990,
    "open brackets": "a = " + "[" * 5000,
    "a dotted key": ".".join("a" * 490) + " = 1",
    "a dotted key in a line": "a = {" + ".".join("a" * 490) + " = 1}",
    "a table's name": "[" + ".".join("a" * 490) + "]",
    "the name of one of several": "[[" + ".".join("a" * 490) + "]]",
    "quoted parts": '"a".' * 490 + "b = 1",
    "few for a parser, many for a case": "a = " + "[" * 40 + "]" * 40,
}


@pytest.mark.parametrize("text", _DEEP.values(), ids=_DEEP)
def test_what_is_nested_too_deeply_is_refused_in_place(text: str, tmp_path: Path) -> None:
    text = f"format = 1\n{text}\n"
    level = tmp_path / "deep.toml"
    level.write_text(text, encoding="utf-8")
    for read in (
        lambda: case_from_source(source_from_bytes("x.toml", text.encode()), BOOK),
        lambda: rate_file("2026-01-01.toml", source_from_bytes("x.toml", text.encode())),
        lambda: read_service_level("deep", [tmp_path]),
    ):
        (fault,) = [each for each in _faults_of(read) if each.code.startswith("toml.")]
        assert (fault.code, fault.line) == ("toml.too_deep", 2)
        assert fault.column is not None
    rates = tmp_path / "rates"
    rates.mkdir()
    (rates / "2026-01-01.toml").write_text(text, encoding="utf-8")
    ran = udmaal("rates", "verify", "--rates", rates, "--lang", "en")
    assert ran.code == 1
    assert "nested too deeply" in ran.err


@pytest.mark.parametrize("depth", [40, 990, 100_000])
def test_a_result_that_is_nested_too_deeply_is_refused_in_place(depth: int) -> None:
    for lines in ("", '{"case_id": "a"}\n'):
        text = lines + '{"a": ' * depth + "1" + "}" * depth
        source = source_from_bytes("x", text.encode())
        (fault,) = _faults_of(partial(stored_from_source, source))
        assert fault.code == "json.too_deep"
        assert fault.line == 1 + lines.count("\n")


def test_a_deep_key_on_the_command_line_is_refused() -> None:
    example = EXAMPLES[0]
    for key in (".".join("a" * 490), "a" + "[0]" * 490):
        assert udmaal("what-if", example, "--set", f"{key}=1").code in {1, 2}


_HEAD = 'format = 1\ncase_id = "x"\nchild = {born = 2016-05-14}\n'
_LARGE: dict[str, Callable[[int], str]] = {
    "unknown keys": lambda n: "".join(f"k{i} = 1\n" for i in range(n // 9)),
    "unknown keys in one line": lambda n: (
        "leisure = {" + ", ".join(f"k{i} = 1" for i in range(n // 10)) + "}\n"
    ),
    "bad values in one line": lambda n: (
        "lost_earnings = [{yearly_results = [" + '"å", ' * (n // 5) + "]}]\n"
    ),
    "faults of several kinds in one line": lambda n: (
        "extra_costs = {item = [" + '{kind = "diæt", amount = "x"}, ' * (n // 31) + "]}\n"
    ),
    "broken lines": lambda n: "".join(f"k{i} == 1,5 kr\n" for i in range(n // 16)),
    "a broken line": lambda n: "a = [" + "14-05-2016, " * (n // 12) + "]\n",
    "a table twice": lambda n: "[child]\n" * (n // 8),
    "escaped quotes": lambda n: 'a = "x\n' + '\\"' * (n // 2),
    "quotes": lambda n: '"' * n,
    "brackets open on every line": lambda n: "a = [\n" * (n // 6),
    "one long name": lambda n: "a" * n,
    "spaces": lambda n: "a" + " " * n + "b",
    "parts of a key": lambda n: "a" + ".a" * (n // 2) + " = 1\n",
}


@pytest.mark.parametrize("make", _LARGE.values(), ids=_LARGE)
def test_time_grows_with_the_size_and_not_with_its_square(make: Callable[[int], str]) -> None:
    """Eight times the text may take eight times the time and some; its square would take 64."""

    def seconds(size: int) -> float:
        source = source_from_bytes("x.toml", (_HEAD + make(size)).encode())
        best = 1e9
        for _ in range(2):
            start = time.process_time()
            assert _faults_of(lambda: case_from_source(source, BOOK))
            best = min(best, time.process_time() - start)
        return best

    assert seconds(800_000) < 24 * max(seconds(100_000), 0.05)


def test_a_long_line_is_shown_around_the_fault(tmp_path: Path) -> None:
    case = tmp_path / "case.toml"
    values = ", ".join(["1.00"] * 400 + ['"x"'] + ["1.00"] * 400)
    case.write_text(f"{_HEAD}lost_earnings = [{{yearly_results = [{values}]}}]\n", encoding="utf-8")
    ran = udmaal("calc", case)
    assert ran.code == 1
    shown, pointer = next(
        pair
        for pair in zip(ran.err.splitlines(), ran.err.splitlines()[1:], strict=False)
        if '"x", 1.00' in pair[0]
    )
    assert len(shown) < 200
    assert shown[pointer.index("^") :].startswith('"x"')
