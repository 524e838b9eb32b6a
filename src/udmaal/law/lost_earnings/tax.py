"""An estimate of the net from the tax card; the payroll system decides."""

from datetime import date
from typing import Final

from udmaal.breakdown import Line
from udmaal.case.model import Tax
from udmaal.citations.source import Law
from udmaal.language import Text
from udmaal.lines.expression import kr, not_below_0, percent
from udmaal.lines.kind import Bar, Formula, Kind
from udmaal.rates.book import RatesOfDate

_NET_LAW: Final = Law("kildeskatteloven § 48")

AM = Kind(
    "am_bidrag",
    Text("AM-bidrag (skøn)", "Labour-market contribution (estimate)"),
    percent("percent") * kr("base"),
    unit="DKK/month",
    law=Law("arbejdsmarkedsbidragsloven"),
    bar=Bar(takes=Text("AM-bidrag (skøn)", "Labour-market tax (est.)")),
    rule=Text(
        "Arbejdsmarkedsbidrag af ydelsen før skat. Et skøn; lønsystemet afgør det.",
        "Labour-market contribution of the benefit before tax. An estimate; the payroll system "
        "decides.",
    ),
)
_TAXED: Final = (kr("base") - kr("contribution") - kr("deduction")) * percent("percent")
_A_TAX: Final = Text("A-skat (skøn)", "Income tax (estimate)")
A_TAX = Kind(
    "a_tax",
    _A_TAX,
    _TAXED,
    floor=Formula(
        not_below_0(_TAXED), limit=Text("under månedsfradraget", "below the monthly deduction")
    ),
    inputs={"deduction": Text("Månedsfradrag", "Monthly deduction")},
    unit="DKK/month",
    law=_NET_LAW,
    bar=Bar(takes=_A_TAX),
    rule=Text(
        "Trækprocenten af det, der er tilbage efter arbejdsmarkedsbidrag og månedsfradrag, ikke "
        "under 0. Et skøn; lønsystemet afgør det.",
        "The tax rate of what is left after labour-market contribution and monthly deduction, not "
        "below 0. An estimate; the payroll system decides.",
    ),
)
NET = Kind(
    "net",
    Text("Nettoydelse (skøn)", "Net benefit (estimate)"),
    kr("base") - kr("contribution") - kr("tax"),
    unit="DKK/month",
    law=_NET_LAW,
    bar=Bar(total=Text("Efter skat (skøn)", "After tax (estimate)"), aside=True),
    rule=Text(
        "Ydelsen før skat minus arbejdsmarkedsbidrag og A-skat. Vises kun, når sagen har "
        "skatteoplysninger.",
        "The benefit before tax less labour-market contribution and income tax. Shown only where "
        "the case has tax data.",
    ),
)


def net_of(tax: Tax, before_tax: Line, on: date, rates: RatesOfDate) -> tuple[Line, Line, Line]:
    """Estimate the net, the last line, from the tax card; the payroll system decides."""
    contribution = AM.of(on, percent=rates["tax.am_bidrag_percent"], base=before_tax)
    a_tax = A_TAX.floored(
        on,
        base=before_tax,
        contribution=contribution,
        deduction=tax.monthly_deduction,
        percent=tax.rate * 100,
    )
    return contribution, a_tax, NET.of(on, base=before_tax, contribution=contribution, tax=a_tax)
