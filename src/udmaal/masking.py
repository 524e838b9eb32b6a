"""Change every text of a result; most of all, mask the CPR numbers in it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from udmaal.amounts import Amounts
from udmaal.deadline import DeadlineKind
from udmaal.lines.kind import Formula, Kind, Line
from udmaal.rates.book import Rate
from udmaal.shown import without_cpr

T = TypeVar("T")

# Fingerprints and drawings, which are no texts.
_NO_TEXTS = frozenset({"case_sha256", "rates_sha256", "svg"})


def masked(value: T) -> T:
    """Give a result with the CPR numbers in all of its texts masked."""
    return with_texts(value, without_cpr)


def with_texts(value: T, change: Callable[[str], str]) -> T:
    """Give a value with each of its texts changed.

    It goes through tuples, lists, mappings and dataclasses. Fingerprints, drawings, rates, amounts
    and the declarations of lines are passed over. A line stays one line wherever it stands, in a
    result and behind other lines.
    """
    done: dict[int, Line] = {}

    def changed(value: Any) -> Any:  # noqa: PLR0911 - one for each kind of value
        if isinstance(value, str):
            return change(value)
        if isinstance(value, Rate | Kind | Formula | Amounts | DeadlineKind):
            return value
        if isinstance(value, Line):
            if id(value) not in done:
                done[id(value)] = Line(*(changed(part) for part in value))
            return done[id(value)]
        if isinstance(value, Mapping):
            return {key: changed(inner) for key, inner in value.items()}
        if hasattr(value, "_fields"):
            return value._make(parts(zip(value._fields, value, strict=True)).values())
        if isinstance(value, tuple | list):
            return type(value)(changed(part) for part in value)
        if is_dataclass(value) and not isinstance(value, type):
            named = ((each.name, getattr(value, each.name)) for each in fields(value))
            return replace(value, **parts(named))
        return value

    def parts(named: Iterable[tuple[str, Any]]) -> dict[str, Any]:
        return {name: part if name in _NO_TEXTS else changed(part) for name, part in named}

    found: T = changed(value)
    return found
