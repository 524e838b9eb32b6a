"""What falls due in some cases over a period, and what its formats share."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from udmaal.deadline import Deadline
from udmaal.language import Language, Text
from udmaal.output import headings

CHILD = Text("barnet", "the child")
ALL_BENEFITS = Text("alle ydelser", "all benefits")
OVERDUE = Text("overskredet", "overdue")


class DueEntry(NamedTuple):
    """A deadline of a case; ``case_id`` is fit to be shown, ``path`` as the system has it."""

    path: str
    case_id: str
    deadline: Deadline


class DueList(NamedTuple):
    """The deadlines of all cases that were looked at, in the order of their days."""

    since: date
    until: date
    cases: int
    entries: Sequence[DueEntry]


def due_list(since: date, until: date, found: Sequence[Sequence[DueEntry]]) -> DueList:
    """Put what falls due in some cases together: by day, then case, then person."""
    entries = [each for of_case in found for each in of_case]
    entries.sort(
        key=lambda each: (
            each.deadline.day,
            each.case_id,
            each.path,
            each.deadline.parent or "",
            each.deadline.child or "",
        )
    )
    return DueList(since, until, len(found), entries)


def person(deadline: Deadline, language: Language) -> str:
    """Name who it is about: a parent, or else the child."""
    if deadline.parent is not None:
        return headings.of_parent(deadline.parent, deadline.child, language)
    if deadline.child is not None:
        return f"{headings.SIBLING.in_(language)} {deadline.child}"
    return CHILD.in_(language)


def benefit_of(deadline: Deadline, language: Language) -> str:
    """Name the benefit."""
    if deadline.benefit is None:
        return ALL_BENEFITS.in_(language)
    return headings.name_of(deadline.benefit, deadline.rules, language)
