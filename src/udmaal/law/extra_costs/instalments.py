"""The one-offs of group 2: in twelve monthly instalments, or at cost by agreement.

BEK 1064/2025 § 5, stk. 2: an agreement to pay them when documented takes the place of instalments;
what the instalments of the months before it have paid is taken off.
"""

from datetime import date
from typing import Final, NamedTuple

from udmaal.calendar_month import Month
from udmaal.language import Text
from udmaal.law.child import birthday
from udmaal.law.extra_costs.act import UNDER_COMPENSATION
from udmaal.law.extra_costs.decision import Decision
from udmaal.lines.expression import MONTHS, kr, n, ratio
from udmaal.lines.kind import Formula, Kind, Line, Note, Together

INSTALMENTS: Final = Kind(
    "instalments",
    Text("Betalt i rater før aftalen", "Paid by instalments before the agreement"),
    kr("one_offs") * ratio(n("months"), MONTHS),
    unit="DKK",
    law=UNDER_COMPENSATION,
    rule=Text(
        "Før aftalen om at betale enkeltudgifter, når de er dokumenteret, er de betalt i rater med "
        "månedsbeløbet: en tolvtedel for hver måned før aftalens, højst tolv.",
        "Before the agreement to pay one-offs when documented they were paid by instalments with "
        "the monthly amount: a twelfth for each month before that of the agreement, at most "
        "twelve.",
    ),
)
ONE_OFF_REST: Final = Kind(
    "one_off_rest",
    Text("Rest af enkeltudgifterne", "Rest of the one-off costs"),
    Formula(
        kr("one_offs") - kr("paid"),
        note=Note(
            Text(
                "Af enkeltudgifterne på {one_offs:kr} kr. er {paid:kr} kr. betalt i rater med "
                "månedsbeløbet.",
                "Of the one-off costs of {one_offs:kr} kr., {paid:kr} kr. were paid by instalments "
                "with the monthly amount.",
            )
        ),
    ),
    unit="DKK",
    law=UNDER_COMPENSATION,
    rule=Text(
        "Det, raterne ikke har betalt af enkeltudgifterne, betales fra aftalens dag, så intet "
        "betales to gange.",
        "What the instalments have not paid of the one-offs is paid from the day of the agreement, "
        "so that nothing is paid twice.",
    ),
)


class AtCost(NamedTuple):
    """One-offs that are paid at cost, and the lines that lead to what is left of them."""

    amount: Line | Together
    lines: tuple[Line, ...] = ()


NOTHING_AT_COST: Final = AtCost(Together(()))


def instalments_end(decision: Decision) -> date:
    """Give the first day on which the one-offs' twelve instalments are paid."""
    return Month.of(decision.first_day).plus(MONTHS).first


def bound_until(agreed: date) -> date:
    """Give the first day on which an agreement no longer binds to group 2: twelve months on."""
    return birthday(agreed, 1)


def at_cost(one_offs: Together, decision: Decision, on: date) -> AtCost | None:
    """Give the one-offs at cost, less their instalments; ``None`` where no agreement holds yet."""
    agreed = decision.agreed
    if agreed is None or on < agreed:
        return None
    months = min(decision.months_before(agreed), MONTHS)
    if not months or not one_offs.amount:
        return AtCost(one_offs)
    paid = INSTALMENTS.of(on, one_offs=one_offs, months=months)
    rest = ONE_OFF_REST.of(on, one_offs=one_offs, paid=paid)
    return AtCost(rest, (paid, rest))
