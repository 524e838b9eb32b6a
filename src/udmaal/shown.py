"""What may leave the program of a text that came from outside: no CPR number, no broken sign.

A CPR number (civil registration number) is ddmmyy and four digits. Only the date may leave; the
four digits never do, in no output and no message. Numbers and fingerprints are no texts and are
left alone.
"""

import contextlib
import os
import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import quote

Path = tuple[str | int, ...]

# What stands between date and serial number: nothing, a space, or a hyphen of any kind.
_BETWEEN = r"[ \u00a0\u2009\u202f]?[-\u00ad\u2010-\u2015\u2212]?[ \u00a0\u2009\u202f]?"
_CPR = re.compile(rf"(?<!\d)(\d\d)(\d\d)(\d\d){_BETWEEN}\d{{4}}(?!\d)")
# Ten digits that may be one, with anything at all that is short between them.
_MAYBE_CPR = re.compile(r"\d{6}[^\d\n]{0,3}\d{4}")

# Latin-1 text with every digit as 0 and the rest as blanks: digits in a row are found at once.
_DIGITS = bytes(ord("0") if chr(sign) in "0123456789" else ord(" ") for sign in range(256))
_TEN_DIGITS = re.compile(b"000000 {0,3}0000")

# Bytes of a file name that are no UTF-8, as Python keeps them in a text.
_NO_TEXT = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def holds_cpr_number(text: str) -> bool:
    """Tell whether a text holds what looks like a CPR number."""
    return any(_is_date(*found.groups()) for found in _CPR.finditer(text))


def may_hold_cpr_number(text: str) -> bool:
    """Tell whether it is worth looking through the texts of a file for CPR numbers.

    Quickly, since a batch asks it of every case; a digit may hide behind an escape.
    """
    if "\\" in text:
        return True
    with contextlib.suppress(UnicodeEncodeError):
        if not _TEN_DIGITS.search(text.encode("latin-1").translate(_DIGITS)):
            return False
    return _MAYBE_CPR.search(text) is not None


def without_cpr(text: str) -> str:
    """Put ``ddmmyy-****`` in the place of every CPR number."""
    return _CPR.sub(_masked_number, text) if _MAYBE_CPR.search(text) else text


def _masked_number(found: re.Match[str]) -> str:
    day, month, year = found.groups()
    return f"{day}{month}{year}-****" if _is_date(day, month, year) else found[0]


def _is_date(day: str, month: str, year: str) -> bool:
    """Tell whether six digits are a date.

    Taken in this century: every date of the last one is one of this too, 29 February 2000 more.
    """
    try:
        date(2000 + int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def texts_in(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Give every text inside plain values, with its place."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts_in(inner, (*path, key))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from texts_in(inner, (*path, index))


def readable(text: str) -> str:
    """Put a replacement sign where a file name has a byte that is no UTF-8."""
    return text if text.isascii() else _NO_TEXT.sub(_REPLACEMENT, text)


def shown(text: str) -> str:
    """Give a text as it may leave: a file name, a message, a line of a file."""
    return readable(without_cpr(text))


def plain(text: str) -> str:
    """Give a text as it may reach a terminal: as ``shown``, and no control characters."""
    return _CONTROL.sub("·", shown(text))


def named(key: str, name: str) -> dict[str, str]:
    """Give a file name for JSON, under its key.

    Of a name that is no UTF-8 a second key holds the bytes, percent-encoded, so that the file can
    be found again.
    """
    name = without_cpr(name)
    if name.isascii() or not _NO_TEXT.search(name):
        return {key: name}
    return {key: readable(name), f"{key}_bytes": quote(os.fsencode(name))}
