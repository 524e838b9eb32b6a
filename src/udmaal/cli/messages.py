"""What goes to standard error: faults with their place and mend."""

import re
import sys
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from udmaal.cli.language import current_language, say
from udmaal.faults import Fault
from udmaal.text.faults import mend, problem

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class CommandError(Exception):
    """The command was used wrongly; exit code 2."""

    def __init__(self, problem: str, mend: str) -> None:
        self.problem = problem
        self.mend = mend
        super().__init__(problem)


def stderr() -> Console:
    """Give a console on standard error that never breaks a line of its own accord."""
    return Console(file=sys.stderr, highlight=False, soft_wrap=True, markup=False)


def report_problem(problem: str, mend: str) -> None:
    """Say what is wrong with the command and what would be right."""
    console = stderr()
    console.print(Text.assemble((say("fejl: ", "error: "), "bold red"), _plain(problem)))
    console.print(Text(f"  {say('ret', 'mend')}: {_plain(mend)}"))


def report_faults(faults: Iterable[Fault]) -> None:
    """Report every fault of an input, each with its place, its line and its mend."""
    language = current_language()
    console = stderr()
    for fault in faults:
        place = ":".join(str(part) for part in (fault.file, fault.line, fault.column) if part)
        head = ": ".join(filter(None, (place, fault.where, problem(fault, language))))
        console.print(Text.assemble((say("fejl: ", "error: "), "bold red"), _plain(head)))
        if fault.line and fault.source_line is not None:
            number = str(fault.line)
            shown = _plain(fault.source_line.expandtabs(1))[:200]
            console.print(Text(f"  {number} | {shown}"))
            pointer = " " * ((fault.column or 1) - 1) + "^"
            console.print(Text(f"  {' ' * len(number)} | {pointer}"))
        console.print(Text(f"  {say('ret', 'mend')}: {_plain(mend(fault, language))}"))


def _plain(text: str) -> str:
    """Keep control characters of a file from reaching the terminal."""
    return _CONTROL.sub("·", text)
