"""Fixed words of the printed formats."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from udmaal.breakdown import Absence, Result
from udmaal.rates.book import Rate
from udmaal.text import numbers
from udmaal.text.absences import absence_text
from udmaal.text.language import Language, Text
from udmaal.text.terms import BENEFITS, TERMS, UNITS

if TYPE_CHECKING:
    from udmaal.ledger import BenefitLedger, CourseLedger

ITEM = Text("Post", "Item")
FORMULA = Text("Beregning", "Calculation")
AMOUNT = Text("Beløb", "Amount")
LAW = Text("Lov", "Law")
UNIT = Text("Enhed", "Unit")
RATES = Text("Satser", "Rates")
ASSUMED = Text("Antagelser", "Assumptions")
FOUND = Text("Anmærkninger", "Findings")
CASE = Text("Sag", "Case")
PARENT = Text("forælder", "parent")
SIBLING = Text("søskende", "sibling")
NOTHING = Text("Ingen ydelse på denne dato.", "No benefit on this date.")
WITHOUT = Text("Uden ydelse på denne dato", "Without a benefit on this date")
LOST_EARNINGS = BENEFITS["lost_earnings"]
HAPPENED = Text("Hvad skete", "What happened")
OUTSTANDING = Text("Forfalder senere", "Falls due later")
FROM = Text("fra", "from")
ACCEPTED = Text("accepteret", "accepted")
UNPUBLISHED = {
    "provisional": Text(
        "Resultatet bygger på foreløbige satser, der endnu ikke er fastsat.",
        "The result rests on provisional rates that are not yet set.",
    ),
    "derived": Text(
        "Resultatet bygger på beregnede satser, der ikke er set offentliggjort.",
        "The result rests on derived rates that were not seen published.",
    ),
}

# Lines that answer the question; they stand out.
TOTALS = frozenset(
    {"gross", "pension", "before_tax", "payout", "municipality_cost", "monthly", "one_off",
     "weekly", "total", "payable", "respite_days"}
)  # fmt: skip


def benefit_key(result: "Result | BenefitLedger | Absence") -> str:
    """Give the key of a benefit's name."""
    return f"{result.benefit}.{result.rules}" if result.rules else result.benefit


def benefit_name(result: "Result | BenefitLedger | Absence", language: Language) -> str:
    """Name a benefit and its parent, of a course for a sibling that child too."""
    name = BENEFITS[benefit_key(result)].in_(language)
    if result.parent is None:
        return name
    child = result.child if isinstance(result, Result | Absence) else None
    return f"{name}, {of_parent(result.parent, child, language)}"


def course_name(course: "CourseLedger", language: Language) -> str:
    """Name a course of lost earnings."""
    of = of_parent(course.parent, course.child, language)
    return f"{LOST_EARNINGS.in_(language)}, {of}"


def of_parent(parent: str, child: str | None, language: Language) -> str:
    """Name a parent, and the sibling where a course is for one, by their labels."""
    return of_child(parent_name(parent, language), child, language)


def of_child(name: str, child: str | None, language: Language) -> str:
    """Add the label of the sibling to a name, where it is about one."""
    return name if child is None else f"{name}, {SIBLING.in_(language)} {child}"


def absence_lines(absences: Iterable[Absence], language: Language) -> list[str]:
    """Name each benefit without a result, and say why."""
    return [
        f"{benefit_name(absence, language)}: {absence_text(absence, language)}"
        for absence in absences
    ]


def parent_name(parent: str, language: Language) -> str:
    """Name a parent by the label of the case file."""
    return f"{PARENT.in_(language)} {parent}"


def rate_text(rate: Rate, language: Language) -> str:
    """Give a rate with value, unit, date, status and where it was seen."""
    effective = f"{FROM.in_(language)} {numbers.day(rate.effective, language)}"
    status = TERMS[rate.status].in_(language)
    value = f"{rate_number(rate, language)} {UNITS[rate.unit].in_(language)}"
    return f"{rate.key}: {value} {effective}, {status} ({short_source(rate)})"


def rate_number(rate: Rate, language: Language) -> str:
    """Write the value of a rate without its unit; a period stands as it is."""
    return rate.value if isinstance(rate.value, str) else numbers.number(rate.value, language)


def unpublished(rates: Iterable[Rate], language: Language) -> list[str]:
    """Warn of rates that were not published."""
    statuses = {rate.status for rate in rates}
    return [text.in_(language) for status, text in UNPUBLISHED.items() if status in statuses]


def short_source(rate: Rate) -> str:
    """Give the first source without its address."""
    return rate.source.split(";")[0].split(" | ")[0]
