"""Where a key stands in a TOML text: line and column of a path, for messages that point.

The parser that reads values gives no positions, so the text is read a second time by a grammar
that does; only when there is something to point at.
"""

from typing import TYPE_CHECKING

from udmaal.faults import Path

if TYPE_CHECKING:
    import tree_sitter


def places(text: str) -> dict[Path, tuple[int, int]]:
    """Give ``path -> (line, column)``, both from 1, of every key and table of a valid TOML text."""
    import tree_sitter  # noqa: PLC0415 - only a message with a place pays for it
    import tree_sitter_toml  # noqa: PLC0415

    language = tree_sitter.Language(tree_sitter_toml.language())
    tree = tree_sitter.Parser(language).parse(text.encode())
    return _Walk(text).document(tree.root_node)


class _Walk:
    """One pass over the syntax tree."""

    def __init__(self, text: str) -> None:
        self._lines = [line.encode() for line in text.split("\n")]
        self._found: dict[Path, tuple[int, int]] = {}
        self._array_lengths: dict[Path, int] = {}

    def document(self, root: "tree_sitter.Node") -> dict[Path, tuple[int, int]]:
        for node in root.children:
            if node.type == "pair":
                self._pair(node, ())
            elif node.type in {"table", "table_array_element"}:
                self._table(node)
        return self._found

    def _table(self, node: "tree_sitter.Node") -> None:
        key, *pairs = node.named_children
        path = self._inside_last(_parts(key))
        if node.type == "table_array_element":
            count = self._array_lengths.get(path, 0)
            self._note(path, node)
            self._array_lengths[path] = count + 1
            path = (*path, count)
        self._note(path, node)
        for pair in pairs:
            if pair.type == "pair":
                self._pair(pair, path)

    def _inside_last(self, parts: list[str]) -> Path:
        """Put the index of the last element behind each array on the way to a table."""
        path: Path = ()
        for number, part in enumerate(parts, 1):
            path = (*path, part)
            if number < len(parts) and path in self._array_lengths:
                path = (*path, self._array_lengths[path] - 1)
        return path

    def _pair(self, node: "tree_sitter.Node", prefix: Path) -> None:
        children = [child for child in node.named_children if child.type != "comment"]
        key, value = children[0], children[-1]
        path = (*prefix, *_parts(key))
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
                self._note((*path, index), child)
                self._value(child, (*path, index))

    def _note(self, path: Path, node: "tree_sitter.Node") -> None:
        row, byte = node.start_point
        column = len(self._lines[row][:byte].decode("utf-8", "replace"))
        self._found.setdefault(path, (row + 1, column + 1))


def _parts(key: "tree_sitter.Node") -> list[str]:
    if key.type == "dotted_key":
        return [part for child in key.named_children for part in _parts(child)]
    text = (key.text or b"").decode()
    return [text.strip("\"'")]
