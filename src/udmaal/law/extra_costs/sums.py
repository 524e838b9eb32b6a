"""The costs of the estimate added up, and the threshold they are held against.

The threshold (bagatelgrænse) is that of the year in which the benefit was last fixed (SEL § 41,
stk. 1, BL § 86, stk. 1).
"""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from udmaal.language import Text
from udmaal.law.extra_costs.act import UNDER_THRESHOLD
from udmaal.law.extra_costs.items import YearlyCost
from udmaal.lines.expression import kr, stated, sum_of
from udmaal.lines.kind import Formula, Kind, Line, Note
from udmaal.money import ZERO, to_ore
from udmaal.rates.book import Rate

RUNNING_COSTS: Final = Kind(
    "running_costs",
    Text("Løbende merudgifter", "Running extra costs"),
    sum_of("amounts"),
    unit="DKK/year",
    law=UNDER_THRESHOLD,
    rule=Text(
        "De løbende merudgifter om året for alle familiens børn i filen.",
        "The running extra costs a year of all the family's children in the file.",
    ),
)
ONE_OFF_COSTS: Final = Kind(
    "one_off_costs",
    Text("Enkeltudgifter", "One-off costs"),
    sum_of("amounts"),
    unit="DKK",
    law=UNDER_THRESHOLD,
    rule=Text(
        "Enkeltudgifterne for alle familiens børn i filen.",
        "The one-off costs of all the family's children in the file.",
    ),
)
YEARLY_COSTS: Final = Kind(
    "yearly_costs",
    Text("Merudgifter i alt", "Extra costs together"),
    Formula(
        kr("running") + kr("one_offs"),
        note=Note(
            Text(
                "Merudgifterne er opgjort til {amount:kr} kr. om året.",
                "The extra costs are put at {amount:kr} kr. a year.",
            )
        ),
    ),
    unit="DKK/year",
    law=UNDER_THRESHOLD,
    rule=Text(
        "Løbende udgifter og enkeltudgifter lagt sammen.", "Running and one-off costs together."
    ),
)
THRESHOLD: Final = Kind(
    "threshold",
    Text("Bagatelgrænse", "Threshold"),
    stated("threshold", "året for {decided:day}", "year of {decided:day}"),
    unit="DKK/year",
    law=UNDER_THRESHOLD,
    rule=Text(
        "Merudgifterne skal nå bagatelgrænsen for året, hvor ydelsen sidst blev fastsat. Den er en "
        "grænse og ikke en selvrisiko: nås den, dækkes alt fra første krone.",
        "The extra costs must reach the threshold of the year in which the benefit was last fixed. "
        "It is a gate and not an excess: once reached, everything is covered from the first krone.",
    ),
)


class Sums(NamedTuple):
    """The running costs and the one-offs of the estimate, both together, and the threshold."""

    one_offs: tuple[Line, ...]
    running: Line
    one_offs_together: Line | None
    yearly: Line
    threshold: Line

    @classmethod
    def of(
        cls, running: Line, one_offs: tuple[Line, ...], threshold: Rate, decided: date, on: date
    ) -> "Sums":
        """Add up running costs and one-offs, and put the threshold beside them."""
        together = ONE_OFF_COSTS.of(on, amounts=one_offs) if one_offs else None
        yearly = YEARLY_COSTS.of(on, running=running, one_offs=together or to_ore(ZERO))
        limit = THRESHOLD.of(on, threshold=threshold, decided=decided)
        return cls(one_offs, running, together, yearly, limit)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Give the lines in the order of the calculation."""
        together = self.one_offs_together
        parts = (self.running,) if together is None else (self.running, together)
        return (*parts, self.yearly, self.threshold)


def sums_of(costs: Sequence[YearlyCost], threshold: Rate, decided: date, on: date) -> Sums:
    """Add up the costs of the estimate of a decision, made on the day ``decided``."""
    regular = tuple(cost.line for cost in costs if not cost.one_off)
    one_offs = tuple(cost.line for cost in costs if cost.one_off)
    return Sums.of(RUNNING_COSTS.of(on, amounts=regular), one_offs, threshold, decided, on)
