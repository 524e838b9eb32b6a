"""What falls due in a case: a day, what is to be done on it, and how much is paid, in no language.

A kind is declared once, beside the rule that gives its day; the checks that are about that day ask
the same rule.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from udmaal.citations.source import Law
from udmaal.language import Text


@dataclass(frozen=True, slots=True, eq=False)
class DeadlineKind:
    """What may fall due: its key, its name, what is to be done, and the law it rests on.

    ``task`` is a template over the values of a deadline, and its ``amount``. ``by_level`` marks
    what rests on the municipality's service level too. Two kinds may share a key where the words
    differ.
    """

    id: str
    title: Text
    task: Text
    law: Law
    by_level: bool = False

    def on(self, day: date, where: str, /, **values: Any) -> "Deadline":
        """Make the deadline of a day, with the law of that day; it is over with the day itself."""
        return Deadline(self, day, day, where, values, self.law.on(day))


class Deadline(NamedTuple):
    """Something that falls due on a day.

    ``last`` is the last day on which it is still open as the case stands: the day itself for what
    comes of itself, later for what somebody has to do. ``where`` is its place in the case file in
    dotted form, ``amount`` what is paid, kr., ``None`` where nothing is, or where it is not known
    yet. ``benefit`` is ``None`` for what is about all of them, ``child`` the label of the sibling.
    """

    kind: DeadlineKind
    day: date
    last: date
    where: str
    values: Mapping[str, Any]
    law: tuple[str, ...]
    benefit: str | None = None
    rules: str | None = None
    parent: str | None = None
    child: str | None = None
    amount: Decimal | None = None

    def is_shown(self, since: date, until: date) -> bool:
        """Tell whether it falls due in a period, or before it and is still open."""
        return self.day <= until and self.last >= since

    def overdue(self, on: date) -> bool:
        """Tell whether it fell due before a day and is open on it."""
        return self.day < on <= self.last
