"""ATP by hours a month: the recipient's third and the municipality's two thirds (§§ 19–21)."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from udmaal.breakdown import Line, Values
from udmaal.money import ZERO, to_ore
from udmaal.rates.book import RatesOfDate
from udmaal.rates.keys import RATE_KEYS

_BAND = re.compile(r"atp\.from_(\d+)_hours\.recipient")
# The hours a month the bands begin at, highest first; the keys of the rates name them.
_BANDS: Final = sorted(
    (int(found[1]) for key in RATE_KEYS if (found := _BAND.fullmatch(key))), reverse=True
)


# Hours of a month are sums of quotients: exact but for their last digits, which may not decide.
_HOURS: Final = Decimal("1e-12")


class Atp(NamedTuple):
    """A month's ATP, both parts in kr., with a line each."""

    recipient: Decimal
    municipality: Decimal
    lines: tuple[Line, Line]


def atp_contribution(
    monthly_hours: Decimal,
    values: Values,
    law: tuple[str, ...],
    rates: RatesOfDate,
    *,
    paid: bool,
    formula: str = "atp",
) -> Atp:
    """Give the ATP for hours of help in a month; none where nothing is paid.

    ``values`` stand in the formula and explain the hours; ``formula`` is its key.
    """
    hours = monthly_hours.quantize(_HOURS)
    start = _band(hours) if paid else None
    written = to_ore(hours)
    # Hours that two decimals would lift into a band are written with all of theirs.
    shown = {**values, "monthly": written if _band(written) == _band(hours) else hours}
    if start is None:
        formula = f"{formula}.below" if paid else "atp.nothing_paid"
        nothing = to_ore(ZERO)
        return Atp(
            nothing,
            nothing,
            (
                Line("atp_recipient", nothing, "DKK/month", formula, shown, law),
                Line("atp_municipality", nothing, "DKK/month", formula, shown, law),
            ),
        )
    shown["band"] = start
    own = rates[f"atp.from_{start}_hours.recipient"]
    other = rates[f"atp.from_{start}_hours.municipality"]
    recipient, municipality = to_ore(own.number), to_ore(other.number)
    return Atp(
        recipient,
        municipality,
        (
            Line("atp_recipient", recipient, "DKK/month", formula, shown, law, (own,)),
            Line("atp_municipality", municipality, "DKK/month", formula, shown, law, (other,)),
        ),
    )


def _band(monthly_hours: Decimal) -> int | None:
    """Give the hours a month that the band of these hours begins at."""
    return next((band for band in _BANDS if monthly_hours >= band), None)
