"""The printed breakdown: one table per benefit and parent, readable at 80 columns."""

from pathlib import Path

from rich.console import Console
from rich.text import Text as Rich

from udmaal.breakdown import Breakdown
from udmaal.language import Language
from udmaal.output import headings
from udmaal.output.formats.breakdown import Breakdowns
from udmaal.output.page import Page
from udmaal.output.table import lines_table, notes
from udmaal.text import numbers


def write(breakdowns: Breakdowns, language: Language, output: Path | None) -> None:
    """Print all cases, with a blank line between them."""
    page = Page(output)
    for number, breakdown in enumerate(breakdowns.cases):
        if number:
            page.console.print()
        _print(breakdown, language, page.console)
    page.close()


def _print(breakdown: Breakdown, language: Language, console: Console) -> None:
    """Print one case."""
    title = f"{headings.CASE.in_(language)} {breakdown.case_id} · "
    on = numbers.day(breakdown.on, language) + headings.as_known(breakdown.known, language)
    console.print(Rich(title + on, style="bold"))
    references = {rate: number for number, rate in enumerate(breakdown.rates, 1)}
    if not breakdown.results:
        console.print(Rich(headings.NOTHING.in_(language)))
    for result in breakdown.results:
        console.print()
        console.print(Rich(f"{headings.benefit_name(result, language)} ({result.law})", "bold"))
        console.print(lines_table(result.lines, references, language))
    console.print(notes(breakdown, references, language))
