"""A comparison as people read it: amounts side by side, why they differ, the lines that changed."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from textwrap import wrap
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text as Rich

from udmaal.language import Language
from udmaal.output import headings
from udmaal.output.page import Page
from udmaal.output.table import notices
from udmaal.side_by_side.compare import AmountRow, Compared, Comparison, Comparisons
from udmaal.side_by_side.words import (
    ALL_SAME,
    CAUSES,
    CHANGED_LINES,
    DIFFERENCE,
    FACT,
    FACTS,
    NOTHING,
    amount_text,
    difference_text,
    fact_name,
    line_entries,
    same_text,
    side_name,
    step_texts,
    title,
    unchanged_text,
    value_text,
    with_unit,
)

_ENDLESS: Final = 10_000
_INDENT: Final = "    "
# Wider, and the eye loses the row between a formula and its amount.
_WIDEST: Final = 100


def write(found: Comparisons, language: Language, output: Path | None) -> None:
    """Print all comparisons, with a blank line between them."""
    page = Page(output)
    for number, comparison in enumerate(found):
        if number:
            page.console.print()
        _print(comparison, language, page.console)
    page.close()


def _print(found: Comparison, language: Language, console: Console) -> None:
    console.print(Rich(title(found, language), style="bold"))
    if not found.differs:
        console.print(Rich((ALL_SAME if found.benefits else NOTHING).in_(language)))
    if found.facts:
        _print_facts(found, language, console)
    for compared in found.benefits:
        name = headings.benefit_name(compared.about, language)
        console.print(Rich(f"\n{name} ({compared.about.law})", style="bold"))
        if not compared.differs:
            console.print(Rich(same_text(compared, language)))
            continue
        _print_amounts(found, compared, language, console)
        _print_causes(found, compared, language, console)
        if compared.lines:
            _print_lines(found, compared, language, console)
    for notice in notices(found.rates, language):
        console.print(notice)


def _print_facts(found: Comparison, language: Language, console: Console) -> None:
    console.print(Rich(f"\n{FACTS.in_(language)}", style="bold"))
    table = _empty_table()
    longest = max(len(fact.key) for fact in found.facts)
    keys_width = min(longest, console.width // 2)
    table.add_column(FACT.in_(language), overflow="fold", min_width=keys_width)
    for side in found.sides:
        table.add_column(Rich(side_name(side, language)), overflow="fold")
    for fact in found.facts:
        values = (value_text(value, language) for value in (fact.before, fact.after))
        name = Rich.assemble(fact_name(fact, language), "\n", (fact.key, "dim"))
        table.add_row(name, *map(Rich, values))
    console.print(table)


def _print_amounts(
    found: Comparison, compared: Compared, language: Language, console: Console
) -> None:
    """Print two sides with the difference beside them, more with each difference below.

    Sides that the page is too narrow for follow in another table.
    """
    names = [_narrow(side_name(side, language)) for side in found.sides]
    if len(names) == _PAIR:
        console.print(_pair(names, compared.amounts, language))
        return
    for tables in (
        [_several(names[part], compared.amounts, part, language) for part in _parts(count, names)]
        for count in range(len(names), 0, -1)
    ):
        if all(_width(table, console) <= console.width for table in tables):
            break
    console.print(*tables, sep="\n")


def _parts(count: int, names: Sequence[str]) -> Iterator[slice]:
    """Take so many sides at a time."""
    return (slice(start, start + count) for start in range(0, len(names), count))


def _width(table: Table, console: Console) -> int:
    options = console.options.update(max_width=_ENDLESS)
    return Measurement.get(console, options, table).maximum


_PAIR: Final = 2
_LONG_NAME: Final = 20


def _narrow(name: str) -> str:
    """Break a date before its year and a long name of a file, so that the columns are narrow."""
    day, _, year = name.rpartition(" ")
    parts = [day, year] if day and year.isdigit() else wrap(name, _LONG_NAME)
    return "\n".join(parts)


def _pair(names: Sequence[str], rows: Sequence[AmountRow], language: Language) -> Table:
    table = _amounts_table([*names, DIFFERENCE.in_(language)], language)
    for row in rows:
        amounts = (amount_text(amount, row.unit, language) for amount in row.amounts)
        difference = difference_text(row.differences[1], row.unit, language)
        table.add_row(*map(Rich, (_name(row, language), *amounts, difference)))
    return table


def _several(
    names: Sequence[str], rows: Sequence[AmountRow], sides: slice, language: Language
) -> Table:
    table = _amounts_table(names, language)
    for row in rows:
        amounts = [amount_text(amount, row.unit, language) for amount in row.amounts[sides]]
        below = [
            difference_text(difference, row.unit, language) if difference else ""
            for difference in row.differences[sides]
        ]
        table.add_row(*map(Rich, (_name(row, language), *amounts)))
        if any(below):
            table.add_row(Rich(f"  {DIFFERENCE.in_(language).lower()}"), *map(Rich, below))
    return table


def _name(row: AmountRow, language: Language) -> str:
    return with_unit(row.title.in_(language), row.unit, language)


def _amounts_table(names: Sequence[str], language: Language) -> Table:
    table = _empty_table()
    table.add_column(headings.AMOUNT.in_(language))
    for name in names:
        table.add_column(Rich(name), justify="right")
    return table


def _empty_table() -> Table:
    return Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)


def _print_causes(
    found: Comparison, compared: Compared, language: Language, console: Console
) -> None:
    names = [side_name(side, language) for side in found.sides]
    for (before, after), step in zip(pairwise(names), compared.steps, strict=True):
        texts = list(step_texts(step, language))
        if not texts:
            continue
        between = "" if len(names) == _PAIR else f", {before} → {after}"
        console.print(Rich(f"{CAUSES.in_(language)}{between}", style="bold"))
        console.print(_grid(("–", text) for text in texts))


def _grid(rows: Iterator[tuple[str, str]]) -> Table:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column()
    for row in rows:
        grid.add_row(*map(Rich, row))
    return grid


def _print_lines(
    found: Comparison, compared: Compared, language: Language, console: Console
) -> None:
    """Print each line that changed: its name, and below it every side that is not as before."""
    unchanged = unchanged_text(compared.unchanged, language)
    console.print(Rich(f"\n{CHANGED_LINES.in_(language)} ({unchanged})", style="bold"))
    names = [side_name(side, language) for side in found.sides]
    width = min(max(map(len, names)) + len(_INDENT), console.width // 3)
    entries = list(line_entries(found, compared, language))
    rows = [row for entry in entries for row in entry.rows]
    # No wider than its texts, so that the eye finds the amount of a formula.
    texts = sum(max(map(cell_len, cells)) + 1 for cells in list(zip(*rows, strict=True))[1:])
    for entry in entries:
        console.print(Rich(f"  {entry.label}", style="bold" if entry.total else ""))
        table = Table.grid(padding=(0, 1, 0, 0), expand=True)
        table.width = min(console.width, _WIDEST, width + texts + 1)
        table.add_column(width=width, overflow="fold")
        table.add_column(ratio=1)
        table.add_column(justify="right", no_wrap=True)
        for side, formula, amount in entry.rows:
            table.add_row(Rich(f"{_INDENT}{side}"), Rich(formula), Rich(amount))
        console.print(table)
