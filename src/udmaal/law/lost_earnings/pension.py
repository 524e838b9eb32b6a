"""The pension contribution on top of the ceiling (the order § 11)."""

from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from udmaal.breakdown import Line
from udmaal.case.model import LostEarnings
from udmaal.language import Text
from udmaal.law.lost_earnings.act import law
from udmaal.law.lost_earnings.course import Course
from udmaal.lines.expression import kr, n, nothing, percent, ratio, smaller
from udmaal.lines.kind import Formula, Kind, Note
from udmaal.money import to_ore
from udmaal.rates.book import RatesOfDate

_LAW: Final = law("pension", "stk. 3")
_OF_BASIS: Final = percent("percent") * kr("basis")

EMPLOYER = Kind(
    "employer_pension",
    Text("Arbejdsgiverens pensionsbidrag", "Employer's pension contribution"),
    _OF_BASIS,
    unit="DKK/month",
    law=_LAW,
    rule=Text(
        "Arbejdsgiverens tidligere bidrag, når det er oplyst i procent: procenten af grundlaget før "
        "regulering.",
        "The employer's former contribution where it is given in per cent: the percentage of the "
        "unregulated basis.",
    ),
)
CIVIL_SERVANT = Kind(
    "civil_servant_pension",
    Text("Statstjenestemands pensionsbidrag", "Civil servant's pension"),
    _OF_BASIS,
    unit="DKK/month",
    law=_LAW,
    rule=Text(
        "En statstjenestemand har ingen indbetalt pension. I stedet gælder 15 % af grundlaget før "
        "regulering som det tidligere bidrag.",
        "A civil servant of the state has no pension paid in. Instead 15 % of the unregulated basis "
        "stands for the former contribution.",
    ),
)
FORMER_INPUT: Final = {
    "former": Text("Arbejdsgiverens pensionsbidrag om måneden", "Employer's pension a month")
}
PERCENT = Kind(
    "pension_percent",
    Text("Pension, højst procent af ydelsen", "Pension, percentage at most"),
    percent("percent") * kr("gross"),
    unit="DKK/month",
    law=_LAW,
    rule=Text(
        "Pensionsbidraget er højst 10 % af bruttoydelsen.",
        "The pension contribution is at most 10 % of the gross benefit.",
    ),
)
LIMIT = Kind(
    "pension_limit",
    Text("Pension, højst tidligere bidrag", "Pension, former share at most"),
    kr("former") * ratio(n("hours"), n("own")),
    inputs=FORMER_INPUT,
    unit="DKK/month",
    law=_LAW,
    rule=Text(
        "Pensionsbidraget er højst det, arbejdsgiveren betalte før, ganget med andelen af timerne. "
        "Beløbet reguleres aldrig.",
        "The pension contribution is at most what the employer paid before, times the share of the "
        "hours. The amount is never regulated.",
    ),
)
PENSION = Kind(
    "pension",
    Text("Pensionsbidrag", "Pension contribution"),
    Formula(
        smaller(
            kr("full").meaning(Text("pension: procent", "pension: percentage")),
            kr("limit").meaning(Text("pension: før forløbet", "pension: as before")),
        ),
        note=Note(
            Text(
                "Kommunen betaler desuden {amount:kr} kr. om måneden til pension.",
                "The municipality also pays {amount:kr} kr. a month into a pension.",
            ),
            if_paid=True,
        ),
    ),
    none=Formula(
        nothing("ingen arbejdsgiverordning", "no employer scheme"),
        limit=Text("ingen pension", "no pension"),
    ),
    unit="DKK/month",
    law=_LAW,
    total=True,
    rule=Text(
        "Pensionsbidraget er det mindste af de to grænser og lægges oven på loftet. Uden en "
        "arbejdsgiverordning umiddelbart før forløbet er der intet bidrag.",
        "The pension contribution is the smaller of the two limits and lies on top of the ceiling. "
        "Without an employer scheme immediately before the course there is none.",
    ),
)


class Pension(NamedTuple):
    """The pension contribution; ``scaled`` where the share of the limit decided it (A01)."""

    line: Line
    lines: tuple[Line, ...]
    scaled: bool

    @property
    def amount(self) -> Decimal:
        """Give the contribution, kr./month."""
        return self.line.amount


def pension_contribution(
    course: Course, first_basis: Line, gross: Line, hours: Line, on: date, rates: RatesOfDate
) -> Pension:
    """Give the smaller of 10 % of the gross and the former contribution × share (§ 11)."""
    former = former_pension(course.table, first_basis, on, rates)
    if former is None:
        none = PENSION.of(on, "none")
        return Pension(none, (none,), scaled=False)
    full = PERCENT.of(on, percent=rates["lost_earnings.pension_percent"], gross=gross)
    limit = LIMIT.of(on, former=former, hours=hours, own=course.table.weekly_hours)
    pension = PENSION.of(on, full=full, limit=limit)
    before = (former,) if isinstance(former, Line) else ()
    scaled = pension.amount != min(full.amount, to_ore(limit.number("former")))
    return Pension(pension, (*before, full, limit, pension), scaled)


def former_pension(
    table: LostEarnings, first_basis: Line, on: date, rates: RatesOfDate
) -> Line | Decimal | None:
    """Give the former employer's contribution, which is never regulated; ``None`` without one.

    For a civil servant (statstjenestemand) 15 % of the unregulated basis; otherwise as it is given,
    in kroner or in per cent of the unregulated basis.
    """
    if table.civil_servant:
        share = rates["lost_earnings.civil_servant_pension_percent"]
        former = CIVIL_SERVANT.of(on, percent=share, basis=first_basis)
    elif table.employer_pension_percent is not None:
        former = EMPLOYER.of(on, percent=table.employer_pension_percent, basis=first_basis)
    else:
        return table.employer_pension or None
    return former if former.amount else None
