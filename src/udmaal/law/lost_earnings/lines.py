"""Making the lines of lost earnings: kr./month unless said otherwise, law of the date."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from udmaal.breakdown import Line, Values
from udmaal.law.citations import Topic, order, order_on, statute
from udmaal.rates.book import Rate


def line(
    id_: str,
    amount: Decimal,
    values: Values,
    law: tuple[str, ...],
    formula: str | None = None,
    rates: tuple[Rate, ...] = (),
    unit: str = "DKK/month",
) -> Line:
    """Make a line; without a formula key the one of its id."""
    return Line(id_, amount, unit, formula or id_, values, law, rates)


@lru_cache(maxsize=1024)
def law_on(on: date, paragraph: int | None = None, topic: Topic | None = None) -> tuple[str, str]:
    """Cite the act, with its paragraph, and the order in force, with the section of a topic."""
    act = statute("lost_earnings", on, f"stk. {paragraph}" if paragraph else "")
    return act, order_on(topic, on) if topic else order(on)
