"""What a new fact makes of the amounts: before and after, on the day it has effect."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from udmaal.api import CaseFile, calculate, make_ledger
from udmaal.breakdown import Breakdown
from udmaal.calendar_month import Month
from udmaal.change.facts import Fact, effect_day
from udmaal.differences.difference import difference
from udmaal.faults import Fault, InputFaultsError
from udmaal.ledger import AMOUNTS, NOTHING, CourseLedger
from udmaal.output.headings import Named
from udmaal.rates.book import RateBook


class Changed(NamedTuple):
    """An amount that a fact changes, kr.; ``about`` is its benefit, ``key`` the amount."""

    about: Named
    key: str
    before: Decimal
    after: Decimal


class Effect(NamedTuple):
    """What changes on a day, or in a month; ``without`` says that the day has no rates."""

    on: date | Month
    rows: tuple[Changed, ...]
    without: Fault | None = None


def effect_of(
    fact: Fact,
    before: CaseFile | None,
    after: CaseFile,
    rates: RateBook,
    folders: Sequence[Path],
    today: date,
    on: date | None = None,
) -> Effect:
    """Compare a case without and with a fact, on the day it has effect or the one asked for.

    ``before`` is ``None`` where the case could not be calculated without the fact. A single day is
    compared over its month, since no monthly amount has it. Raises ``InputFaultsError`` where the
    rules refuse the case with the fact.
    """
    course = next((each for each in after.courses if each.index == fact.course), None)
    day = on or effect_day(fact, course.last_day if course else None)
    if day is None:
        day = max(course.start, min(today, course.last_day)) if course else today
    if not rates.covers(day):
        return Effect(day, (), rates.not_covered(day))
    if fact.kind == "single-day" and on is None:
        month = Month.of(day)
        return Effect(month, tuple(_of_month(before, after, rates, folders, month, today)))
    new = calculate(after, rates, day, folders)
    old = new._replace(results=())
    if before is not None:
        with suppress(InputFaultsError):  # refused without the fact: all of it is new
            old = calculate(before, rates, day, folders)
    return Effect(day, tuple(_on_a_day(after, old, new)))


def _on_a_day(case_file: CaseFile, old: Breakdown, new: Breakdown) -> Iterator[Changed]:
    about = {result.where: result for side in (old, new) for result in side.results}
    for each in difference(case_file.case, old, new):
        for key, (before, after) in each.amounts.items():
            yield Changed(about[each.where], key, before, after)


def _of_month(
    before: CaseFile | None,
    after: CaseFile,
    rates: RateBook,
    folders: Sequence[Path],
    month: Month,
    today: date,
) -> Iterator[Changed]:
    sides: list[dict[str, CourseLedger]] = []
    for case_file in (before, after):
        made = (
            make_ledger(
                case_file, rates, month, month, today=today, municipality_folders=folders
            ).courses
            if case_file is not None
            else ()
        )
        sides.append({course.where: course for course in made})
    old, new = sides
    for where, course in new.items():
        for key in AMOUNTS:
            had = old[where].total(key) if where in old else NOTHING
            if had != course.total(key):
                yield Changed(course, key, had, course.total(key))
