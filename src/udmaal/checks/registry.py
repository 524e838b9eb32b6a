"""The register of checks, and what a check looks at."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal, NamedTuple

from udmaal.breakdown import Result, Severity, Values
from udmaal.case.model import Case
from udmaal.law.context import Context
from udmaal.law.lost_earnings.course import Course


class Found(NamedTuple):
    """A place in the case file, in dotted form, and the values of the message."""

    where: str
    values: Values


class Facts(NamedTuple):
    """A case on a date, with what was calculated of it.

    ``results`` are empty where the rules refuse the case. ``since`` and ``until`` are the first
    and last day of a ledger's period, else the date itself. ``cpr`` are the places of texts that
    hold a CPR number.
    """

    cpr: tuple[str, ...]
    case: Case
    on: date
    context: Context
    courses: tuple[Course, ...]
    results: tuple[Result, ...]
    since: date
    until: date

    def result(self, where: str) -> Result | None:
        """Give the result of a table of the case file."""
        return next((result for result in self.results if result.where == where), None)


Run = Callable[[Facts], Iterable[Found]]


Needs = Literal[
    "",
    "lost_earnings",
    "lost_earnings.payslip",
    "lost_earnings.saving",
    "lost_earnings.single_day",
    "lost_earnings.new_income",
    "lost_earnings.end",
    "extra_costs",
    "home_training",
    "respite",
]


class Check(NamedTuple):
    """A code with its severity; ``run`` is ``None`` where the caller makes the finding.

    ``needs`` names a table without which there is nothing to find.
    """

    code: str
    severity: Severity
    run: Run | None
    needs: Needs = ""


CHECKS: dict[str, Check] = {}


def check(code: str, severity: Severity, needs: Needs = "") -> Callable[[Run], Run]:
    """Register a check under its code, for cases that hold the table it needs."""

    def register(run: Run) -> Run:
        if code in CHECKS:
            raise ValueError(code)
        CHECKS[code] = Check(code, severity, run, needs)
        return run

    return register


def tables_of(case: Case) -> frozenset[Needs]:
    """Name the tables of a case that checks need."""
    found: set[Needs] = {""}
    if case.lost_earnings:
        found.add("lost_earnings")
    for table in case.lost_earnings:
        if table.payslip:
            found.add("lost_earnings.payslip")
        if table.saving:
            found.add("lost_earnings.saving")
        if table.single_day:
            found.add("lost_earnings.single_day")
        if table.new_income:
            found.add("lost_earnings.new_income")
        if table.end is not None:
            found.add("lost_earnings.end")
    if case.extra_costs is not None:
        found.add("extra_costs")
    if case.home_training is not None:
        found.add("home_training")
    if case.respite is not None:
        found.add("respite")
    return frozenset(found)
