"""Rates on a date, or the values of one over time."""

from collections.abc import Sequence
from typing import NamedTuple

from udmaal.rates.book import Rate


class RateList(NamedTuple):
    """Rates; a table shows the sources of one rate, or the names of many."""

    rates: Sequence[Rate]
    with_source: bool
