"""Change a fact in the text of a case file and leave every other letter of it as it is.

The text is never written anew: the syntax tree tells where the lines go or stand, and they are put
in or taken out there. Then it is proven that the result says the old case with the change, and
nothing else.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, get_origin

from udmaal.case.model import Case
from udmaal.faults import Fault, InputFaultsError, Path, dotted
from udmaal.output.case_file import toml_line
from udmaal.reading.places import Spot, spots
from udmaal.reading.source import MAX_BYTES, Source, parse, source_from_bytes
from udmaal.reading.splice import Edit, keeps, spliced
from udmaal.reading.validation import bare, field_at, table_in

_HEADED = frozenset({"table", "table_array_element"})


class Addition(NamedTuple):
    """One thing a case is to say: a further entry of a list, a table, or the value of a key.

    ``path`` is where it will stand, of a further entry its list. ``value`` is plain, as TOML is
    read.
    """

    path: Path
    value: Any


def with_additions(source: Source, additions: Sequence[Addition]) -> Source:
    """Give the case file with all additions, under its old name and without a BOM.

    Raises ``InputFaultsError`` where one cannot be put in without moving what is there.
    """
    for addition in additions:
        source = _with(source, addition)
    return source


def without_entry(source: Source, key: str, number: int) -> Source:
    """Give the case file without one table of a list, under its old name and without a BOM.

    Comments on lines of their own stay. Raises ``InputFaultsError`` where the table cannot be taken
    out without moving what else is there.
    """
    document = parse(source)
    entries = document[key]
    left = [*entries[:number], *entries[number + 1 :]]
    said = {**document, key: left}
    if not left:
        del said[key]
    edits = list(_removal(source.text, key, number, entries))
    return _proven(source, Fault("change.not_out", (key, number)), edits, said)


def said_with(document: dict[str, Any], additions: Sequence[Addition]) -> dict[str, Any]:
    """Give the parsed TOML with all additions."""
    for path, value in additions:
        document = _put(document, path, value, several=_is_list(path))
    return document


def _with(source: Source, addition: Addition) -> Source:
    document = parse(source)
    edits = [*_edits(source.text, document, addition)]
    fault = Fault("change.place", addition.path)
    return _proven(source, fault, edits, said_with(document, [addition]))


def _proven(source: Source, fault: Fault, edits: Sequence[Edit], said: Mapping[str, Any]) -> Source:
    """Make the edits; raises ``InputFaultsError`` where the result does not say what it should."""
    text = source.text.encode()
    made = spliced(text, edits)
    if len(made) > MAX_BYTES:
        values = {"most": MAX_BYTES >> 20}
        raise InputFaultsError([Fault("file.too_large", (), values, source.name)])
    try:
        result = source_from_bytes(source.name, made)
        proven = parse(result) == said and keeps(text, made, edits)
    except InputFaultsError:
        proven = False
    if not proven:
        raise InputFaultsError([replace(fault, file=source.name)])
    return result


def _edits(text: str, document: dict[str, Any], addition: Addition) -> Iterator[Edit]:
    """Say how a text comes to say an addition; nothing where there is no such way."""
    path, value = addition
    above = path[:-1]
    found = spots(text, [path])
    by_path = {spot.path: spot for spot in reversed(found)}
    here, holder = by_path.get(path), by_path.get(above)
    writer = _Writer(text)
    if _is_list(path):
        if here is not None and here.kind == "array":
            yield writer.inside(here, _inline(path, value))
            return
        if here is not None and here.kind == "inline_table":
            yield Edit(here.start, here.start, b"[")
            yield Edit(here.end, here.end, f", {_inline(path, value)}]".encode())
            return
        if here is not None and here.kind == "table":
            yield Edit(here.start, here.start, b"[")
            yield Edit(here.head, here.head, b"]")
        last = (*path, _length(document, path) - 1)
        kin = here if here is not None and here.kind == "table" else by_path.get(last)
        if kin is not None and kin.kind in _HEADED:
            yield writer.table(found, kin, path, value)
        elif here is None and (not above or (holder is not None and holder.kind in _HEADED)):
            yield writer.table(found, holder, path, value)
        elif here is None and holder is not None and holder.kind == "inline_table":
            yield writer.inside(holder, f"{path[-1]} = [{_inline(path, value)}]")
    elif here is not None and not isinstance(value, dict):
        yield Edit(here.start, here.end, _value_text(path, value).encode())
    elif here is None and holder is not None:
        if holder.kind == "inline_table":
            yield writer.inside(holder, _pair(path, value))
        elif holder.kind in _HEADED and isinstance(value, dict):
            yield writer.table(found, holder, path, value)
        elif holder.kind in _HEADED:
            yield writer.line(holder, _pair(path, value))


def _removal(
    text: str, key: str, number: int, entries: Sequence[Mapping[str, Any]]
) -> Iterator[Edit]:
    """Say how a text comes not to say an entry of a list; nothing where there is no such way."""
    paths: list[Path] = [(key, index) for index in range(len(entries))]
    inner: list[Path] = [(key, number, name) for name in entries[number]]
    by_path = {spot.path: spot for spot in reversed(spots(text, [*paths, *inner]))}
    here, writer = by_path[key, number], _Writer(text)
    if here.kind == "table_array_element":
        values = [by_path[path] for path in inner]
        parts = [(here.start, here.head), *((spot.start, spot.end) for spot in values)]
        yield from writer.without_lines(parts)
    elif len(entries) == 1:
        yield from writer.without_value(by_path[(key,)])
    else:
        former, later = (by_path.get((key, index)) for index in (number - 1, number + 1))
        yield from writer.without_element(here, former, later)


class _Writer:
    """Writes new lines in the manner of the text they go into."""

    def __init__(self, text: str) -> None:
        self._text = text.encode()
        self._end = b"\r\n" if b"\r\n" in self._text else b"\n"

    def inside(self, holder: Spot, new: str) -> Edit:
        """Put something behind the last that an array or an inline table holds."""
        at = holder.head if holder.last is None else holder.last
        return Edit(at, at, (new if holder.last is None else f", {new}").encode())

    def line(self, holder: Spot, new: str) -> Edit:
        """Put a key behind the last of a table."""
        at = self._after(holder)
        return self._inserted(at, [f"{self._indent(holder)}{new}"])

    def table(
        self, found: Sequence[Spot], kin: Spot | None, path: Path, value: Mapping[str, Any]
    ) -> Edit:
        """Put a table behind all that belongs to its kin: the former of the list, or its holder.

        Without kin it stands at the end.
        """
        at, indent, compact = len(self._text), "", False
        inner = [spot for spot in found if spot.kind in _HEADED]
        if kin is not None:
            inner = [spot for spot in inner if spot.path[: len(kin.path)] == kin.path]
            at, indent = self._after(inner[-1]), self._indent(kin)
            compact = kin.path[:-1] == path and self._is_close(kin)
        names = tuple(part for part in path if isinstance(part, str))
        close = compact or self._is_close(inner[-1]) if inner else False
        lines = [
            f"{indent}{line}" if line else ""
            for line in _table(names, value, several=_is_list(path), close=close)
        ]
        if not compact and not self._is_blank_before(at):
            lines.insert(0, "")
        if not compact and self._text[at:].partition(b"\n")[0].strip():
            lines.append("")
        return self._inserted(at, lines)

    def without_lines(self, parts: Sequence[tuple[int, int]]) -> Iterator[Edit]:
        """Take out the lines that things stand on and the blank ones between, but no comments.

        Of the blank lines around them, those before stay, at the end of the text none.
        """
        first = self._text.rfind(b"\n", 0, parts[0][0]) + 1
        end = self._next_line(parts[-1][1])
        if self._is_blank_before(first):
            while end < len(self._text) and self._is_blank(end):
                end = self._next_line(end)
        while end == len(self._text) and first and self._is_blank_before(first):
            first = self._text.rfind(b"\n", 0, first - 1) + 1
        at = first
        while at < end:
            after = self._next_line(at)
            own = any(start < after and stop > at for start, stop in parts)
            if own or self._is_blank(at):
                yield Edit(at, after, b"")
            at = after

    def without_value(self, value: Spot) -> Iterator[Edit]:
        """Take out a key with its value; nothing where that holds a comment."""
        if b"#" not in self._text[value.start : value.end]:
            yield from self.without_lines([(value.start, value.end)])

    def without_element(
        self, here: Spot, former: Spot | None, later: Spot | None
    ) -> Iterator[Edit]:
        """Take an element out of an array, with its line where it has one of its own.

        Nothing where it shares a line with one neighbour and not with the other.
        """
        start, end = self._text.rfind(b"\n", 0, here.start) + 1, self._next_line(here.end)
        before, after = self._text[start : here.start], self._text[here.end : end].strip()
        if not before.strip() and after.removeprefix(b",").lstrip()[:1] in (b"", b"#"):
            yield Edit(start, end, b"")
            return
        first, last = (
            (here.start, later.start)
            if later is not None
            else (former.end if former is not None else here.start, here.end)
        )
        if b"\n" not in self._text[first:last]:
            yield Edit(first, last, b"")

    def _is_blank(self, at: int) -> bool:
        return not self._text[at:].partition(b"\n")[0].strip()

    def _inserted(self, at: int, lines: Sequence[str]) -> Edit:
        new = b"".join(line.encode() + self._end for line in lines)
        broken = at == len(self._text) and not self._text.endswith(b"\n")
        return Edit(at, at, self._end + new if broken else new)

    def _after(self, table: Spot) -> int:
        """Give the start of the line behind a table.

        The comments that follow belong to it, unless they lead straight to the next one.
        """
        own = at = self._next_line(table.head if table.last is None else table.last)
        while self._text[at:].partition(b"\n")[0].lstrip(b" \t").startswith(b"#"):
            at = self._next_line(at)
        return own if self._text[at:].partition(b"\n")[0].strip() else at

    def _next_line(self, at: int) -> int:
        end = self._text.find(b"\n", at)
        return len(self._text) if end < 0 else end + 1

    def _indent(self, spot: Spot) -> str:
        before = self._text[: spot.start].rpartition(b"\n")[2]
        return before.decode() if not before.strip() else ""

    def _is_blank_before(self, at: int) -> bool:
        """Tell whether the line before the one of a place is blank, or there is none."""
        above = self._text[:at].rpartition(b"\n")[0]
        return not above.rpartition(b"\n")[2].strip()

    def _is_close(self, table: Spot) -> bool:
        """Tell whether a table follows the former one without a blank line; comments lead it."""
        above = reversed(self._text[: table.start].splitlines())
        former = next((line for line in above if not line.lstrip().startswith(b"#")), b"")
        return bool(former.strip())


def _table(
    names: Sequence[str], value: Mapping[str, Any], *, several: bool, close: bool
) -> Iterator[str]:
    """Write a table with those in it, line by line; ``close`` without blank lines between them."""
    header = ".".join(names)
    yield f"[[{header}]]" if several else f"[{header}]"
    inner = [key for key, each in value.items() if _holds_tables(each)]
    yield from (_pair((*names, key), each) for key, each in value.items() if key not in inner)
    for key in inner:
        for each in value[key]:
            if not close:
                yield ""
            yield from _table((*names, key), each, several=True, close=close)


def _holds_tables(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(each, dict) for each in value)


def _inline(path: Path, value: Mapping[str, Any]) -> str:
    pairs = (_pair((*path, key), each) for key, each in value.items())
    return "{" + ", ".join(pairs) + "}"


def _pair(path: Path, value: Any) -> str:
    return f"{path[-1]} = {_value_text(path, value)}"


def _value_text(path: Path, value: Any) -> str:
    if isinstance(value, dict):
        return _inline(path, value)
    if _holds_tables(value):
        return f"[{', '.join(_inline(path, each) for each in value)}]"
    field = field_at(Case, path)
    assert field is not None, dotted(path)
    return toml_line(str(path[-1]), value, field).partition(" = ")[2]


def _is_list(path: Path) -> bool:
    """Tell whether a path is that of tables that may be several."""
    field = field_at(Case, path)
    return (
        field is not None
        and get_origin(bare(field.annotation)) is tuple
        and table_in(field.annotation) is not None
    )


def _length(document: Any, path: Path) -> int:
    for part in path:
        if isinstance(document, dict) and part not in document:
            return 0
        document = document[part]
    return len(document) if isinstance(document, list) else 1


def _put(holder: Any, path: Path, value: Any, *, several: bool) -> Any:
    first, *rest = path
    if isinstance(first, int):
        inner = _put(holder[first], tuple(rest), value, several=several)
        return [*holder[:first], inner, *holder[first + 1 :]]
    if rest:
        return {**holder, first: _put(holder[first], tuple(rest), value, several=several)}
    if not several:
        return {**holder, first: value}
    former = holder.get(first, [])
    return {**holder, first: [*([former] if isinstance(former, dict) else former), value]}
