"""All benefits of a case on one date: the one entry of the rules."""

from collections.abc import Iterator
from datetime import date

from udmaal.breakdown import Absence, Result
from udmaal.faults import Fault, InputFaultsError
from udmaal.law.benefits import in_case
from udmaal.law.context import Situation


def results_on(situation: Situation, on: date) -> tuple[Result, ...]:
    """Calculate every benefit that gives a result on the date, in the order of the law.

    Raises ``InputFaultsError`` with all refusals of the case at once, or, for a date outside the
    rates, with the covered range.
    """
    situation.context.rates(on)
    results = []
    refusals: list[Fault] = []
    for benefit in in_case(situation.case):
        for calculate in benefit.calculations(situation, on):
            try:
                results.append(calculate())
            except InputFaultsError as refused:
                refusals.extend(refused.faults)
    if refusals:
        raise InputFaultsError(refusals)
    return tuple(results)


def absences_on(situation: Situation, on: date) -> Iterator[Absence]:
    """Give every course and benefit without a result on a date, in the order of the law."""
    for benefit in in_case(situation.case):
        yield from benefit.absences(situation, on)
