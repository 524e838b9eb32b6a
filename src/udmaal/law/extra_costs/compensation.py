"""The compensation rules: benefits fixed from September 2025 (BL § 86, BEK 1064/2025 §§ 3–7).

Kompensationsydelse: a family gets what one of two groups gives, the one it applied for.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Final, Literal, NamedTuple

from udmaal.amounts import Amounts
from udmaal.breakdown import Result
from udmaal.calendar_month import Month
from udmaal.case.model import Case, ExtraCosts
from udmaal.language import words
from udmaal.law.context import Context
from udmaal.law.extra_costs.act import ACT, UNDER_COMPENSATION
from udmaal.law.extra_costs.decision import Decision
from udmaal.law.extra_costs.groups import (
    GROUP_1,
    GROUP_2,
    Group,
    group_1,
    group_2,
    limit_of,
    minimum_of,
)
from udmaal.law.extra_costs.items import YearlyCost, yearly_costs
from udmaal.law.extra_costs.listed import ITEM_LIMIT, Sums, on_the_list, sums_of
from udmaal.law.extra_costs.monthly import MONTHLY
from udmaal.law.extra_costs.one_offs import (
    ONE_OFF,
    PAID,
    Answer,
    LaterOneOff,
    later_of,
    paid_of,
)
from udmaal.lines.kind import Line
from udmaal.rates.book import RatesOfDate

GroupNumber = Literal["1", "2"]
_NUMBERS: Final[dict[int, GroupNumber]] = {GROUP_1: "1", GROUP_2: "2"}


class CompensationAmounts(Amounts):
    """The costs of a year, the group, and what it gives, kr."""

    yearly: Annotated[
        Decimal, words("Årlige udgifter", "Yearly costs", "Kr. om året", "Kr. a year")
    ]
    documented_yearly: Annotated[
        Decimal,
        words("Dokumenterede udgifter", "Documented costs",
              "Efter listen, kr. om året", "Of the list, kr. a year"),
    ]  # fmt: skip
    group: Annotated[
        GroupNumber,
        words(
            "Gruppe", "Group", "Den gruppe, der er regnet efter", "The group that was calculated"
        ),
    ]
    monthly: Annotated[
        Decimal, words("Månedlig ydelse", "Monthly benefit", "Kr. om måneden", "Kr. a month")
    ]
    one_off: Annotated[Decimal, words("Enkeltudgifter", "One-offs", "Kr. i alt", "Kr. in all")]


class CompensationAssessment(NamedTuple):
    """What the decision rests on: the same amounts on every day, with the law of a day.

    ``costs`` are those of the estimate; ``minimum`` and ``limit`` are the tests of the groups.
    """

    decision: Decision
    law: tuple[str, ...]
    costs: tuple[YearlyCost, ...]
    sums: Sums
    minimum: Line
    limit: Line
    chosen: int
    later: tuple[LaterOneOff, ...]

    @property
    def pays_group_2(self) -> bool:
        """Tell whether group 2 is chosen and met."""
        return self.chosen == GROUP_2 and _over(self.sums, self.limit)


def assess_compensation(
    case: Case, decision: Decision, on: date, context: Context
) -> CompensationAssessment:
    """Bring all costs to kroner a year, hold their sums against the limits, and choose the group.

    Raises ``InputFaultsError`` for what the rules refuse.
    """
    decided = context.rates(decision.table.decided)
    costs = yearly_costs(case, decision, on, context)
    estimate = tuple(cost for cost in costs if not decision.is_later(cost.item))
    sums = sums_of(estimate, decided, on)
    limit = limit_of(sums, decided["compensation.group2_limit"], on)
    found = CompensationAssessment(
        decision,
        decision.law.on(on),
        estimate,
        sums,
        minimum_of(sums, decided["compensation.minimum"], on),
        limit,
        _chosen(decision.table, met=_over(sums, limit)),
        (),
    )
    later = later_of(
        costs, decision, on, lambda cost, documented: _answer(cost, documented, found, decided)
    )
    return found._replace(later=later)


def _over(sums: Sums, limit: Line) -> bool:
    """Tell whether the documented costs are over the limit of group 2; exactly it is not enough."""
    return sums.documented.amount > limit.amount


def _chosen(table: ExtraCosts, *, met: bool) -> int:
    """Give the group applied for; ``best`` is group 2 when its limit is met, else group 1."""
    if table.group == "best":
        return GROUP_2 if met else GROUP_1
    return table.group


def _answer(
    cost: YearlyCost, documented: date, found: CompensationAssessment, decided: RatesOfDate
) -> Answer:
    """Tell whether a later one-off is paid: by an agreement in force on its day (§ 5, stk. 2)."""
    if not found.pays_group_2:
        return Answer("group_1" if found.chosen == GROUP_1 else "not_met", {})
    if not cost.item.documented:
        return Answer("likely", {})
    if not on_the_list(cost, decided):
        return Answer("below_limit", {"limit": decided[ITEM_LIMIT]})
    agreed = found.decision.agreed
    return Answer(PAID if agreed is not None and documented >= agreed else "no_agreement", {})


def compensation_result(
    found: CompensationAssessment, on: date, context: Context, *, one_offs_here: bool
) -> Result:
    """Give the benefit of an assessed decision on a day.

    Without ``one_offs_here`` the one-offs of the estimate stand in another month of a ledger.
    """
    own, other = _groups(found, on, context)
    later = tuple(each for each in found.later if each.stands_in(on))
    monthly = _monthly(own, found.decision.table, on)
    one_off = _one_off(own, paid_of(later), found.decision, on, one_offs_here=one_offs_here)
    lines = (
        *(line for cost in found.costs for line in cost.lines),
        *found.sums.lines,
        *own.lines,
        monthly,
        *(own.one_offs.lines if one_offs_here else ()),
        *(line for each in later for line in each.lines),
        one_off,
        other.as_other(own, on),
    )
    return Result(
        benefit="extra_costs",
        where=found.decision.where,
        law=ACT.on(on),
        rules="compensation",
        amounts=CompensationAmounts(
            found.sums.likely.amount,
            found.sums.documented.amount,
            _NUMBERS[found.chosen],
            monthly.amount,
            one_off.amount,
        ),
        lines=lines,
        assumptions=tuple(_assumptions(found, on)),
    )


def _groups(found: CompensationAssessment, on: date, context: Context) -> tuple[Group, Group]:
    """Give what the chosen group gives on a day, and what the other one would."""
    today, sums, decision = context.rates(on), found.sums, found.decision
    reached = sums.likely.amount >= found.minimum.amount
    first = group_1(found.minimum, today["compensation.group1_flat"], on, met=reached)
    flat = today["compensation.group2_flat"]
    second = group_2(found.limit, sums, decision, flat, on, met=_over(sums, found.limit))
    return (first, second) if found.chosen == GROUP_1 else (second, first)


def _monthly(own: Group, table: ExtraCosts, on: date) -> Line:
    """Add what the group gives a month."""
    by = "group"
    if not own.paid:
        by = "not_met"
    elif table.group == "best":
        by = "best"
    return MONTHLY.of(on, by, law=UNDER_COMPENSATION, group=own.number, amounts=own.paid)


def _one_off(
    own: Group, paid_later: Sequence[Line], decision: Decision, on: date, *, one_offs_here: bool
) -> Line:
    """Give what is paid at cost: one-offs of the estimate, and later ones of the month."""
    estimate = (own.one_offs.amount,) if own.one_offs.amount.amount else ()
    paid = (*(estimate if one_offs_here else ()), *paid_later)
    by = "at_cost"
    if not paid:
        by = "other_month" if estimate else "none"
    month = str(Month.of(decision.agreed or decision.first_day))
    return ONE_OFF.of(on, by, law=UNDER_COMPENSATION, one_offs=paid, month=month)


def _assumptions(found: CompensationAssessment, on: date) -> Iterator[str]:
    """Name the assumptions that touched this result."""
    if any(cost.item.child for cost in found.costs):
        yield "A11"
    agreed = found.decision.agreed
    never_by_instalments = agreed is not None and not found.decision.months_before(agreed)
    in_instalments = not (never_by_instalments and agreed is not None and on >= agreed)
    if found.pays_group_2 and found.sums.one_offs.amount and in_instalments:
        yield "A19"
