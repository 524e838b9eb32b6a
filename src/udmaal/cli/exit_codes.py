"""The exit codes (interface.md § 2); 0 is done."""

from typing import Final

from udmaal.faults import InputFaultsError

FAULT: Final = 1
USAGE: Final = 2
INTERRUPTED: Final = 130

# Faults of the months a command was asked for, not of the case.
_WRONG_MONTHS: Final = frozenset({"date.not_covered", "ledger.order"})


def code_of(refused: InputFaultsError) -> int:
    """Tell a case at fault from months that cannot be shown."""
    wrong_months = all(fault.code in _WRONG_MONTHS for fault in refused.faults)
    return USAGE if wrong_months else FAULT
