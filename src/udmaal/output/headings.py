"""Fixed words of the printed formats."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Protocol

from udmaal.breakdown import Absence, Finding
from udmaal.language import Language, Text
from udmaal.law.benefits import BY_KEY
from udmaal.rates.book import Rate
from udmaal.text import numbers
from udmaal.text.absences import absence_text
from udmaal.text.rate_names import RATE_NAMES
from udmaal.text.terms import TERMS, UNITS

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
NOTHING_PAID = Text("Der udbetales ikke noget", "Nothing is paid")
WITHOUT = Text("Uden ydelse på denne dato", "Without a benefit on this date")
NOTES = Text("Noter", "Notes")
TO_DO = Text("Tag stilling til", "Needs a hand")
HAPPENED = Text("Hvad der skete", "What happened")
OUTSTANDING = Text("Forfalder senere", "Falls due later")
FROM = Text("fra", "from")
KNOWN = Text("som kendt {day}", "as known {day}")
ACCEPTED = Text("accepteret", "accepted")
REASON = Text("begrundelse", "reason")
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


class Named(Protocol):
    """What is of a benefit: a result, why there is none, or months."""

    @property
    def benefit(self) -> str:
        """Give the key of the benefit."""

    @property
    def rules(self) -> str | None:
        """Give the rules, where the benefit has several sets of them."""

    @property
    def parent(self) -> str | None:
        """Give the label of the parent."""

    @property
    def child(self) -> str | None:
        """Give the label of the sibling."""


def as_known(known: date | None, language: Language) -> str:
    """Say what day's knowledge a result rests on, to stand behind another heading."""
    if known is None:
        return ""
    return f" · {KNOWN.in_(language).format(day=numbers.day(known, language))}"


def name_of(benefit: str, rules: str | None, language: Language) -> str:
    """Name a benefit by its key, and by its rules where it has several sets of them."""
    return BY_KEY[benefit].names[rules or ""].in_(language)


def benefit_name(about: Named, language: Language) -> str:
    """Name a benefit and its parent, of a course for a sibling that child too."""
    name = name_of(about.benefit, about.rules, language)
    return (
        name
        if about.parent is None
        else f"{name}, {of_parent(about.parent, about.child, language)}"
    )


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


def finding_mark(finding: Finding, language: Language) -> str:
    """Give the severity of a finding in words, or that it is accepted, and its code."""
    mark = TERMS[finding.severity] if finding.accepted is None else ACCEPTED
    return f"{mark.in_(language)} {finding.code}"


def needs_a_hand(finding: Finding) -> bool:
    """Tell whether somebody has to look at a finding that nobody has yet."""
    return finding.accepted is None and finding.severity != "info"


def rate_text(rate: Rate, language: Language) -> str:
    """Give a rate by its name, with value, unit, date, status and where it was seen."""
    return f"{RATE_NAMES[rate.key].in_(language)}: {rate_in_force(rate, language)}"


def rate_in_force(rate: Rate, language: Language) -> str:
    """Give the value of a rate with unit, date, status and where it was seen."""
    effective = f"{FROM.in_(language)} {numbers.day(rate.effective, language)}"
    status = TERMS[rate.status].in_(language)
    source = short_source(rate, language).removeprefix(f"{status}: ")
    return f"{rate_value(rate, language)} {effective}, {status} ({source})"


def rate_value(rate: Rate, language: Language) -> str:
    """Write the value of a rate with its unit."""
    return f"{rate_number(rate, language)} {UNITS[rate.unit].in_(language)}".strip()


def rate_number(rate: Rate, language: Language) -> str:
    """Write the value of a rate without its unit; a period has its own."""
    value = rate.value
    if isinstance(value, Decimal):
        return numbers.number(value, language)
    return f"{value.number} {UNITS[value.unit].in_(language)}"


def unpublished(rates: Iterable[Rate], language: Language) -> list[str]:
    """Warn of rates that were not published."""
    statuses = {rate.status for rate in rates}
    return [text.in_(language) for status, text in UNPUBLISHED.items() if status in statuses]


def short_source(rate: Rate, language: Language) -> str:
    """Give the first source without its address."""
    return rate.source_in(language).split(";")[0].split(" | ")[0]
