"""Breakdowns of one or several cases on a date."""

from collections.abc import Sequence
from typing import NamedTuple

from udmaal.breakdown import Breakdown


class Breakdowns(NamedTuple):
    """What was calculated; ``several`` tells whether more than one case was asked for."""

    cases: Sequence[Breakdown]
    several: bool
