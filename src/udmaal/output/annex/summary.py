"""What a family gets and from when, in the sentences of the annex's first page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from udmaal.api import CaseFile
from udmaal.breakdown import Line, Result
from udmaal.law.extra_costs.decision import decisions_of
from udmaal.law.lost_earnings.course import Course, Stretch
from udmaal.law.lost_earnings.holiday_supplement import missing_gross_year
from udmaal.output import headings
from udmaal.text.annex import (
    AMOUNTS,
    COUNTED_LOSS,
    ENDS,
    ENDS_WITH_RUN_OFF,
    NO_EARLIER_GROSS,
    NOTES,
    SINCE,
)
from udmaal.text.language import Language, Text
from udmaal.text.render import render


@dataclass(frozen=True, slots=True)
class Entry:
    """One benefit: its name, how much, when, and why in sentences."""

    name: str
    amount: str
    when: str
    notes: tuple[str, ...]


def entry_of(result: Result, case_file: CaseFile, on: date, language: Language) -> Entry:
    """Put a result into plain words."""
    return Entry(
        name=headings.benefit_name(result, language),
        amount=render(AMOUNTS[_amount_key(result)].in_(language), result.amounts, language),
        when=_when(result, case_file, on, language),
        notes=(
            *(
                render(text.in_(language), {"amount": line.amount, **line.values}, language)
                for text, line in _notes(result)
            ),
            *_missing_supplements(result, case_file, on, language),
            *_known_end(result, case_file, on, language),
        ),
    )


# The amounts a family asks for first.
_HEADLINE = {
    "lost_earnings": ("before_tax",),
    "extra_costs": ("monthly", "one_off"),
    "supplementary": ("weekly",),
    "respite": ("days",),
}


def _amount_key(result: Result) -> str:
    if not any(result.amounts[key] for key in _HEADLINE.get(result.benefit, ("payable",))):
        return "nothing"
    return f"{result.benefit}.with_one_off" if result.amounts.get("one_off") else result.benefit


def _notes(result: Result) -> Iterator[tuple[Text, Line]]:
    """Give the lines that have a sentence, each with it."""
    is_whole = not any(line.formula.startswith(_LESS_THAN_ALL) for line in result.lines)
    for line in result.lines:
        key = line.formula
        if key == "claim_or_ceiling":
            if line.number("claim") > line.number("ceiling"):
                key = f"{key}.capped"
            elif not is_whole:
                yield COUNTED_LOSS, line
                continue
        if key in NOTES and (line.amount or key not in _ONLY_IF_PAID):
            yield NOTES[key], line


# Lines after which the whole loss of the granted hours is not what is paid.
_LESS_THAN_ALL = ("hours_37", "hours_own", "after_new_income", "after_savings")
# Sentences that make sense of an amount alone.
_ONLY_IF_PAID = frozenset({"pension", "weekly", "to_deduct"})


def _missing_supplements(
    result: Result, case_file: CaseFile, on: date, language: Language
) -> Iterator[str]:
    """Say in the year of a takeover that the supplements of the year before are not known."""
    if result.benefit == "lost_earnings":
        year = missing_gross_year(_course(result, case_file))
        if year is not None and on.year == year + 1:
            yield render(NO_EARLIER_GROSS.in_(language), {"year": str(year)}, language)


def _when(result: Result, case_file: CaseFile, on: date, language: Language) -> str:
    """Say from when, and where it is known until when, the benefit is given.

    The amount is that of the date: it may have been another on the first day of the grant.
    """
    values: dict[str, Any] = {"year": str(on.year), "on": on}
    key = "year"
    if result.benefit == "lost_earnings":
        course = _course(result, case_file)
        stretch = _stretch(course, on)
        values |= {"first": stretch.first, "last": stretch.last}
        # What ends by nothing but the 18th birthday has no last day to name.
        is_open = course.open_ended and stretch.last == course.last_day
        key = "open" if is_open else "closed"
        if course.in_run_off(on):
            key = "run_off"
        elif kept := [line for line in result.lines if line.formula == "hours_granted.kept"]:
            key = "kept"
            values["last"] = kept[0].values["until"]
        elif stretch.first == on:
            key = "from" if is_open else "from_until"
    elif result.benefit == "extra_costs":
        decision = next(each for each in decisions_of(case_file.case) if each.where == result.where)
        values |= {"first": decision.first_day, "last": decision.last_day}
        if decision.table.until is not None:
            key = "closed"
        elif decision.first_day == on:
            key = "from"
        else:
            key = "decided" if decision.first_day == decision.table.decided else "open"
    elif result.benefit == "supplementary":
        values |= {"first": result.amounts["from"], "last": result.amounts["until"]}
        key = "from_until"
    return render(SINCE[key].in_(language), values, language)


def _known_end(result: Result, case_file: CaseFile, on: date, language: Language) -> Iterator[str]:
    """Say when a course ends, as far as that is known and not told by the days of its hours."""
    if result.benefit != "lost_earnings":
        return
    course = _course(result, case_file)
    if course.run_off is not None and not course.in_run_off(on):
        days = {"end": course.granted[-1].last, "last": course.run_off.last}
        yield render(ENDS_WITH_RUN_OFF.in_(language), days, language)
    elif not course.open_ended and course.stretches[-1].last != _stretch(course, on).last:
        yield render(ENDS.in_(language), {"last": course.stretches[-1].last}, language)


def _stretch(course: Course, on: date) -> Stretch:
    return next(stretch for stretch in course.stretches if stretch.holds(on))


def _course(result: Result, case_file: CaseFile) -> Course:
    return next(course for course in case_file.courses if course.where == result.where)
