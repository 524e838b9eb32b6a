"""Where a key stands in a TOML text: line and column of a path, for messages that point.

The parser that reads values gives no positions, so the text is read a second time by a grammar
that does; only when there is something to point at.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from udmaal.faults import Path

if TYPE_CHECKING:
    import tree_sitter


# What ends the header of a table, or opens a value with others in it.
_HEADS = {
    "table": ("]",),
    "table_array_element": ("]]",),
    "array": ("[",),
    "inline_table": ("{",),
}
# The parts of a dotted key; the grammar's own tree of them is as deep as the key is long.
_PART = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|[^\s.\"']+")


def places(text: str, wanted: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """Give ``path -> (line, column)``, both from 1, of keys and tables of a valid TOML text.

    Found are the ``wanted`` ones and those they lie in, as far as the text has them.
    """
    walk = _Walk(text, _ways(wanted))
    walk.document(_parsed(text))
    return walk.found


class Spot(NamedTuple):
    """Where something stands in a text, in bytes of UTF-8 from 0.

    ``kind`` is the grammar's word: ``table``, ``table_array_element``, ``array``, ``inline_table``,
    another kind of value, or a kind of key for a table that dotted keys alone make. ``head`` is the
    end of a table's header, ``last`` that of the last pair or element in it, ``None`` without any.
    """

    path: Path
    kind: str
    start: int
    end: int
    head: int
    last: int | None


def spots(text: str, wanted: Iterable[Path]) -> list[Spot]:
    """Give all tables with a header, and the keys of ``places``, of a valid TOML text, in order."""
    walk = _Spots(text, _ways(wanted))
    walk.document(_parsed(text))
    return walk.spots


def _ways(wanted: Iterable[Path]) -> set[Path]:
    return {path[:length] for path in wanted for length in range(1, len(path) + 1)}


def _parsed(text: str) -> "tree_sitter.Node":
    import tree_sitter  # noqa: PLC0415 - only a message with a place pays for it
    import tree_sitter_toml  # noqa: PLC0415

    language = tree_sitter.Language(tree_sitter_toml.language())
    return tree_sitter.Parser(language).parse(text.encode()).root_node


def inside_last(parts: Sequence[str], lengths: Mapping[Path, int]) -> Path:
    """Put the index of the last element behind each array on the way to a table.

    ``lengths`` are those of the arrays so far.
    """
    path: Path = ()
    for number, part in enumerate(parts, 1):
        path = (*path, part)
        if number < len(parts) and path in lengths:
            path = (*path, lengths[path] - 1)
    return path


class _Walk:
    """One pass over the syntax tree."""

    def __init__(self, text: str, wanted: set[Path]) -> None:
        self._wanted = wanted
        self._lines = [line.encode() for line in text.split("\n")]
        self.found: dict[Path, tuple[int, int]] = {}
        self._array_lengths: dict[Path, int] = {}
        self._last = (0, 0, 0)

    def document(self, root: "tree_sitter.Node") -> None:
        for node in root.children:
            if node.type == "pair":
                self._pair(node, ())
            elif node.type in {"table", "table_array_element"}:
                self._table(node)

    def _table(self, node: "tree_sitter.Node") -> None:
        key, *pairs = node.named_children
        path = inside_last(_parts(key), self._array_lengths)
        if node.type == "table_array_element":
            count = self._array_lengths.get(path, 0)
            self._note(path, node)
            self._array_lengths[path] = count + 1
            path = (*path, count)
        self._note(path, node)
        for pair in pairs:
            if pair.type == "pair":
                self._pair(pair, path)

    def _pair(self, node: "tree_sitter.Node", prefix: Path) -> None:
        children = [child for child in node.named_children if child.type != "comment"]
        key, value = children[0], children[-1]
        path = (*prefix, *_parts(key))
        if any(path[:length] in self._wanted for length in range(len(path), len(prefix), -1)):
            for length in range(len(prefix) + 1, len(path)):
                self._note(path[:length], key)
            self._note(path, key if value is key else value)
            self._value(value, path)

    def _value(self, node: "tree_sitter.Node", path: Path) -> None:
        if node.type == "inline_table":
            for child in node.named_children:
                if child.type == "pair":
                    self._pair(child, path)
        elif node.type == "array":
            elements = (child for child in node.named_children if child.type != "comment")
            for index, child in enumerate(elements):
                inside = (*path, index)
                if inside in self._wanted:
                    self._note(inside, child)
                    self._value(child, inside)

    def _note(self, path: Path, node: "tree_sitter.Node") -> None:
        row, byte = node.start_point
        self.found.setdefault(path, (row + 1, self._column(row, byte) + 1))

    def _column(self, row: int, byte: int) -> int:
        """Count the letters before a byte; on from the last place, so that a line is read once."""
        last_row, last_byte, column = self._last
        if (row, byte) < (last_row, last_byte) or row != last_row:
            last_byte = column = 0
        column += len(self._lines[row][last_byte:byte].decode("utf-8", "replace"))
        self._last = (row, byte, column)
        return column


class _Spots(_Walk):
    """The same pass, which keeps every place in full."""

    def __init__(self, text: str, wanted: set[Path]) -> None:
        super().__init__(text, wanted)
        self.spots: list[Spot] = []

    def _note(self, path: Path, node: "tree_sitter.Node") -> None:
        brackets = _HEADS.get(node.type, ())
        opening = next((each for each in node.children if each.type in brackets), node)
        inside = [
            each
            for each in node.named_children
            if each.type != "comment" and each.start_byte >= opening.end_byte
        ]
        last = inside[-1] if inside else None
        if last is not None and last.type == "pair":  # a comment may lie in it
            last = [each for each in last.named_children if each.type != "comment"][-1]
        self.spots.append(
            Spot(
                path,
                node.type,
                node.start_byte,
                node.end_byte,
                opening.end_byte,
                last.end_byte if last is not None else None,
            )
        )


def _parts(key: "tree_sitter.Node") -> list[str]:
    text = (key.text or b"").decode()
    return [part[0].strip("\"'") for part in _PART.finditer(text)]
