"""A change of a case as people read it: the lines of the file, then the amounts."""

import difflib
from datetime import date
from itertools import groupby
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text as Rich

from udmaal.calendar_month import Month
from udmaal.change.effect import Changed, Effect
from udmaal.language import Language, Text
from udmaal.law.benefits import kinds_by_id
from udmaal.output import colours, headings
from udmaal.output.ledger_columns import COLUMNS, one_line
from udmaal.reading.source import Source
from udmaal.shown import plain, without_cpr
from udmaal.text import numbers
from udmaal.text.faults import mend, problem
from udmaal.what_if.formats.table import amount_label

_EFFECT = Text("Forskel {on}", "Difference {on}")
_SAME = Text("Ingen beløb ændres", "No amount changes")
_NO_DIFFERENCE = Text("Forskellen kan ikke vises", "No difference can be shown")
_HEADS: Final = (
    Text("Beløb", "Amount"),
    Text("Før", "Before"),
    Text("Efter", "After"),
    Text("Forskel", "Difference"),
)
_STYLES: Final = {"+": "green", "-": "red", "@": colours.INFO}


def print_lines(old: Source, new: Source, console: Console) -> None:
    """Print what changes in the file, as a unified difference."""
    lines = difflib.unified_diff(
        old.text.splitlines(), new.text.splitlines(), old.name, new.name, lineterm=""
    )
    for line in lines:
        console.print(
            Rich(plain(without_cpr(line)), style=_STYLES.get(line[:1], "")), soft_wrap=True
        )


def print_effect(effect: Effect, language: Language, console: Console) -> None:
    """Print the amounts that change, a table per benefit and person."""
    if effect.without is not None:
        why = f"{problem(effect.without, language)}; {mend(effect.without, language)}"
        console.print(Rich(f"\n{_NO_DIFFERENCE.in_(language)}: {why}", style=colours.WARNING))
        return
    on = _written(effect.on, language)
    console.print(Rich(f"\n{_EFFECT.in_(language).format(on=on)}", style="bold"))
    # What has no line of its own is a sum on the way to another amount.
    shown = [row for row in effect.rows if row.key in COLUMNS or row.key in kinds_by_id()]
    if not shown:
        console.print(Rich(_SAME.in_(language)))
    for name, rows in groupby(shown, lambda row: headings.benefit_name(row.about, language)):
        table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, title=Rich(name))
        table.title_justify = "left"
        for number, head in enumerate(_HEADS):
            table.add_column(head.in_(language), justify="right" if number else "left")
        for row in rows:
            amounts = (row.before, row.after, row.after - row.before)
            written = (Rich(numbers.kroner(amount, language)) for amount in amounts)
            table.add_row(Rich(_label(row, effect, language)), *written)
        console.print(table)


def _label(row: Changed, effect: Effect, language: Language) -> str:
    """Name an amount: of a month as its column, of a day as its line."""
    if isinstance(effect.on, Month):
        return one_line(COLUMNS[row.key], language)
    return amount_label(row.key, language)


def _written(on: date | Month, language: Language) -> str:
    if isinstance(on, Month):
        return numbers.month(str(on), language)
    return numbers.day(on, language)
