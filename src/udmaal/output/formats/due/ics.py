"""What falls due as a calendar (iCalendar, RFC 5545): whole days, for Outlook and others.

The same list gives the same bytes. An event keeps its identity from one list to the next, so that a
calendar that takes the list in again has it once. It holds no more of a person than the case's id.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from udmaal.language import Language, Text
from udmaal.output import write as files
from udmaal.output.formats.due import OVERDUE, DueEntry, DueList, benefit_of, person
from udmaal.output.headings import AMOUNT, CASE, LAW
from udmaal.text import numbers
from udmaal.text.deadlines import law_texts, task_text

if TYPE_CHECKING:
    from icalendar import Event

NEEDS = ("icalendar", "calendar")

_NAME: Final = Text("udmaal: frister", "udmaal: what falls due")
_OVERDUE_SINCE: Final = Text("{overdue} siden {day}", "{overdue} since {day}")
_DAY: Final = timedelta(days=1)


def write(due: DueList, language: Language, output: Path | None) -> None:
    """Write one calendar with an event for each deadline."""
    from icalendar import Calendar  # noqa: PLC0415 - an optional extra

    calendar = Calendar()
    calendar.add("prodid", f"-//udmaal//due//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _NAME.in_(language))
    for uid, entry in _identified(due):
        calendar.add_component(_event(uid, entry, due, language))
    files.write_bytes(calendar.to_ical(), output)


def _identified(due: DueList) -> Iterator[tuple[str, DueEntry]]:
    """Give each entry its identity: case, kind, place and day, and which of several alike it is."""
    seen: Counter[tuple[str, ...]] = Counter()
    for entry in due.entries:
        deadline = entry.deadline
        key = (entry.case_id, deadline.kind.id, deadline.where, deadline.day.isoformat())
        seen[key] += 1
        digest = hashlib.sha256("\0".join((*key, str(seen[key]))).encode()).hexdigest()
        yield f"{digest[:32]}@udmaal", entry


def _event(uid: str, entry: DueEntry, due: DueList, language: Language) -> "Event":
    """Make an event; what is overdue stands on the first day of the list, where it is seen."""
    deadline = entry.deadline
    overdue = deadline.overdue(due.since)
    day = due.since if overdue else deadline.day
    title = deadline.kind.title.in_(language)
    summary = f"{CASE.in_(language)} {entry.case_id}: {title}, {person(deadline, language)}"
    told = [task_text(deadline, language)]
    if overdue:
        summary = f"{OVERDUE.in_(language).upper()}: {summary}"
        values = {"overdue": OVERDUE.in_(language), "day": numbers.day(deadline.day, language)}
        told.insert(0, _OVERDUE_SINCE.in_(language).format(**values).capitalize())
    if deadline.amount is not None:
        amount = numbers.kroner(deadline.amount, language)
        told.append(f"{AMOUNT.in_(language)}: {amount} kr.")
    told.append(f"{LAW.in_(language)}: {'; '.join(law_texts(deadline, language))}")
    from icalendar import Event  # noqa: PLC0415 - an optional extra

    event = Event()
    event.add("uid", uid)
    # The state of the list: a later list takes the place of an earlier one.
    event.add("dtstamp", datetime.combine(due.since, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + _DAY)
    event.add("summary", summary)
    event.add("description", "\n".join(told))
    event.add("categories", [benefit_of(deadline, language)])
    event.add("transp", "TRANSPARENT")
    return event
