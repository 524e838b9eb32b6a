"""A workbook whose amounts follow what is changed in it.

Every line stands once on the sheet of lines, as a formula over the cells of the lines, rates and
stated amounts it is made of; what is stored with each formula is the amount of the program. Stated
amounts stand on the first sheet, below the answer, rates on a sheet of their own. A formula that
was chosen by how amounts compare says so when they no longer do.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, Final, NamedTuple

from xlsxwriter.utility import xl_rowcol_to_cell

from udmaal.breakdown import Finding, Line
from udmaal.language import Language, Text
from udmaal.lines.cells import cell_formula, guard_formula
from udmaal.lines.kind import HOLDS, made_of
from udmaal.output import headings
from udmaal.output.excel.table import Column, Table, add_table
from udmaal.output.excel.workbook import Book, Cell, ColumnKind
from udmaal.rates.book import Rate
from udmaal.text.assumptions import ASSUMPTIONS
from udmaal.text.lines import formula, label
from udmaal.text.rate_names import RATE_NAMES
from udmaal.text.render import render
from udmaal.text.terms import TERMS, UNITS

OVERVIEW: Final = Text("Overblik", "Overview")
LINES: Final = Text("Beregning", "Calculation")
_BENEFIT: Final = Text("Ydelse", "Benefit")
_STATED: Final = Text("Oplysning i sagen", "Fact of the case")
_CHANGEABLE: Final = Text("Det kan ændres", "What can be changed")
_BEHIND: Final = Text("Linjer bag de viste", "Lines behind those shown")
_WITH_FIGURES: Final = Text("Beregning med sagens tal", "Calculation with the case's figures")
_HOLDS: Final = Text("Gælder", "Holds")
_NO_LONGER: Final = Text("gælder ikke mere", "no longer holds")
_CHANGED: Final = Text(
    "Tallene gælder ikke: med de ændrede beløb får sagen andre linjer. Ret sagsfilen, og beregn "
    "den igen.",
    "The figures do not hold: with the changed amounts the case has other lines. Mend the case "
    "file, and calculate it again.",
)
_HOW: Final = (
    Text(
        "Skriv i de gule felter her og på arket Satser; beløbene i hele mappen følger med, "
        "afrundet som beregningen. Sagsfilen ændres ikke.",
        "Write into the yellow cells here and on the sheet Rates; the amounts of the whole "
        "workbook follow, rounded as the calculation is. The case file is not changed.",
    ),
    Text(
        "Timer, datoer og valg i sagen kan ikke ændres her: de afgør, hvilke linjer der er. "
        "Regnestykkerne med ord og tal på arket Beregning viser sagens egne tal.",
        "Hours, dates and choices of the case cannot be changed here: they decide which lines "
        "there are. The sums in words on the sheet Calculation show the case's own figures.",
    ),
)
_NO_INPUT: Final = Text(
    "Sagen har ingen beløb, der kan ændres her.",
    "The case has no amounts that can be changed here.",
)
_NAME: Final = Text("Sats", "Rate")
_KEY: Final = Text("Nøgle", "Key")
_VALUE: Final = Text("Værdi", "Value")
_SINCE: Final = Text("Fra", "From")
_STATUS: Final = Text("Status", "Status")
_SOURCE: Final = Text("Kilde", "Source")
_CODE: Final = Text("Kode", "Code")
_SEVERITY: Final = Text("Vægt", "Severity")
_WHERE: Final = Text("Sted i sagen", "Place in the case")
_WHAT: Final = Text("Anmærkning", "Finding")
_WHY: Final = Text("Accepteret, fordi", "Accepted because")
_ASSUMPTION: Final = Text("Antagelse", "Assumption")

_FIRST: Final = 4
_AMOUNT: Final = 2
_COMMENT: Final = {"x_scale": 3, "y_scale": 1.6, "font_size": 9}
_OVERVIEW_WIDTHS: Final = (44, 48, 16, 14)
_LINE_WIDTHS: Final = (42, 48, 15, 12, 40, 18)


class Block(NamedTuple):
    """Lines that stand together under a heading; ``of`` names what they are of."""

    heading: str
    of: str
    lines: Sequence[Line]


class Answer(NamedTuple):
    """An amount of the first sheet: what it is of, its name, its formula, and the amount."""

    of: str
    name: str
    formula: str
    amount: Decimal
    unit: str


class _Input(NamedTuple):
    """An amount that the case states, by what tells it from others."""

    of: str
    label: str
    amount: Decimal
    number: int


class Living:
    """Lines with their cells, and the rates and stated amounts they are made of.

    Where lines are ``merged``, those that are alike stand once: months repeat them.
    """

    def __init__(self, language: Language, *, merged: bool = False) -> None:
        self._language: Language = language
        self._merged = merged
        self._alike: dict[Any, Line] = {}
        self._one: dict[int, Line] = {}
        self._rows: list[tuple[Line | str, str]] = []
        self._cells: dict[int, str] = {}
        self._rates: dict[Rate, int] = {}
        self._inputs: dict[_Input, int] = {}
        self._of_lines: dict[tuple[int, str], tuple[_Input, ...]] = {}
        self._first_input = 0

    def add(self, block: Block) -> None:
        """Give the lines of a block their cells, under a heading where there is any new one."""
        self._place(block.heading, [(line, block.of) for line in block.lines])

    def complete(self, answers: int) -> None:
        """Give cells to all that the lines are made of; the first sheet has so many answers."""
        found: dict[int, tuple[Line, str]] = {}
        waiting = [(line, of) for line, of in self._rows if isinstance(line, Line)]
        while waiting:
            line, of = waiting.pop()
            for part in made_of(line, with_guards=True):
                one = self._same(part, of)
                if id(one) not in self._cells and id(one) not in found:
                    found[id(one)] = one, of
                    waiting.append((one, of))
        self._place(_BEHIND.in_(self._language), list(reversed(found.values())))
        self._first_input = _FIRST + answers + 3
        for row, of in self._rows:
            if isinstance(row, Line):
                self._find_inputs(row, of)
        # Lines behind those shown come last, what they are of does not.
        place = {of: number for number, of in enumerate(dict.fromkeys(i.of for i in self._inputs))}
        ordered = sorted(self._inputs, key=lambda each: place[each.of])
        self._inputs = {each: number for number, each in enumerate(ordered)}

    def _place(self, heading: str, lines: Iterable[tuple[Line, str]]) -> None:
        new = [(self._same(line, of), of) for line, of in lines]
        new = [(line, of) for line, of in new if id(line) not in self._cells]
        if new:
            self._rows.append((heading, ""))
        for line, of in new:
            if id(line) in self._cells:
                continue
            place = xl_rowcol_to_cell(_FIRST + len(self._rows), _AMOUNT)
            self._cells[id(line)] = f"{LINES.in_(self._language)}!{place}"
            self._rows.append((line, of))

    def _same(self, line: Line, of: str) -> Line:
        """Give the line that stands for all alike that are of the same."""
        if not self._merged:
            self._one[id(line)] = line
            return line
        if id(line) not in self._one:
            self._one[id(line)] = self._alike.setdefault((of, self._frozen(line, of)), line)
        return self._one[id(line)]

    def _frozen(self, line: Line, of: str) -> Any:
        """Give what is alike of lines that are alike."""
        parts = tuple(id(self._same(each, of)) for each in made_of(line, with_guards=True))
        facts = tuple(line.values.items())
        return line.id, line.formula.key, line.unit, line.law, line.rates, facts, parts

    def _find_inputs(self, line: Line, of: str) -> None:
        """Give cells to the amounts in a line that the case states, and to its rates."""
        asked: set[str] = set()

        def note(_line: Line, name: str) -> tuple[str, ...]:
            asked.add(name)
            return ()

        def seen(part: Line | Rate) -> None:
            if isinstance(part, Rate):
                self._rates.setdefault(part, _FIRST + len(self._rates))

        cell_formula(line, seen, note)
        for guard in line.made_of.get(HOLDS, ()):
            guard_formula(guard, seen)
        for name, text in line.kind.inputs.items():
            if name in asked:
                self._of_lines[id(line), name] = tuple(self._stated(line, name, text, of))

    def _stated(self, line: Line, name: str, text: Text, of: str) -> Iterator[_Input]:
        value: Any = line.values[name]
        words = render(text.in_(self._language), line.values, self._language)
        several = isinstance(value, tuple)
        for number, amount in enumerate(value if several else (value,), 1):
            known = _Input(of, f"{words} {number}" if several else words, amount, 0)
            # In one result two facts that look alike are two; months repeat one.
            while not self._merged and known in self._inputs:
                known = known._replace(number=known.number + 1)
            self._inputs.setdefault(known, len(self._inputs))
            yield known

    def cell(self, part: Line | Rate) -> str | None:
        """Give the cell of a line or rate, with its sheet."""
        if isinstance(part, Rate):
            row = self._rates.get(part)
            name = headings.RATES.in_(self._language)
            return None if row is None else f"{name}!{xl_rowcol_to_cell(row, _AMOUNT)}"
        one = self._one.get(id(part))
        return None if one is None else self._cells.get(id(one))

    def _input_cells(self, line: Line, name: str) -> tuple[str, ...]:
        sheet = OVERVIEW.in_(self._language)
        return tuple(
            f"{sheet}!{xl_rowcol_to_cell(self._first_input + self._inputs[each], _AMOUNT)}"
            for each in self._of_lines.get((id(line), name), ())
        )

    def write_overview(
        self, book: Book, title: str, answers: Sequence[Answer], also: Iterable[str] = ()
    ) -> None:
        """Write the first sheet: the answers, what can be changed, and what else is to say."""
        language = self._language
        sheet = book.sheet(OVERVIEW.in_(language), _OVERVIEW_WIDTHS)
        book.write(sheet, 0, 0, title, look="title")
        lines = LINES.in_(language)
        last = xl_rowcol_to_cell(_FIRST + len(self._rows), 5)
        broken = f"SUMPRODUCT(--(LEN({lines}!F{_FIRST + 1}:{last})>0))>0"
        book.text_formula(
            sheet, 1, 0, f'=IF({broken},"{_CHANGED.in_(language)}","")', "", look="warning"
        )
        heads = (_BENEFIT, headings.ITEM, headings.AMOUNT, headings.UNIT)
        _head(book, sheet, _FIRST - 1, [each.in_(language) for each in heads])
        before = ""
        for row, answer in enumerate(answers, _FIRST):
            look = "cell" if answer.of == before else "total"
            book.write(sheet, row, 0, "" if answer.of == before else answer.of, look=look)
            book.write(sheet, row, 1, answer.name, look=look)
            kind = _kind_of(answer.unit)
            book.formula(sheet, row, 2, answer.formula, answer.amount, kind=kind, look=look)
            book.write(sheet, row, 3, UNITS[answer.unit].in_(language), look=look)
            before = answer.of
        first = self._first_input
        if self._inputs:
            book.write(sheet, first - 2, 0, _CHANGEABLE.in_(language), look="part")
            heads = (_BENEFIT, _STATED, headings.AMOUNT, headings.UNIT)
            _head(book, sheet, first - 1, [each.in_(language) for each in heads])
        before = ""
        for each, number in self._inputs.items():
            row = first + number
            book.write(sheet, row, 0, each.of if each.of != before else "")
            book.write(sheet, row, 1, each.label)
            book.write(sheet, row, 2, each.amount, kind="kroner", look="input")
            book.write(sheet, row, 3, UNITS["DKK"].in_(language))
            before = each.of
        notes = [each.in_(language) for each in (_HOW if self._inputs else (_NO_INPUT,))]
        end = first + len(self._inputs) + 1
        book.notes(sheet, end, [*also, *notes], _OVERVIEW_WIDTHS)
        sheet.freeze_panes(_FIRST, 0)
        sheet.repeat_rows(_FIRST - 1)

    def write_lines(self, book: Book, title: str) -> None:
        """Write the sheet of all lines."""
        language = self._language
        sheet = book.sheet(LINES.in_(language), _LINE_WIDTHS)
        book.write(sheet, 0, 0, title, look="title")
        heads = (headings.ITEM, _WITH_FIGURES, headings.AMOUNT, headings.UNIT, headings.LAW, _HOLDS)
        _head(book, sheet, _FIRST - 1, [each.in_(language) for each in heads])
        sheet.freeze_panes(_FIRST, 1)
        sheet.repeat_rows(_FIRST - 1)
        for row, (line, _) in enumerate(self._rows, _FIRST):
            if isinstance(line, str):
                for column in range(len(_LINE_WIDTHS)):
                    book.write(sheet, row, column, line if not column else "", look="part")
            else:
                self._write_line(book, sheet, row, line)

    def _write_line(self, book: Book, sheet: Any, row: int, line: Line) -> None:
        language, look = self._language, "total" if line.kind.total else "cell"
        kind: ColumnKind = "kroner" if line.kind.rounded else "number"
        here = f"{LINES.in_(language)}!"
        law = "; ".join(line.law)
        texts = (label(line, language), formula(line, language), None, None, law, None)
        book.fit(sheet, row, texts, _LINE_WIDTHS)
        made = cell_formula(line, self.cell, self._input_cells).replace(here, "")
        book.write(sheet, row, 0, label(line, language), look=look)
        book.write(sheet, row, 1, formula(line, language), look=look)
        book.formula(sheet, row, _AMOUNT, made, line.amount, kind=kind, look=look)
        book.write(sheet, row, 3, UNITS[line.unit].in_(language), look=look)
        book.write(sheet, row, 4, law, look=look)
        book.write(sheet, row, 5, None, look=look)
        guards = [guard_formula(each, self.cell) for each in line.made_of.get(HOLDS, ())]
        if guards:
            holds = f'=IF(AND({",".join(guards)}),"","{_NO_LONGER.in_(language)}")'
            book.text_formula(sheet, row, 5, holds.replace(here, ""), "", look="warning")
        comment = [line.kind.rule.in_(language), *line.law]
        comment += [headings.rate_text(rate, language) for rate in line.rates]
        sheet.write_comment(row, _AMOUNT, "\n".join(comment), _COMMENT)

    def write_rates(self, book: Book, title: str) -> None:
        """Write the sheet of the rates that the lines are made of."""
        language = self._language
        widths = (48, 44, 14, 14, 18, 16, 60)
        sheet = book.sheet(headings.RATES.in_(language), widths)
        book.write(sheet, 0, 0, title, look="title")
        heads = (_NAME, _KEY, _VALUE, headings.UNIT, _SINCE, _STATUS, _SOURCE)
        _head(book, sheet, _FIRST - 1, [each.in_(language) for each in heads])
        sheet.freeze_panes(_FIRST, 0)
        sheet.repeat_rows(_FIRST - 1)
        for rate, row in self._rates.items():
            name = RATE_NAMES[rate.key].in_(language) if rate.key in RATE_NAMES else rate.key
            kind = _kind_of(rate.unit)
            book.fit(sheet, row, (name, *[None] * 5, rate.source), widths)
            book.write(sheet, row, 0, name)
            book.write(sheet, row, 1, rate.key)
            book.write(sheet, row, _AMOUNT, rate.number, kind=kind, look="input")
            book.write(sheet, row, 3, UNITS[rate.unit].in_(language))
            book.write(sheet, row, 4, rate.effective, kind="date")
            book.write(sheet, row, 5, TERMS[rate.status].in_(language))
            book.write(sheet, row, 6, rate.source)
        notes = headings.unpublished(self._rates, language)
        book.notes(sheet, _FIRST + len(self._rates) + 1, notes, widths)


def write_remarks(
    book: Book, title: str, findings: Iterable[Finding], assumptions: Iterable[str]
) -> None:
    """Add the sheets of findings and of assumptions, where there are any."""
    from udmaal.text.findings import finding_text  # noqa: PLC0415 - many results have none

    language = book.language
    found: list[tuple[Cell, ...]] = [
        (
            each.code,
            TERMS[each.severity].in_(language),
            each.where,
            finding_text(each, language),
            each.accepted,
        )
        for each in findings
    ]
    if found:
        columns = (
            Column(_CODE.in_(language), width=9),
            Column(_SEVERITY.in_(language), width=13),
            Column(_WHERE.in_(language), width=26),
            Column(_WHAT.in_(language), width=80),
            Column(_WHY.in_(language), width=36),
        )
        add_table(book, Table(headings.FOUND.in_(language), title, columns, found))
    assumed = [(code, ASSUMPTIONS[code].in_(language)) for code in assumptions]
    if assumed:
        code = Column(_CODE.in_(language), width=9)
        table = (code, Column(_ASSUMPTION.in_(language), width=120))
        add_table(book, Table(headings.ASSUMED.in_(language), title, table, assumed))


def _head(book: Book, sheet: Any, row: int, names: Iterable[str]) -> None:
    for column, name in enumerate(names):
        kind: ColumnKind = "kroner" if column == _AMOUNT else "text"
        book.write(sheet, row, column, name, kind=kind, look="heading")


def _kind_of(unit: str) -> ColumnKind:
    if unit.startswith("DKK"):
        return "kroner"
    return "percent" if unit == "percent" else "number"
