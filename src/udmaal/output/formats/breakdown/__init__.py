"""Breakdowns of one or several cases on a date."""

from collections.abc import Sequence
from typing import NamedTuple

from udmaal.breakdown import Breakdown
from udmaal.law.context import Resolved


class Calculated(NamedTuple):
    """A case and what was calculated of it."""

    case: Resolved
    breakdown: Breakdown


class Breakdowns(NamedTuple):
    """What was calculated, and how it is to be shown.

    ``several`` tells whether more than one case was asked for. The printed table stops after the
    answer where it is to be ``short``, and has the lines' ``ids`` where they are asked for.
    """

    calculated: Sequence[Calculated]
    several: bool
    short: bool = False
    ids: bool = False

    @property
    def cases(self) -> list[Breakdown]:
        """Give what was calculated of each case."""
        return [each.breakdown for each in self.calculated]
