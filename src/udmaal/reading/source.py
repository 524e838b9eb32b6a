"""Open, decode and parse a TOML file, with every fault named in place."""

import hashlib
import os
import re
import stat
import sys
from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import tomli

from udmaal.faults import Fault, InputFaultsError
from udmaal.faults import Path as KeyPath
from udmaal.reading.quick import quick
from udmaal.reading.syntax import (
    SyntaxFault,
    as_the_parser_says,
    deep_key,
    deep_place,
    depth_exceeded,
    diagnose,
    may_be_deep,
)

MAX_BYTES = 1 << 20
STDIN = "-"

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would change line ends
BOM = b"\xef\xbb\xbf"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# Letters that Danish text has and that are single bytes in Latin-1 and Windows-1252.
_LATIN1_LETTERS = frozenset("æøåÆØÅéÉüÜöÖäÄ".encode("latin-1"))


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read: ``name`` as the user gave it, decoded text, fingerprint."""

    name: str
    text: str
    sha256: str

    def lines(self) -> list[str]:
        """Give all lines without their line ends."""
        return [line.rstrip("\r") for line in self.text.split("\n")]

    def fault(
        self, code: str, line: int | None = None, column: int | None = None, **values: str | int
    ) -> Fault:
        """Make a fault of this file at a place."""
        text = self.lines()[line - 1] if line else None
        return Fault(code, (), values, self.name, line, column, text)


def read_source(path: Path | str, most: int = MAX_BYTES) -> Source:
    """Read a file (``-``: standard input) of ``most`` bytes, as UTF-8 with or without BOM.

    Raises ``InputFaultsError`` for a missing or unreadable file, a directory, a device, a file
    that is too large, empty or not UTF-8.
    """
    return source_from_bytes(str(path), read_bytes(path, most))


def read_bytes(path: Path | str, most: int) -> bytes:
    """Read the bytes of a file, ``most`` at most; raises as ``read_source`` but for the text."""
    name = str(path)
    try:
        data = _read_bytes(name, most)
    except OSError as error:
        code = "file.missing" if isinstance(error, FileNotFoundError) else "file.unreadable"
        reason = error.strerror or type(error).__name__
        raise InputFaultsError([Fault(code, values={"reason": reason}, file=name)]) from error
    except ValueError as error:  # a NUL byte in the path
        values = {"reason": str(error)}
        raise InputFaultsError([Fault("file.unreadable", values=values, file=name)]) from error
    if len(data) > most:
        raise InputFaultsError([too_large(name, most)])
    return data


Stamp = tuple[int, int, int, int]


def stamp(path: str) -> Stamp | None:
    """Give what is another once a file was written anew; ``None`` where there is no such file.

    What was read of a file is kept under its stamp. A batch asks for that of the service level with
    every case: some 5 microseconds, where reading the level takes 170.
    """
    try:
        return _stamp(os.stat(path))  # noqa: PTH116 - as in ``_read_bytes``
    except (OSError, ValueError):  # ValueError: a NUL byte in the path
        return None


def stamps_in(folder: Path | str) -> tuple[tuple[str, Stamp], ...]:
    """Give the names and stamps of the TOML files of a folder, none where there is no folder."""
    try:
        with os.scandir(folder) as entries:
            files = [each for each in entries if each.name.lower().endswith(".toml")]
            return tuple(sorted((each.name, _stamp(each.stat())) for each in files))
    except (OSError, ValueError):
        return ()


def _stamp(info: os.stat_result) -> Stamp:
    return info.st_ino, info.st_size, info.st_mtime_ns, info.st_ctime_ns


def source_from_bytes(name: str, data: bytes) -> Source:
    """Decode bytes that were read elsewhere; the same faults as ``read_source``."""
    try:
        text = data.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputFaultsError([_encoding_fault(name, data, error)]) from None
    if not text.strip():
        raise InputFaultsError([Fault("file.empty", file=name)])
    return Source(name, text, hashlib.sha256(data).hexdigest())


@dataclass(frozen=True, slots=True)
class Parsed:
    """What could be read of a TOML text, and every fault of its syntax, each in place.

    ``text`` is the text without what could not be read, its lines and columns as before.
    ``unread`` are keys whose value could not be, with line and column; ``lost`` tells that there
    are more, unknown ones.
    """

    document: dict[str, Any]
    text: str
    faults: tuple[Fault, ...] = ()
    unread: Mapping[KeyPath, tuple[int, int]] = field(default_factory=dict)
    lost: bool = False


def parse(source: Source) -> dict[str, Any]:
    """Parse TOML; every float becomes an exact decimal.

    Raises ``InputFaultsError`` with the line and column of every fault of syntax.
    """
    parsed = read_toml(source)
    if parsed.faults:
        raise InputFaultsError(parsed.faults)
    return parsed.document


def read_toml(source: Source, several: Container[str] = ()) -> Parsed:
    """Parse TOML as ``parse`` does, but give the faults together with what could be read.

    ``several`` are the tables, in dotted form, that may stand more than once.
    """
    text = source.text
    document = quick(text)
    deep = deep_key(text) if document is None else None
    if deep is not None:
        return _unreadable(source, SyntaxFault("toml.too_deep", deep))
    try:
        document = document or tomli.loads(text, parse_float=_decimal)
    except tomli.TOMLDecodeError as error:
        rest = diagnose(text, _decimal, several)
        if rest is None:
            return _unreadable(source, as_the_parser_says(error, text))
        faults = tuple(_in_place(source, rest.faults))
        place_of = _places_in(text)
        unread = {path: place_of(offset) for path, offset in rest.unread.items()}
        return Parsed(rest.document, rest.text, faults, unread, rest.lost)
    except RecursionError:
        document = None
    except ValueError:  # an integer of thousands of digits
        return Parsed({}, "", (source.fault("toml.number_too_long"),), lost=True)
    if document is None or (may_be_deep(text) and depth_exceeded(document)):
        return _unreadable(source, SyntaxFault("toml.too_deep", deep_place(text)))
    return Parsed(document, text)


def _unreadable(source: Source, fault: SyntaxFault) -> Parsed:
    return Parsed({}, "", tuple(_in_place(source, [fault])), lost=True)


def _in_place(source: Source, faults: Iterable[SyntaxFault]) -> Iterator[Fault]:
    """Give faults their line and column."""
    lines = source.lines()
    place_of = _places_in(source.text)
    for fault in faults:
        number, column = place_of(fault.offset)
        yield Fault(fault.code, (), fault.values, source.name, number, column, lines[number - 1])


def _places_in(text: str) -> Callable[[int], tuple[int, int]]:
    """Give what turns an offset in a text into line and column, both from 1."""
    starts = [0, *(end.end() for end in re.finditer("\n", text))]

    def place_of(offset: int) -> tuple[int, int]:
        number = bisect_right(starts, offset)
        return number, offset - starts[number - 1] + 1

    return place_of


def toml_value(text: str) -> Any:
    """Read one value as it stands in a file, such as the example of a field."""
    return tomli.loads(f"value = {text}", parse_float=_decimal)["value"]


def too_large(name: str, most: int) -> Fault:
    """Make the fault of a file of more than ``most`` bytes."""
    return Fault("file.too_large", values={"most": most >> 20}, file=name)


def _read_bytes(name: str, most: int) -> bytes:
    if name == STDIN:
        return sys.stdin.buffer.read(most + 1)
    # Plain calls of the operating system: a batch reads tens of thousands of small files.
    info = os.stat(name)  # noqa: PTH116
    mode = info.st_mode
    if stat.S_ISDIR(mode):
        raise InputFaultsError([Fault("file.directory", file=name)])
    if not stat.S_ISREG(mode):
        raise InputFaultsError([Fault("file.device", file=name)])
    if info.st_size > most:
        raise InputFaultsError([too_large(name, most)])
    file = os.open(name, os.O_RDONLY | _BINARY)
    try:
        data = b""
        while part := os.read(file, info.st_size + 1):
            data += part
        return data
    finally:
        os.close(file)


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent beyond all bounds; refused later, with its place
        return Decimal("Infinity")


def _encoding_fault(name: str, data: bytes, error: UnicodeDecodeError) -> Fault:
    before = data[: error.start]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    if data.startswith(UTF16_MARKS):
        return Fault("file.utf16", file=name)
    looks_latin1 = data[error.start] in _LATIN1_LETTERS
    return Fault("file.latin1" if looks_latin1 else "file.encoding", (), {}, name, line, column)
