"""Whom a paper is for: what of a case a parent may see, and nothing of another's.

What stands in a parent's own tables is the parent's. All that is left of the other parent in it are
the hours within the 37 together, which decide the amount. Benefits of no parent are the family's.
"""

import re
from dataclasses import replace
from typing import NamedTuple, Protocol, TypeVar

from udmaal.breakdown import Breakdown, Finding
from udmaal.case.model import Case, Remaining, numbered
from udmaal.faults import Fault, InputFaultsError
from udmaal.law.benefits import BENEFITS
from udmaal.ledger import Ledger

T = TypeVar("T")


class _Placed(Protocol):
    """What is made of a table of the case file."""

    @property
    def where(self) -> str:
        """Give the place of the table, in dotted form."""


P = TypeVar("P", bound=_Placed)

_OF_PARENTS = tuple(benefit.key for benefit in BENEFITS if benefit.by_parent)
_OF_FAMILY = tuple(benefit.key for benefit in BENEFITS if not benefit.by_parent)
# A place in the case file begins with its table, and its number where there are several.
_PLACE = re.compile(r"(\w+)(?:\[(\d+)\])?")
# What is said of the child and of the municipality is no secret of a parent.
_OF_ALL = frozenset({"child", "municipality"})


class Recipient(NamedTuple):
    """One that gets a paper: a parent, or with ``None`` the family.

    ``family`` tells whether the benefits of no parent stand on it, ``others`` whether the case has
    another parent. Then the paper has no fingerprint of the whole file, by which what is hidden
    could be guessed and tried, and ``reasons`` alone lets out the municipality's reasons for
    accepted findings: they are free text, for a code and not for a parent.
    """

    parent: str | None
    family: bool = True
    others: bool = False
    reasons: bool = False

    def part_of_case(self, case: Case) -> Case:
        """Give a case with the own tables alone, which keep their numbers in the file."""
        own = {name: self._own(getattr(case, name)) for name in _OF_PARENTS}
        children = {course.child for course in own["lost_earnings"]}
        siblings = [each for each in numbered(case.sibling) if each[1].label in children]
        hidden = () if self.family else _OF_FAMILY
        return case.model_copy(
            update={**own, **dict.fromkeys((*hidden, "accepted"), ()), "sibling": _left(siblings)}
        )

    def _own(self, tables: tuple[T, ...]) -> tuple[T, ...]:
        return _left([each for each in numbered(tables) if each[1].parent == self.parent])  # type: ignore[attr-defined]

    def part_of_breakdown(self, breakdown: Breakdown, case: Case) -> Breakdown:
        """Give what of the results of a case the recipient may see."""
        part = self.part_of_case(case)
        return breakdown._replace(
            results=_in(part, breakdown.results),
            absences=_in(part, breakdown.absences),
            findings=self._findings(part, breakdown.findings),
            case_sha256="" if self.others else breakdown.case_sha256,
        )

    def part_of_ledger(self, ledger: Ledger, case: Case) -> Ledger:
        """Give what of the months of a case the recipient may see."""
        part = self.part_of_case(case)
        return replace(
            ledger,
            courses=_in(part, ledger.courses),
            others=_in(part, ledger.others),
            findings=self._findings(part, ledger.findings),
            case_sha256="" if self.others else ledger.case_sha256,
        )

    def _findings(self, part: Case, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        keeps_back = self.others and not self.reasons
        return tuple(
            finding._replace(accepted="") if finding.accepted and keeps_back else finding
            for finding in _in(part, findings)
        )


def _left(tables: list[tuple[int, T]]) -> tuple[T, ...]:
    return Remaining((table for _, table in tables), (number for number, _ in tables))


def _in(part: Case, made: tuple[P, ...]) -> tuple[P, ...]:
    """Give what was made of the tables in a part of the case."""
    return tuple(each for each in made if _has(part, each.where))


def _has(part: Case, where: str) -> bool:
    place = _PLACE.match(where)
    if place is None or place[1] not in (*_OF_PARENTS, *_OF_FAMILY, "sibling", *_OF_ALL):
        return False
    if place[1] in _OF_ALL:
        return True
    tables = getattr(part, place[1])
    return bool(tables) if place[2] is None else int(place[2]) in dict(numbered(tables))


def parents_of(case: Case) -> tuple[str, ...]:
    """Give the labels of the parents, in the order of the file."""
    tables = (table for name in _OF_PARENTS for table in getattr(case, name))
    return tuple(dict.fromkeys(table.parent for table in tables))


def recipients_of(
    case: Case, *, family: bool = True, reasons: bool = False
) -> tuple[Recipient, ...]:
    """Give each parent, and the family where its benefits stand on no parent's paper."""
    parents = parents_of(case)
    found = [Recipient(parent, family, len(parents) > 1, reasons) for parent in parents]
    if not parents or (not family and any(getattr(case, name) for name in _OF_FAMILY)):
        found.append(Recipient(None, others=bool(parents), reasons=reasons))
    return tuple(found)


def recipient_of(
    case: Case, parent: str, *, family: bool = True, reasons: bool = False
) -> Recipient:
    """Give a parent by the label; raises ``InputFaultsError`` with the labels that there are."""
    parents = parents_of(case)
    if parent not in parents:
        values = {"parent": parent, "known": ", ".join(parents)}
        raise InputFaultsError(
            [Fault("parent.unknown" if parents else "parent.none", values=values)]
        )
    return Recipient(parent, family, len(parents) > 1, reasons)
