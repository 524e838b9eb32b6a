"""The exit codes (interface.md § 2), and whose fault a refusal is; 0 is done."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Final, TypeVar

from udmaal.cli.messages import report_faults
from udmaal.faults import Fault, InputFaultsError

T = TypeVar("T")

FAULT: Final = 1
USAGE: Final = 2
INTERRUPTED: Final = 130

# Faults of the months a command was asked for, not of the case.
_WRONG_MONTHS: Final = frozenset({"date.not_covered", "ledger.order"})


class RefusedError(InputFaultsError):
    """Faults with the exit code they end the command with; without one that is ``USAGE``."""

    def __init__(self, faults: Iterable[Fault], code: int) -> None:
        self.code = code
        super().__init__(faults)


@contextmanager
def refusals(code_of: Callable[[InputFaultsError], int] = lambda _: FAULT) -> Iterator[None]:
    """End the command for faults in the block with their code; they are those of a case."""
    try:
        yield
    except InputFaultsError as error:
        raise RefusedError(error.faults, code_of(error)) from None


def code_of_months(refused: InputFaultsError) -> int:
    """Tell a case at fault from months that cannot be shown."""
    wrong_months = all(fault.code in _WRONG_MONTHS for fault in refused.faults)
    return USAGE if wrong_months else FAULT


def each_of(cases: Iterable[str], work: Callable[[str], T]) -> tuple[list[T], int]:
    """Give what is made of the cases, and the exit code; one at fault does not stop the others."""
    made: list[T] = []
    code = 0
    for case in cases:
        try:
            made.append(work(case))
        except InputFaultsError as error:
            report_faults(error.faults)
            code = FAULT
    return made, code
