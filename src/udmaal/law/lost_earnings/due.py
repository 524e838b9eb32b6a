"""The days of a course on which something is to be done: follow-up, transition, end, run-off."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from udmaal.calendar_month import months_later
from udmaal.case.model import numbered
from udmaal.citations.source import NOTICE, Law, Section, Statute
from udmaal.deadline import Deadline, DeadlineKind
from udmaal.language import Text
from udmaal.law.context import Situation
from udmaal.law.lost_earnings.act import ACT
from udmaal.law.lost_earnings.course import Course

_DAY: Final = timedelta(days=1)
_FOLLOW_UP_MONTHS: Final = 12
_TRANSITION_MONTHS: Final = 3
_ACT: Final = Law(Statute(ACT))
_RUN_OFF: Final = Law(Section("run_off"), NOTICE)

FOLLOW_UP: Final = DeadlineKind(
    "follow_up",
    Text("Årlig opfølgning", "Yearly follow-up"),
    Text(
        "Er betingelser, timer og besparelser stadig de samme? Seneste bevilling, ændring eller "
        "opfølgning er fra {date:day}.",
        "Are conditions, hours and savings still the same? The last grant, change or follow-up is "
        "of {date:day}.",
    ),
    _ACT,
    by_level=True,
)
TRANSITION: Final = DeadlineKind(
    "transition",
    Text("Overgangen har varet tre måneder", "The transition has lasted three months"),
    Text(
        "Tag stilling til, om timerne skal fortsætte på et andet grundlag; overgangen begyndte "
        "{from:day}.",
        "Decide whether the hours go on for another reason; the transition began on {from:day}.",
    ),
    Law(),
    by_level=True,
)
PERIOD_ENDS: Final = DeadlineKind(
    "period_ends",
    Text("Bevillingsperioden udløber", "The granted period ends"),
    Text(
        "Sidste dag med {hours:n} timer om ugen. Tag stilling til, om der skal bevilges igen.",
        "Last day with {hours:n} hours a week. Decide whether to grant again.",
    ),
    _ACT,
)
COURSE_ENDS: Final = DeadlineKind(
    "course_ends",
    Text("Forløbet slutter", "The course ends"),
    Text("Sidste dag med ydelse: {reason:term}.", "Last day of benefit: {reason:term}."),
    _ACT,
)
RUN_OFF_STARTS: Final = DeadlineKind(
    "run_off_starts",
    Text("Afviklingen begynder", "The run-off begins"),
    Text(
        "Betingelserne er opfyldt til og med {end:day}; ydelsen løber videre til og med "
        "{until:day}. Spørg til ny arbejdsindtægt: den trækkes fra krone for krone.",
        "The conditions are met until {end:day}; the benefit runs on until {until:day}. Ask for "
        "new work income: it is deducted krone for krone.",
    ),
    _RUN_OFF,
)
RUN_OFF_ENDS: Final = DeadlineKind(
    "run_off_ends",
    Text("Afviklingen slutter", "The run-off ends"),
    Text(
        "Sidste dag med ydelse, efter at betingelserne bortfaldt {end:day}.",
        "Last day of benefit, after the conditions lapsed on {end:day}.",
    ),
    _RUN_OFF,
)
FORMER_HOURS_END: Final = DeadlineKind(
    "former_hours_end",
    Text("De hidtidige timer er løbet af", "The former hours have run off"),
    Text(
        "Sidste dag med de hidtidige {hours:n} timer om ugen; derefter gælder de {granted:n} "
        "bevilgede.",
        "Last day with the former {hours:n} hours a week; after it the {granted:n} granted ones "
        "hold.",
    ),
    Law(),
    by_level=True,
)


def follow_ups(course: Course) -> Iterator[Deadline]:
    """Give when the course is to be followed up: a year after somebody last looked at it.

    That is with a grant, a change or a follow-up. It is open until the next of them, or until the
    granted hours end.
    """
    looked_at = {grant.from_ for grant in course.table.grant}
    if course.table.followed_up is not None:
        looked_at.add(course.table.followed_up)
    for day, following in pairwise([*sorted(looked_at), date.max]):
        due = months_later(day, _FOLLOW_UP_MONTHS)
        granted = [
            min(each.last, following - _DAY)
            for each in course.granted
            if each.first < following and each.last >= day
        ]
        last = max(granted, default=date.min)
        if due <= last:
            yield FOLLOW_UP.on(due, course.where, date=day)._replace(last=last)


def transitions(course: Course) -> Iterator[Deadline]:
    """Give when grants for the time of a transition have run for three months."""
    last_days = {stretch.first: stretch.last for stretch in course.granted}
    for number, grant in numbered(course.table.grant):
        due, last = months_later(grant.from_, _TRANSITION_MONTHS), last_days.get(grant.from_)
        if grant.transition and last is not None and due <= last:
            where = f"{course.where}.grant[{number}].transition"
            yield TRANSITION.on(due, where, **{"from": grant.from_})._replace(last=last)


def deadlines(situation: Situation, _since: date, _until: date) -> Iterator[Deadline]:
    """Give what is to be done in the courses of the case."""
    for course in situation.courses:
        for find in (follow_ups, transitions, _former_hours, _ends):
            for each in find(course):
                yield each._replace(parent=course.parent, child=course.child)


def _former_hours(course: Course) -> Iterator[Deadline]:
    """Give the last days of hours that run off after a considerable reduction."""
    for stretch in course.reduced_from:
        kept = stretch.kept
        if kept is not None:
            where = f"{course.where}.grant[{kept.grant}].hours"
            yield FORMER_HOURS_END.on(kept.until, where, hours=stretch.hours, granted=kept.granted)


def _ends(course: Course) -> Iterator[Deadline]:
    """Give the last days of periods with hours, of the run-off and of the course itself.

    What ends with the 18th birthday is not told again.
    """
    end, run_off = course.table.end, course.run_off
    for stretch, following in pairwise([*course.granted, None]):
        if stretch is None or (following is not None and stretch.last + _DAY == following.first):
            continue
        is_end = end is not None and end.date == stretch.last and end.reason != "agreed_period"
        if not is_end and not (course.comes_of_age and stretch.last == course.last_day):
            yield PERIOD_ENDS.on(stretch.last, course.where, hours=stretch.hours)
    if end is None:
        return
    where = f"{course.where}.end"
    if run_off is not None:
        days = {"end": end.date, "until": run_off.last}
        yield RUN_OFF_STARTS.on(run_off.first, where, **days)
        yield RUN_OFF_ENDS.on(run_off.last, where, **days)
    elif end.reason != "agreed_period" and not course.comes_of_age:
        yield COURSE_ENDS.on(course.last_day, where, reason=end.reason)
