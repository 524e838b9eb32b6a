"""The Python API as one object: the rates and service levels, and what can be asked of a case."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from udmaal.api import CaseFile, calculate, check_case, deadlines, make_ledger, read_case
from udmaal.breakdown import Breakdown, Finding
from udmaal.calendar_month import Month
from udmaal.comparison.compare import compare
from udmaal.comparison.paid import read_paid
from udmaal.deadline import Deadline
from udmaal.ledger import Ledger
from udmaal.municipality import level_folders
from udmaal.rates.book import RateBook
from udmaal.rates.read import read_rates


class Udmaal:
    """Calculates cases with one set of rates.

    ``rates`` is a folder of rate files, or rates that were read already; left out, the shipped
    ones. ``municipality_folders``, one or several, are searched for service levels before the
    folder ``municipalities`` beside the rates and the shipped one.

    The rates are those of the moment it is made; one made after a file has changed has the new
    ones. A service level is looked up when a case that names it is calculated. All methods raise
    ``InputFaultsError`` with everything that is wrong with an input.
    """

    def __init__(
        self,
        rates: RateBook | Path | str | None = None,
        municipality_folders: Iterable[Path | str] | Path | str = (),
    ) -> None:
        own = municipality_folders
        own = (own,) if isinstance(own, str | Path) else own
        folder = None if isinstance(rates, RateBook) else rates
        self.rates = rates if isinstance(rates, RateBook) else read_rates(folder)
        self.municipality_folders = level_folders(own, folder)

    def read(self, path: Path | str) -> CaseFile:
        """Read and check a case file (``-``: standard input)."""
        return read_case(path, self.rates)

    def known(self, case: CaseFile, asof: date) -> CaseFile:
        """Give a case as it was known on a day: what is dated after it is left out."""
        return case.as_known(asof, self.rates)

    def calculate(self, case: CaseFile, on: date, *, corrected_ceilings: bool = False) -> Breakdown:
        """Calculate every benefit of a case on a date.

        ``corrected_ceilings`` asks for the ceilings of 2014 to 2019 as they should have been.
        """
        return calculate(
            case,
            self.rates,
            on,
            self.municipality_folders,
            corrected_ceilings=corrected_ceilings,
        )

    def ledger(
        self,
        case: CaseFile,
        first: Month | None = None,
        last: Month | None = None,
        *,
        today: date | None = None,
        corrected_ceilings: bool = False,
    ) -> Ledger:
        """Work out a case month by month; left out, the months are those of the courses.

        A course that goes on is followed to the month of ``today``, by itself the present day.
        """
        return make_ledger(
            case,
            self.rates,
            first,
            last,
            today=today or date.today(),  # noqa: DTZ011 - the caller's own calendar
            municipality_folders=self.municipality_folders,
            corrected_ceilings=corrected_ceilings,
        )

    def check(self, case: CaseFile, on: date) -> tuple[Finding, ...]:
        """Give the findings of a case on a date, also of one that the rules refuse."""
        return check_case(case, self.rates, on, self.municipality_folders)

    def deadlines(self, case: CaseFile, since: date, until: date) -> tuple[Deadline, ...]:
        """Give what falls due in a case from one day to another, and what is overdue and open."""
        return deadlines(case, self.rates, since, until, self.municipality_folders)

    def compare(self, ledger: Ledger, paid: Path | str) -> Ledger:
        """Give a ledger with what was paid in its months, from a CSV file or a workbook.

        Its months then have ``paid`` and ``difference``; the given ledger stays as it is.
        """
        return compare(ledger, read_paid(paid))
