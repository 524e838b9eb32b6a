"""Single days off to follow the child: hours × hourly rate (SEL § 42 / BL § 87, stk. 3)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from udmaal.breakdown import Line
from udmaal.calendar_month import Month
from udmaal.case.model import SingleDay
from udmaal.language import Text
from udmaal.law.context import Context
from udmaal.law.lost_earnings import regulation
from udmaal.law.lost_earnings.act import law
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.hours import WEEKLY_LIMIT, covers_own_hours
from udmaal.law.lost_earnings.pension import FORMER_INPUT, former_pension
from udmaal.law.lost_earnings.regulation import regulated
from udmaal.law.lost_earnings.wage_basis import of_own_hours, wage_basis
from udmaal.ledger import NOTHING, Counted, CourseMonth, Remark
from udmaal.lines.expression import WEEKS_A_MONTH, kr, let, n, nothing, percent, shown, smaller
from udmaal.lines.kind import Kind
from udmaal.money import to_ore

_HOURS_A_MONTH = n("own") * WEEKS_A_MONTH

RATE = Kind(
    "single_day_rate",
    Text("Timesats, enkeltdag {date:day}", "Hourly rate, single day {date:day}"),
    let("wage", smaller(kr("basis"), kr("ceiling")), kr("wage") / _HOURS_A_MONTH),
    no_ceiling=(kr("wage") / _HOURS_A_MONTH).say("; intet loft", "; no ceiling"),
    unit="DKK/hour",
    law=law("ceiling", "stk. 3"),
    rule=Text(
        "Enkeltdage betales pr. time: det mindste af grundlag og loft delt med egne timer om "
        "måneden, afrundet til øre først. Efter de gamle regler er der intet loft.",
        "Single days are paid by the hour: the smaller of basis and ceiling divided by the own "
        "hours a month, rounded to øre first. Under the old rules there is no ceiling.",
    ),
)
SINGLE_DAY = Kind(
    "single_day",
    Text("Enkeltdag {date:day} {note:text}", "Single day {date:day} {note:text}"),
    n("hours").say(" timer", " hours") * kr("rate"),
    covered=nothing(
        "alle {own:n} egne timer om ugen er allerede bevilget: intet tabes",
        "all {own:n} own hours a week are granted already: nothing is lost",
    ),
    unit="DKK",
    law=law("ceiling", "stk. 3"),
    rule=Text(
        "Timerne på en enkeltdag, f.eks. til behandling eller møder om barnet, ganget med timesatsen.",
        "The hours of a single day, such as treatment or meetings about the child, times the "
        "hourly rate.",
    ),
)
PENSION = Kind(
    "single_day_pension",
    Text("Pension, enkeltdag {date:day}", "Pension, single day {date:day}"),
    smaller(
        shown(percent("percent") * kr("gross"), "full"),
        shown(kr("former") * n("hours") / _HOURS_A_MONTH, "limit"),
    ),
    inputs=FORMER_INPUT,
    unit="DKK",
    law=law("pension", "stk. 3"),
    rule=Text(
        "Pensionsbidraget af en enkeltdag er det mindste af 10 % af beløbet og det tidligere "
        "bidrag ganget med dagens andel af månedens egne timer.",
        "The pension contribution of a single day is the smaller of 10 % of the amount and the "
        "former contribution times the day's share of the own hours of a month.",
    ),
)


# What the lines of a single day add to its month.
_COUNTS_AS: Final = {SINGLE_DAY: "single_days", PENSION: "pension"}


class SingleDayPay(NamedTuple):
    """Benefit and pension of one single day, kr.; ``covered`` where nothing is lost."""

    single: SingleDay
    gross: Decimal
    pension: Decimal
    lines: tuple[Line, ...]
    assumptions: tuple[str, ...] = ()
    covered: bool = False

    @property
    def hours(self) -> Fraction:
        """Give the hours of help that are paid."""
        return Fraction(self.single.hours if self.gross else 0)

    @property
    def given(self) -> CourseMonth:
        """Give what it adds to its month."""
        code = "single_day.covered" if self.covered else "single_day"
        return CourseMonth(
            Month.of(self.single.date),
            single_days=self.gross,
            pension=self.pension,
            lines=self.lines,
            counted=tuple(
                Counted(_COUNTS_AS[line.kind], line)
                for line in self.lines
                if line.kind in _COUNTS_AS
            ),
            remarks=(Remark(code, {"date": self.single.date, "hours": self.single.hours}),),
        )


def single_day_pay(
    course: Course, courses: Sequence[Course], single: SingleDay, context: Context
) -> SingleDayPay:
    """Pay a single day.

    Nothing is lost where the hours in force that day are all own hours already (SEL § 42 / BL
    § 87, stk. 3).
    """
    limit = context.rates(single.date).number(WEEKLY_LIMIT)
    if covers_own_hours(courses, course, single.date, limit):
        return _covered(course, single)
    return _paid(course, single, context)


def _covered(course: Course, single: SingleDay) -> SingleDayPay:
    made = SINGLE_DAY.of(
        single.date, "covered",
        date=single.date, note=single.note, own=course.table.weekly_hours,
    )  # fmt: skip
    return SingleDayPay(single, made.amount, NOTHING, (made,), covered=True)


def _paid(course: Course, single: SingleDay, context: Context) -> SingleDayPay:
    """Pay the hours at the hourly rate, and their pension."""
    on = single.date
    first = wage_basis(course, on, context)
    after = regulated(course, first.line, on, context)
    lost = of_own_hours(course, after.line, on)
    rate = _rate(course, single, lost.line, context)
    gross = SINGLE_DAY.of(on, date=on, note=single.note, hours=single.hours, rate=rate)
    pension = _pension(course, single, first.line, gross, context)
    return SingleDayPay(
        single,
        gross.amount,
        pension.amount if pension else NOTHING,
        (*lost.lines, rate, gross, *([pension] if pension else ())),
        (*([regulation.ASSUMPTION] if after.lines else ()), *(_scaled(pension) if pension else ())),
    )


def _rate(course: Course, single: SingleDay, basis: Line, context: Context) -> Line:
    """Give the smaller of basis and ceiling as an hourly rate, rounded first."""
    on, own = single.date, course.table.weekly_hours
    if course.old_rules:
        return RATE.of(on, "no_ceiling", date=on, wage=basis, own=own)
    return RATE.of(on, date=on, basis=basis, ceiling=context.ceiling(on), own=own)


def _pension(
    course: Course, single: SingleDay, first_basis: Line, gross: Line, context: Context
) -> Line | None:
    """Give the smaller of 10 % of the gross and the day's share of the former contribution."""
    on = single.date
    rates = context.rates(on)
    former = former_pension(course.table, first_basis, on, rates)
    if not former:
        return None
    return PENSION.of(
        on,
        date=on,
        percent=rates["lost_earnings.pension_percent"],
        gross=gross,
        former=former,
        hours=single.hours,
        own=course.table.weekly_hours,
    )


def _scaled(pension: Line) -> Iterator[str]:
    """Name the assumption of a limit by hours, where that decides [A01]."""
    if pension.amount != min(pension.number("full"), to_ore(pension.number("former"))):
        yield "A01"
