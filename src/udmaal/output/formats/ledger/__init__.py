"""A case month by month."""

from typing import NamedTuple

from udmaal.ledger import Ledger


class ShownLedger(NamedTuple):
    """A ledger, the months (``YYYY-MM``) to show with their lines, and whether to draw it."""

    ledger: Ledger
    explained: frozenset[str]
    plot: bool
