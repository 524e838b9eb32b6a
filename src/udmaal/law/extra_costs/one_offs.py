"""One-offs that are paid at cost: those of the estimate, and those documented after it.

A later one-off is in no sum and in no test. Each set of rules says which of them it pays; they are
paid in the month of their date, while the decision is in force.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final, NamedTuple

from udmaal.calendar_month import Month
from udmaal.language import Text
from udmaal.law.extra_costs.act import UNDER_BOTH
from udmaal.law.extra_costs.decision import Decision
from udmaal.law.extra_costs.items import YearlyCost
from udmaal.lines.expression import nothing, stated, sum_of
from udmaal.lines.kind import Kind, Line

LATER_ONE_OFF: Final = Kind(
    "later_one_off",
    Text(
        "Efter skønnet, {date:day}: {text:or_kind}",
        "After the estimate, {date:day}: {text:or_kind}",
    ),
    paid=stated("amount", "dækkes med {amount:kr}", "covered with {amount:kr}"),
    below=nothing(
        "{amount:kr} når ikke {threshold:kr}", "{amount:kr} does not reach {threshold:kr}"
    ),
    running_below=nothing(
        "dækkes ikke: løbende {running:kr} når ikke {threshold:kr}",
        "not covered: running {running:kr} does not reach {threshold:kr}",
    ),
    not_in_force=nothing(
        "dækkes ikke: afgørelsen gælder til {last:day}",
        "not covered: the decision holds until {last:day}",
    ),
    group_1=nothing("gruppe 1 dækker ingen enkeltudgifter", "group 1 covers no one-off costs"),
    not_met=nothing("gruppe 2 er ikke opfyldt", "group 2 is not met"),
    likely=nothing("ikke dokumenteret", "not documented"),
    below_limit=nothing(
        "ikke på listen: {amount:kr} er ikke over {limit:kr}",
        "not on the list: {amount:kr} is not over {limit:kr}",
    ),
    no_agreement=nothing(
        "den dag var det ikke aftalt at betale, når der er dokumenteret",
        "that day it was not agreed to pay when documented",
    ),
    unit="DKK",
    law=UNDER_BOTH,
    rule=Text(
        "En enkeltudgift, der er dokumenteret efter skønnet, indgår i ingen sum og ingen grænse. "
        "Den dækkes i sin egen måned, når de løbende udgifter når bagatelgrænsen, eller, fastsat "
        "fra 1. juli 2020 uden løbende udgifter, når den alene når den; i gruppe 2, når den er på "
        "listen, og det var aftalt den dag. Ellers kan der være grund til en ny afgørelse.",
        "A one-off documented after the estimate is in no sum and no test. It is paid in its own "
        "month where the running costs reach the threshold or, fixed from 1 July 2020 without "
        "running costs, where it alone does; in group 2 where it is on the list and was agreed "
        "that day. Otherwise a new decision may be due.",
    ),
)
ONE_OFF: Final = Kind(
    "one_off",
    Text("Enkeltudgifter, der dækkes", "One-off costs covered"),
    none=nothing("ingen", "none"),
    reached=sum_of("one_offs"),
    below=nothing("grænsen er ikke nået", "the threshold is not reached"),
    one_offs_only=sum_of("one_offs").say(
        ", dem, der hver for sig når {threshold:kr}", ", those that alone reach {threshold:kr}"
    ),
    with_one_offs=nothing("indgår i månedsbeløbet", "included in the monthly amount"),
    other_month=nothing("står i {month:month}", "stand in {month:month}"),
    at_cost=sum_of("one_offs").say(before=Text("når de er dokumenteret: ", "when documented: ")),
    unit="DKK",
    law=UNDER_BOTH,
    total=True,
    rule=Text(
        "Når de løbende udgifter når bagatelgrænsen, dækkes enkeltudgifter krone for krone ved "
        "siden af. Fastsat fra 1. juli 2020 kan de også løfte de løbende udgifter over grænsen og "
        "indgår så i månedsbeløbet; uden løbende udgifter dækkes de, der hver for sig når grænsen. "
        "I kompensationsydelsens gruppe 2 dækkes de for sig efter aftale; i gruppe 1 aldrig.",
        "Where the running costs reach the threshold, one-offs are paid at cost beside them. Fixed "
        "from 1 July 2020 they may also lift the running costs over the threshold and are then "
        "part of the monthly amount; without running costs those are paid that alone reach the "
        "threshold. In group 2 of the compensation they are paid by themselves by agreement; in "
        "group 1 never.",
    ),
)

PAID: Final = "paid"


class Answer(NamedTuple):
    """Whether a later one-off is paid: ``PAID``, or why not; and the facts that say so."""

    why: str
    facts: Mapping[str, Any]


class LaterOneOff(NamedTuple):
    """A later one-off with the day it was documented, and the answer to it with its line."""

    cost: YearlyCost
    documented: date
    why: str
    line: Line

    @classmethod
    def of(
        cls, cost: YearlyCost, documented: date, answer: Answer, decision: Decision, on: date
    ) -> "LaterOneOff":
        """Put the answer down, with the law of a day."""
        line = LATER_ONE_OFF.of(
            on,
            answer.why,
            law=decision.law,
            kind=cost.item.kind,
            text=cost.item.text,
            date=documented,
            amount=cost.line,
            **answer.facts,
        )
        return cls(cost, documented, answer.why, line)

    @property
    def amount(self) -> Decimal:
        """Give what is paid of it, kr."""
        return self.line.amount

    @property
    def lines(self) -> tuple[Line, ...]:
        """Give the lines of the cost and of the answer."""
        return (*self.cost.lines, self.line)

    def stands_in(self, on: date) -> bool:
        """Tell whether the one-off stands in the month of a day."""
        return Month.of(self.documented) == Month.of(on)


def later_of(
    costs: Sequence[YearlyCost],
    decision: Decision,
    on: date,
    answer: Callable[[YearlyCost, date], Answer],
) -> tuple[LaterOneOff, ...]:
    """Answer for each one-off documented after the estimate, with the law of a day.

    After its last day the decision brings nothing; until then the rules have the ``answer``.
    """
    ended = Answer("not_in_force", {"last": decision.last_day})
    return tuple(
        LaterOneOff.of(
            cost,
            documented,
            answer(cost, documented) if decision.in_force(documented) else ended,
            decision,
            on,
        )
        for cost in costs
        if (documented := cost.item.date) is not None and decision.is_later(cost.item)
    )


def paid_of(later: Sequence[LaterOneOff]) -> tuple[Line, ...]:
    """Give the lines of those that are paid."""
    return tuple(each.line for each in later if each.amount)
