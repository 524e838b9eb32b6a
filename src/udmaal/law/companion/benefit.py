"""The companion scheme as the program asks of it."""

from collections.abc import Iterator
from datetime import date
from operator import attrgetter
from typing import Any

from udmaal.breakdown import Result
from udmaal.calendar_month import Month
from udmaal.case.model import Case
from udmaal.faults import Path, dotted
from udmaal.language import Text, words
from udmaal.law.benefit import Column, Cost
from udmaal.law.companion import rule
from udmaal.law.companion.hours_account import first_month
from udmaal.law.context import Situation
from udmaal.law.yearly import YearlyBenefit

HOW_MUCH = Text(
    "{payable:kr} kr. for året til ledsagerens udgifter; {hours_balance:n} timer er tilbage",
    "{payable:kr} kr. for the year for the companion's costs; {hours_balance:n} hours are left",
)


class Companion(YearlyBenefit):
    """Companion scheme (ledsagerordning)."""

    key = "companion"
    act = rule.ACT
    names = {"": Text("Ledsagerordning", "Companion scheme")}
    about = Text("Årets udgifter og timer", "The year's costs and hours")
    amounts = {"": rule.CompanionAmounts}
    main = "payable"
    first = ("payable", "hours_balance")
    units = {"hours_balance": "hours"}
    modules = ("rule",)
    due_modules = ("due",)
    how_much = HOW_MUCH
    columns = {
        "granted_hours": Column(
            Text("Bevilgede\ntimer", "Granted\nhours"),
            "bevilgede_timer",
            words("Bevilgede timer", "Hours granted", "Timer", "Hours"),
        ),
        "used_hours": Column(
            Text("Brugte\ntimer", "Used\nhours"),
            "brugte_timer",
            words("Brugte timer", "Hours used", "Timer", "Hours"),
        ),
        "lapsed_hours": Column(
            Text("Bortfaldne\ntimer", "Lapsed\nhours"),
            "bortfaldne_timer",
            words("Bortfaldne timer", "Hours lapsed", "Timer", "Hours"),
        ),
        "hours_balance": Column(
            Text("Timer\ntilbage", "Left\nhours"),
            "timer_tilbage",
            words("Resterende timer", "Hours left", "Timer, ikke kroner", "Hours, not kroner"),
            summed=False,
        ),
    }
    example = {"year": 2026}

    def result(self, situation: Situation, at: Path, table: Any, on: date) -> Result:
        """Give the year's costs and the hours at hand."""
        return rule.companion_result(situation.case, table, at, on, situation.context)

    def first_months(self, situation: Situation) -> Iterator[Month]:
        """Give the month in which the hours begin."""
        tables = sorted(situation.case.companion, key=attrgetter("year"))
        if tables:
            yield first_month(tables[0])

    def costs(self, case: Case) -> Iterator[Cost]:
        """Give the companion's costs, which may be of several kinds."""
        kinds = frozenset({"helper", "leisure", "transport"})
        for at, table in case.placed(self.key):
            yield Cost(dotted(at), "", kinds, table.costs)


COMPANION = Companion()
