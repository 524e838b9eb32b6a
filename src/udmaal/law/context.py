"""What the rules draw on besides the case."""

from dataclasses import dataclass
from datetime import date

from udmaal.municipality import ServiceLevel
from udmaal.rates.book import Rate, RateBook, RatesOfDate


@dataclass(frozen=True, slots=True)
class Context:
    """The rates of all dates and the municipality's service level."""

    book: RateBook
    level: ServiceLevel

    def rates(self, on: date) -> RatesOfDate:
        """Give the rates of a date; raises ``InputFaultsError`` outside the covered range."""
        return self.book.at(on)

    def ceiling(self, on: date) -> Rate:
        """Give the ceiling of lost earnings on a date, kr./month."""
        return self.book.at(on)["lost_earnings.ceiling"]
