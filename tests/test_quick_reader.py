"""The optional quicker reader of TOML gives what the usual one gives, or nothing."""

import os
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conftest import EXAMPLES, ROOT, started, udmaal
from udmaal.reading.quick import quick

sys.path.insert(0, str(ROOT / "benchmarks"))
from cases import write_cases

_VALUES = [
    "1", "-1", "+1", "0", "00", "1.0", "1e3", "1E-3", "-0.0", "nan", "-nan", "inf", "+inf", "1_0",
    "1__0", "1_0.5_0", "9223372036854775807", "9223372036854775808", "-9223372036854775809",
    "1" * 40, "0x1F", "0o7", "0b1", "0xFFFFFFFFFFFFFFFFFF", "1.", ".5", "1e", "1e400", "1e-400",
    "1E+9999999999999999999", "3.14159265358979323846264338327950288", "0.1e+5",
    "2020-01-01", "2020-02-30", "2020-02-29", "2021-02-29", "0000-01-01", "0001-01-01",
    "9999-12-31", "2020-1-1", "2020-01-01T10:00:00", "2020-01-01 10:00:00", "2020-01-01t10:00:00z",
    "2020-01-01T10:00:00.1234567+01:00", "2020-01-01T10:00:60", "10:00:00", "10:00:00.5", "10:00",
    "24:00:00", "true", "True", '"x"', "'x'", '"æ"', '"\\u00e6"', '"\\U0001F600"', '"\\ud800"',
    '"\\e"', '"\\x41"', '"\\n\\\\\\""', '"""a\nb"""', "'''a\r\nb'''", '"""\n a\\\n   b"""',
    "'''a''''", "[]", "[1,]", "[1, 2.5, 'a']", "[[1], [2]]", "[\n1,\n# c\n2\n]", "{}", "{a=1}",
    "{a=1,}", "{a.b=1, a.c=2}", "[{a=1}, {b=2}]", "", "1 2", "1 # c", '"', "\x00", "\t1",
]  # fmt: skip
_KEYS = ["a", "b", "z", "a.b", "a.c", "a.b.c", "a . b", '"a"', "'b'", '"æ"', "æ", "1", "1.2", '""',
         '"a.b"', "format"]  # fmt: skip
_HEADS = ["[a]", "[b]", "[a.b]", "[a.c]", "[[a]]", "[[b]]", "[[a.b]]", "[ a . b ]", '["æ"]', "[]",
          "[a", "[a]]", "", "# c", "# \x01", "\ufeff", "\t"]  # fmt: skip
_LINES = st.builds("{} = {}".format, st.sampled_from(_KEYS), st.sampled_from(_VALUES))
_TEXTS = st.builds(
    lambda end, lines: end.join([*lines, ""]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.lists(_LINES | st.sampled_from(_HEADS), min_size=1, max_size=8),
)
_CASES = st.sampled_from([path.read_text(encoding="utf-8") for path in EXAMPLES])
_SIGNS = st.sampled_from([*_VALUES, *_HEADS, *"[]{}=.,\"'#\n\r\\ 0123-+_:TZe\x7f\x85\u2028\u00a0"])


@st.composite
def _damaged(draw: Callable[..., Any]) -> str:
    text: str = draw(_CASES)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(_SIGNS) + text[at + draw(st.integers(0, 3)) :]
    return text


def _alike(one: Any, other: Any) -> bool:
    """Tell whether two values are the same, with their types and the order of keys."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(_alike(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(_alike, one, other))
    return repr(one) == repr(other)


@settings(max_examples=1500, deadline=None)
@given(text=_TEXTS | _damaged())
@example(text="\ufeffa = 1\n")
@example(text="a = 1.10\nb = [2020-02-29, 1e3, nan]\r\n")
def test_it_gives_the_same_document_or_none(text: str) -> None:
    found = quick(text)
    if found is not None:
        assert _alike(found, tomli.loads(text, parse_float=Decimal))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_it_reads_cases(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert _alike(quick(text), tomli.loads(text, parse_float=Decimal))


@pytest.mark.parametrize("sign", ["[", "{a=", "a."])
def test_deep_nesting_is_never_given_to_it(sign: str) -> None:
    assert quick("a = " + sign * 50_000) is None
    assert quick(sign * 50_000) is None


def test_the_same_bytes_without_it(tmp_path: Path) -> None:
    write_cases(tmp_path / "cases", 30)
    (tmp_path / "cases" / "broken.toml").write_text("a = [1,\nb = 1.\n", encoding="utf-8")
    without = tmp_path / "without"
    without.mkdir()
    (without / "toml_rs.py").write_text("raise ImportError\n", encoding="utf-8")
    args = ("batch", "examples", tmp_path / "cases", "--date", "2026-01-01")
    path = os.pathsep.join(filter(None, [str(without), os.environ.get("PYTHONPATH")]))
    ran = udmaal(*args)
    assert ran.code == 1
    assert started(*args, env={"PYTHONPATH": path}) == ran
