"""ATP by hours a month: the recipient's third and the municipality's two thirds (§§ 19–21)."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from udmaal.breakdown import Line, Values
from udmaal.money import ZERO, fraction_to_ore, to_ore
from udmaal.rates.book import RatesOfDate
from udmaal.rates.keys import RATE_KEYS

_BAND = re.compile(r"atp\.from_(\d+)_hours\.recipient")
# The hours a month the bands begin at, highest first; the keys of the rates name them.
_BANDS: Final = sorted(
    (int(found[1]) for key in RATE_KEYS if (found := _BAND.fullmatch(key))), reverse=True
)


class Atp(NamedTuple):
    """A month's ATP, both parts in kr., with a line each."""

    recipient: Decimal
    municipality: Decimal
    lines: tuple[Line, Line]


def atp_contribution(
    monthly_hours: Decimal | Fraction,
    values: Values,
    law: tuple[str, ...],
    rates: RatesOfDate,
    *,
    paid: bool,
    formula: str = "atp",
) -> Atp:
    """Give the ATP for hours of help in a month; none where nothing is paid.

    ``values`` stand in the formula and explain the hours; ``formula`` is its key. Hours added up
    from parts of a month are a fraction, so that a band is not missed by a hair.
    """
    start = next((band for band in _BANDS if paid and monthly_hours >= band), None)
    in_ore = (
        fraction_to_ore(monthly_hours)
        if isinstance(monthly_hours, Fraction)
        else to_ore(monthly_hours)
    )
    shown = {**values, "monthly": in_ore}
    if start is None:
        return no_atp(f"{formula}.below" if paid else "atp.nothing_paid", shown, law)
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


def no_atp(formula: str, values: Values, law: tuple[str, ...]) -> Atp:
    """Give no ATP, and say why in the formula of both lines."""
    nothing = to_ore(ZERO)
    return Atp(
        nothing,
        nothing,
        (
            Line("atp_recipient", nothing, "DKK/month", formula, values, law),
            Line("atp_municipality", nothing, "DKK/month", formula, values, law),
        ),
    )
