"""udmaal: what Danish municipalities pay families with a disabled child, line by line.

The names below are the Python API; they are loaded when first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from udmaal.api import CaseFile, calculate, check_case, make_ledger, read_case
    from udmaal.breakdown import Breakdown, Finding, Line, Result
    from udmaal.faults import Fault, InputFaultsError
    from udmaal.ledger import Ledger
    from udmaal.rates.book import RateBook
    from udmaal.rates.read import read_rates

__version__ = "0.1.0"

_HOMES = {
    "CaseFile": "udmaal.api",
    "calculate": "udmaal.api",
    "check_case": "udmaal.api",
    "make_ledger": "udmaal.api",
    "read_case": "udmaal.api",
    "Breakdown": "udmaal.breakdown",
    "Finding": "udmaal.breakdown",
    "Line": "udmaal.breakdown",
    "Result": "udmaal.breakdown",
    "Fault": "udmaal.faults",
    "InputFaultsError": "udmaal.faults",
    "Ledger": "udmaal.ledger",
    "RateBook": "udmaal.rates.book",
    "read_rates": "udmaal.rates.read",
}

__all__ = [
    "Breakdown",
    "CaseFile",
    "Fault",
    "Finding",
    "InputFaultsError",
    "Ledger",
    "Line",
    "RateBook",
    "Result",
    "__version__",
    "calculate",
    "check_case",
    "make_ledger",
    "read_case",
    "read_rates",
]


def __getattr__(name: str) -> Any:
    """Load a name of the API when it is first asked for."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(name)
