"""A comparison in words: its sides, amounts, causes and facts."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import compress
from typing import Any, Final, NamedTuple

from udmaal.breakdown import Line
from udmaal.differences.words import cause_text, decides_text
from udmaal.language import Language, Text
from udmaal.output import headings
from udmaal.shown import shown
from udmaal.side_by_side.compare import Compared, Comparison, Side, Step
from udmaal.side_by_side.facts import Fact
from udmaal.text import numbers
from udmaal.text.case_keys import CASE_KEYS
from udmaal.text.lines import amount, formula, label
from udmaal.text.terms import TERMS, UNITS

DIFFERENCE: Final = Text("Forskel", "Difference")
CAUSES: Final = Text("Årsag", "Cause")
CHANGED_LINES: Final = Text("Linjer, der er ændret", "Lines that changed")
FACTS: Final = Text("Oplysninger, der er forskellige", "Facts that differ")
FACT: Final = Text("Oplysning", "Fact")
DATE: Final = Text("Dato", "Date")
FILE: Final = Text("Fil", "File")
SAME: Final = Text("Ingen forskel", "No difference")
ALL_SAME: Final = Text("Intet beløb er forskelligt.", "No amount differs.")
NOTHING: Final = Text("Ingen ydelse på nogen af siderne.", "No benefit on any side.")
KEY: Final = Text("Nøgle", "Key")
NONE: Final = "–"
_UNCHANGED: Final = Text("uændret: {count}", "unchanged: {count}")
_YES_NO: Final = (Text("nej", "no"), Text("ja", "yes"))
_MONTH: Final = re.compile(r"\d{4}-\d\d", re.ASCII)


def side_name(side: Side, language: Language) -> str:
    """Name a side: by its file where two are compared, else by its date."""
    return side.file if side.file is not None else numbers.day(side.on, language)


def title(comparison: Comparison, language: Language) -> str:
    """Name the case, the sides and, where it was asked for, what day's knowledge they rest on."""
    first, *between, last = (side_name(side, language) for side in comparison.sides)
    sides = " → ".join((first, *(("…",) if between else ()), last))
    on = f"{numbers.day(comparison.sides[0].on, language)}: " if comparison.of_two_files else ""
    case = f"{headings.CASE.in_(language)} {comparison.case_id} · {on}{sides}"
    return case + headings.as_known(comparison.known, language)


def amount_text(value: Decimal | None, unit: str, language: Language) -> str:
    """Write an amount: kroner with øre, hours and days without needless zeros."""
    if value is None:
        return NONE
    return (numbers.kroner if unit.startswith("DKK") else numbers.number)(value, language)


def difference_text(value: Decimal | None, unit: str, language: Language) -> str:
    """Write a difference with its sign; none as a bare 0."""
    if value is None:
        return NONE
    if not value:
        return "0"
    return ("+" if value > 0 else "−") + amount_text(abs(value), unit, language)


def with_unit(name: str, unit: str, language: Language) -> str:
    """Add a unit to the name of an amount that does not say it itself."""
    written = UNITS[unit].in_(language)
    return name if written in name.lower() else f"{name}, {written}"


def unchanged_text(count: int, language: Language) -> str:
    """Say how many lines are the same on all sides."""
    return _UNCHANGED.in_(language).format(count=count)


def same_text(compared: Compared, language: Language) -> str:
    """Say that a benefit is the same on all sides, and how much it is."""
    amounts = (
        f"{row.title.in_(language)} {amount_text(row.amounts[-1], row.unit, language)} "
        f"{UNITS[row.unit].in_(language)}"
        for row in compared.amounts
    )
    return f"{SAME.in_(language)}: {'; '.join(amounts)}"


def step_texts(step: Step, language: Language) -> Iterator[str]:
    """Say each cause, then what decides now and did not before."""
    yield from (cause_text(cause, language) for cause in step.causes)
    yield from (decides_text(each, language) for each in step.decides)


def fact_name(fact: Fact, language: Language) -> str:
    """Name a key as a form would, and the parent it is about."""
    path = ".".join(part for part in fact.at if isinstance(part, str))
    words = CASE_KEYS.get(path) or CASE_KEYS[path.rpartition(".")[0]]
    name = words.title.in_(language)
    return name if fact.parent is None else f"{name}, {headings.parent_name(fact.parent, language)}"


def value_text(value: Any, language: Language) -> str:  # noqa: PLR0911 - one for each kind of value
    """Write a value of the case file as people write it."""
    match value:
        case None | "" | ():
            return NONE
        case bool():
            return _YES_NO[value].in_(language)
        case Decimal():
            return numbers.number(value, language)
        case date():
            return numbers.day(value, language)
        case tuple():
            return "; ".join(value_text(each, language) for each in value)
        case str() if _MONTH.fullmatch(value):
            return numbers.month(value, language)
    text = str(value)  # a year or another whole number, a choice, a free text
    return TERMS[text].in_(language) if text in TERMS else shown(text)


class LineEntry(NamedTuple):
    """A line that changed: its label, and of each side that is not as before its words.

    ``rows`` hold the side, the formula and the amount with its unit.
    """

    label: str
    total: bool
    rows: tuple[tuple[str, str, str], ...]


def line_entries(found: Comparison, compared: Compared, language: Language) -> Iterator[LineEntry]:
    """Give the lines of a benefit that changed."""
    names = [side_name(side, language) for side in found.sides]
    for lines in compared.lines:
        rows: list[tuple[str, str, str]] = []
        for name, line in compress(zip(names, lines, strict=True), compared.given):
            said = _said(line, language)
            if not rows or said != rows[-1][1:]:
                rows.append((name, *said))
        some = next(line for line in reversed(lines) if line is not None)
        yield LineEntry(label(some, language), some.kind.total, tuple(rows))


def _said(line: Line | None, language: Language) -> tuple[str, str]:
    if line is None:
        return NONE, ""
    unit = UNITS[line.unit].in_(language)
    return formula(line, language), f"{amount(line, language)} {unit}"
