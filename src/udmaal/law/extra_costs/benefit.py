"""Extra costs as the program asks of them."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial

from udmaal.breakdown import Absence, Result
from udmaal.calendar_month import Month
from udmaal.case.model import Case
from udmaal.language import Text, words
from udmaal.law.benefit import CLOSED, FROM, OPEN, Benefit, Column, Sentence
from udmaal.law.child import adult_on, last_day_as_child
from udmaal.law.context import Resolved, Situation
from udmaal.law.extra_costs import (
    compensation,
    threshold,
)
from udmaal.law.extra_costs.act import ACT
from udmaal.law.extra_costs.decision import Decision, decisions_of
from udmaal.law.extra_costs.rule import extra_costs_result

MONTHLY = Text("{monthly:kr} kr. om måneden", "{monthly:kr} kr. a month")
WITH_ONE_OFF = Text(
    "{monthly:kr} kr. om måneden og {one_off:kr} kr. til enkeltudgifter",
    "{monthly:kr} kr. a month and {one_off:kr} kr. for one-off costs",
)
DECIDED = Text("pr. {on:day}; fastsat {first:day}", "on {on:day}; fixed on {first:day}")


class ExtraCosts(Benefit):
    """Extra costs (merudgiftsydelse; from September 2025 kompensationsydelse)."""

    key = "extra_costs"
    act = ACT
    names = {
        "": Text("Merudgifter", "Extra costs"),
        "threshold": Text("Merudgiftsydelse", "Extra costs (threshold rules)"),
        "compensation": Text("Kompensationsydelse", "Extra costs (compensation)"),
    }
    about = Text("Merudgifts- eller kompensationsydelse", "Grant for extra costs")
    amounts = {
        "threshold": threshold.ThresholdAmounts,
        "compensation": compensation.CompensationAmounts,
    }
    main = "monthly"
    first = ("monthly", "one_off")
    units = {"yearly": "DKK/year", "documented_yearly": "DKK/year"}
    modules = ("items", "sums", "monthly", "instalments", "one_offs", "listed", "groups")
    due_modules = ("due",)
    guided = True
    by_decision = True
    columns = {
        "monthly": Column(
            Text("Pr. måned", "Monthly"),
            "pr_måned",
            words("Månedlig ydelse", "Monthly benefit", "Kr. om måneden", "Kr. a month"),
        ),
        "one_off": Column(
            Text("Enkelt-\nudgifter", "One-offs"),
            "enkeltudgifter",
            words("Enkeltudgifter", "One-offs", "Kr. i alt", "Kr. in all"),
        ),
    }
    example = {
        "decided": date(2025, 10, 1),
        "item": [{"kind": "medicine", "amount": Decimal(1240), "per": "month"}],
    }

    def calculations(self, situation: Situation, on: date) -> Iterator[Callable[[], Result]]:
        """Give the calculation of the decision in force on the date."""
        case, _, context = situation
        for decision in decisions_of(case):
            if decision.in_force(on):
                yield partial(extra_costs_result, case, decision, on, context)

    def absences(self, situation: Situation, on: date) -> Iterator[Absence]:
        """Say why no decision is in force on a date: by the latest that has begun, or the first."""
        born, decisions = situation.case.child.born, decisions_of(situation.case)
        if not decisions or any(decision.in_force(on) for decision in decisions):
            return
        begun = [decision for decision in decisions if decision.first_day <= on]
        if not begun:
            first, where = decisions[0].first_day, decisions[0].where
            code = "decided_later" if first == decisions[0].table.decided else "not_begun"
            yield Absence(self.key, where, code, {"first": first})
        elif on > last_day_as_child(born):
            yield Absence(self.key, begun[-1].where, "child_18", {"date": adult_on(born)})
        else:
            yield Absence(self.key, begun[-1].where, "ended", {"last": begun[-1].last_day})

    def first_months(self, situation: Situation) -> Iterator[Month]:
        """Give the month in which each decision begins to have effect."""
        return (Month.of(each.first_day) for each in decisions_of(situation.case))

    def runs_after(self, situation: Situation, day: date) -> bool:
        """Tell whether a decision still runs after a day."""
        return any(each.last_day > day for each in decisions_of(situation.case))

    def children_to_18(self, situation: Situation) -> set[str | None]:
        """Give the child where a decision runs to the day before the birthday."""
        adult_eve = last_day_as_child(situation.case.child.born)
        decisions = decisions_of(situation.case)
        return {None for decision in decisions if decision.last_day == adult_eve}

    def amount_sentence(self, result: Result) -> Text | None:
        """Say what is paid a month, and at cost."""
        if result.amounts.get("one_off"):
            return WITH_ONE_OFF
        return MONTHLY if result.amounts.get("monthly") else None

    def decided(self, case: Case, result: Result) -> date | None:
        """Give the day of the decision that is in force."""
        return _decision(case, result).table.decided

    def since(self, resolved: Resolved, result: Result, on: date) -> Sentence:
        """Say from when, and where the case says so until when, the decision is in force."""
        decision = _decision(resolved.case, result)
        first = decision.first_day
        values = {"on": on, "first": first, "last": decision.last_day}
        if decision.table.until is not None or decision.replaced:
            return Sentence(CLOSED, values)
        if first == on:
            return Sentence(FROM, values)
        return Sentence(DECIDED if first == decision.table.decided else OPEN, values)


def _decision(case: Case, result: Result) -> Decision:
    return next(each for each in decisions_of(case) if each.where == result.where)


EXTRA_COSTS = ExtraCosts()
