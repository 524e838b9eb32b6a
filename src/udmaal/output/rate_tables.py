"""Tables of rates, and the heads of their columns."""

from collections.abc import Iterable
from decimal import Decimal

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text as Rich

from udmaal.language import Language, Text
from udmaal.money import ratio
from udmaal.output import colours, headings
from udmaal.rates.book import Rate
from udmaal.text import numbers
from udmaal.text.terms import TERMS, UNITS

COLUMNS = (
    Text("sats", "rate"),
    Text("fra", "from"),
    Text("værdi", "value"),
    Text("enhed", "unit"),
    Text("status", "status"),
)
SOURCE = Text("kilde", "source")
_BEFORE = Text("før", "before")
_AFTER = Text("efter", "after")
_CHANGE = Text("ændring", "change")
_PERCENT = Text("%", "%")


def rates_table(rates: Iterable[Rate], language: Language, *, with_source: bool) -> Table:
    """Give a table; with the sources of one rate, or the names of many."""
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, expand=with_source)
    first, *others = (column.in_(language) for column in COLUMNS)
    if not with_source:
        table.add_column(first, overflow="fold")
    for name in others:
        table.add_column(name, justify="right" if name in COLUMNS[2] else "left", no_wrap=True)
    if with_source:
        table.add_column(SOURCE.in_(language), ratio=1, overflow="fold")
    for rate in rates:
        cells = [
            numbers.day(rate.effective, language),
            _value(rate, language),
            UNITS[rate.unit].in_(language),
        ]
        before, after = ([], [rate.source_in(language)]) if with_source else ([rate.key], [])
        row = (*map(Rich, before + cells), _status(rate, language), *map(Rich, after))
        table.add_row(*row)
    return table


def differences_table(
    pairs: Iterable[tuple[Rate | None, Rate | None]], language: Language
) -> Table:
    """Give the rates that differ between two dates, with the change and its percentage."""
    heads = (COLUMNS[0], _BEFORE, _AFTER, _CHANGE, _PERCENT, COLUMNS[4])
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for number_, head in enumerate(heads):
        right = 0 < number_ < len(heads) - 1
        table.add_column(head.in_(language), justify="right" if right else "left", overflow="fold")
    for old, new in pairs:
        known = new or old
        if known is None:
            continue
        change = share = ""
        if old and new and isinstance(old.value, Decimal) and isinstance(new.value, Decimal):
            change = numbers.number(new.value - old.value, language)
            if old.value:
                rise = ratio(new.value - old.value, 100, old.value)
                share = numbers.number(rise.quantize(Decimal("0.1")), language)
        row = [known.key, *(_value(rate, language) for rate in (old, new)), change, share]
        table.add_row(*map(Rich, row), _status(known, language))
    return table


def _status(rate: Rate, language: Language) -> Rich:
    style = "" if rate.status == "published" else colours.WARNING
    return Rich(TERMS[rate.status].in_(language), style=style)


def _value(rate: Rate | None, language: Language) -> str:
    return "–" if rate is None else headings.rate_number(rate, language)
