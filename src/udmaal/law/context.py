"""What the rules draw on besides the case."""

from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple, Protocol

from udmaal.case.model import Case
from udmaal.law.lost_earnings.course import Course
from udmaal.municipality import ServiceLevel
from udmaal.rates.book import Rate, RateBook, RatesOfDate

_CORRECTED = "lost_earnings.ceiling_corrected"


@dataclass(frozen=True, slots=True)
class Context:
    """The rates of all dates and the municipality's service level.

    ``corrected_ceilings`` asks for the ceilings of 2014 to 2019 as they should have been: the
    published ones were 3.2 % too low (lov 1570/2019).
    """

    book: RateBook
    level: ServiceLevel
    corrected_ceilings: bool = False

    def rates(self, on: date) -> RatesOfDate:
        """Give the rates of a date; raises ``InputFaultsError`` outside the covered range."""
        return self.book.at(on)

    def ceiling(self, on: date) -> Rate:
        """Give the ceiling of lost earnings to calculate with on a date, kr./month."""
        rates = self.book.at(on)
        corrected = rates.get(_CORRECTED) if self.corrected_ceilings else None
        if corrected is not None and corrected.effective.year == on.year:
            return corrected
        return rates["lost_earnings.ceiling"]

    def published(self) -> "Context":
        """Give the same with the published ceilings."""
        return replace(self, corrected_ceilings=False)


class Resolved(Protocol):
    """A case with its courses resolved to days."""

    @property
    def case(self) -> Case:
        """Give the facts of the case."""

    @property
    def courses(self) -> tuple[Course, ...]:
        """Give the courses of lost earnings, in the order of the file."""


class Situation(NamedTuple):
    """A case with its courses resolved to days, and what the rules draw on besides."""

    case: Case
    courses: tuple[Course, ...]
    context: Context
