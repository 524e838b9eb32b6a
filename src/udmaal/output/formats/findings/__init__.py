"""The findings of one or several cases on a date."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from udmaal.output.checked import Checked


class Report(NamedTuple):
    """The findings of each case, with their places in its file."""

    cases: Sequence[Checked]
    on: date
