"""Which lines of several results of a benefit are the same line."""

from collections import Counter
from collections.abc import Iterable, Sequence

from udmaal.breakdown import Line, Result
from udmaal.text.lines import label

# Lines are told apart by what they are called: a year, a cost, a saving stand in the label.
_Key = tuple[str, str, int]


def matched(results: Sequence[Result | None]) -> list[tuple[Line | None, ...]]:
    """Give each line with its like in every result, in the order of the calculation."""
    sides = [_keyed(result.lines if result is not None else ()) for result in results]
    return [tuple(side.get(key) for side in sides) for key in _merged(sides)]


def _keyed(lines: Iterable[Line]) -> dict[_Key, Line]:
    seen: Counter[tuple[str, str]] = Counter()
    found: dict[_Key, Line] = {}
    for line in lines:
        name = (line.id, label(line, "da"))
        found[(*name, seen[name])] = line
        seen[name] += 1
    return found


def _merged(sides: Iterable[Iterable[_Key]]) -> list[_Key]:
    """Put the keys of all sides in one order: a new one stands behind the one before it."""
    order: list[_Key] = []
    for side in sides:
        place = 0
        for key in side:
            if key in order:
                place = order.index(key) + 1
            else:
                order.insert(place, key)
                place += 1
    return order
