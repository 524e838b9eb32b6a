"""A comparison as one flat table: for each step between sides a row per amount, line and fact.

What a spreadsheet is written from; the values are typed, the words those of a language.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from udmaal.breakdown import Line
from udmaal.language import Language, Text
from udmaal.money import ZERO
from udmaal.output import headings
from udmaal.side_by_side.compare import Compared, Comparison, Side
from udmaal.side_by_side.facts import Fact
from udmaal.side_by_side.words import fact_name, side_name, step_texts, value_text
from udmaal.text.lines import formula, label
from udmaal.text.terms import UNITS

COLUMNS: Final = (
    Text("sag", "case_id"),
    Text("før", "before"),
    Text("efter", "after"),
    Text("ydelse", "benefit"),
    Text("forælder", "parent"),
    Text("slags", "kind"),
    Text("post", "label"),
    Text("beløb_før", "amount_before"),
    Text("beløb_efter", "amount_after"),
    Text("forskel", "difference"),
    Text("enhed", "unit"),
    Text("beregning_før", "formula_before"),
    Text("beregning_efter", "formula_after"),
    Text("årsag", "cause"),
)
_AMOUNT: Final = Text("beløb", "amount")
_LINE: Final = Text("linje", "line")
_FACT: Final = Text("oplysning", "fact")


class Row(NamedTuple):
    """An amount, a line or a fact on two neighbouring sides; amounts in ``unit``, as words.

    ``before`` and ``after`` name the sides: dates, as ``YYYY-MM-DD``, or files. A fact has its
    values in place of the formulas. ``cause`` stands at amounts that differ.
    """

    case_id: str
    before: str
    after: str
    benefit: str = ""
    parent: str = ""
    kind: str = ""
    label: str = ""
    amount_before: Decimal | None = None
    amount_after: Decimal | None = None
    difference: Decimal | None = None
    unit: str = ""
    formula_before: str = ""
    formula_after: str = ""
    cause: str = ""


def rows(comparisons: Iterable[Comparison], language: Language) -> Iterator[Row]:
    """Give the rows of all comparisons: the benefits in the order of the law, then the facts."""
    for comparison in comparisons:
        steps = [
            Row(comparison.case_id, _side(before, language), _side(after, language))
            for before, after in pairwise(comparison.sides)
        ]
        for compared in comparison.benefits:
            about = compared.about
            name = headings.benefit_name(about, language)
            for number, step in enumerate(steps):
                row = step._replace(benefit=name, parent=about.parent or "")
                yield from _amounts(row, compared, number, language)
                yield from _lines(row, compared, number, language)
        yield from (_fact(steps[0], fact, language) for fact in comparison.facts)


def _side(side: Side, language: Language) -> str:
    """Name a side as a spreadsheet sorts it."""
    return side_name(side, language) if side.file is not None else side.on.isoformat()


def _amounts(row: Row, compared: Compared, number: int, language: Language) -> Iterator[Row]:
    why = "; ".join(step_texts(compared.steps[number], language))
    for amount in compared.amounts:
        difference = amount.differences[number + 1]
        yield row._replace(
            kind=_AMOUNT.in_(language),
            label=amount.title.in_(language),
            amount_before=amount.amounts[number],
            amount_after=amount.amounts[number + 1],
            difference=difference,
            unit=UNITS[amount.unit].in_(language),
            cause=why if difference else "",
        )


def _lines(row: Row, compared: Compared, number: int, language: Language) -> Iterator[Row]:
    """Give the lines that changed, where the benefit is given on both sides."""
    if not all(compared.given[number : number + 2]):
        return
    for lines in compared.lines:
        before, after = lines[number : number + 2]
        made = _made(before, language), _made(after, language)
        some = after or before
        if some is None or made[0] == made[1]:
            continue
        (was, old), (now, new) = made
        yield row._replace(
            kind=_LINE.in_(language),
            label=label(some, language),
            amount_before=was,
            amount_after=now,
            difference=(now or ZERO) - (was or ZERO),
            unit=UNITS[some.unit].in_(language),
            formula_before=old,
            formula_after=new,
        )


def _made(line: Line | None, language: Language) -> tuple[Decimal | None, str]:
    return (None, "") if line is None else (line.amount, formula(line, language))


def _fact(row: Row, fact: Fact, language: Language) -> Row:
    return row._replace(
        kind=_FACT.in_(language),
        label=f"{fact_name(fact, language)} ({fact.key})",
        formula_before=value_text(fact.before, language),
        formula_after=value_text(fact.after, language),
    )
