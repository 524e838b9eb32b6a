"""Lines as spreadsheet formulas over the cells of the lines they are made of (Excel's syntax)."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from udmaal.lines.kind import Guard, Lesser, Line, Portion, Portions, Together
from udmaal.rates.book import Rate

Address = Callable[[Line | Rate], str | None]
"""Gives the cell of a line or a rate; ``None`` for one without: then its number stands there."""
Inputs = Callable[[Line, str], Sequence[str]]
"""Gives the cells of an amount that the case states, by its name; none where it has no cells."""


def addresses(lines: Iterable[Line], column: str, first: int = 1) -> dict[int, str]:
    """Give the cells of lines that stand below one another, by the identity of the line."""
    return {id(line): f"{column}{row}" for row, line in enumerate(lines, first)}


def _no_inputs(_line: Line, _name: str) -> Sequence[str]:
    return ()


def cell_formula(line: Line, address: Address, inputs: Inputs = _no_inputs) -> str:
    """Give a line as a spreadsheet formula that comes to its amount.

    Numbers of the case and rates that have no cell stand in it as they are; an amount is rounded
    to øre. A floor that does not act on the amount is in the formula all the same: it may act on
    another.
    """

    def cell(name: str) -> str:
        behind = line.made_of.get(name)
        if behind is not None:
            return _behind(behind, address)
        return _added(inputs(line, name)) if inputs(line, name) else _number(line.values[name])

    expression = line.formula.expression
    floor = line.kind.formulas.get("floor")
    if floor is not None and floor.expression.cuts(expression):
        expression = floor.expression
    formula = expression.cells(cell)
    return f"=ROUND({formula},2)" if line.kind.rounded else f"={formula}"


def guard_formula(guard: Guard, address: Address) -> str:
    """Give a guard as a spreadsheet formula that is true where it holds."""
    right = guard.right
    limit = _number(right) if isinstance(right, Decimal) else _behind(right, address)
    return f"ROUND({_behind(guard.left, address)},2){guard.sign}ROUND({limit},2)"


def _behind(behind: Any, address: Address) -> str:
    """Give the cell of a line or a rate, or what is made of several."""
    if isinstance(behind, Line):
        return address(behind) or _number(behind.amount)
    if isinstance(behind, Rate):
        return address(behind) or _number(behind.number)
    if isinstance(behind, Lesser):
        return f"MIN({_behind(behind.one, address)},{_behind(behind.other, address)})"
    if isinstance(behind, Portions):
        return _portions(behind, address)
    lines = behind.lines if isinstance(behind, Together) else behind
    return _added(_behind(each, address) for each in lines)


def _portions(portions: Portions, address: Address) -> str:
    """Add parts of lines; whole øre are added first, so that they stay whole."""
    by_part: dict[tuple[Fraction, bool], list[str]] = {}
    for each in portions.parts:
        alike = each.part, each.whole_ore
        by_part.setdefault(alike, []).append(_left(each, address))
    sums = [
        (f"ROUND({'+'.join(cells)},2)" if whole_ore else _added(cells))
        + ("" if part == 1 else _times(part))
        for (part, whole_ore), cells in by_part.items()
    ]
    if portions.beside:
        sums.append(f"1{_times(portions.beside)}")
    return _added(sums)


def _times(part: Fraction) -> str:
    return f"*{part.numerator}/{part.denominator}"


def _left(portion: Portion, address: Address) -> str:
    whole = _behind(portion.line, address)
    if portion.less is None or portion.before is None:
        return whole
    off, before = _behind(portion.less, address), _behind(portion.before, address)
    if portion.whole_ore:
        return f"{whole}-{off}"
    return f"{whole}-IF({before}=0,0,{off}*{whole}/{before})"


def _number(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, tuple):
        return _added(_share(each) if isinstance(each, tuple) else _number(each) for each in value)
    return str(value)


def _share(share: tuple[int, Decimal | None, Decimal | None]) -> str:
    """Write days, each whole or with its part as hours of hours."""
    days, hours, of = share
    return str(days) if hours is None or of is None else f"{days}*{hours:f}/{of:f}"


def _added(parts: Iterable[str]) -> str:
    found = list(parts)
    return f"({'+'.join(found)})" if len(found) > 1 else "".join(found) or "0"
