"""The hours that count: 37 a week for a child together, and never more than the own hours.

The 37 hours are guidance (vejl. 9007/2014, 9375/2024), not statute.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from udmaal.breakdown import Line
from udmaal.citations.source import GUIDANCE, Law, OrderSection
from udmaal.language import Text
from udmaal.law.lost_earnings.act import law
from udmaal.law.lost_earnings.course import Course
from udmaal.lines.expression import n, nothing, smaller, stated
from udmaal.lines.kind import Formula, Kind, Note
from udmaal.money import ZERO
from udmaal.rates.book import Rate, RatesOfDate

_DAY = timedelta(days=1)
WEEKLY_LIMIT = "lost_earnings.weekly_hours_limit"
_GUIDANCE: Final = Law(GUIDANCE, OrderSection(""))

GRANTED = Kind(
    "hours_granted",
    Text("Bevilgede timer", "Granted hours"),
    stated("hours", "bevilget pr. uge", "granted a week"),
    run_off=Formula(
        stated(
            "hours",
            "timer på betingelsernes sidste dag (afvikling)",
            "hours of the conditions' last day (run-off)",
        ),
        note=Note(
            Text(
                "Betingelserne er ikke længere opfyldt. Ydelsen løber videre i en "
                "afviklingsperiode.",
                "The conditions are no longer met. The benefit runs on for a notice period.",
            )
        ),
    ),
    kept=Formula(
        stated(
            "hours",
            "hidtidige timer, afvikles til og med {until:day}; bevilget {granted:n}",
            "former hours, run off to {until:day}; granted {granted:n}",
        ),
        note=Note(
            Text(
                "Timerne er sat ned til {granted:n} om ugen. Efter kommunens serviceniveau gives de "
                "hidtidige timer til og med {until:day}.",
                "The hours are reduced to {granted:n} a week. By the municipality's service level "
                "the former hours are given until {until:day}.",
            )
        ),
    ),
    unit="hours/week",
    law=law(),
    driver="hours",
    rule=Text(
        "De timer om ugen, kommunen har bevilget på datoen. I afviklingsperioden fortsætter timerne "
        "fra den sidste dag, betingelserne var opfyldt. I kommuner, hvis serviceniveau siger det, "
        "afvikles de hidtidige timer også, når de nedsættes betydeligt.",
        "The weekly hours the municipality has granted on the date. In the run-off the hours of the "
        "last day on which the conditions were met go on. Where the municipality's service level "
        "says so, former hours also run off when they are reduced considerably.",
    ),
)
_AT_MOST_TOGETHER: Final = Text("højst {limit:n} timer i alt", "at most {limit:n} hours together")
WITHIN_37 = Kind(
    "hours_37",
    Text("Timer inden for 37 i alt", "Hours within 37 together"),
    Formula(
        (n("limit") - n("others")).say("; bevilget {granted:n}", "; granted {granted:n}"),
        limit=_AT_MOST_TOGETHER,
        note=Note(
            Text(
                "Der er bevilget {granted:n} timer om ugen, men for barnet tæller højst {limit:n} "
                "timer om ugen tilsammen.",
                "{granted:n} hours a week are granted, but for one child at most {limit:n} hours a "
                "week together count.",
            )
        ),
        reduces=True,
    ),
    used_up=Formula(
        nothing(
            "intet tilbage af {limit:n}: andre har {others:n}",
            "nothing left of {limit:n}: others have {others:n}",
        ),
        limit=_AT_MOST_TOGETHER,
        note=Note(
            Text(
                "For barnet tæller højst {limit:n} timer om ugen tilsammen; de er brugt af den "
                "anden forælder.",
                "For one child at most {limit:n} hours a week together count; the other parent has "
                "them.",
            )
        ),
        reduces=True,
    ),
    unit="hours/week",
    law=_GUIDANCE,
    driver="hours",
    rule=Text(
        "Forældrenes bevilgede timer for barnet kan tilsammen højst være 37 om ugen; timer derover "
        "skæres af de senere forløb i filen. Grænsen står i vejledningen, ikke i loven, og kan "
        "fraviges med en begrundelse.",
        "The parents' granted hours for the child are together at most 37 a week; hours above are "
        "cut from the later courses of the file. The limit is guidance, not statute, and may be "
        "departed from with a reason.",
    ),
)
OVER_37 = Kind(
    "hours_over_37",
    Text("Mere end 37 timer i alt", "More than 37 hours together"),
    Formula(
        stated(
            "hours",
            "i alt {total:n}, ikke skåret ned: {reason:text}",
            "{total:n} together, not cut: {reason:text}",
        ),
        limit=Text("over 37 timer i alt", "over 37 hours together"),
    ),
    unit="hours/week",
    law=_GUIDANCE,
    rule=Text(
        "Forløbet har en begrundelse for mere end 37 timer i alt og skæres ikke ned. Timerne tæller "
        "stadig med for de andre forløb.",
        "The course has a reason for more than 37 hours together and is not cut. Its hours still "
        "count for the other courses.",
    ),
)
_AT_MOST_OWN: Final = Text("højst egne timer", "at most the own hours")
OWN = Kind(
    "hours_own",
    Text("Højst egne timer før forløbet", "At most the own hours before"),
    Formula(
        smaller(n("hours"), n("own")),
        limit=_AT_MOST_OWN,
        note=Note(
            Text(
                "Der kan ikke dækkes flere timer end forælderens egne {own:n} om ugen, så de "
                "{hours:n} timer er skåret ned til {own:n}.",
                "No more than the parent's own {own:n} hours a week can be covered, so the "
                "{hours:n} hours are cut to {own:n}.",
            )
        ),
        reduces=True,
    ),
    shared=Formula(
        (n("own") - n("used")).say(
            " i forælderens andre forløb; her {hours:n}",
            " in the parent's other courses; here {hours:n}",
        ),
        limit=_AT_MOST_OWN,
        note=Note(
            Text(
                "Der kan ikke dækkes flere timer end forælderens egne {own:n} om ugen; {used:n} af "
                "dem er dækket i forælderens andre forløb.",
                "No more than the parent's own {own:n} hours a week can be covered; {used:n} of "
                "them are covered in the parent's other courses.",
            )
        ),
        reduces=True,
    ),
    used_up=Formula(
        nothing(
            "intet tilbage af {own:n}: forælderens andre forløb har {used:n}",
            "nothing left of {own:n}: the parent's other courses have {used:n}",
        ),
        limit=_AT_MOST_OWN,
        note=Note(
            Text(
                "Der kan ikke dækkes flere timer end forælderens egne {own:n} om ugen; de er alle "
                "dækket i forælderens andre forløb.",
                "No more than the parent's own {own:n} hours a week can be covered; all of them are "
                "covered in the parent's other courses.",
            )
        ),
        reduces=True,
    ),
    unit="hours/week",
    law=law(),
    driver="hours",
    rule=Text(
        "Der kan ikke mistes flere timer, end forælderen arbejdede. Timerne er højst de egne timer "
        "om ugen før forløbet, i forløb for flere børn tilsammen.",
        "No more hours can be lost than the parent worked. The hours are at most the own weekly "
        "hours before the course, in courses for several children together.",
    ),
)


class HoursOnDay(NamedTuple):
    """The hours a week of one course on one day, and what limited them.

    ``others`` are the hours in force for the same child in the courses before it in the file, as
    granted; ``room`` what was left of the limit, or ``None`` where a reason lifts the limit.
    ``within_limit`` are the granted hours, cut to that room. ``used`` are the parent's own hours
    that count in the courses before it (for another child), ``effective`` the hours that count
    here (``g_eff``).
    """

    granted: Decimal
    others: Decimal
    room: Decimal | None
    own: Decimal
    within_limit: Decimal
    used: Decimal
    effective: Decimal

    @property
    def total(self) -> Decimal:
        """Give the hours granted up to and with this course."""
        return self.others + self.granted


def hours_on(courses: Sequence[Course], day: date, limit: Decimal) -> dict[int, HoursOnDay]:
    """Give the hours on a day by index of the course; without granted hours a course is left out.

    The limit is by child: the hours count as granted, before the limit of own hours, and above it
    they are cut from the later courses of the file. The own hours are by parent: what the courses
    for several children leave of them goes to the later ones.
    """
    found: dict[int, HoursOnDay] = {}
    together: dict[str | None, Decimal] = {}
    counted: dict[str, Decimal] = {}
    for course in courses:
        granted = course.granted_hours(day)
        if granted is None:
            continue
        child, parent, own = course.child, course.parent, course.table.weekly_hours
        others, used = together.get(child, ZERO), counted.get(parent, ZERO)
        room = None if course.table.over_37_reason else max(limit - others, ZERO)
        within = granted if room is None else min(granted, room)
        effective = min(within, max(own - used, ZERO))
        found[course.index] = HoursOnDay(granted, others, room, own, within, used, effective)
        together[child] = others + granted
        counted[parent] = used + effective
    return found


def counted_since(courses: Sequence[Course], course: Course, day: date, limit: Decimal) -> date:
    """Give the day since which the hours of a course that count have been those of a day."""
    borders = {border for each in courses for stretch in each.stretches
               for border in (stretch.first, stretch.last + _DAY) if border <= day}  # fmt: skip
    counted = hours_on(courses, day, limit)[course.index].effective
    since = day
    for border in sorted(borders, reverse=True):
        found = hours_on(courses, border, limit).get(course.index)
        if found is None or found.effective != counted:
            break
        since = border
    return since


def covers_own_hours(courses: Sequence[Course], course: Course, day: date, limit: Decimal) -> bool:
    """Tell whether the hours in force on a day cover all the own hours of a course's parent."""
    hours = hours_on(courses, day, limit)
    counted = (hours[each.index].effective for each in courses
               if each.parent == course.parent and each.index in hours)  # fmt: skip
    return sum(counted, ZERO) >= course.table.weekly_hours


def hours_lines(
    course: Course, hours: HoursOnDay, on: date, rates: RatesOfDate
) -> tuple[Line, ...]:
    """Give the lines from the granted hours to those that count, the last one (hours/week)."""
    return tuple(_hours_lines(course, hours, on, rates))


def _hours_lines(course: Course, hours: HoursOnDay, on: date, rates: RatesOfDate) -> Iterator[Line]:
    counted = _granted(course, hours, on)
    yield counted
    limit = rates[WEEKLY_LIMIT]
    if hours.total > limit.number:
        counted = _within_limit(course, hours, counted, on, limit)
        yield counted
    if hours.effective < hours.within_limit:
        yield OWN.of(on, _own_formula(hours), hours=counted, own=hours.own, used=hours.used)


def _granted(course: Course, hours: HoursOnDay, on: date) -> Line:
    """Give the hours in force: as granted, of the run-off, or former ones that run off."""
    kept = course.kept_on(on)
    if kept is not None:
        return GRANTED.of(on, "kept", hours=hours.granted, granted=kept.granted, until=kept.until)
    return GRANTED.of(on, "run_off" if course.in_run_off(on) else "", hours=hours.granted)


def _within_limit(course: Course, hours: HoursOnDay, granted: Line, on: date, limit: Rate) -> Line:
    """Cut the hours to what the limit leaves, unless the course has a reason for more."""
    if hours.room is None:
        reason = course.table.over_37_reason
        return OVER_37.of(on, hours=granted, total=hours.total, reason=reason, rates=(limit,))
    by = "" if hours.others < limit.number else "used_up"
    return WITHIN_37.of(on, by, limit=limit, others=hours.others, granted=granted)


def _own_formula(hours: HoursOnDay) -> str:
    """Say whether the parent's other courses have taken of the own hours."""
    if not hours.used:
        return ""
    return "shared" if hours.used < hours.own else "used_up"
