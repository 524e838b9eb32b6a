"""When hours of the companion scheme lapse, and when the scheme ends."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from udmaal.calendar_month import Month
from udmaal.case.model import Case
from udmaal.citations.source import Law, Statute
from udmaal.deadline import Deadline, DeadlineKind
from udmaal.faults import dotted
from udmaal.language import Text
from udmaal.law.child import last_day_as_child
from udmaal.law.companion.hours_account import lots_left
from udmaal.law.companion.rule import ACT
from udmaal.law.context import Situation

_LAW: Final = Law(Statute(ACT))

HOURS_LAPSE: Final = DeadlineKind(
    "hours_lapse",
    Text("Ledsagertimer bortfalder", "Companion hours lapse"),
    Text(
        "{hours:n} timer fra {month:month} bortfalder, hvis de ikke er brugt senest {last:day}.",
        "{hours:n} hours of {month:month} lapse if they are not used by {last:day}.",
    ),
    _LAW,
)
SCHEME_ENDS: Final = DeadlineKind(
    "scheme_ends",
    Text("Ledsagerordningen slutter", "The companion scheme ends"),
    Text(
        "Sidste dag med ledsagerordning. Tag stilling til, om der skal bevilges igen.",
        "Last day of the companion scheme. Decide whether to grant again.",
    ),
    _LAW,
)


def deadlines(situation: Situation, since: date, _until: date) -> Iterator[Deadline]:
    """Give when hours lapse that are at hand on the first day, and the end of the scheme."""
    case, _, context = situation
    adult_eve = last_day_as_child(case.child.born)
    for month, last, hours in lots_left(case, Month.of(since), context):
        day = min(last.last, adult_eve)
        yield HOURS_LAPSE.on(day, "companion", hours=hours, month=str(month), last=day)
    yield from _ends(case)


def _ends(case: Case) -> Iterator[Deadline]:
    """Give the last day of each table that no other follows at once."""
    begins = {table.from_ or date(table.year, 1, 1) for table in case.companion}
    for at, table in case.placed("companion"):
        if table.until is not None and Month.of(table.until).plus(1) not in map(Month.of, begins):
            yield SCHEME_ENDS.on(table.until, dotted(at))
