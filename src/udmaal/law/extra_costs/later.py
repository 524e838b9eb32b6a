"""One-offs documented after the decision (rules.md § 2): in no sum and in no test.

Each scheme says which of them it pays; they are paid at cost in the month of their date.
"""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from udmaal.breakdown import Line, Values
from udmaal.calendar_month import Month
from udmaal.law.extra_costs.decision import Decision
from udmaal.law.extra_costs.items import YearlyCost
from udmaal.money import ZERO, to_ore
from udmaal.rates.book import Rate


class Answer(NamedTuple):
    """Whether a later one-off is paid: ``paid``, or why not, a formula key's last part."""

    why: str
    values: Values
    rates: tuple[Rate, ...] = ()


class LaterOneOff(NamedTuple):
    """A later one-off with the day it was documented and the answer to it."""

    cost: YearlyCost
    documented: date
    answer: Answer

    @property
    def amount(self) -> Decimal:
        """Give what is paid of it, kr."""
        return self.cost.yearly if self.answer.why == "paid" else to_ore(ZERO)

    def stands_in(self, on: date) -> bool:
        """Tell whether the one-off stands in the month of a day."""
        return Month.of(self.documented) == Month.of(on)

    def lines(self, law: tuple[str, ...]) -> tuple[Line, ...]:
        """Give the lines of the cost and of the answer."""
        item = self.cost.item
        values: Values = {
            "kind": item.kind,
            "text": item.text,
            "date": self.documented,
            "amount": self.cost.yearly,
            **self.answer.values,
        }
        formula = f"later_one_off.{self.answer.why}"
        line = Line("later_one_off", self.amount, "DKK", formula, values, law, self.answer.rates)
        return (*self.cost.lines, line)


def not_in_force(decision: Decision) -> Answer:
    """Answer for a day on which the decision has ended: it brings nothing."""
    return Answer("not_in_force", {"last": decision.last_day})
