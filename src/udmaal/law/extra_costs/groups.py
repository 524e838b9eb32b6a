"""The two groups of the compensation (BEK 1064/2025 §§ 4–5): what each asks for and gives.

Group 1 gives a flat amount for likely costs of every kind; group 2 the documented costs of the list
and a smaller flat amount. Limits are those of the year of the decision, flat amounts those of the
date. Groups are compared over a year, never by rounded monthly amounts.
"""

from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from udmaal.language import Text
from udmaal.law.extra_costs.act import UNDER_COMPENSATION
from udmaal.law.extra_costs.decision import Decision
from udmaal.law.extra_costs.instalments import (
    NOTHING_AT_COST,
    AtCost,
    at_cost,
    instalments_end,
)
from udmaal.law.extra_costs.listed import Sums
from udmaal.law.extra_costs.monthly import TWELFTH
from udmaal.lines.expression import MONTHS, stated
from udmaal.lines.kind import Formula, Guard, Kind, Line, Note, Together
from udmaal.money import ZERO, to_ore
from udmaal.rates.book import Rate

GROUP_1: Final = 1
GROUP_2: Final = 2

_FLAT = Formula(
    stated("flat", "fast beløb på datoen", "flat amount of the date"), key="flat_amount"
)
GROUP1_MINIMUM: Final = Kind(
    "group1_minimum",
    Text("Gruppe 1: mindstebeløb", "Group 1: minimum"),
    Formula(
        stated("minimum", "nået: {yearly:kr}", "reached: {yearly:kr}"),
        limit=Text("gruppe 1 nået", "group 1 reached"),
        note=Note(
            Text(
                "De når grænsen for gruppe 1 på {amount:kr} kr. om året.",
                "They reach the limit of group 1, {amount:kr} kr. a year.",
            )
        ),
    ),
    below=Formula(
        stated("minimum", "ikke nået: {yearly:kr}", "not reached: {yearly:kr}"),
        limit=Text("gruppe 1 ikke nået", "group 1 not reached"),
        note=Note(
            Text(
                "Til gruppe 1 skal de være mindst {amount:kr} kr. om året.",
                "For group 1 they must be at least {amount:kr} kr. a year.",
            )
        ),
    ),
    unit="DKK/year",
    law=UNDER_COMPENSATION,
    rule=Text(
        "Gruppe 1 kræver, at de sandsynlige merudgifter mindst når mindstebeløbet for året, hvor "
        "ydelsen sidst blev fastsat.",
        "Group 1 requires that the likely extra costs are at least the minimum of the year in "
        "which the benefit was last fixed.",
    ),
)
GROUP1_FLAT: Final = Kind(
    "group1_flat",
    Text("Gruppe 1: fast beløb", "Group 1: flat amount"),
    _FLAT,
    unit="DKK/month",
    law=UNDER_COMPENSATION,
    rule=Text(
        "Gruppe 1 giver et fast beløb om måneden, med satsen på datoen.",
        "Group 1 gives a flat amount a month, at the rate of the date.",
    ),
)
GROUP2_LIMIT: Final = Kind(
    "group2_limit",
    Text("Gruppe 2: grænse", "Group 2: limit"),
    Formula(
        stated("limit", "{yearly:kr} er over", "{yearly:kr} is over it"),
        limit=Text("gruppe 2 nået", "group 2 reached"),
        note=Note(
            Text(
                "De dokumenterede udgifter på listen, {yearly:kr} kr., er over grænsen for gruppe "
                "2 på {amount:kr} kr. om året.",
                "The documented costs on the list, {yearly:kr} kr., are above the limit of group "
                "2, {amount:kr} kr. a year.",
            )
        ),
    ),
    not_over=Formula(
        stated("limit", "{yearly:kr} er ikke over", "{yearly:kr} is not over it"),
        limit=Text("gruppe 2 ikke nået", "group 2 not reached"),
        note=Note(
            Text(
                "De dokumenterede udgifter på listen, {yearly:kr} kr., er ikke over grænsen for "
                "gruppe 2 på {amount:kr} kr. om året.",
                "The documented costs on the list, {yearly:kr} kr., are not above the limit of "
                "group 2, {amount:kr} kr. a year.",
            )
        ),
    ),
    unit="DKK/year",
    law=UNDER_COMPENSATION,
    rule=Text(
        "Gruppe 2 kræver, at de dokumenterede udgifter på listen er over grænsen for året, hvor "
        "ydelsen sidst blev fastsat; præcis grænsen er ikke nok.",
        "Group 2 requires that the documented costs on the list are over the limit of the year in "
        "which the benefit was last fixed; exactly the limit is not enough.",
    ),
)
GROUP2_FLAT: Final = Kind(
    "group2_flat",
    Text("Gruppe 2: fast beløb", "Group 2: flat amount"),
    _FLAT,
    unit="DKK/month",
    law=UNDER_COMPENSATION,
    rule=Text(
        "Gruppe 2 giver et fast beløb om måneden oven i en tolvtedel af de dokumenterede udgifter, "
        "med satsen på datoen.",
        "Group 2 gives a flat amount a month on top of a twelfth of the documented costs, at the "
        "rate of the date.",
    ),
)
OTHER_GROUP: Final = Kind(
    "other_group",
    Text("Den anden gruppe", "The other group"),
    stated(
        "monthly",
        "gruppe {group:n}: {monthly:kr} om måneden, {one_off:kr} til enkeltudgifter",
        "group {group:n}: {monthly:kr} a month, {one_off:kr} for one-offs",
    ),
    unit="DKK/month",
    law=UNDER_COMPENSATION,
    rule=Text(
        "Familien søger om én gruppe. Linjen viser, hvad den anden ville give, så der kan vælges.",
        "The family applies for one group. The line shows what the other would give, so that it "
        "can choose.",
    ),
)


class Group(NamedTuple):
    """What a group gives: its test, the amounts a month, and one-offs at cost.

    ``yearly`` is what it gives over a year, kr.
    """

    number: int
    test: Line
    paid: tuple[Line, ...] = ()
    one_offs: AtCost = NOTHING_AT_COST
    yearly: Decimal = to_ore(ZERO)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Give the lines that lead to what it gives a month."""
        return (self.test, *self.paid)

    def as_other(self, own: "Group", on: date) -> Line:
        """Show what it would give beside the group that was chosen."""
        return OTHER_GROUP.of(
            on,
            group=self.number,
            monthly=Together(self.paid),
            one_off=self.one_offs.amount,
            own_yearly=own.yearly,
            yearly=self.yearly,
        )


def minimum_of(sums: Sums, minimum: Rate, on: date) -> Line:
    """Hold the likely costs against the minimum of group 1."""
    reached = sums.likely.amount >= minimum.number
    holds = (Guard(sums.likely, ">=" if reached else "<", minimum),)
    by = "" if reached else "below"
    return GROUP1_MINIMUM.of(on, by, holds=holds, minimum=minimum, yearly=sums.likely)


def limit_of(sums: Sums, limit: Rate, on: date) -> Line:
    """Hold the documented costs against the limit of group 2."""
    over = sums.documented.amount > limit.number
    holds = (Guard(sums.documented, ">" if over else "<=", limit),)
    by = "" if over else "not_over"
    return GROUP2_LIMIT.of(on, by, holds=holds, limit=limit, yearly=sums.documented)


def group_1(test: Line, flat: Rate, on: date, *, met: bool) -> Group:
    """Give the flat amount; never one-offs beside it."""
    if not met:
        return Group(GROUP_1, test)
    monthly = GROUP1_FLAT.of(on, flat=flat)
    return Group(GROUP_1, test, (monthly,), yearly=monthly.amount * MONTHS)


def group_2(
    test: Line, sums: Sums, decision: Decision, flat: Rate, on: date, *, met: bool
) -> Group:
    """Give a twelfth of the documented costs and the flat amount; one-offs by agreement at cost.

    Over a year one-offs come once, in the first twelve months, however they are paid.
    """
    if not met:
        return Group(GROUP_2, test)
    paid_off = on >= instalments_end(decision)
    by_agreement = at_cost(sums.one_offs, decision, on)
    twelfth = _twelfth(sums, on, paid_off=paid_off, by_agreement=by_agreement is not None)
    beside = GROUP2_FLAT.of(on, flat=flat)
    costs = sums.running.amount if paid_off else sums.documented.amount
    yearly = costs + beside.amount * MONTHS
    return Group(GROUP_2, test, (twelfth, beside), by_agreement or NOTHING_AT_COST, yearly)


def _twelfth(sums: Sums, on: date, *, paid_off: bool, by_agreement: bool) -> Line:
    """Give a twelfth of the year: with the one-offs, while they are paid by instalments."""
    if by_agreement:
        return TWELFTH.of(on, "running", law=UNDER_COMPENSATION, yearly=sums.running)
    if paid_off and sums.one_offs.amount:
        return TWELFTH.of(on, "instalments_paid", law=UNDER_COMPENSATION, yearly=sums.running)
    return TWELFTH.of(on, law=UNDER_COMPENSATION, yearly=sums.documented)
