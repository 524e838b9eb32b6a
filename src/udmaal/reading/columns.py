"""Where the table stands in a sheet, and what its columns hold, by their headings."""

import re
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from udmaal.reading.tables import Row, Sheet, Value

# A title, an address and a date may stand above a table, and no more than that.
_MOST_ABOVE = 60
_HYPHEN = re.compile(r"-\s*\n\s*")
_NO_WORD = re.compile(r"[\W_]+")
_CURRENCY = re.compile(r" (i |pr )?(kr|kroner|dkk)( pr)?( md| mdr| måned)?$")


class Column(NamedTuple):
    """A column: what it holds, where, from 0, and the heading that stands over several."""

    name: str
    position: int
    above: str


class Head(NamedTuple):
    """The row that the headings stand in, and the columns that were known by them."""

    row: Row
    columns: tuple[Column, ...]

    def named(self, name: str) -> tuple[Column, ...]:
        """Give the columns that hold a thing."""
        return tuple(column for column in self.columns if column.name == name)


def heading(value: Value) -> str:
    """Give a heading as it is looked up: small letters, no signs, no ``kr.``."""
    if not isinstance(value, str):
        return ""
    words = _NO_WORD.sub(" ", _HYPHEN.sub("", value).casefold()).strip()
    return _CURRENCY.sub("", words)


def find_head(
    sheet: Sheet,
    words: Mapping[str, Collection[str]],
    enough: Callable[[Collection[str]], bool],
    name_of: Callable[[str], str] = str,
) -> Head | None:
    """Find the row whose headings are enough to make a table, ``None`` where none are.

    ``words`` are the headings of each thing, as ``heading`` gives them; ``name_of`` takes off a
    heading what belongs to no word. Where a cell of the row is empty, the heading above it counts,
    as in heads of merged cells; of two such rows, one below the other, the lower is the head.
    """
    known = {word: name for name, each in words.items() for word in each}
    above: tuple[Value, ...] = ()
    head = None
    for row in sheet.rows[:_MOST_ABOVE]:
        columns = tuple(_columns(row.cells, above, known, name_of))
        # A row of values with empty cells below known headings is no head.
        own = any(row.cells[column.position] != "" for column in columns)
        if own and enough({column.name for column in columns}):
            head = Head(row, columns)
        elif head is not None:
            break
        above = row.cells
    return head


def _columns(
    cells: tuple[Value, ...],
    above: tuple[Value, ...],
    known: Mapping[str, str],
    name_of: Callable[[str], str],
) -> list[Column]:
    found = []
    over = ""
    for position, cell in enumerate(cells):
        own_over = heading(above[position]) if position < len(above) else ""
        over = own_over or over
        own = heading(cell) or (own_over if cell == "" else "")
        name = known.get(own) or known.get(name_of(own))
        if name is not None:
            found.append(Column(name, position, own if own != name_of(own) else over))
    return found
