"""How rates are regulated every 1 January (loven.md#satser)."""

from decimal import Decimal
from typing import Final

from udmaal.money import ratio, to_kroner

# Up to this lost-earnings percentage the satsreguleringsprocent is the same; above it the larger
# of it and the percentage less what is set aside (BL § 204; lov om en satsreguleringsprocent).
_SAME_UP_TO: Final = Decimal("2.0")
_SET_ASIDE: Final = Decimal("0.3")


def regulated_amount(before: Decimal, percent: Decimal) -> Decimal:
    """Give last year's rounded amount × (1 + percentage), rounded to whole kroner, half up."""
    return to_kroner(ratio(before, 100 + percent, 100))


def satsregulering_of(lost_earnings_percent: Decimal) -> Decimal:
    """Give the satsreguleringsprocent that belongs to a lost-earnings percentage."""
    if lost_earnings_percent <= _SAME_UP_TO:
        return lost_earnings_percent
    return max(_SAME_UP_TO, lost_earnings_percent - _SET_ASIDE)
