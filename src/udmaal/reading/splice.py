"""New bytes put into a text, and the proof that no other line of it was touched."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Edit(NamedTuple):
    """New bytes in place of those from ``start`` to ``end``, both in bytes of UTF-8."""

    start: int
    end: int
    new: bytes


def spliced(text: bytes, edits: Iterable[Edit]) -> bytes:
    """Give a text with all edits; no two may overlap."""
    made, at = b"", 0
    for edit in sorted(edits):
        made += text[at : edit.start] + edit.new
        at = edit.end
    return made + text[at:]


def keeps(old: bytes, new: bytes, edits: Sequence[Edit]) -> bool:
    """Tell whether every line of the old text that no edit touches is in the new one, in order."""
    at, following = 0, iter(new.splitlines())
    for line in old.splitlines(keepends=True):
        end = at + len(line)
        touched = any(edit.start < end and edit.end > at for edit in edits)
        if not touched and line.rstrip(b"\r\n") not in following:
            return False
        at = end
    return True
