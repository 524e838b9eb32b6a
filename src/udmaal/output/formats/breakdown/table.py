"""The printed breakdown: the answer, what needs a hand, then every line, readable at 80 columns."""

from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.text import Text as Rich

from udmaal.breakdown import Breakdown
from udmaal.language import Language
from udmaal.output import headings
from udmaal.output.formats.breakdown import Breakdowns, Calculated
from udmaal.output.page import Page
from udmaal.output.summary import entry_of
from udmaal.output.table import (
    findings_section,
    footnotes,
    lines_block,
    notes_section,
    notices,
)
from udmaal.text import numbers
from udmaal.text.absences import absence_text

# Sentences are read best in short lines, however wide the terminal is.
_READABLE = 100


def write(breakdowns: Breakdowns, language: Language, output: Path | None) -> None:
    """Print all cases, with a blank line between them."""
    page = Page(output)
    for number, each in enumerate(breakdowns.calculated):
        if number:
            page.console.print()
        _print_answer(each, language, page.console)
        if not breakdowns.short:
            _print_lines(each.breakdown, language, page.console, ids=breakdowns.ids)
    page.close()


def _print_answer(calculated: Calculated, language: Language, console: Console) -> None:
    """Print how much, when and why, benefit by benefit, and the findings that need a hand."""
    case, breakdown = calculated
    title = f"{headings.CASE.in_(language)} {breakdown.case_id} · "
    on = numbers.day(breakdown.on, language) + headings.as_known(breakdown.known, language)
    console.print(Rich(title + on, style="bold"))
    console.print()
    if not breakdown.results:
        console.print(Rich(headings.NOTHING.in_(language)))
    for result in breakdown.results:
        entry = entry_of(result, case, breakdown.on, language)
        when = f"{entry.when[:1].upper()}{entry.when[1:]}."
        _print_entry(console, entry.name, entry.amount, [when, *entry.notes])
    for absence in breakdown.absences:
        text = absence_text(absence, language)
        _print_entry(console, headings.benefit_name(absence, language), text, ())
    provisional = (rate for rate in breakdown.rates if rate.status == "provisional")
    _print_all(console, notices(provisional, language))
    open_ones = filter(headings.needs_a_hand, breakdown.findings)
    _print_all(console, findings_section(open_ones, language, headings.TO_DO.in_(language)))


def _print_entry(console: Console, name: str, amount: str, sentences: Iterable[str]) -> None:
    console.print(Rich(f"{name}: {amount}".removesuffix(".") + ".", style="bold"))
    reasons = " ".join(sentences)
    if reasons:
        console.print(Padding(Rich(reasons), (0, 0, 0, 2)), width=min(console.width, _READABLE))


def _print_lines(breakdown: Breakdown, language: Language, console: Console, *, ids: bool) -> None:
    """Print every line, and below what was found, assumed and used."""
    notes = footnotes(console)
    for result in breakdown.results:
        console.print()
        heading = f"{headings.benefit_name(result, language)} ({result.law})"
        _print_all(console, lines_block(heading, result.lines, notes, language, console, ids=ids))
    others = [each for each in breakdown.findings if not headings.needs_a_hand(each)]
    _print_all(console, findings_section(others, language))
    _print_all(console, notes_section(notes, breakdown.assumptions, language))


def _print_all(console: Console, parts: Iterable[object]) -> None:
    for part in parts:
        console.print(part)
