"""ATP by hours a month: the recipient's third and the municipality's two thirds (§§ 19–21)."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from udmaal.breakdown import Line, Values
from udmaal.money import ZERO, fraction_to, fraction_to_ore, to_ore
from udmaal.rates.book import RatesOfDate
from udmaal.rates.keys import RATE_KEYS

_BAND = re.compile(r"atp\.from_(\d+)_hours\.recipient")
# The hours a month the bands begin at, highest first; the keys of the rates name them.
_BANDS: Final = sorted(
    (int(found[1]) for key in RATE_KEYS if (found := _BAND.fullmatch(key))), reverse=True
)
# The decimals of hours a month where two do not tell their band.
_DECIMALS: Final = 12


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
    start = _band(monthly_hours) if paid else None
    written = fraction_to_ore(Fraction(monthly_hours))
    if _band(written) != _band(monthly_hours):
        # Two decimals would lift the hours into a band that they do not reach.
        written = fraction_to(Fraction(monthly_hours), _DECIMALS)
    shown = {**values, "monthly": written}
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


def _band(monthly_hours: Decimal | Fraction) -> int | None:
    """Give the hours a month that the band of these hours begins at."""
    return next((band for band in _BANDS if monthly_hours >= band), None)


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
