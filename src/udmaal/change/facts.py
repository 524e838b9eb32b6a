"""The facts that a case may be told, and where each of them stands in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from udmaal.case.model import Case
from udmaal.case.next_decision import decisions_in
from udmaal.change.edit import Addition
from udmaal.faults import Path


class Kind(NamedTuple):
    """A kind of fact: its table, and the key in it that is the fact.

    Where ``key`` is itself a table, or a list of them, the fact is an entry of it. ``only`` says
    that it is a single value.
    """

    benefit: str
    key: str
    only: bool = False


KINDS: Final[dict[str, Kind]] = {
    "hours": Kind("lost_earnings", "grant"),
    "decision": Kind("extra_costs", ""),
    "end": Kind("lost_earnings", "end"),
    "costs-end": Kind("extra_costs", "until", only=True),
    "single-day": Kind("lost_earnings", "single_day"),
    "payslip": Kind("lost_earnings", "payslip"),
    "follow-up": Kind("lost_earnings", "followed_up", only=True),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of a kind: plain values by key, as TOML is read, and the number of its course."""

    kind: str
    values: dict[str, Any]
    course: int = 0

    def additions(self, document: dict[str, Any]) -> list[Addition]:
        """Say what the parsed TOML of a case is to be given."""
        kind = KINDS[self.kind]
        if self.kind == "decision":
            return [Addition((kind.benefit,), self.values)]
        holder = place_of(self.kind, document, self.course)
        if kind.only:
            return [Addition((*holder, kind.key), self.values[kind.key])]
        own = Addition((*holder, kind.key), self.values)
        return [*_shortened(document, self), own] if self.kind == "hours" else [own]


def place_of(kind: str, document: dict[str, Any], course: int) -> Path:
    """Give the table that a fact goes into: a course, or the last decision."""
    if KINDS[kind].benefit == "lost_earnings":
        return ("lost_earnings", course)
    alone = isinstance(document.get("extra_costs"), dict)
    return ("extra_costs",) if alone else ("extra_costs", len(decisions_in(document)) - 1)


def possible(case: Case, course: int | None = None) -> list[str]:
    """Give the kinds of facts that a case can be told; of one course, those about it."""
    courses = [each for n, each in enumerate(case.lost_earnings) if course in (None, n)]
    running = [each for each in courses if each.end is None]
    without_wage = [
        each
        for each in courses
        if each.monthly_wage is None and not each.yearly_results and each.monthly_loss is None
    ]
    open_costs = bool(case.extra_costs) and case.extra_costs[-1].until is None
    can = {
        "hours": running,
        "decision": course is None,
        "end": running,
        "costs-end": course is None and open_costs,
        "single-day": courses,
        "payslip": without_wage,
        "follow-up": courses,
    }
    return [kind for kind in KINDS if can[kind]]


def courses_for(case: Case, kind: str) -> list[int]:
    """Give the numbers of the courses that a kind of fact can be about; none for the others."""
    if KINDS[kind].benefit != "lost_earnings":
        return []
    return [n for n in range(len(case.lost_earnings)) if kind in possible(case, n)]


def effect_day(fact: Fact, last_day: date | None) -> date | None:
    """Give the first day that a fact changes, ``None`` for one about the whole course.

    ``last_day`` is the last day of benefit of its course, with the fact.
    """
    values = fact.values
    days: dict[str, date | None] = {
        "hours": values.get("from"),
        "decision": values.get("from", values.get("decided")),
        "end": last_day and last_day + timedelta(days=1),
        "costs-end": values.get("until"),
        "single-day": values.get("date"),
        "payslip": None,
        "follow-up": values.get("followed_up"),
    }
    day = days[fact.kind]
    return day + timedelta(days=1) if day and fact.kind == "costs-end" else day


def _shortened(document: dict[str, Any], fact: Fact) -> Sequence[Addition]:
    """Let a grant that would overlap the new one end on the day before it."""
    begins = fact.values["from"]
    grants = document["lost_earnings"][fact.course].get("grant", [])
    return [
        Addition(
            ("lost_earnings", fact.course, "grant", number, "until"), begins - timedelta(days=1)
        )
        for number, grant in enumerate(grants)
        if grant["from"] < begins <= grant.get("until", date.min)
    ]
