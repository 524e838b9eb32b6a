"""The sums as JSON."""

from udmaal.batch.summaries.json import write

__all__ = ["write"]
