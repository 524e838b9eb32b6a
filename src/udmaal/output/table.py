"""What stands in a printed breakdown and ledger: lines and notes, readable at 80 columns."""

from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Rich

from udmaal.breakdown import Breakdown, Finding, Line
from udmaal.language import Language
from udmaal.output import headings
from udmaal.rates.book import Rate
from udmaal.text.assumptions import ASSUMPTIONS
from udmaal.text.lines import amount, formula, label
from udmaal.text.terms import UNITS

_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}


def lines_table(lines: Iterable[Line], references: dict[Rate, int], language: Language) -> Table:
    """Give the lines as a table; totals stand out, ``[1]`` points at a rate below."""
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, expand=True)
    table.add_column(headings.ITEM.in_(language), ratio=10)
    table.add_column(headings.FORMULA.in_(language), ratio=13)
    table.add_column(headings.AMOUNT.in_(language), justify="right", no_wrap=True)
    table.add_column(headings.LAW.in_(language), ratio=9, overflow="fold")
    for line in lines:
        total = line.kind.total
        marks = "".join(f" [{references[rate]}]" for rate in line.rates)
        name = label(line, language)
        unit = UNITS[line.unit].in_(language)
        table.add_row(
            Rich(name.upper() if total else name),
            Rich(formula(line, language) + marks),
            Rich(f"{amount(line, language)}\n{unit}"),
            Rich("\n".join(line.law), style="dim"),
            style="bold" if total else None,
        )
    return table


def notes(breakdown: Breakdown, references: dict[Rate, int], language: Language) -> RenderableType:
    """Give findings, assumptions and rates as they stand below the tables."""
    parts: list[RenderableType] = []
    if breakdown.absences:
        reasons = headings.absence_lines(breakdown.absences, language)
        heading, *rows = section(
            headings.WITHOUT.in_(language), [("–", text, "") for text in reasons]
        )
        parts += [heading, *rows] if breakdown.results else rows
    if breakdown.findings:
        parts += findings_section(breakdown.findings, language)
    if breakdown.assumptions:
        assumed = [(code, ASSUMPTIONS[code].in_(language), "") for code in breakdown.assumptions]
        parts += section(headings.ASSUMED.in_(language), assumed)
    if references:
        used = [
            (f"[{number}]", headings.rate_text(rate, language), _status_style(rate))
            for rate, number in references.items()
        ]
        used += [("!", text, "yellow") for text in headings.unpublished(references, language)]
        parts += section(headings.RATES.in_(language), used)
    return Group(*parts)


def findings_section(findings: Iterable[Finding], language: Language) -> list[RenderableType]:
    """Give the findings, one line each; an accepted one with its reason."""
    from udmaal.text.findings import finding_text  # noqa: PLC0415 - many results have none

    found = []
    for finding in findings:
        style = "dim" if finding.accepted is not None else _STYLES[finding.severity]
        text = finding_text(finding, language)
        if finding.accepted is not None:
            text = f"{text} ({headings.ACCEPTED.in_(language)}: {finding.accepted})"
        found.append((finding.code, text, style))
    return section(headings.FOUND.in_(language), found)


def section(heading: str, rows: Iterable[tuple[str, str, str]]) -> list[RenderableType]:
    """Give a heading and rows of mark, text and style."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column()
    for mark, text, style in rows:
        grid.add_row(Rich(mark, style=style), Rich(text, style=style))
    return [Rich(f"\n{heading}", style="bold"), grid]


def _status_style(rate: Rate) -> str:
    return "" if rate.status == "published" else "yellow"
