"""The findings of one or several cases on a date."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from udmaal.output.checked import Checked


class Report(NamedTuple):
    """The findings of each case, with their places in its file.

    ``unchecked`` counts the cases that could not be checked; their faults are told elsewhere.
    """

    cases: Sequence[Checked]
    on: date
    unchecked: int = 0
