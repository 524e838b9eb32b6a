"""When the supplementary benefit ends."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from udmaal.case.model import numbered
from udmaal.deadline import Deadline, DeadlineKind
from udmaal.language import Text
from udmaal.law.context import Situation
from udmaal.law.supplementary.act import LAW
from udmaal.law.supplementary.period import Period

SUPPLEMENT_ENDS: Final = DeadlineKind(
    "supplement_ends",
    Text("Særlig supplerende ydelse slutter", "The supplementary benefit ends"),
    Text(
        "Sidste dag med ydelsen, der begyndte {first:day}.",
        "Last day of the benefit that began on {first:day}.",
    ),
    LAW,
)


def deadlines(situation: Situation, _since: date, _until: date) -> Iterator[Deadline]:
    """Give the last day of each benefit that is paid; the 18th birthday is told by itself."""
    case, courses, _ = situation
    for index, table in numbered(case.supplementary):
        period = Period.of(case, courses, table)
        if period.failed or period.last < period.first or period.ended_by == "child_18":
            continue
        where = f"supplementary[{index}]"
        due = SUPPLEMENT_ENDS.on(period.last, where, first=period.first)
        yield due._replace(parent=table.parent)
