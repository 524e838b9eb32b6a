"""The summary of a batch as people read it in the morning."""

from decimal import Decimal
from itertools import pairwise
from typing import Any

from rich.bar import Bar
from rich.console import Console
from rich.table import Table
from rich.text import Text as Rich

from udmaal.language import Language, Text
from udmaal.output import headings
from udmaal.text import numbers

_CASES = Text(
    "Sager: {done} beregnet, {at_fault} med fejl", "Cases: {done} done, {at_fault} at fault"
)
_CHANGED = Text(
    ", {changed} ændret, {unchanged} uændret", ", {changed} changed, {unchanged} unchanged"
)
_HEADS = {
    "benefit": Text("Ydelse (hovedbeløb)", "Benefit (main amount)"),
    "total": Text("I alt", "Total"),
    "before": Text("Før", "Before"),
    "after": Text("Efter", "After"),
    "difference": Text("Forskel", "Difference"),
}
_LARGEST = Text("Største ændringer", "Largest changes")
_HISTOGRAM = Text("Ændringer i kr.", "Changes in kr.")
_FINDINGS = Text("Anmærkninger", "Findings")


def print_summary(document: dict[str, Any], language: Language, console: Console) -> None:
    """Print counts, totals, the largest changes, a histogram and the findings by code."""
    text = _CASES.in_(language).format(**document)
    if "changed" in document:
        text += _CHANGED.in_(language).format(**document)
    console.print(Rich(text, style="bold"))
    if document["totals"]:
        console.print(_totals(document["totals"], language))
    if document.get("changed"):
        console.print(Rich(_HISTOGRAM.in_(language), style="bold"))
        console.print(_histogram(document["histogram"], language))
        console.print(Rich(_LARGEST.in_(language), style="bold"))
        for each in document["largest"]:
            amount = numbers.kroner(Decimal(each["difference"]), language)
            console.print(Rich(f"{amount:>12}  {each['path']}"))
    if document["findings"]:
        counts = ", ".join(f"{code}: {count}" for code, count in document["findings"].items())
        console.print(Rich(f"{_FINDINGS.in_(language)}: {counts}"))


def _totals(totals: dict[str, dict[str, str]], language: Language) -> Table:
    keys = list(next(iter(totals.values())))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column()
    for _ in keys:
        table.add_column(justify="right")
    table.add_row(*(_HEADS[key].in_(language) for key in ("benefit", *keys)), style="dim")
    for benefit, amounts in totals.items():
        cells = (numbers.kroner(Decimal(amounts[key]), language) for key in keys)
        table.add_row(headings.name_of(benefit, None, language), *cells)
    return table


def _histogram(histogram: dict[str, list[int]], language: Language) -> Table:
    """Draw the counts of each bin, from the lowest differences to the highest."""
    bounds = [numbers.number(bound, language) for bound in histogram["bounds"]]
    counts = histogram["counts"]
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(justify="right")
    table.add_column(width=40)
    table.add_column(justify="right")
    names = [f"< {bounds[0]}"]
    names += [f"{low} … {high}" for low, high in pairwise(bounds)]
    names.append(f"≥ {bounds[-1]}")
    most = max(counts) or 1
    for name, count in zip(names, counts, strict=True):
        table.add_row(name, Bar(most, 0, count, color="cyan"), str(count))
    return table
