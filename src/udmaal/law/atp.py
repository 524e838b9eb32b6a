"""ATP by hours a month: the recipient's third and the municipality's two thirds (§§ 19–21)."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from udmaal.rates.book import Rate, RatesOfDate
from udmaal.rates.keys import RATE_KEYS

_BAND = re.compile(r"atp\.from_(\d+)_hours\.recipient")
# The bands by the hours a month they begin at, highest first; the keys of the rates name them.
_BANDS: Final = sorted(
    (int(found[1]) for key in RATE_KEYS if (found := _BAND.fullmatch(key))), reverse=True
)


class Atp(NamedTuple):
    """Both parts of the contribution; ``from_hours`` is where the band begins."""

    from_hours: int
    recipient: Rate
    municipality: Rate


def atp_band(monthly_hours: Decimal, rates: RatesOfDate) -> Atp | None:
    """Give the contributions for hours a month (kr./month), ``None`` below the lowest band."""
    for start in _BANDS:
        if monthly_hours >= start:
            prefix = f"atp.from_{start}_hours"
            return Atp(start, rates[f"{prefix}.recipient"], rates[f"{prefix}.municipality"])
    return None
