"""The register of checks, and what a check looks at."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import NamedTuple

from udmaal.breakdown import Result, Severity, Values
from udmaal.case.model import Case
from udmaal.law.context import Context
from udmaal.law.extra_costs.decision import Decision
from udmaal.law.lost_earnings.course import Course


class Found(NamedTuple):
    """A place in the case file, in dotted form, and the values of the message."""

    where: str
    values: Values


class Facts(NamedTuple):
    """A case on a date, with what was calculated of it.

    ``decisions`` are those on extra costs. ``results`` are empty where the rules refuse the case.
    ``since`` and ``until`` are the first and last day of a ledger's period, else the date itself.
    ``cpr`` are the places of texts that hold a CPR number. ``whole`` tells that nothing of the case
    was left out as not yet known.
    """

    cpr: tuple[str, ...]
    case: Case
    on: date
    context: Context
    courses: tuple[Course, ...]
    decisions: tuple[Decision, ...]
    results: tuple[Result, ...]
    since: date
    until: date
    whole: bool

    def result(self, where: str) -> Result | None:
        """Give the result of a table of the case file."""
        for result in self.results:
            if result.where == where:
                return result
        return None


Run = Callable[[Facts], Iterable[Found]]


class Check(NamedTuple):
    """A code with its severity; ``run`` is ``None`` where the caller makes the finding.

    ``needs`` names a table, or a key in tables of a list, without which there is nothing to find.
    What a check ``of_rates`` finds is about the rates of the date, whatever the case.
    """

    code: str
    severity: Severity
    run: Run | None
    needs: str = ""
    of_rates: bool = False


CHECKS: dict[str, Check] = {}


def check(
    code: str, severity: Severity, needs: str = "", *, of_rates: bool = False
) -> Callable[[Run], Run]:
    """Register a check under its code, for cases that hold the table it needs."""

    def register(run: Run) -> Run:
        if code in CHECKS:
            raise ValueError(code)
        CHECKS[code] = Check(code, severity, run, needs, of_rates)
        return run

    return register


def tables_of(case: Case) -> frozenset[str]:
    """Give those needs of the checks that a case has."""
    found = {""}
    for name, keys in _needs().items():
        tables = getattr(case, name)
        if tables:
            found.add(name)
            found.update([need for need, key in keys for table in tables if getattr(table, key)])
    return frozenset(found)


@cache
def _needs() -> dict[str, list[tuple[str, str]]]:
    """Give the tables that checks need, each with the keys that are needed in it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for need in {check.needs for check in CHECKS.values()} - {""}:
        name, _, key = need.partition(".")
        found.setdefault(name, [])
        if key:
            found[name].append((need, key))
    return found
