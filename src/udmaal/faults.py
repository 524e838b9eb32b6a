"""Faults of an input: what is wrong, where, and what would be right.

A fault holds no words. Its ``code`` is a key of ``udmaal.text.faults``, which gives the problem
and the mend in both languages. This module lies below the words: the package, above all of them,
sets ``Fault.words``, and nothing here imports them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Final, NamedTuple

from udmaal.language import DEFAULT, Language
from udmaal.shown import without_cpr

Path = tuple[str | int, ...]

# The code of a value that a template leaves to be filled in.
TO_FILL_IN: Final = "value.to_fill_in"


class Cell(NamedTuple):
    """A cell of a table, row and column from 1; ``sheet`` is empty where the file is a text."""

    sheet: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault; ``line`` and ``column`` count from 1 and are ``None`` where there is no place.

    ``cell`` is the place in a table; that of a text has line and column too.
    """

    words: ClassVar[Callable[["Fault", Language], str]]

    code: str
    path: Path = ()
    values: Mapping[str, object] = field(default_factory=dict)
    file: str = ""
    line: int | None = None
    column: int | None = None
    source_line: str | None = None
    cell: Cell | None = None

    @property
    def where(self) -> str:
        """Give the key in dotted form, ``lost_earnings[0].grant[1].hours``, as it may be shown."""
        return without_cpr(dotted(self.path))

    def text(self, language: Language = DEFAULT) -> str:
        """Say it on one line: file, line, column, key, the problem and its mend."""
        return type(self).words(self, language)

    def __str__(self) -> str:
        return self.text()


class InputFaultsError(Exception):
    """Everything wrong with an input, all at once, in the order of the file."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: (fault.line or 0, fault.column or 0)))
        super().__init__(self.faults)

    def text(self, language: Language = DEFAULT) -> str:
        """Say every fault, one a line."""
        return "\n".join(fault.text(language) for fault in self.faults)

    def __str__(self) -> str:
        return self.text()


class Conclusion(NamedTuple):
    """A fault drawn from several fields, and the keys it rests on, below their table.

    ``grant.from`` rests on the first days of all grants, ``grant`` on everything about them.
    ``also`` is the place of a second course whose keys it rests on.
    """

    fault: Fault
    needs: tuple[str, ...]
    also: Path = ()


def certain(conclusions: Iterable[Conclusion], unsure: Iterable[Path]) -> list[Fault]:
    """Drop conclusions that rest on an unsure value; a follow-on fault would mislead."""
    unsure = tuple(unsure)
    return [
        conclusion.fault
        for conclusion in conclusions
        if not any(_rests_on(conclusion, path) for path in unsure)
    ]


def _rests_on(conclusion: Conclusion, unsure: Path) -> bool:
    here = conclusion.fault.path[:2]
    if unsure == here[:1]:
        return True  # a table of the list is not known, so the others may have another number
    elsewhere = unsure[:2] not in {here, conclusion.also}
    if unsure[:1] == here[:1] and elsewhere and isinstance(unsure[1], int):
        return False  # another course
    parts = [part for part in unsure if isinstance(part, str)]
    names = [".".join(parts), ".".join(parts[1:])]
    return any(
        f"{need}.".startswith(f"{name}.") or name.startswith(f"{need}.")
        for need in conclusion.needs
        for name in names
        if name
    )


def out_of_order(place: Path, found: date, first: date, needs: Iterable[str]) -> Conclusion:
    """Name a date that lies before the one it must follow."""
    return Conclusion(Fault("date.order", place, {"found": found, "first": first}), tuple(needs))


def excerpt(line: str, column: int, most: int = 160) -> tuple[str, int]:
    """Give the part of a long source line around a column, and the column in it."""
    if len(line) <= most:
        return line, column
    start = max(min(column - 1 - most // 2, len(line) - most), 0)
    before, after = "…" if start else "", "…" if start + most < len(line) else ""
    return f"{before}{line[start : start + most]}{after}", column - start + len(before)


def undotted(where: str) -> Path:
    """Read a path back from its dotted form: ``lost_earnings[0].grant[1].hours``."""
    path: list[str | int] = []
    for part in where.split("."):
        name, *indexes = part.split("[")
        path.append(name)
        path += [int(index.rstrip("]")) for index in indexes]
    return tuple(path)


def dotted(path: Path) -> str:
    """Write a path as users write it."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{part}" if text else part
    return text
