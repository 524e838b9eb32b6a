"""What decided at the steps of a benefit: read off the formulas of its lines."""

from collections.abc import Sequence
from string import Formatter
from typing import NamedTuple

from udmaal.language import Text
from udmaal.lines.kind import Line


class Limit(NamedTuple):
    """What decided at a step: its key and words, and the values in them."""

    key: str
    text: Text
    values: tuple[tuple[str, object], ...]

    @property
    def step(self) -> str:
        """Give the step; at one step one limit decides."""
        return self.key.partition(".")[0]


def limits(lines: Sequence[Line]) -> dict[str, Limit]:
    """Give what decided at each step of a benefit, by step."""
    found: dict[str, Limit] = {}
    for line in lines:
        key, text = line.formula.key, line.formula.limit
        if text is None:
            decided_by = line.formula.decided_by(line.values)
            if decided_by is None or decided_by.limit is None:
                continue
            key, text = f"{key}.{decided_by.name}", decided_by.limit
        names = (name for _, name, _, _ in Formatter().parse(text.en) if name)
        limit = Limit(key, text, tuple((name, line.values[name]) for name in names))
        found.setdefault(limit.step, limit)
    return found
