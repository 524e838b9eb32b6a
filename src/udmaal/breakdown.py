"""The result of a calculation: immutable values that know their formula, law and rates.

Nothing here knows a language. ``udmaal.text`` turns ids and formula keys into words, and
``udmaal.output`` writes them.
"""

from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from udmaal.amounts import Amounts
from udmaal.lines.kind import Line, Values
from udmaal.rates.book import Rate

__all__ = [
    "Absence",
    "Breakdown",
    "Finding",
    "Line",
    "Result",
    "Severity",
    "Values",
    "sorted_codes",
]

Severity = Literal["error", "warning", "info"]


class Finding(NamedTuple):
    """Something a colleague would point at; it never changes an amount (findings.md)."""

    code: str
    severity: Severity
    where: str
    values: Values
    accepted: str | None = None


class Result(NamedTuple):
    """One benefit on one date.

    ``amounts`` has a type of the benefit's own, with the contract's keys in the contract's order.
    ``where`` is the table of the case file in dotted form, ``child`` the label of the sibling a
    course of lost earnings is for, ``None`` for the child of the file.
    """

    benefit: str
    where: str
    law: str
    amounts: Amounts
    lines: tuple[Line, ...]
    assumptions: tuple[str, ...] = ()
    parent: str | None = None
    rules: str | None = None
    child: str | None = None

    @property
    def rates(self) -> tuple[Rate, ...]:
        """Give every rate behind the lines, each once, in the order of use."""
        return tuple(dict.fromkeys(rate for line in self.lines for rate in line.rates))


class Absence(NamedTuple):
    """A course or benefit of the file without a result on the date; ``code`` says why."""

    benefit: str
    where: str
    code: str
    values: Values
    parent: str | None = None
    rules: str | None = None
    child: str | None = None


class Breakdown(NamedTuple):
    """All results of a case on one date, with what was assumed and found.

    ``known`` is the day as of which the case is known, where it is not the case as it stands.
    """

    case_id: str
    on: date
    case_sha256: str
    rates_sha256: str
    results: tuple[Result, ...]
    findings: tuple[Finding, ...] = ()
    absences: tuple[Absence, ...] = ()
    known: date | None = None

    @property
    def assumptions(self) -> tuple[str, ...]:
        """Give the codes of all assumptions that touched a result, sorted."""
        return sorted_codes(code for result in self.results for code in result.assumptions)

    @property
    def rates(self) -> tuple[Rate, ...]:
        """Give every rate used, each once, in the order of use."""
        return tuple(dict.fromkeys(rate for result in self.results for rate in result.rates))


def sorted_codes(codes: Iterable[str]) -> tuple[str, ...]:
    """Give each code once, in order."""
    return tuple(sorted(set(codes)))
