"""Home training as the program asks of it."""

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
from udmaal.law.home_training import rule
from udmaal.law.yearly import YearlyBenefit


class HomeTraining(YearlyBenefit):
    """Home training (hjemmetræning)."""

    key = "home_training"
    act = rule.ACT
    names = {"": Text("Hjemmetræning", "Home training")}
    about = Text("Årets budget", "The year's budget")
    amounts = {"": rule.HomeTrainingAmounts}
    main = "payable"
    first = ("payable",)
    units = {"excluded": "DKK/year", "ceiling": "DKK/year"}
    modules = ("rule",)
    example = {
        "year": 2026,
        "item": [{"kind": "helper", "amount": Decimal(240000)}],
    }

    def result(self, situation: Situation, at: Path, table: Any, on: date) -> Result:
        """Hold the costs of the year against its ceiling."""
        return rule.home_training_result(table, at, on, situation.context)

    def costs(self, case: Case) -> Iterator[Cost]:
        """Give the costs of the training."""
        for at, table in case.placed(self.key):
            for number, item in numbered(table.item):
                where = dotted((*at, "item", number))
                yield Cost(where, item.text, frozenset({item.kind}), item.amount)


HOME_TRAINING = HomeTraining()
