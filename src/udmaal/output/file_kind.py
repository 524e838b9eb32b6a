"""Tell a case, a rate file or a service level from any other file, also where it is at fault."""

import re
from pathlib import Path
from typing import Any, Literal

import tomli

from udmaal.case.model import Case
from udmaal.letter import LetterFile
from udmaal.municipality import ServiceLevel
from udmaal.rates.keys import RATE_KEYS
from udmaal.reading.source import MAX_BYTES, UTF16_MARKS

FileKind = Literal["case", "rates", "level", "letter"]

# What many files say, and what no case, rate file or service level is told by.
_COMMON = frozenset({"format", "name", "source", "valid_from", "municipality", "accepted"})
_OF_CASE = frozenset(field.alias or name for name, field in Case.model_fields.items()) - _COMMON
_OF_RATES = frozenset({"effective", *(key.partition(".")[0] for key in RATE_KEYS)}) - _OF_CASE
_OF_LEVEL = frozenset(ServiceLevel.model_fields) - _COMMON
_OF_LETTER = frozenset(LetterFile.model_fields) - _COMMON
# What ``calc`` and ``ledger`` write as TOML carries both, and no case may.
_OF_RESULT = frozenset({"program", "case_sha256"})

_FIRST_LINE = re.compile(r"^(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*(.*)")
_KEY = re.compile(
    r"^[ \t]*(?:\[\[?[ \t]*\"?(?P<table>\w+)\"?[ \t]*[].]|\"?(?P<key>\w+)\"?[ \t]*=)",
    re.ASCII | re.MULTILINE,
)


def kind_of(path: Path) -> FileKind | None:
    """Tell what an existing file is; ``None`` for any other file, and for one nobody may read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            data = file.read(MAX_BYTES)
    except OSError:
        return None
    text = _decoded(data)
    try:
        found: dict[str, Any] = tomli.loads(text)
    except (ValueError, RecursionError):  # broken, too deep, or another kind of file
        return _kind(_keys_of_broken(path, text))
    if found.keys() >= _OF_RESULT or _of_several_cases(found):
        return None
    return _kind(frozenset(found))


def _kind(keys: frozenset[str]) -> FileKind | None:
    if keys & _OF_RATES:
        return "rates"
    if keys & _OF_CASE:
        return "case"
    if keys & _OF_LETTER and "name" in keys:
        return "letter"
    return "level" if keys & _OF_LEVEL or {"format", "name"} <= keys else None


def _of_several_cases(found: dict[str, Any]) -> bool:
    """Tell whether this is what ``calc`` writes as TOML of several cases."""
    cases = found.get("cases")
    return isinstance(cases, list) and all(
        isinstance(case, dict) and case.keys() >= _OF_RESULT for case in cases
    )


def _keys_of_broken(path: Path, text: str) -> frozenset[str]:
    """Give the keys of a file that is no TOML, if it was meant as one.

    It was where its name says so, or where its first line is one of ours; an annex or a note may
    show a case in its middle and is none.
    """
    first = _FIRST_LINE.match(text)
    line = first[1] if first else ""
    if path.suffix.lower() != ".toml" and not _KEY.match(line):
        return frozenset()
    keys = frozenset(found["table"] or found["key"] for found in _KEY.finditer(text))
    return frozenset() if keys >= _OF_RESULT else keys


def _decoded(data: bytes) -> str:
    """Decode a file however it was saved; what no encoding holds is replaced."""
    if data.startswith(UTF16_MARKS):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")
