"""ATP by hours a month: the recipient's third and the municipality's two thirds (§§ 19–21).

Two benefits carry it, each with a pair of kinds of its own, which rests on its own law.
"""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, NamedTuple

from udmaal.citations.source import Law
from udmaal.language import Text
from udmaal.lines.expression import WEEKS_A_MONTH, if_any, joined, n, nothing, stated
from udmaal.lines.kind import Formula, Guard, Kind, Line
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

_NONE: Final = Text("ingen ATP", "no ATP")
_TOGETHER: Final = Text("i alt ", "in all ")
_OF_WEEKS: Final = joined(
    (n("hours") * WEEKS_A_MONTH).words,
    Text(" = {monthly:n} timer", " = {monthly:n} hours"),
)
_OF_MONTH: Final = Text("{monthly:n} timer i måneden", "{monthly:n} hours in the month")


def _by_hours(by: str, hours: Text) -> dict[str, Formula]:
    """Give the formulas of hours that reach a band, and of hours that reach none."""
    key = f"atp.{by}".rstrip(".").replace("_", ".")
    reached = joined(hours, Text(", fra {band:n}", ", from {band:n}"))
    too_few = joined(hours, Text(", for få", ", too few"))
    from_band = Text("ATP fra {band:n} t.", "ATP from {band:n} h")
    return {
        by: Formula(if_any("paid", stated("contribution", *reached)), limit=from_band, key=key),
        _below(by): Formula(nothing(*too_few), limit=_NONE, key=f"{key}.below"),
    }


def _below(by: str) -> str:
    return f"{by}_below".lstrip("_")


_FORMULAS: Final[dict[str, Any]] = {
    **_by_hours("", _OF_WEEKS),
    **_by_hours("together", joined(_TOGETHER, _OF_WEEKS)),
    **_by_hours("month", _OF_MONTH),
    **_by_hours("month_together", joined(_TOGETHER, _OF_MONTH)),
    "other_course": Formula(
        nothing(
            "regnet med i forælderens andet forløb",
            "counted in the parent's other course",
        ),
        limit=Text("ATP i andet forløb", "ATP in another course"),
        key="atp.other_course",
    ),
    "nothing_paid": Formula(
        nothing("intet udbetales", "nothing is paid"), limit=_NONE, key="atp.nothing_paid"
    ),
}


class AtpKinds(NamedTuple):
    """The two kinds of lines of a benefit."""

    recipient: Kind
    municipality: Kind


def atp_kinds(law: Law) -> AtpKinds:
    """Declare the kinds of a benefit, which rest on its law."""
    return AtpKinds(
        Kind(
            "atp_recipient",
            Text("ATP, modtagerens tredjedel", "ATP, recipient's 1/3"),
            unit="DKK/month",
            law=law,
            rule=Text(
                "Modtageren betaler en tredjedel af ATP-bidraget, som følger antallet af timer om "
                "måneden. Udbetales der intet, er der intet bidrag.",
                "The recipient pays a third of the ATP contribution, which goes by the hours a "
                "month. Where nothing is paid there is none.",
            ),
            **_FORMULAS,
        ),
        Kind(
            "atp_municipality",
            Text("ATP, kommunens to tredjedele", "ATP, municipality's 2/3"),
            unit="DKK/month",
            law=law,
            rule=Text(
                "Kommunen betaler to tredjedele af ATP-bidraget oven i ydelsen, efter antallet af "
                "timer om måneden.",
                "The municipality pays two thirds of the ATP contribution on top of the benefit, "
                "by the hours a month.",
            ),
            **_FORMULAS,
        ),
    )


class Atp(NamedTuple):
    """A month's ATP, a line for each part."""

    recipient: Line
    municipality: Line

    @property
    def lines(self) -> tuple[Line, Line]:
        """Give both lines, the recipient's first."""
        return self.recipient, self.municipality


def atp_contribution(
    kinds: AtpKinds,
    on: date,
    monthly_hours: Decimal | Fraction,
    rates: RatesOfDate,
    *,
    paid: Sequence[Line],
    by: str = "",
    **values: Any,
) -> Atp:
    """Give the ATP for hours of help in a month; none where the amounts ``paid`` are all 0.

    ``by`` names the formula that explains the hours, over ``values``. Hours added up from parts of
    a month are a fraction, so that a band is not missed by a hair.
    """
    values["monthly"] = _written(monthly_hours)
    if not any(line.amount for line in paid):
        holds = tuple(Guard(line, "=", ZERO) for line in paid)
        return no_atp(kinds, on, "nothing_paid", holds=holds, **values)
    band = _band(monthly_hours)
    if band is None:
        return no_atp(kinds, on, _below(by), **values)
    recipient, municipality = (
        kind.of(
            on,
            by,
            contribution=rates[f"atp.from_{band}_hours.{who}"],
            band=band,
            paid=paid,
            **values,
        )
        for kind, who in zip(kinds, AtpKinds._fields, strict=True)
    )
    return Atp(recipient, municipality)


def no_atp(kinds: AtpKinds, on: date, by: str, **values: Any) -> Atp:
    """Give no ATP, and say why in the formula of both lines."""
    return Atp(*(kind.of(on, by, **values) for kind in kinds))


def _written(monthly_hours: Decimal | Fraction) -> Decimal:
    """Give hours a month as they are printed: with more than two decimals where those mislead."""
    if isinstance(monthly_hours, Decimal):
        written = to_ore(monthly_hours)
    else:
        written = fraction_to_ore(monthly_hours)
    if _band(written) == _band(monthly_hours):
        return written
    # Two decimals would lift the hours into a band that they do not reach.
    return fraction_to(Fraction(monthly_hours), _DECIMALS)


def _band(monthly_hours: Decimal | Fraction) -> int | None:
    """Give the hours a month that the band of these hours begins at."""
    for band in _BANDS:
        if monthly_hours >= band:
            return band
    return None
