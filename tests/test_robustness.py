"""Nothing that can be put into a file ends in a traceback."""

import tomllib
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import EXAMPLES, example_date
from udmaal.api import calculate, case_from_source, make_ledger
from udmaal.faults import Fault, InputFaultsError
from udmaal.rates.read import rate_file, read_rates
from udmaal.reading.paid import paid_from_source
from udmaal.reading.source import source_from_bytes
from udmaal.text.faults import mend, problem
from udmaal.text.language import LANGUAGES

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
    st.just(time(1, 2)),
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
        lambda source: case_from_source(source, BOOK),
        lambda source: rate_file("2026-01-01.toml", source),
        paid_from_source,
    ):
        faults: tuple[Fault, ...] = ()
        try:
            read(source_from_bytes("x", data))
        except InputFaultsError as error:
            faults = error.faults
        assert all(problem(fault, "da") for fault in faults)
