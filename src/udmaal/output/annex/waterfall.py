"""The way from wage to benefit as steps that add up to the øre."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from udmaal.breakdown import Result
from udmaal.text import annex as words
from udmaal.text.language import Text


class Step(NamedTuple):
    """A bar: a ``total`` stands on the ground, any other takes ``amount`` (kr./month) away."""

    label: Text
    amount: Decimal
    total: bool


def waterfall(result: Result) -> list[Step]:
    """Give the steps of a course on a date, from the monthly wage to what is paid.

    What takes nothing away is left out. Before each total the steps add up to it exactly.
    """
    return [step for step in _steps(result) if step.total or step.amount]


def _steps(result: Result) -> Iterator[Step]:
    lines = {line.formula: line for line in result.lines}
    claim = next(line for line in result.lines if line.id == "claim")
    wage = claim.number("basis")
    yield Step(words.WAGE if claim.formula == "claim" else words.LOSS, wage, total=True)
    yield Step(words.OTHER_HOURS, wage - claim.amount, total=False)
    left = claim.amount
    if "claim_or_ceiling" in lines:
        ceiling = lines["claim_or_ceiling"].number("ceiling")
        left = min(left, ceiling)
        yield Step(words.ABOVE_CEILING, claim.amount - left, total=False)
    for formula, label in (
        ("after_new_income", words.NEW_INCOME),
        ("after_savings", words.SAVED),
    ):
        if formula in lines:
            yield Step(label, left - lines[formula].amount, total=False)
            left = lines[formula].amount
    yield Step(words.GROSS, left, total=True)
    paid = {line.id: line.amount for line in result.lines}
    before_tax = paid["before_tax"]
    yield Step(words.ATP, left - before_tax, total=False)
    yield Step(words.BEFORE_TAX, before_tax, total=True)
    if "payout" in paid:
        yield Step(words.AM, paid["am_bidrag"], total=False)
        yield Step(words.A_TAX, paid["a_tax"], total=False)
        net, payout = paid["net"], paid["payout"]
        if net != payout:
            yield Step(words.NET, net, total=True)
            yield Step(words.SAVED, net - payout, total=False)
        yield Step(words.PAYOUT, payout, total=True)
