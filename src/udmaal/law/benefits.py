"""The benefits, in the order of the law. What is asked of them is asked of this list."""

from functools import cache
from typing import Final

from udmaal.case.model import Case
from udmaal.law.benefit import Benefit
from udmaal.law.companion.benefit import COMPANION
from udmaal.law.extra_costs.benefit import EXTRA_COSTS
from udmaal.law.home_training.benefit import HOME_TRAINING
from udmaal.law.leisure.benefit import LEISURE
from udmaal.law.lost_earnings.benefit import LOST_EARNINGS
from udmaal.law.respite.benefit import RESPITE
from udmaal.law.supplementary.benefit import SUPPLEMENTARY
from udmaal.lines.kind import Kind

BENEFITS: Final[tuple[Benefit, ...]] = (
    LOST_EARNINGS,
    EXTRA_COSTS,
    SUPPLEMENTARY,
    HOME_TRAINING,
    COMPANION,
    LEISURE,
    RESPITE,
)
BY_KEY: Final = {benefit.key: benefit for benefit in BENEFITS}


def in_case(case: Case) -> list[Benefit]:
    """Give the benefits that a case has a table of, in the order of the law."""
    return [benefit for benefit in BENEFITS if getattr(case, benefit.key)]


@cache
def kinds_by_id() -> dict[str, tuple[Kind, ...]]:
    """Give the kinds of lines by their id; benefits may have lines of the same id."""
    found: dict[str, tuple[Kind, ...]] = {}
    for benefit in BENEFITS:
        for kind in benefit.kinds:
            found[kind.id] = tuple(dict.fromkeys((*found.get(kind.id, ()), kind)))
    return found
