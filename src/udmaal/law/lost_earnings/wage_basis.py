"""The wage basis before the course, kr./month (the order § 10)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from udmaal.breakdown import Line
from udmaal.case.model import Payslip
from udmaal.faults import Fault, InputFaultsError
from udmaal.language import Text
from udmaal.law.context import Context
from udmaal.law.lost_earnings.act import law
from udmaal.law.lost_earnings.course import Course
from udmaal.lines.expression import (
    MONTHS,
    WEEKS,
    WEEKS_A_MONTH,
    kr,
    n,
    ratio,
    smaller,
    stated,
    sum_of,
    sum_of_numbers,
)
from udmaal.lines.kind import Formula, Kind
from udmaal.money import ratio as share_of

# Stands for the one employer that the slips do not name, beside others that they do.
_UNNAMED: Final = "–"
_LAW: Final = law("basis")
_HOURS_A_MONTH: Final = n("hours") * WEEKS_A_MONTH

PAYSLIP = Kind(
    "payslip",
    Text("Lønseddel, {month:month}", "Payslip, {month:month}"),
    kr("gross") + kr("supplements"),
    unit=None,
    law=_LAW,
    rule=Text(
        "En lønseddel tæller med bruttoløn og tillæg. Grundlaget er normalt de sidste tre måneder "
        "før forløbet.",
        "A payslip counts with gross pay and supplements. The basis is normally the last three "
        "months before the course.",
    ),
    inputs={
        "gross": Text("Bruttoløn, {month:month}", "Gross pay, {month:month}"),
        "supplements": Text("Tillæg, {month:month}", "Supplements, {month:month}"),
    },
)
EXCLUDED = Kind(
    "payslip_excluded",
    Text("Tælles ikke med, {month:month}", "Not counted, {month:month}"),
    stated(
        "excluded",
        "engangsløn, egen pension, feriepenge o.l.",
        "one-offs, own pension, holiday pay etc.",
    ),
    unit=None,
    law=_LAW,
    rule=Text(
        "Engangsløn, eget pensionsbidrag og feriepenge er ikke løn for måneden. De vises, men "
        "tælles ikke med.",
        "One-off pay, the own pension contribution and holiday pay are not wages of the month. They "
        "are shown, but do not count.",
    ),
)
_ONE_SLIP: Final = Formula(sum_of("sums"), key="wage_basis.payslip")
_MEAN: Final = Formula(sum_of("sums") / n("count"), key="wage_basis.payslips")
MEAN = Kind(
    "payslip_mean",
    Text("Gennemsnit, arbejdsgiver {employer:text}", "Mean, employer {employer:text}"),
    payslip=_ONE_SLIP,
    payslips=_MEAN,
    unit="DKK/month",
    law=_LAW,
    rule=Text(
        "Med flere arbejdsgivere tæller gennemsnittet af hver arbejdsgivers måneder; grundlaget er "
        "gennemsnittene lagt sammen.",
        "With several employers the mean of each employer's months counts; the basis is the means "
        "added.",
    ),
)
PAY = Kind(
    "payslip_sum",
    Text("Lønsedler i alt", "Payslips together"),
    sum_of("sums"),
    unit="DKK",
    law=_LAW,
    rule=Text(
        "Det, lønsedlerne tæller med tilsammen, når de har betalte timer: timeløn eller 14-dages "
        "løn.",
        "What the payslips count with together, where they have paid hours: hourly or fortnightly "
        "pay.",
    ),
)
PAID_HOURS = Kind(
    "payslip_hours",
    Text("Betalte timer i alt", "Paid hours together"),
    sum_of_numbers("hours"),
    unit="hours",
    law=_LAW,
    rule=Text(
        "De betalte timer på lønsedlerne tilsammen. Lønnen pr. time ganges med egne timer om "
        "måneden.",
        "The paid hours of the payslips together. The pay of an hour is multiplied by the own hours "
        "of a month.",
    ),
)
HOME_HELP_CEILING = Kind(
    "home_help_ceiling",
    Text("Loft pr. time i forløbets første år", "Hourly ceiling, first year"),
    kr("ceiling") / _HOURS_A_MONTH,
    unit="DKK/hour",
    law=_LAW,
    rule=Text(
        "Kommunens timeløn for hjemmehjælp tæller aldrig med mere end loftet pr. time: loftet i "
        "forløbets første år delt med egne timer om måneden.",
        "The municipality's home-help wage never counts above the ceiling by the hour: the ceiling "
        "of the course's first year divided by the own hours a month.",
    ),
)
HOME_HELP_RATE = Kind(
    "home_help_rate",
    Text("Timeløn til grundlaget", "Hourly rate of the basis"),
    smaller(
        kr("wage")
        .meaning(Text("hjemmehjælperløn", "home-help wage"))
        .say(before=Text("timeløn ", "wage ")),
        kr("ceiling")
        .meaning(Text("loft pr. time", "hourly ceiling"))
        .say(before=Text("loft ", "ceiling ")),
    ),
    unit="DKK/hour",
    law=_LAW,
    rule=Text(
        "En forælder uden tilknytning til arbejdsmarkedet får den løn, der kunne være tjent. Kendes "
        "den ikke, bruges kommunens timeløn for hjemmehjælp, højst loftet pr. time.",
        "A parent with no attachment to the labour market gets the wage that could have been "
        "earned. Where it is not known, the municipality's hourly home-help wage is used, at most "
        "the hourly ceiling.",
    ),
)
BASIS = Kind(
    "wage_basis",
    Text("Lønindtægt før forløbet", "Wage basis before the course"),
    given=stated("wage", "oplyst månedsløn", "monthly wage as stated"),
    earned=stated("wage", "løn, der kunne være tjent", "wage that could have been earned"),
    payslip=_ONE_SLIP,
    payslips=_MEAN,
    paid_hours=kr("pay") / n("paid") * n("hours") * WEEKS_A_MONTH,
    employers=sum_of("means"),
    loss=stated("loss", "oplyst tab ved de bevilgede timer", "loss of the granted hours as stated"),
    yearly=sum_of("results") / n("years") / MONTHS,
    home_help=kr("rate") * _HOURS_A_MONTH,
    inputs={
        "wage": Text("Månedsløn før forløbet", "Monthly wage before the course"),
        "loss": Text("Tab om måneden", "Loss a month"),
        "results": Text("Årsresultat", "Yearly result"),
    },
    unit="DKK/month",
    law=_LAW,
    rule=Text(
        "Grundlaget er den månedsløn, forælderen mister: oplyst, gennemsnittet af lønsedlerne (for "
        "hver arbejdsgiver), lønsedlernes timeløn ganget med egne timer, en tolvtedel af det "
        "gennemsnitlige årsresultat, en selvstændigs opgjorte tab eller den løn, der kunne være "
        "tjent. Offentlige ydelser som dagpenge og kontanthjælp er ikke løn. Grundlaget følger "
        "forløbet gennem pauser og ændrede timer.",
        "The basis is the monthly wage the parent loses: as stated, the mean of the payslips (of "
        "each employer), the payslips' pay of an hour times the own hours, a twelfth of the mean "
        "yearly result, the stated loss of the self-employed, or the wage that could have been "
        "earned. Public benefits such as unemployment benefit and social assistance are not wages. "
        "The basis stays through pauses and changes of hours.",
    ),
)
OWN_HOURS_LOSS = Kind(
    "own_hours_loss",
    Text("Tab ved alle egne timer", "Loss of all own hours"),
    kr("basis") * ratio(n("own"), n("granted")),
    unit="DKK/month",
    law=law("ceiling", "stk. 3"),
    rule=Text(
        "En selvstændigs tab er opgjort for de bevilgede timer. Til enkeltdage regnes det om til "
        "alle egne timer, så timesatsen bliver tabet pr. time.",
        "A loss of the self-employed is stated for the granted hours. For single days it is brought "
        "to all own hours, so that the hourly rate is the loss of an hour.",
    ),
)


class Basis(NamedTuple):
    """The line of an amount, kr./month, and the lines that lead to it, itself the last one."""

    line: Line
    lines: tuple[Line, ...]

    @property
    def amount(self) -> Decimal:
        """Give the amount, kr./month."""
        return self.line.amount


def hours_a_month(weekly: Decimal) -> Decimal:
    """Give hours a week × 52/12."""
    return share_of(weekly, WEEKS, MONTHS)


def wage_basis(course: Course, on: date, context: Context) -> Basis:
    """Give the basis in the form the case has it.

    Raises ``InputFaultsError`` for a benefit named as wage, and where nobody knows a wage: no
    attachment to the labour market and no home-help wage in the service level.
    """
    table = course.table
    if table.occupation == "benefit":
        raise InputFaultsError([Fault("wage.benefit", (*course.at, "occupation"))])
    if table.monthly_wage is not None:
        by = "earned" if table.occupation == "no_attachment" else "given"
        return _single(BASIS.of(on, by, wage=table.monthly_wage))
    if table.payslip:
        return _from_payslips(course, on)
    if table.monthly_loss is not None:
        return _single(BASIS.of(on, "loss", loss=table.monthly_loss))
    if table.yearly_results:
        results = table.yearly_results
        return _single(BASIS.of(on, "yearly", results=results, years=len(results)))
    return _from_home_help(course, on, context)


def _single(line: Line) -> Basis:
    return Basis(line, (line,))


def _from_payslips(course: Course, on: date) -> Basis:
    """Take gross and supplements of the slips: by their paid hours, else as means by employer.

    What does not count is shown as not counted.
    """
    slips = course.table.payslip
    if all(slip.hours is not None for slip in slips):
        return _by_paid_hours(slips, course.table.weekly_hours, on)
    return _by_employer(slips, on)


def _slip_lines(slips: Sequence[Payslip], on: date, unit: str) -> tuple[Line, ...]:
    """Give what counts of each slip, and what does not."""
    lines = []
    for slip in slips:
        gross, supplements = slip.gross, slip.supplements
        lines.append(
            PAYSLIP.of(on, unit=unit, month=slip.month, gross=gross, supplements=supplements)
        )
        if slip.excluded:
            lines.append(EXCLUDED.of(on, unit=unit, month=slip.month, excluded=slip.excluded))
    return tuple(lines)


def _counted(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.kind is PAYSLIP)


def _by_paid_hours(slips: Sequence[Payslip], weekly: Decimal, on: date) -> Basis:
    """Take the pay of an hour × the own hours of a month (hourly or fortnightly pay)."""
    lines = _slip_lines(slips, on, "DKK")
    pay = PAY.of(on, sums=_counted(lines))
    paid = PAID_HOURS.of(on, hours=tuple(slip.hours for slip in slips if slip.hours is not None))
    basis = BASIS.of(on, "paid_hours", pay=pay, paid=paid, hours=weekly)
    return Basis(basis, (*lines, pay, paid, basis))


def _by_employer(slips: Sequence[Payslip], on: date) -> Basis:
    """Take the mean of each employer's months, and add the means where there are several."""
    employers = list(dict.fromkeys(slip.employer for slip in slips))
    if len(employers) == 1:
        lines = _slip_lines(slips, on, "DKK/month")
        basis = BASIS.of(on, _mean_of(slips), sums=_counted(lines), count=len(slips))
        return Basis(basis, (*lines, basis))
    lines, means = (), []
    for employer in employers:
        own = [slip for slip in slips if slip.employer == employer]
        of_slips = _slip_lines(own, on, "DKK/month")
        named = employer or _UNNAMED
        sums = _counted(of_slips)
        mean = MEAN.of(on, _mean_of(own), sums=sums, count=len(own), employer=named)
        lines += (*of_slips, mean)
        means.append(mean)
    basis = BASIS.of(on, "employers", means=tuple(means))
    return Basis(basis, (*lines, basis))


def _mean_of(slips: Sequence[Payslip]) -> str:
    """Name the formula of one slip, or of several."""
    return "payslips" if len(slips) > 1 else "payslip"


def of_own_hours(course: Course, basis: Line, on: date) -> Basis:
    """Give a basis for all own hours of a month, of which a single day is paid by the hour.

    A wage is one already. The loss of the self-employed is stated for the hours of the first
    grant; where the course has single days only, for all own hours.
    """
    table = course.table
    if table.monthly_loss is None or not table.grant:
        return Basis(basis, ())
    granted = min(min(table.grant, key=lambda grant: grant.from_).hours, table.weekly_hours)
    return _single(OWN_HOURS_LOSS.of(on, basis=basis, own=table.weekly_hours, granted=granted))


def _from_home_help(course: Course, on: date, context: Context) -> Basis:
    """Take the municipality's home-help wage, never above the hourly ceiling of the first year."""
    wage = context.level.home_help_hourly
    if wage is None:
        raise InputFaultsError([Fault("wage.no_home_help", course.at)])
    weekly = course.table.weekly_hours
    of_first_year = context.ceiling(max(course.start, context.book.first_day))
    ceiling = HOME_HELP_CEILING.of(on, ceiling=of_first_year, hours=weekly)
    rate = HOME_HELP_RATE.of(on, wage=wage, ceiling=ceiling)
    basis = BASIS.of(on, "home_help", rate=rate, hours=weekly)
    return Basis(basis, (ceiling, rate, basis))
