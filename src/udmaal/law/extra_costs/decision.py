"""A decision on extra costs: the days on which it is in force, and its rules.

The day of the decision chooses the rules and the year of threshold, minimum and limits; ``from``
is the first day it has effect (SEL § 41, BL § 86; L 201, 2024-25).
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import zip_longest
from typing import Final, Literal, NamedTuple

from udmaal.calendar_month import Month
from udmaal.case.model import Case, CostItem, ExtraCosts
from udmaal.citations.source import Law
from udmaal.faults import Conclusion, Fault, InputFaultsError, Path, dotted
from udmaal.law.child import last_day_as_child
from udmaal.law.extra_costs.act import UNDER_COMPENSATION, UNDER_THRESHOLD

_DAY: Final = timedelta(days=1)
# The compensation rules came (L 201, 2024-25).
COMPENSATION_FROM: Final = date(2025, 9, 1)
# Old benefits run at the latest to the day before (L 201, 2024-25).
REDECIDED_BY: Final = date(2027, 9, 1)


class Decision(NamedTuple):
    """A decision; ``at`` is its table, ``last_day`` the last day on which it is in force.

    ``replaced`` tells whether a later decision follows it.
    """

    table: ExtraCosts
    at: Path
    last_day: date
    replaced: bool

    @property
    def where(self) -> str:
        """Give the table in dotted form."""
        return dotted(self.at)

    @property
    def rules(self) -> Literal["threshold", "compensation"]:
        """Give the rules: those of the day of the decision, or the old ones where it keeps them."""
        if self.table.rules is not None or self.table.decided < COMPENSATION_FROM:
            return "threshold"
        return "compensation"

    @property
    def law(self) -> Law:
        """Give the law behind its rules."""
        return UNDER_THRESHOLD if self.rules == "threshold" else UNDER_COMPENSATION

    @property
    def first_day(self) -> date:
        """Give the first day of effect."""
        return self.table.from_ or self.table.decided

    @property
    def agreed(self) -> date | None:
        """Give the day from which one-offs are paid when documented (BEK 1064/2025 § 5, stk. 2).

        ``None`` without an agreement, or where none comes into force under this decision.
        """
        agreement = self.table.oneoffs_when_documented
        if agreement is None or self.rules == "threshold" or agreement > self.last_day:
            return None
        return max(agreement, self.first_day)

    def in_force(self, on: date) -> bool:
        """Tell whether the decision is in force on a day."""
        return self.first_day <= on <= self.last_day

    def months_before(self, on: date) -> int:
        """Give the number of calendar months from that of the first day to that of a day."""
        return Month.of(on).since(Month.of(self.first_day))

    def is_later(self, item: CostItem) -> bool:
        """Tell whether a one-off was documented after the estimate was made."""
        return item.date is not None and item.date > self.first_day


def decisions_of(case: Case, number: int | None = None) -> tuple[Decision, ...]:
    """Give the decisions of a case, oldest first; with a number, as if only so many had been made.

    One is in force to its ``until``, the day before the next one has effect or that before the 18th
    birthday, whichever comes first (the order § 6).
    """
    adult_eve = last_day_as_child(case.child.born)
    found = []
    placed = case.placed("extra_costs")[:number]
    for (at, table), following in zip_longest(placed, placed[1:]):
        ends = [adult_eve, table.until or adult_eve]
        if following is not None:
            later = following[1]
            ends.append((later.from_ or later.decided) - _DAY)
        found.append(Decision(table, at, min(ends), following is not None))
    return tuple(found)


def redecide_by(decision: Decision) -> date | None:
    """Give the day by which a decision must have been made anew; ``None`` under the new rules."""
    return REDECIDED_BY if decision.rules == "threshold" else None


def refuse_where_due(decision: Decision, on: date) -> None:
    """Refuse a day on which a decision under the old rules must have been made anew.

    Raises ``InputFaultsError`` from 2027-09-01 (L 201, 2024-25).
    """
    last = redecide_by(decision)
    if last is not None and on >= last:
        values = {"date": on, "last": last}
        raise InputFaultsError([Fault("extra_costs.redecide", (*decision.at, "decided"), values)])


def decision_faults(case: Case) -> Iterator[Conclusion]:
    """Give the decisions that ask for rules that do not hold for them."""
    for table, at, *_ in decisions_of(case):
        after_reform = table.decided >= COMPENSATION_FROM
        if table.rules is not None:
            needs = ("rules", "decided", "applied")
            if table.applied is None:
                yield Conclusion(Fault("extra_costs.no_application", (*at, "rules")), needs)
            elif (
                table.applied >= COMPENSATION_FROM
                or not after_reform
                or table.decided >= REDECIDED_BY
            ):
                yield Conclusion(Fault("extra_costs.old_rules", (*at, "rules")), needs)
        elif after_reform and table.from_ is not None and table.from_ < COMPENSATION_FROM:
            values = {"from": table.from_, "first": COMPENSATION_FROM}
            fault = Fault("extra_costs.from_before_reform", (*at, "from"), values)
            yield Conclusion(fault, ("from", "decided", "rules"))
