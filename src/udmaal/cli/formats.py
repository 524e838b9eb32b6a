"""The formats of each kind of result: the modules in the folder of the kind.

A module is named as users name its format, and is loaded when that is asked for. So a new format
is a new file; the choices of ``--format`` and its help follow.
"""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import udmaal
from udmaal.language import Language

if TYPE_CHECKING:
    from udmaal.exchange.formats import Export
    from udmaal.output.formats.breakdown import Breakdowns
    from udmaal.output.formats.due import DueList
    from udmaal.output.formats.findings import Report
    from udmaal.output.formats.ledger import ShownLedger
    from udmaal.output.formats.rates import RateList
    from udmaal.side_by_side.compare import Comparisons
    from udmaal.verification.log import LogProof
    from udmaal.verification.verify import Verification
    from udmaal.what_if.combinations import WhatIf

R = TypeVar("R")


class Formats:
    """The formats in a folder of the package, by name, in the order that help shows.

    Those of ``first`` come first, the very first is that of a command without ``--format``; all
    others follow by name.
    """

    def __init__(self, folder: str, *first: str) -> None:
        self._package = f"udmaal.{folder.replace('/', '.')}"
        # Neither the formats nor the packages they lie in are loaded for a list of their names.
        places = [str(Path(place, folder)) for place in udmaal.__path__]
        there = {module.name for module in iter_modules(places)}
        self.names = (*first, *sorted(there.difference(first)))

    def module(self, name: str) -> ModuleType:
        """Load a format."""
        return import_module(f"{self._package}.{name}")


class Kind(Formats, Generic[R]):
    """The formats of results of one type; each module has ``write(result, language, output)``."""

    def write(self, name: str, result: R, language: Language, output: Path | None) -> None:
        """Write a result to a file or to standard output; raises as ``output.write.write``."""
        self.module(name).write(result, language, output)


BREAKDOWNS: "Kind[Breakdowns]" = Kind(
    "output/formats/breakdown", "table", "json", "csv", "markdown", "toml"
)
LEDGERS: "Kind[ShownLedger]" = Kind(
    "output/formats/ledger", "table", "json", "csv", "markdown", "toml"
)
REPORTS: "Kind[Report]" = Kind("output/formats/findings", "text", "short", "json", "sarif")
DUE: "Kind[DueList]" = Kind("output/formats/due", "table", "json", "csv", "ics")
RATE_LISTS: "Kind[RateList]" = Kind("output/formats/rates", "table", "json", "csv")
WHAT_IFS: "Kind[WhatIf]" = Kind("what_if/formats", "table", "csv", "json")
COMPARISONS: "Kind[Comparisons]" = Kind("side_by_side/formats", "table", "json", "csv", "markdown")
VERIFICATIONS: "Kind[Verification]" = Kind("verification/formats", "text", "json")
LOG_PROOFS: "Kind[LogProof]" = Kind("verification/log_formats", "text", "json")
# The ending of the file tells the form of a summary.
SUMMARIES: "Kind[dict[str, Any]]" = Kind("batch/summaries", "json", "csv", "md")
EXPORTS: "Kind[Export]" = Kind("exchange/formats", "csv", "json", "jsonl")
COUNCILS: "Kind[dict[str, Any]]" = Kind("batch/redecision/summaries", "json", "csv", "md")
# Each module has a ``FORMAT``, as a batch is written case by case.
BATCHES = Formats("batch/formats", "jsonl", "csv", "parquet")
