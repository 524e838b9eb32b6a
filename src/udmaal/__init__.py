"""udmaal: what Danish municipalities pay families with a disabled child, line by line.

The names below are the Python API; they are loaded when first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from udmaal.faults import Fault, InputFaultsError

if TYPE_CHECKING:
    from udmaal.amounts import Amount, Amounts
    from udmaal.api import CaseFile, calculate, check_case, deadlines, make_ledger, read_case
    from udmaal.breakdown import Absence, Breakdown, Finding, Line, Result, Severity
    from udmaal.calculator import Udmaal
    from udmaal.calendar_month import Month
    from udmaal.deadline import Deadline, DeadlineKind
    from udmaal.language import Language
    from udmaal.ledger import (
        BackMonth,
        BackPayment,
        BenefitLedger,
        BenefitMonth,
        CourseLedger,
        CourseMonth,
        Due,
        Ledger,
        Paid,
        Remark,
    )
    from udmaal.rates.book import Period, Rate, RateBook, Status
    from udmaal.rates.read import read_rates
    from udmaal.reading.source import Source

__version__ = "0.2.0"

_HOMES = {
    "CaseFile": "udmaal.api",
    "calculate": "udmaal.api",
    "check_case": "udmaal.api",
    "deadlines": "udmaal.api",
    "make_ledger": "udmaal.api",
    "read_case": "udmaal.api",
    "Absence": "udmaal.breakdown",
    "Amount": "udmaal.amounts",
    "Amounts": "udmaal.amounts",
    "Breakdown": "udmaal.breakdown",
    "Finding": "udmaal.breakdown",
    "Line": "udmaal.breakdown",
    "Result": "udmaal.breakdown",
    "Severity": "udmaal.breakdown",
    "Udmaal": "udmaal.calculator",
    "Month": "udmaal.calendar_month",
    "Deadline": "udmaal.deadline",
    "DeadlineKind": "udmaal.deadline",
    "BackMonth": "udmaal.ledger",
    "BackPayment": "udmaal.ledger",
    "BenefitLedger": "udmaal.ledger",
    "BenefitMonth": "udmaal.ledger",
    "CourseLedger": "udmaal.ledger",
    "CourseMonth": "udmaal.ledger",
    "Due": "udmaal.ledger",
    "Ledger": "udmaal.ledger",
    "Paid": "udmaal.ledger",
    "Remark": "udmaal.ledger",
    "Period": "udmaal.rates.book",
    "Rate": "udmaal.rates.book",
    "RateBook": "udmaal.rates.book",
    "Status": "udmaal.rates.book",
    "read_rates": "udmaal.rates.read",
    "Source": "udmaal.reading.source",
    "Language": "udmaal.language",
}

__all__ = [
    "Absence",
    "Amount",
    "Amounts",
    "BackMonth",
    "BackPayment",
    "BenefitLedger",
    "BenefitMonth",
    "Breakdown",
    "CaseFile",
    "CourseLedger",
    "CourseMonth",
    "Deadline",
    "DeadlineKind",
    "Due",
    "Fault",
    "Finding",
    "InputFaultsError",
    "Language",
    "Ledger",
    "Line",
    "Month",
    "Paid",
    "Period",
    "Rate",
    "RateBook",
    "Remark",
    "Result",
    "Severity",
    "Source",
    "Status",
    "Udmaal",
    "__version__",
    "calculate",
    "check_case",
    "deadlines",
    "make_ledger",
    "read_case",
    "read_rates",
]


def __getattr__(name: str) -> Any:
    """Load a name of the API when it is first asked for."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(name)


def _words(fault: Fault, language: "Language") -> str:
    from udmaal.text.faults import told  # noqa: PLC0415 - most runs have no faults

    return told(fault, language)


Fault.words = _words
