"""The yearly regulation of the basis (the order § 14)."""

from datetime import date
from typing import Final

from udmaal.breakdown import Line
from udmaal.faults import Fault, InputFaultsError
from udmaal.language import Text
from udmaal.law.context import Context
from udmaal.law.lost_earnings.act import law
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.wage_basis import Basis
from udmaal.lines.expression import kr, raised_by, whole_kroner
from udmaal.lines.kind import Kind
from udmaal.rates.keys import LOST_EARNINGS_PERCENT, SATSREGULERING_PERCENT

# The orders of these years rounded the regulated amount to whole kroner; the newer do not.
WHOLE_KRONER: Final = range(2012, 2024)

ASSUMPTION: Final = "A14"

_RAISED: Final = kr("before") * raised_by("percent")
REGULATION = Kind(
    "regulation",
    Text("Regulering 1. januar {year}", "Regulation 1 January {year}"),
    _RAISED,
    kroner=whole_kroner(_RAISED),
    unit="DKK/month",
    law=law("regulation"),
    driver="regulation",
    rule=Text(
        "Grundlaget forhøjes hver 1. januar efter den første bevilling med årets procent: efter de "
        "gamle regler satsreguleringsprocenten, ellers procenten for tabt arbejdsfortjeneste. Ved "
        "regulering fra 2012 til 2023 afrundes til hele kroner, dog ikke efter de gamle regler. "
        "Lønstigninger i det tidligere job tæller ikke.",
        "The basis is raised on every 1 January after the first grant by that year's percentage: "
        "under the old rules the satsreguleringsprocent, otherwise the percentage of lost earnings. "
        "Regulations from 2012 to 2023 are rounded to whole kroner, but not under the old rules. "
        "Wage rises in the former job do not count.",
    ),
)


def regulation_years(course: Course, on: date) -> range:
    """Give the years on whose 1 January the basis is raised, up to a date.

    Every 1 January after the first grant; with ``basis_level`` only later years'.
    Raises ``InputFaultsError`` for a date before the year of ``basis_level``.
    """
    given = course.first_grant.year
    level = course.table.basis_level
    if level is not None:
        if on.year < level:
            values = {"date": on, "level": level}
            place = (*course.at, "basis_level")
            raise InputFaultsError([Fault("basis_level.later", place, values)])
        given = max(given, level)
    return range(given + 1, on.year + 1)


def regulated(course: Course, basis: Line, on: date, context: Context) -> Basis:
    """Raise the basis year by year; one line a year, none where it is not raised."""
    key = SATSREGULERING_PERCENT if course.old_rules else LOST_EARNINGS_PERCENT
    years = regulation_years(course, on)
    lines = []
    for year, percent in zip(years, context.book.percentages(key, years), strict=True):
        by = rounding_of(year, old_rules=course.old_rules)
        basis = REGULATION.of(on, by, year=year, before=basis, percent=percent)
        lines.append(basis)
    return Basis(basis, tuple(lines))


def rounding_of(year: int, *, old_rules: bool) -> str:
    """Name the formula of a year: whole kroner from 2012 to 2023, but not under the old rules."""
    return "kroner" if year in WHOLE_KRONER and not old_rules else ""
