"""The costs of the estimate added up under the compensation rules, and the list of group 2.

BEK 1064/2025 § 5, stk. 1: nos. 1–8 of the list are kinds of costs, no. 9 is any other kind where
the single item is over a limit of its own in the year of the decision.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from udmaal.case.model import CostKind
from udmaal.language import Text
from udmaal.law.extra_costs.act import UNDER_COMPENSATION
from udmaal.law.extra_costs.items import YearlyCost
from udmaal.lines.expression import kr, stated, sum_of
from udmaal.lines.kind import Formula, Guard, Kind, Line, Note, Together
from udmaal.rates.book import RatesOfDate

# Nos. 1-8 of the list.
LISTED: Final[frozenset[CostKind]] = frozenset(
    {
        "diet",
        "medicine",
        "transport",
        "housing",
        "leisure",
        "holiday",
        "course",
        "clothing",
        "utilities",
    }
)
ITEM_LIMIT: Final = "compensation.other_item_limit"

LIKELY_COSTS: Final = Kind(
    "likely_costs",
    Text("Sandsynlige merudgifter", "Likely extra costs"),
    Formula(
        sum_of("amounts"),
        note=Note(
            Text(
                "De sandsynlige merudgifter er {amount:kr} kr. om året.",
                "The likely extra costs are {amount:kr} kr. a year.",
            )
        ),
    ),
    unit="DKK/year",
    law=UNDER_COMPENSATION,
    rule=Text(
        "Alle sandsynlige merudgifter om året, både løbende udgifter og enkeltudgifter. De afgør, "
        "om mindstebeløbet til gruppe 1 er nået.",
        "All likely extra costs a year, running and one-off. They decide whether the minimum of "
        "group 1 is reached.",
    ),
)
LEFT_OUT: Final = Kind(
    "left_out",
    Text("Ikke i gruppe 2: {text:or_kind}", "Not in group 2: {text:or_kind}"),
    below_limit=stated(
        "amount", "{amount:kr} er ikke over {limit:kr}", "{amount:kr} is not over {limit:kr}"
    ),
    likely=stated("amount", "ikke dokumenteret", "not documented"),
    unit="DKK/year",
    law=UNDER_COMPENSATION,
    rule=Text(
        "Gruppe 2 dækker kun dokumenterede udgifter på listen: nr. 1–8 er slags udgifter, nr. 9 "
        "enhver anden udgift, der alene er over en særlig grænse om året. Resten tæller kun i "
        "gruppe 1.",
        "Group 2 covers only documented costs on the list: nos. 1–8 are kinds of costs, no. 9 is "
        "any other cost that alone is over a limit of its own a year. The rest counts in group 1 "
        "only.",
    ),
)
OTHER_LISTED: Final = Kind(
    "other_listed",
    Text("Listens nr. 9: {text:or_kind}", "No. 9 of the list: {text:or_kind}"),
    stated("amount", "{amount:kr} er over {limit:kr}", "{amount:kr} is over {limit:kr}"),
    unit="DKK/year",
    law=UNDER_COMPENSATION,
    rule=Text(
        "Listens nr. 9 er enhver anden udgift end nr. 1–8, når den enkelte udgift er over en "
        "særlig grænse i året for afgørelsen; præcis grænsen er ikke nok.",
        "No. 9 of the list is any cost other than nos. 1–8 where the single cost is over a limit "
        "of its own in the year of the decision; exactly the limit is not enough.",
    ),
)
DOCUMENTED_COSTS: Final = Kind(
    "documented_costs",
    Text("Dokumenteret efter listen", "Documented, on the list"),
    kr("running").say(before=Text("løbende ", "running "))
    + kr("one_offs").say(before=Text("enkeltudgifter ", "one-offs ")),
    unit="DKK/year",
    law=UNDER_COMPENSATION,
    rule=Text(
        "De dokumenterede udgifter på listen om året, både løbende og enkeltudgifter. De afgør, om grænsen til "
        "gruppe 2 er overskredet.",
        "The documented costs on the list a year, running and one-off. They decide whether the "
        "limit of group 2 is exceeded.",
    ),
)


class Sums(NamedTuple):
    """The sums of a family's costs, kr. a year.

    ``likely`` is everything; ``running`` and ``one_offs`` are the ``documented`` ones on the list,
    and ``by_the_list`` says of costs why they are not among them, or are by no. 9.
    """

    likely: Line
    by_the_list: tuple[Line, ...]
    running: Together
    one_offs: Together
    documented: Line

    @property
    def lines(self) -> tuple[Line, ...]:
        """Give the lines in the order of the calculation."""
        return (self.likely, *self.by_the_list, self.documented)


def on_the_list(cost: YearlyCost, decided: RatesOfDate) -> bool:
    """Tell whether a cost is on the list, by its kind or as no. 9."""
    return cost.item.kind in LISTED or cost.yearly > decided.number(ITEM_LIMIT)


def sums_of(costs: Sequence[YearlyCost], decided: RatesOfDate, on: date) -> Sums:
    """Add up the costs of the estimate."""
    counted = [cost for cost in costs if cost.item.documented and on_the_list(cost, decided)]
    running = Together(tuple(cost.line for cost in counted if not cost.one_off))
    one_offs = Together(tuple(cost.line for cost in counted if cost.one_off))
    return Sums(
        LIKELY_COSTS.of(on, amounts=tuple(cost.line for cost in costs)),
        tuple(_by_the_list(costs, decided, on)),
        running,
        one_offs,
        DOCUMENTED_COSTS.of(on, running=running, one_offs=one_offs),
    )


def _by_the_list(costs: Sequence[YearlyCost], decided: RatesOfDate, on: date) -> Iterator[Line]:
    """Say what group 2 leaves out, and what it covers by no. 9 of the list."""
    limit = decided[ITEM_LIMIT]
    for cost in costs:
        kind, text, amount = cost.item.kind, cost.item.text, cost.line
        if not on_the_list(cost, decided):
            holds = (Guard(amount, "<=", limit),)
            yield LEFT_OUT.of(
                on, "below_limit", holds=holds,
                kind=kind, text=text, amount=amount, limit=limit, at=cost.at,
            )  # fmt: skip
        elif not cost.item.documented:
            yield LEFT_OUT.of(on, "likely", kind=kind, text=text, amount=amount, at=cost.at)
        elif kind not in LISTED:
            holds = (Guard(amount, ">", limit),)
            yield OTHER_LISTED.of(on, holds=holds, kind=kind, text=text, amount=amount, limit=limit)
