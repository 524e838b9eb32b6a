"""What the kinds of lines and the benefits declare, for tests that look at all of it."""

from collections.abc import Iterator
from string import Formatter

from udmaal.language import Text
from udmaal.law.benefits import kinds_by_id
from udmaal.lines.expression import Operand
from udmaal.lines.kind import Formula, Kind

ALL_KINDS: tuple[Kind, ...] = tuple(kind for kinds in kinds_by_id().values() for kind in kinds)
FORMULAS: dict[str, Formula] = {
    formula.key: formula for kind in ALL_KINDS for formula in kind.all_formulas
}


def operands(formula: Formula) -> tuple[Operand, ...]:
    """Give the two amounts of which a formula takes one, where it does and they have names."""
    choice = formula.expression.choice()
    return () if choice is None else choice.named or ()


def limits() -> Iterator[Text]:
    """Give all that ``what-if`` may say decided."""
    for formula in FORMULAS.values():
        each = [formula.limit, *(operand.limit for operand in operands(formula))]
        yield from (text for text in each if text is not None)


def notes() -> Iterator[Text]:
    """Give the sentences of the annex about lines."""
    for formula in FORMULAS.values():
        if formula.note is not None:
            yield formula.note.text
        for operand in operands(formula):
            yield from (each for each in (operand.note, operand.reduced_note) if each is not None)


def placeholders(text: str) -> set[str]:
    """Name the values that a template is filled with."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}
