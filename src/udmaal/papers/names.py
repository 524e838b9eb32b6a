"""The file names of papers: safe on every system, and no two the same."""

import re
import unicodedata
from collections.abc import Mapping
from string import Formatter

from udmaal.faults import Fault, InputFaultsError
from udmaal.shown import shown

DEFAULT = "{case_id}-{parent}-{date}.pdf"
FIELDS = ("case_id", "parent", "date", "file")

# Room for a number and an ending below the 255 bytes that file systems take.
_MOST_BYTES = 180
_SQUEEZED = re.compile(r"([-_ ])[-_ ]+")
# Names that Windows keeps for devices, whatever their ending.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)", re.IGNORECASE)


class Names:
    """Gives each paper its name, in the order asked for; one that is taken gets a number."""

    def __init__(self, pattern: str) -> None:
        """Take a pattern of ``FIELDS`` in braces; raises ``InputFaultsError`` for any other."""
        self._stem, dot, ending = pattern.rpartition(".")
        self._ending = dot + ending
        self._taken: set[str] = set()
        _refuse_wrong(pattern, self._stem)

    def take(self, values: Mapping[str, str]) -> str:
        """Give the name for the values of ``FIELDS``."""
        safe = {field: _safe(values[field]) for field in FIELDS}
        stem = _SQUEEZED.sub(r"\1", self._stem.format_map(safe)).strip(" .-_")
        stem = stem.encode()[:_MOST_BYTES].decode(errors="ignore").rstrip(" .-_") or "bilag"
        if _DEVICES.match(stem):
            stem = f"_{stem}"
        name, number = stem, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name.casefold())
        return name + self._ending


def _refuse_wrong(pattern: str, stem: str) -> None:
    try:
        parts = list(Formatter().parse(stem))
    except ValueError:
        raise _wrong("pattern.field", pattern, field="{ }", known=_known()) from None
    for literal, field, spec, conversion in parts:
        for sign in literal:
            if _safe(sign) != sign:
                raise _wrong("pattern.folder", pattern, sign=sign)
        if field is not None and (field not in FIELDS or spec or conversion):
            raise _wrong("pattern.field", pattern, field=f"{{{field}}}", known=_known())


def _known() -> str:
    return ", ".join(f"{{{field}}}" for field in FIELDS)


def _wrong(code: str, pattern: str, **values: object) -> InputFaultsError:
    return InputFaultsError([Fault(code, values={"name": pattern, **values})])


def _safe(text: str) -> str:
    """Put a hyphen where a sign is no letter, digit or one of a few others."""
    text = unicodedata.normalize("NFC", shown(text))
    return "".join(sign if sign.isalnum() or sign in "-_. ()" else "-" for sign in text)
