"""Change every text of a result; most of all, mask the CPR numbers in it."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

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

    It goes through tuples, lists, mappings and dataclasses. Fingerprints, drawings and rates are
    passed over.
    """
    found: Any = value
    if isinstance(found, str):
        found = change(found)
    elif isinstance(found, Rate):
        pass
    elif isinstance(found, Mapping):
        found = {key: with_texts(inner, change) for key, inner in found.items()}
    elif hasattr(found, "_fields"):
        parts = dict(zip(found._fields, found, strict=True))
        found = found._make(_parts(parts, change).values())
    elif isinstance(found, tuple | list):
        found = type(found)(with_texts(part, change) for part in found)
    elif is_dataclass(found) and not isinstance(found, type):
        parts = {each.name: getattr(found, each.name) for each in fields(found)}
        found = replace(found, **_parts(parts, change))
    return found  # type: ignore[no-any-return]


def _parts(parts: Mapping[str, Any], change: Callable[[str], str]) -> dict[str, Any]:
    return {
        name: part if name in _NO_TEXTS else with_texts(part, change)
        for name, part in parts.items()
    }
