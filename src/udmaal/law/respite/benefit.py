"""Respite as the program asks of it."""

from datetime import date
from typing import Any

from udmaal.breakdown import Result
from udmaal.faults import Path
from udmaal.language import Text
from udmaal.law.context import Situation
from udmaal.law.respite import rule
from udmaal.law.yearly import YearlyBenefit

HOW_MUCH = Text("{days:n} døgn for året", "{days:n} days for the year")


class Respite(YearlyBenefit):
    """Respite (aflastning)."""

    key = "respite"
    act = rule.ACT
    names = {"": Text("Aflastning", "Respite")}
    about = Text("Døgn om året", "Days a year")
    amounts = {"": rule.RespiteAmounts}
    first = ("days",)
    units = dict.fromkeys(("days", "usual", "maximum"), "days/year")
    modules = ("rule",)
    how_much = HOW_MUCH
    given = "days"
    example = {"year": 2026, "days": 48}

    def result(self, situation: Situation, at: Path, table: Any, on: date) -> Result:
        """Hold the days of the year against the service level."""
        return rule.respite_result(table, at, on, situation.context)


RESPITE = Respite()
