"""Savings by not working, deducted from the net (the order § 12)."""

from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from udmaal.breakdown import Line
from udmaal.case.model import Saving
from udmaal.language import Text
from udmaal.law.lost_earnings.act import law
from udmaal.law.lost_earnings.course import Course
from udmaal.lines.expression import kr, n, stated, sum_of
from udmaal.lines.kind import Kind, Together

LAW: Final = law("savings")

SAVING = Kind(
    "saving",
    Text("Besparelse: {note:or_kind}", "Saving: {note:or_kind}"),
    stated("monthly", "skønnet reel besparelse", "judged a real saving"),
    km=n("km").say(" km", " km") * kr("rate"),
    inputs={
        "monthly": Text("Besparelse: {note:or_kind}", "Saving: {note:or_kind}"),
        "rate": Text("Pr. km: {note:or_kind}", "Per km: {note:or_kind}"),
    },
    unit="DKK/month",
    law=LAW,
    rule=Text(
        "En besparelse er det, forælderen reelt sparer ved ikke at arbejde, f.eks. transport eller "
        "dagpasning. Den er skønnet i sagen, nedsættes ikke efter timer og omfatter aldrig "
        "kontingent til fagforening eller a-kasse.",
        "A saving is what the parent really saves by not working, such as travel or daycare. It is "
        "judged in the case, never scaled by hours, and never includes union or "
        "unemployment-insurance fees.",
    ),
)
SAVINGS = Kind(
    "savings",
    Text("Besparelser i alt", "Savings together"),
    sum_of("amounts"),
    days=(sum_of("products") / n("of")).say(" dage", " days"),
    unit="DKK/month",
    law=LAW,
    rule=Text(
        "Alle besparelser, der gælder på datoen. De trækkes fra nettoydelsen, ikke fra "
        "bruttoydelsen, og ændrer hverken pension, ATP eller ferietillæg.",
        "All savings in force on the date. They come off the net benefit, not the gross, and change "
        "neither pension, ATP nor holiday supplements.",
    ),
)


class Savings(NamedTuple):
    """The savings in force on a date, a line each."""

    lines: tuple[Line, ...]

    @property
    def total(self) -> Decimal:
        """Give their sum, kr./month."""
        return Together(self.lines).amount


def saving_applies(saving: Saving, on: date) -> bool:
    """Tell whether a saving counts on a day."""
    return (saving.from_ or date.min) <= on <= (saving.until or date.max)


def savings_on(course: Course, on: date) -> Savings:
    """Give the savings in force on a date (the order § 12)."""
    applying = (saving for saving in course.table.saving if saving_applies(saving, on))
    return Savings(tuple(saving_line(saving, on) for saving in applying))


def saving_line(saving: Saving, on: date) -> Line:
    """Give a saving, kr./month; it is never scaled by hours."""
    kind, note = saving.kind, saving.note
    if saving.monthly is not None:
        return SAVING.of(on, kind=kind, note=note, monthly=saving.monthly)
    return SAVING.of(on, "km", kind=kind, note=note, km=saving.km_monthly, rate=saving.rate_per_km)
