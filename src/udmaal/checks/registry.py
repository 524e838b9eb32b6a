"""The register of checks, and what a check looks at."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from udmaal.breakdown import Result, Severity, Values
from udmaal.case.model import Case
from udmaal.law.context import Context
from udmaal.law.lost_earnings.course import Course


class Found(NamedTuple):
    """A place in the case file, in dotted form, and the values of the message."""

    where: str
    values: Values


@dataclass(frozen=True, slots=True)
class Facts:
    """A case on a date, with what was calculated of it.

    ``results`` are empty where the rules refuse the case. ``since`` and ``until`` are the first
    and last day of a ledger's period, else the date itself. ``text`` is the file as it was read.
    """

    text: str
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


class Check(NamedTuple):
    """A code with its severity; ``run`` is ``None`` where the caller makes the finding."""

    code: str
    severity: Severity
    run: Run | None


CHECKS: dict[str, Check] = {}


def check(code: str, severity: Severity) -> Callable[[Run], Run]:
    """Register a check under its code."""

    def register(run: Run) -> Run:
        if code in CHECKS:
            raise ValueError(code)
        CHECKS[code] = Check(code, severity, run)
        return run

    return register
