"""The result of a calculation: immutable values that know their formula, law and rates.

Nothing here knows a language. ``udmaal.text`` turns ids and formula keys into words, and
``udmaal.output`` writes them.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from udmaal.rates.book import Rate

Severity = Literal["error", "warning", "info"]
Values = Mapping[str, object]
Amount = Decimal | str | date | None


class Line(NamedTuple):
    """One printed line: an amount and how it came about.

    ``id`` names the rule, ``formula`` the wording of the formula in the text catalogue (one rule
    may have several), ``values`` what stands in the formula and the label. ``amount`` is rounded
    to øre (hours: not rounded) and has the given ``unit``. ``law`` is in force on the
    calculation date.
    """

    id: str
    amount: Decimal
    unit: str
    formula: str
    values: Values
    law: tuple[str, ...]
    rates: tuple[Rate, ...] = ()

    def number(self, name: str) -> Decimal:
        """Give a value of the formula that is a number; raises ``TypeError`` for another."""
        value = self.values[name]
        if not isinstance(value, Decimal):
            raise TypeError(name)
        return value


class Finding(NamedTuple):
    """Something a colleague would point at; it never changes an amount (findings.md)."""

    code: str
    severity: Severity
    where: str
    values: Values
    accepted: str | None = None


class Result(NamedTuple):
    """One benefit on one date.

    ``amounts`` holds the contract's keys in the contract's order; kroner unless the key says
    otherwise, ``None`` where there is nothing to say (``net`` without tax data).
    ``where`` is the table of the case file in dotted form, ``child`` the label of the sibling a
    course of lost earnings is for, ``None`` for the child of the file.
    """

    benefit: str
    where: str
    law: str
    amounts: Mapping[str, Amount]
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
    """All results of a case on one date, with what was assumed and found."""

    case_id: str
    on: date
    case_sha256: str
    rates_sha256: str
    results: tuple[Result, ...]
    findings: tuple[Finding, ...] = ()
    absences: tuple[Absence, ...] = ()

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
