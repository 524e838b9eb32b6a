"""Leisure support as the program asks of it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from udmaal.breakdown import Result
from udmaal.case.model import Case, numbered
from udmaal.faults import Path, dotted
from udmaal.language import Text
from udmaal.law.benefit import Cost
from udmaal.law.context import Situation
from udmaal.law.leisure import rule
from udmaal.law.yearly import YearlyBenefit


class Leisure(YearlyBenefit):
    """Support for leisure activities (støtte til fritidsaktiviteter)."""

    key = "leisure"
    act = rule.ACT
    names = {"": Text("Støtte til fritidsaktiviteter", "Leisure support")}
    about = Text("Årets støtte", "The year's support")
    amounts = {"": rule.LeisureAmounts}
    main = "payable"
    first = ("payable",)
    modules = ("rule",)
    example = {
        "year": 2026,
        "item": [{"activity": Text("svømning", "swimming"), "amount": Decimal(1800)}],
    }

    def result(self, situation: Situation, at: Path, table: Any, on: date) -> Result:
        """Add the activities of the year within the service level."""
        return rule.leisure_result(table, at, on, situation.context)

    def costs(self, case: Case) -> Iterator[Cost]:
        """Give the activities."""
        for at, table in case.placed(self.key):
            for number, item in numbered(table.item):
                where = dotted((*at, "item", number))
                yield Cost(where, item.activity, frozenset({"leisure"}), item.amount)


LEISURE = Leisure()
