"""A quicker reader of TOML, where the optional extra ``udmaal[fast]`` is installed.

It speaks only for texts that it reads without complaint. What it refuses is read again by the
reader that names faults, and what could be too deep for it is never given to it.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Any

# Each level of nesting takes one of these signs; too many levels would end the process.
_SIGNS_OF_NESTING = "[{."
_MOST_SIGNS = 250
# It reads whole numbers of any length, which the other reader refuses from some 4,300 digits on.
_MANY_DIGITS = re.compile(r"[0-9_]{4000}")
# It passes over this sign at the start, where it is a fault.
_BOM = "\ufeff"


def quick(text: str) -> dict[str, Any] | None:
    """Parse TOML, every float as an exact decimal; ``None`` where the other reader must."""
    loads = _loads()
    if loads is None or text.startswith(_BOM):
        return None
    if sum(map(text.count, _SIGNS_OF_NESTING)) > _MOST_SIGNS:
        return None
    if _MANY_DIGITS.search(text):
        return None
    try:
        return loads(text, parse_float=Decimal, toml_version="1.0.0")
    except KeyboardInterrupt:
        raise
    except BaseException:  # a panic in it is no Exception
        return None


@lru_cache(maxsize=1)
def _loads() -> Callable[..., dict[str, Any]] | None:
    try:
        from toml_rs import loads  # noqa: PLC0415 - an optional extra
    except ImportError:
        return None
    found: Callable[..., dict[str, Any]] = loads
    return found
