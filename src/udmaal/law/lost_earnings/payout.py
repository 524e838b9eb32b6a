"""From the benefit before tax to the payout (the order § 12)."""

from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from udmaal.breakdown import Line
from udmaal.case.model import Tax
from udmaal.language import Text
from udmaal.law.context import Context
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.savings import LAW, SAVINGS, Savings
from udmaal.law.lost_earnings.tax import net_of
from udmaal.lines.expression import at_most, kr, not_below_0
from udmaal.lines.kind import Bar, Formula, Kind, Lesser, Note
from udmaal.money import ZERO, to_ore
from udmaal.rates.book import RatesOfDate

_PAYOUT: Final = Text("Til udbetaling (skøn)", "Payout (estimate)")
PAYOUT = Kind(
    "payout",
    _PAYOUT,
    Formula(
        not_below_0(kr("net") - kr("savings")),
        note=Note(
            Text(
                "Efter skat og besparelser er det cirka {amount:kr} kr. om måneden. Det er et skøn "
                "efter skattekortet; den endelige skat beregnes ved udbetalingen.",
                "After tax and savings it is about {amount:kr} kr. a month. This is an estimate by "
                "the tax card; the final tax is worked out at payment.",
            )
        ),
    ),
    unit="DKK/month",
    law=LAW,
    total=True,
    bar=Bar(falls=Text("Besparelser", "Savings"), total=_PAYOUT),
    rule=Text(
        "Nettoydelsen minus besparelserne, ikke under 0. Vises kun, når sagen har skatteoplysninger.",
        "The net benefit less the savings, not below 0. Shown only where the case has tax data.",
    ),
)
TO_DEDUCT = Kind(
    "to_deduct",
    Text("Trækkes fra nettoydelsen", "Deducted from the net payment"),
    Formula(
        at_most(
            kr("savings").meaning(Text("hele besparelsen", "the whole saving")),
            kr("before_tax").meaning(Text("højst ydelsen", "at most the benefit")),
        ),
        note=Note(
            Text(
                "Fra beløbet efter skat trækkes {amount:kr} kr. om måneden, som familien sparer, "
                "fordi forælderen arbejder mindre.",
                "{amount:kr} kr. a month, which the family saves because the parent works less, are "
                "deducted from the amount after tax.",
            ),
            if_paid=True,
        ),
    ),
    unit="DKK/month",
    law=LAW,
    rule=Text(
        "Uden skatteoplysninger kendes nettoydelsen ikke. Linjen viser, hvad der skal trækkes fra "
        "den: besparelserne, højst ydelsen før skat.",
        "Without tax data the net is not known. The line shows what is to be deducted from it: the "
        "savings, at most the benefit before tax.",
    ),
)

_NOTHING: Final = to_ore(ZERO)


class Payout(NamedTuple):
    """Net and payout, kr./month, ``None`` without tax data; ``deducted`` is what was saved."""

    net: Decimal | None
    payout: Decimal | None
    deducted: Line | Lesser | Decimal
    lines: tuple[Line, ...]


def pay_out(course: Course, before_tax: Line, saved: Savings, on: date, context: Context) -> Payout:
    """Deduct the savings from the net, estimated where the case gives tax data (§ 12).

    Without tax data what is to be deducted from the net payment is shown. A service level that
    deducts from the gross has done so before; nothing is deducted again.
    """
    from_net = context.level.savings_from == "net" and saved.lines
    savings = SAVINGS.of(on, amounts=saved.lines) if from_net else None
    shown = (*saved.lines, savings) if savings is not None else ()
    if course.table.tax is not None:
        return _after_tax(course.table.tax, before_tax, savings, shown, on, context.rates(on))
    if savings is None or not savings.amount:
        return Payout(None, None, _NOTHING, shown)
    deducted = TO_DEDUCT.of(on, savings=savings, before_tax=before_tax)
    return Payout(None, None, deducted, (*shown, deducted))


def _after_tax(
    tax: Tax,
    before_tax: Line,
    savings: Line | None,
    shown: tuple[Line, ...],
    on: date,
    rates: RatesOfDate,
) -> Payout:
    """Take the savings off the estimated net."""
    taxes = net_of(tax, before_tax, on, rates)
    net = taxes[-1]
    payout = PAYOUT.of(on, net=net, savings=_NOTHING if savings is None else savings)
    deducted = _NOTHING if savings is None else Lesser(savings, net)
    return Payout(net.amount, payout.amount, deducted, (*taxes, *shown, payout))
