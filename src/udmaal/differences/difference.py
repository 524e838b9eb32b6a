"""What differs between two calculations of a case, and what drove it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from udmaal.breakdown import Breakdown, Result
from udmaal.case.model import Case
from udmaal.language import Language
from udmaal.law.benefits import BY_KEY
from udmaal.law.child import last_day_as_child
from udmaal.lines import kind
from udmaal.money import ZERO, to_ore
from udmaal.output.csv import decimal_cell
from udmaal.output.document import amount_text
from udmaal.text.drivers import DRIVERS

Driver = Literal["rate", "regulation", "hours", "age", "rules", "decision", "period", "facts"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One benefit that differs: its amounts before and after, and why.

    Drivers: ``rate`` (another rate), ``regulation`` (the basis was raised), ``hours``, ``age`` (the
    child turned 18), ``rules`` (another scheme), ``decision`` (another one is in force), ``period``
    (it began or ended in between), and ``facts`` for what else the case says, such as a saving that
    ended.
    """

    benefit: str
    where: str
    parent: str | None
    amounts: dict[str, tuple[Decimal, Decimal]]
    drivers: tuple[Driver, ...]

    def document(self) -> dict[str, Any]:
        """Give the difference as plain values."""
        head: dict[str, Any] = {"benefit": self.benefit, "where": self.where}
        if self.parent is not None:
            head["parent"] = self.parent
        return {
            **head,
            "amounts": {key: amount_text(new - old) for key, (old, new) in self.amounts.items()},
            "drivers": list(self.drivers),
        }

    def rows(self, language: Language) -> Iterator[tuple[str, ...]]:
        """Give one table row per amount, in the words and with the decimal sign of the language."""
        for key, (old, new) in self.amounts.items():
            amounts = (
                decimal_cell(amount_text(each) or "", language) for each in (old, new, new - old)
            )
            benefit = BY_KEY[self.benefit]
            yield (
                benefit.title.in_(language),
                self.parent or "",
                benefit.amount_titles[key].in_(language),
                *amounts,
                ", ".join(DRIVERS[driver].in_(language) for driver in self.drivers),
            )


def difference(case: Case, before: Breakdown, after: Breakdown) -> list[Difference]:
    """Give the benefits whose amounts differ, in the order of the results."""
    old = {_claim(result): result for result in before.results}
    new = {_claim(result): result for result in after.results}
    found = []
    for claim in dict.fromkeys([*old, *new]):
        one, other = old.get(claim), new.get(claim)
        amounts = differing_amounts(one, other)
        result = other or one
        if amounts and result is not None:
            found_drivers = tuple(drivers(case, before, after, one, other))
            place = (result.benefit, result.where, result.parent)
            found.append(Difference(*place, amounts, found_drivers))
    return found


def _claim(result: Result) -> str:
    """Name what goes on from one table of the case to the next: decisions, years."""
    return result.where if BY_KEY[result.benefit].many else result.benefit


def differing_amounts(
    one: Result | None, other: Result | None
) -> dict[str, tuple[Decimal, Decimal]]:
    """Give the amounts that differ, before and after; of a benefit that is not there they are 0."""
    sides = [result for result in (one, other) if result is not None]
    keys = dict.fromkeys(key for result in sides for key in result.amounts.all_keys())
    found = {}
    for key in keys:
        pair = tuple(
            result.amounts.get(key) if result is not None else None for result in (one, other)
        )
        if any(isinstance(amount, Decimal) for amount in pair):
            old, new = (amount if isinstance(amount, Decimal) else to_ore(ZERO) for amount in pair)
            if old != new:
                found[key] = (old, new)
    return found


def drivers(
    case: Case, before: Breakdown, after: Breakdown, one: Result | None, other: Result | None
) -> Iterator[Driver]:
    """Give what drove the difference of a benefit, which stands on at least one side."""
    if one is None or other is None:
        result = one or other
        last = last_day_as_child(case.born_of(result.child if result is not None else None))
        came_of_age = (before.on <= last) != (after.on <= last)
        yield "age" if came_of_age else "period"
        return
    found: list[Driver] = []
    if one.rules != other.rules:
        found.append("rules")
    if BY_KEY[one.benefit].by_decision and one.where != other.where:
        found.append("decision")
    if len(_driving(one, "regulation")) != len(_driving(other, "regulation")):
        found.append("regulation")
    if _driving(one, "hours") != _driving(other, "hours"):
        found.append("hours")
    old, new = _rates(one), _rates(other)
    if any(old[key] != new[key] for key in old.keys() & new.keys()):
        found.append("rate")
    yield from found or ["facts"]


def _driving(result: Result, driver: kind.Driver) -> list[Decimal]:
    """Give the amounts of the lines that tell a driver."""
    return [line.amount for line in result.lines if line.kind.driver == driver]


def _rates(result: Result) -> dict[str, object]:
    """Give the values of the rates used, but for the percentages of the regulation."""
    return {rate.key: rate.value for rate in result.rates if not rate.key.startswith("regulation.")}
