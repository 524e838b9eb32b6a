"""What falls due in a case over a period: the one entry of the rules."""

from collections.abc import Iterator
from datetime import date

from udmaal.deadline import Deadline, DeadlineKind
from udmaal.faults import Fault, InputFaultsError
from udmaal.law import coming_of_age
from udmaal.law.benefits import BENEFITS, in_case
from udmaal.law.context import Situation


def deadlines_of(situation: Situation, since: date, until: date) -> tuple[Deadline, ...]:
    """Give what falls due from one day to another, and what fell due before and is still open.

    By day, then in the order of the law. Raises ``InputFaultsError`` with all refusals at once.
    """
    found = list(coming_of_age.deadlines(situation))
    refusals: list[Fault] = []
    for benefit in in_case(situation.case):
        try:
            found += benefit.deadlines(situation, since, until)
        except InputFaultsError as refused:
            refusals.extend(refused.faults)
    if refusals:
        raise InputFaultsError(refusals)
    shown = (_on_the_day(each, since) for each in found if each.is_shown(since, until))
    return tuple(sorted(shown, key=lambda each: each.day))


def _on_the_day(deadline: Deadline, since: date) -> Deadline:
    """Give what is overdue with the law of the day on which it is asked for."""
    if not deadline.overdue(since):
        return deadline
    return deadline._replace(law=deadline.kind.law.on(since))


def deadline_kinds() -> Iterator[DeadlineKind]:
    """Give the kinds of everything that may fall due."""
    yield from (coming_of_age.BIRTHDAY_NOTICE, coming_of_age.BIRTHDAY)
    for benefit in BENEFITS:
        yield from benefit.deadline_kinds
