"""The two holiday supplements (the order §§ 15 and 16).

1 % of the gross of the calendar year before, while the course runs on; and 12.5 % of what was not
yet compensated, when it ends or its hours are reduced.
"""

from collections.abc import Iterator
from datetime import MINYEAR, date
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from udmaal.calendar_month import Month
from udmaal.language import Text
from udmaal.law.context import Context
from udmaal.law.lost_earnings.act import law
from udmaal.law.lost_earnings.months.segments import Change
from udmaal.ledger import Due
from udmaal.lines.expression import kr, percent
from udmaal.lines.kind import Kind, Portion, Portions
from udmaal.money import fraction_to, fraction_to_ore, percent_of

_MAY: Final = 5
_SEPTEMBER: Final = 9

# The month in which the holiday year begins, by the calendar year from which it does [A06].
_HOLIDAY_YEAR_BEGINS: Final = ((MINYEAR, _MAY), (2021, _SEPTEMBER))

# The decimals with which a gross is written at most.
_DECIMALS: Final = 12
_HAIR: Final = Decimal(1).scaleb(-_DECIMALS)

_GROSS = percent("percent") * kr("gross")

HOLIDAY_1 = Kind(
    "holiday_1",
    Text("Ferietillæg, 1 % af {year}", "Holiday supplement, 1 % of {year}"),
    _GROSS.say(", ydelsen i {year}", ", benefit of {year}"),
    unit="DKK",
    law=law("running_supplement"),
    rule=Text(
        "Løber forløbet stadig 1. januar, gives der et ferietillæg på 1 % af sidste kalenderårs "
        "bruttoydelse. Det forfalder 1. maj og gælder også enkeltdage.",
        "Where the course still runs on 1 January, there is a holiday supplement of 1 % of last "
        "calendar year's gross benefit. It falls due on 1 May and also covers single days.",
    ),
)
HOLIDAY_125 = Kind(
    "holiday_125",
    Text("Feriegodtgørelse, 12,5 % af {year}", "Holiday allowance, 12.5 % of {year}"),
    _GROSS.say(", ophør {day:day}", ", end {day:day}"),
    pause=_GROSS.say(", pause efter {day:day}", ", pause after {day:day}"),
    reduction=_GROSS.say(
        ", nedsat fra {before:n} til {after:n} timer {day:day}",
        ", reduced from {before:n} to {after:n} hours {day:day}",
    ),
    unit="DKK",
    law=law("ending_supplement"),
    rule=Text(
        "Ved ophør gives der 12,5 % i feriegodtgørelse af den bruttoydelse fra sidste og dette "
        "kalenderår, som ikke allerede er godtgjort; ved færre timer den del, timerne er nedsat "
        "med. Sidste års del forfalder 1. maj eller i ophørsmåneden, hvis den er senere; dette "
        "års del forfalder, når ferieåret begynder næste kalenderår. Forløb med enkeltdage alene "
        "giver den ikke.",
        "On ending there is a holiday allowance of 12.5 % of last and this calendar year's gross "
        "benefit not yet compensated; on fewer hours, of the part by which the hours were "
        "reduced. Last year's part falls due on 1 May, or in the month of the event if that is "
        "later; this year's part when the holiday year begins in the next calendar year. Courses "
        "with single days alone do not bring it.",
    ),
)


class Pot(NamedTuple):
    """Gross benefit, exact, and what it is of: parts of lines, and an amount ``beside`` them."""

    gross: Fraction
    parts: tuple[Portion, ...] = ()
    beside: Fraction = Fraction(0)

    def plus(self, other: "Pot") -> "Pot":
        """Add another."""
        return Pot(self.gross + other.gross, self.parts + other.parts, self.beside + other.beside)

    def times(self, part: Fraction) -> "Pot":
        """Give a part of it."""
        parts = (each._replace(part=each.part * part) for each in self.parts if part)
        return Pot(self.gross * part, tuple(parts), self.beside * part)


def running_supplement(year: int, gross: Pot, context: Context) -> Due | None:
    """Give the 1 % of a year's gross, due on 1 May of the year after (the order § 15)."""
    turn = date(year + 1, 1, 1)
    # The supplement of the last year with rates is known before those of the next year are.
    rate = context.book.nearest(turn)["lost_earnings.holiday_running_percent"]
    written = written_gross(gross.gross, rate.number)
    if written is None:
        return None
    of = Portions(gross.parts, gross.beside, written)
    made = HOLIDAY_1.of(turn, percent=rate, year=str(year), gross=of)
    return Due(running_supplement_due(turn), "holiday_1", made.amount, made)


def running_supplement_due(turn: date) -> Month:
    """Give the month in which the supplement that arises on 1 January is paid (the order § 15)."""
    return Month(turn.year, _MAY)


def ending_supplements(
    change: Change, last_year: Pot, this_year: Pot, context: Context
) -> Iterator[Due]:
    """Compensate an end, a pause or a reduction of hours (the order § 16)."""
    day = change.former.last
    rate = context.rates(day)["lost_earnings.holiday_ending_percent"]
    grosses = (last_year, this_year)
    for (year, due), gross in zip(ending_supplements_due(day), grosses, strict=True):
        written = written_gross(gross.gross, rate.number)
        if written is not None:
            of = Portions(gross.parts, gross.beside, written)
            made = HOLIDAY_125.of(
                day, _formula(change), percent=rate, year=str(year), gross=of,
                day=day, before=change.former.effective, after=change.after,
            )  # fmt: skip
            yield Due(due, "holiday_125", made.amount, made)


def ending_supplements_due(day: date) -> tuple[tuple[int, Month], tuple[int, Month]]:
    """Give the years whose parts an event compensates, each with the month it is paid.

    The part of last year is due on 1 May of the year, or in the month of the event when that has
    passed; the part of this year when the holiday year begins in the next calendar year.
    """
    return (
        (day.year - 1, Month(day.year, max(day.month, _MAY))),
        (day.year, holiday_year_begins(day.year + 1)),
    )


def _formula(change: Change) -> str:
    """Tell an end from a pause and a reduction."""
    if change.pause:
        return "pause"
    return "reduction" if change.after else ""


def holiday_year_begins(year: int) -> Month:
    """Give the month of a calendar year in which the holiday year begins [A06]."""
    begins = next(month for first, month in reversed(_HOLIDAY_YEAR_BEGINS) if first <= year)
    return Month(year, begins)


def written_gross(gross: Fraction, percent_: Decimal) -> Decimal | None:
    """Write an exact gross so that a reader is led to the supplement; ``None`` where there is none.

    A part of a pot is no whole number of øre, and the supplement is rounded once: so many
    decimals, two or more, that its rounding comes out.
    """
    supplement = fraction_to_ore(gross * Fraction(percent_) / 100)
    if not supplement:
        return None
    return next(each for each in _decimals(gross) if percent_of(each, percent_) == supplement)


def _decimals(gross: Fraction) -> Iterator[Decimal]:
    """Give a gross with more and more decimals, last the numbers that it lies between.

    A supplement that is exactly half an øre may need a number a hair above.
    """
    for places in range(2, _DECIMALS + 1):
        yield fraction_to(gross, places)
    nearest = fraction_to(gross, _DECIMALS)
    yield nearest + _HAIR
    yield nearest - _HAIR
