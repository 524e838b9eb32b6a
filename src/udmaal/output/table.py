"""What stands in a printed breakdown and ledger: lines and notes, readable at 80 columns."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rich.cells import cell_len
from rich.columns import Columns
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text as Rich

from udmaal.breakdown import Finding, Line
from udmaal.language import Language
from udmaal.output import colours, headings
from udmaal.rates.book import Rate
from udmaal.text.assumptions import ASSUMPTIONS
from udmaal.text.lines import amount, words
from udmaal.text.terms import UNITS

_GAP = "  "
# A total is marked by a sign, as weight is lost in a pipe, a file and for those who do not see it.
_TOTAL, _PART = "= ", "  "
# From here on the law itself fits beside the amount; in less, a letter points at it below.
_WIDE = 140
_WEIGHTS = {"bold", "dim"}
# What label and formula have at least, on the narrowest of pages.
_LEAST_TEXT = 20


@dataclass(slots=True)
class Footnotes:
    """What the lines of a print refer to, numbered in the order they do.

    Rates have numbers. Laws have letters, or stand with the line where the page is ``wide``.
    """

    wide: bool
    rates: dict[Rate, int] = field(default_factory=dict)
    laws: dict[tuple[str, ...], str] = field(default_factory=dict)

    def of_rates(self, line: Line) -> str:
        """Give the numbers of the rates behind a line."""
        return "".join(
            f" [{self.rates.setdefault(rate, len(self.rates) + 1)}]" for rate in line.rates
        )

    def of_law(self, line: Line) -> str:
        """Give what stands beside a line for the law behind it."""
        law = tuple(line.law)
        return _law(law) if self.wide else self.laws.setdefault(law, _letter(len(self.laws)))


def footnotes(console: Console) -> Footnotes:
    """Start the footnotes of a page."""
    return Footnotes(wide=console.width >= _WIDE)


def _letter(number: int) -> str:
    """Give a letter, after z two of them: a, b, … z, aa, ab."""
    rest, last = divmod(number, 26)
    return (_letter(rest - 1) if rest else "") + chr(ord("a") + last)


def _law(law: Sequence[str]) -> str:
    return "; ".join(law)


class _Row(NamedTuple):
    """A line in the words it is printed with."""

    label: str
    formula: str
    amount: str
    unit: str
    law: str
    total: bool


class _Widths(NamedTuple):
    """How wide the columns are; ``text`` is what label and formula have together."""

    text: int
    label: int
    amount: int
    unit: int
    law: int

    @property
    def width(self) -> int:
        """Give the width of a whole row."""
        gaps = len(_TOTAL) + len(_GAP) + 1 + len(_GAP)
        return self.text + self.amount + self.unit + self.law + gaps


def lines_block(
    heading: str,
    lines: Iterable[Line],
    notes: Footnotes,
    language: Language,
    console: Console,
    *,
    ids: bool = False,
) -> Iterator[Rich]:
    """Give the lines as rows under a heading, with their ``ids`` where they are asked for.

    A row has label, formula, amount and unit, and points at rates and law below. Where label and
    formula do not fit side by side, the formula has a row of its own.
    """
    rows = [_row(line, notes, language, ids=ids) for line in lines]
    columns = _columns(rows, console.width)
    rule = "─" * max(0, columns.width - cell_len(heading) - 3)
    yield Rich.assemble(("─ ", "dim"), (heading, "bold"), (f" {rule}", "dim"))
    for row in rows:
        yield from _printed(row, columns, console)


def _row(line: Line, notes: Footnotes, language: Language, *, ids: bool) -> _Row:
    label, formula = words(line, language)
    return _Row(
        f"{label} ({line.kind.id})" if ids else label,
        formula + notes.of_rates(line),
        amount(line, language),
        UNITS[line.unit].in_(language),
        notes.of_law(line),
        line.kind.total,
    )


def _columns(rows: Sequence[_Row], width: int) -> _Widths:
    beside = zip(*((row.amount, row.unit, row.law) for row in rows), strict=True)
    bare = _Widths(0, 0, *(max(map(cell_len, cells)) for cells in beside))
    room = max(width - bare.width, _LEAST_TEXT)
    label = _label_width(rows, room)
    widest = max(
        max(label, cell_len(row.label)) + len(_GAP) + cell_len(row.formula) for row in rows
    )
    return bare._replace(text=min(room, widest), label=label)


def _label_width(rows: Sequence[_Row], room: int) -> int:
    """Give the narrowest column of labels that leaves the most formulas one below the other."""

    def aligned(width: int) -> int:
        left = room - width - len(_GAP)
        return sum(cell_len(row.label) <= width and cell_len(row.formula) <= left for row in rows)

    return max(sorted({cell_len(row.label) for row in rows}), key=aligned)


def _printed(row: _Row, columns: _Widths, console: Console) -> Iterator[Rich]:
    style = "bold" if row.total else ""
    name = row.label.ljust(columns.label - cell_len(row.label) + len(row.label))
    beside = f"{name}{_GAP}{row.formula}"
    if cell_len(beside) > columns.text:
        beside = f"{row.label}{_GAP}{row.formula}"
    together = cell_len(beside) <= columns.text
    first, *more = [beside] if together else _wrapped(row.label, columns.text, console)
    text = Rich((_TOTAL if row.total else _PART) + first, style=style)
    text.append(" " * (columns.text - cell_len(first)))
    text.append(f"{_GAP}{row.amount:>{columns.amount}} {row.unit.ljust(columns.unit)}")
    text.append(f"{_GAP}{row.law}", style="not bold")
    yield text
    for rest in more:
        yield Rich(f"{_PART}{rest}", style=style)
    if not together:
        for rest in _wrapped(row.formula, columns.width - 2 * len(_PART), console):
            yield Rich(f"{_PART}{_PART}{rest}", style=style)


def _wrapped(text: str, width: int, console: Console) -> list[str]:
    """Break a text at its spaces, a word that is too long within."""
    return [line.plain for line in Rich(text).wrap(console, width)] or [""]


def notes_section(
    notes: Footnotes, assumptions: Iterable[str], language: Language
) -> list[RenderableType]:
    """Give the laws and rates that the lines pointed at, and the assumptions, as footnotes."""
    used = [
        (f"[{number}]", headings.rate_text(rate, language), _status_style(rate))
        for rate, number in notes.rates.items()
    ]
    used += [(code, ASSUMPTIONS[code].in_(language), "") for code in assumptions]
    if not (notes.laws or used):
        return []
    heading, rows = section(headings.NOTES.in_(language), used)
    laws = [f"{letter} {_law(law)}" for law, letter in notes.laws.items()]
    return [heading, *([Columns(laws)] if laws else []), *([rows] if used else [])]


def findings_section(
    findings: Iterable[Finding], language: Language, heading: str | None = None
) -> list[RenderableType]:
    """Give the findings, each text once, with its severity in words; an accepted one says why."""
    from udmaal.text.findings import finding_text  # noqa: PLC0415 - many results have none

    found: dict[tuple[str, str, str], None] = {}
    for finding in findings:
        style = "dim" if finding.accepted is not None else colours.BY_SEVERITY[finding.severity]
        text = finding_text(finding, language)
        if finding.accepted is not None:
            text = f"{text} ({headings.REASON.in_(language)}: {finding.accepted})"
        found[headings.finding_mark(finding, language), text, style] = None
    return section(heading or headings.FOUND.in_(language), found) if found else []


def section(heading: str, rows: Iterable[tuple[str, str, str]]) -> list[RenderableType]:
    """Give a heading and rows of mark, text and style; a colour is the mark's, weight of both."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column()
    for mark, text, style in rows:
        weight = style if style in _WEIGHTS else ""
        grid.add_row(Rich(mark, style=style), Rich(text, style=weight))
    return [Rich(f"\n{heading}", style="bold"), grid]


def notices(rates: Iterable[Rate], language: Language) -> Iterator[Rich]:
    """Warn of rates that were not published, each kind of them once."""
    for text in headings.unpublished(rates, language):
        yield Rich.assemble("\n", ("!", colours.WARNING), f" {text}")


def _status_style(rate: Rate) -> str:
    return "" if rate.status == "published" else colours.WARNING
