"""What two files of a case say differently: each key with its value in both."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any, NamedTuple

from udmaal.case.fields import Table
from udmaal.case.model import Case, placed_in
from udmaal.faults import Path, dotted

_Placed = tuple[Path, Any]


class Fact(NamedTuple):
    """A key and what it says in the two files; ``None``: nothing.

    The place is that in the second file, or in the first where the second has no such table;
    ``parent`` is the label of the parent whose table it is.
    """

    at: Path
    before: Any
    after: Any
    parent: str | None = None

    @property
    def key(self) -> str:
        """Give the key in dotted form."""
        return dotted(self.at)


def differing_facts(before: Case, after: Case) -> Iterator[Fact]:
    """Give every key that does not say the same in two files of a case, in the order of the file.

    Of a table that only one file has, the keys that stand in it.
    """
    return _in_tables(before, after, ())


def _in_tables(old: Table | None, new: Table | None, at: Path) -> Iterator[Fact]:
    there = [table for table in (old, new) if table is not None]
    for name, field in type(there[0]).model_fields.items():
        if len(there) > 1 or name in there[0].model_fields_set:
            was, now = (getattr(table, name, None) for table in (old, new))
            for fact in _of_values(was, now, (*at, field.alias or name)):
                yield fact if fact.parent else fact._replace(parent=_parent(there[-1]))


def _parent(table: Table) -> str | None:
    return getattr(table, "parent", None)


def _of_values(was: Any, now: Any, at: Path) -> Iterator[Fact]:
    if was == now:
        return
    some = was or now
    if isinstance(some, Table):
        yield from _in_tables(was, now, at)
    elif isinstance(some, Mapping):
        for key in dict.fromkeys((*(was or ()), *(now or ()))):
            yield from _of_values((was or {}).get(key), (now or {}).get(key), (*at, key))
    elif isinstance(some, tuple) and isinstance(some[0], Table):
        for old, new in _aligned(placed_in(was or (), at), placed_in(now or (), at)):
            where = (new or old or (at, None))[0]
            yield from _in_tables(old and old[1], new and new[1], where)
    else:
        yield Fact(at, was, now)


def _aligned(
    was: list[_Placed], now: list[_Placed]
) -> Iterator[tuple[_Placed | None, _Placed | None]]:
    """Pair tables so that those that are the same in both files stand beside each other."""
    one, other = ([repr(table) for _, table in side] for side in (was, now))
    for what, start, end, first, last in SequenceMatcher(None, one, other, False).get_opcodes():
        if what != "equal":
            yield from zip_longest(was[start:end], now[first:last])
