"""The 18th birthday of the children of a case, with which every benefit here ends."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from udmaal.case.model import numbered
from udmaal.citations.source import Law
from udmaal.deadline import Deadline, DeadlineKind
from udmaal.language import Text
from udmaal.law.benefits import in_case
from udmaal.law.child import adult_on, advised_on, last_day_as_child
from udmaal.law.context import Situation

# What is cited are the acts of the child's own benefits.
_NO_LAW: Final = Law()
BIRTHDAY: Final = DeadlineKind(
    "birthday_18",
    Text("Barnet fylder 18 år", "The child turns 18"),
    Text(
        "Ydelserne hører op; sidste dag er {last:day}.",
        "The benefits end; the last day is {last:day}.",
    ),
    _NO_LAW,
)
BIRTHDAY_NOTICE: Final = DeadlineKind(
    "birthday_18_notice",
    Text("Varsel før 18-årsdagen", "Notice before the 18th birthday"),
    Text(
        "Vejled familien om ophøret og overgangen til voksenområdet; barnet fylder 18 år "
        "{date:day}.",
        "Advise the family of the end and of the passage to the adult rules; the child turns 18 on "
        "{date:day}.",
    ),
    _NO_LAW,
)


def deadlines(situation: Situation) -> Iterator[Deadline]:
    """Give each child's 18th birthday, and the day from which the family is advised of it.

    That is each child to whose birthday a benefit runs.
    """
    case = situation.case
    children: list[tuple[str, str | None, date]] = [("child.born", None, case.child.born)]
    for index, sibling in numbered(case.sibling):
        children.append((f"sibling[{index}].born", sibling.label, sibling.born))
    runs_to = [(benefit.act, benefit.children_to_18(situation)) for benefit in in_case(case)]
    for where, label, born in children:
        acts = [act for act, labels in runs_to if label in labels]
        days = {"date": adult_on(born), "last": last_day_as_child(born)}
        for kind, day in ((BIRTHDAY_NOTICE, advised_on(born)), (BIRTHDAY, adult_on(born))):
            if acts:
                law = tuple(act.on(day) for act in acts)
                yield kind.on(day, where, **days)._replace(child=label, law=law)
