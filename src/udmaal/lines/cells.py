"""Lines as spreadsheet formulas over the cells of the lines they are made of (Excel's syntax)."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from udmaal.lines.kind import Line, Together

Address = Callable[[Line], str | None]
"""Gives the cell of a line; ``None`` for a line that has no cell: then its amount stands there."""


def addresses(lines: Iterable[Line], column: str, first: int = 1) -> dict[int, str]:
    """Give the cells of lines that stand below one another, by the identity of the line."""
    return {id(line): f"{column}{row}" for row, line in enumerate(lines, first)}


def cell_formula(line: Line, address: Address) -> str:
    """Give a line as a spreadsheet formula that comes to its amount.

    Numbers of the case, and rates, stand in it as they are; an amount is rounded to øre.
    """

    def cell(name: str) -> str:
        behind = line.made_of.get(name)
        return _number(line.values[name]) if behind is None else _behind(behind, address)

    formula = line.formula.expression.cells(cell)
    return f"=ROUND({formula},2)" if line.kind.rounded else f"={formula}"


def _behind(behind: Any, address: Address) -> str:
    """Give the cell of a line, or the sum of the cells of several."""
    if isinstance(behind, Line):
        return address(behind) or _number(behind.amount)
    lines = behind.lines if isinstance(behind, Together) else behind
    return _added(_behind(each, address) for each in lines)


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
