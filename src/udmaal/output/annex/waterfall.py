"""The way from wage to benefit as steps that add up to the øre, as the kinds of lines say."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest
from typing import NamedTuple

from udmaal.breakdown import Line, Result
from udmaal.language import Text
from udmaal.lines.kind import Bar
from udmaal.money import ZERO


class Step(NamedTuple):
    """A bar: a ``total`` stands on the ground, any other takes ``amount`` (kr./month) away.

    An ``aside`` total stands only where something is taken away before the next one.
    """

    label: Text
    amount: Decimal
    total: bool
    aside: bool = False


def waterfall(result: Result) -> list[Step]:
    """Give the steps of a result on a date, from the monthly wage to what is paid.

    What takes nothing away is left out. Before each total the steps add up to it exactly. Empty
    for benefits whose lines have no bars.
    """
    steps = [step for step in _steps(result) if step.total or step.amount]
    following = zip_longest(steps, steps[1:])
    return [step for step, after in following if not (step.aside and after and after.total)]


def _steps(result: Result) -> Iterator[Step]:
    left = ZERO
    for line in result.lines:
        for bar in filter(None, (line.formula.bar, line.kind.bar)):
            if bar.starts is not None:
                left = line.number(bar.starts_from)
                yield Step(bar.starts, left, total=True)
            yield from _step(bar, line, left)
            left = left - line.amount if bar.takes is not None else line.amount


def _step(bar: Bar, line: Line, left: Decimal) -> Iterator[Step]:
    if bar.falls is not None:
        yield Step(bar.falls, left - line.amount, total=False)
    if bar.takes is not None:
        yield Step(bar.takes, line.amount, total=False)
    if bar.total is not None:
        yield Step(bar.total, line.amount, total=True, aside=bar.aside)
