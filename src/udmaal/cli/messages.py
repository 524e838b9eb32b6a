"""What goes to standard error: faults with their place and mend."""

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from udmaal.cli.language import current_language, say
from udmaal.faults import TO_FILL_IN, Fault, excerpt
from udmaal.output import colours
from udmaal.shown import plain, without_cpr

if TYPE_CHECKING:
    from rich.console import Console

# What nobody reads to the end: a file that is no case file at all.
_MOST_FAULTS = 200


class CommandError(Exception):
    """The command was used wrongly; exit code 2."""

    def __init__(self, problem: str, mend: str) -> None:
        self.problem = problem
        self.mend = mend
        super().__init__(problem)


def no_such(problem: str, near: Sequence[str], listed_by: str) -> CommandError:
    """Refuse what is not known: name what is near, else the command that lists what is."""
    if not near:
        return CommandError(problem, say(f"se {listed_by}", f"see {listed_by}"))
    names = ", ".join(near)
    return CommandError(problem, say(f"mente du {names}?", f"did you mean {names}?"))


def stderr() -> "Console":
    """Give a console on standard error that never breaks a line of its own accord."""
    from rich.console import Console  # noqa: PLC0415 - most runs have nothing to report

    return Console(file=sys.stderr, highlight=False, soft_wrap=True, markup=False)


def report_problem(problem: str, mend: str) -> None:
    """Say what is wrong with the command and what would be right."""
    console = stderr()
    _headline(console, problem)
    console.print(f"  {say('ret', 'mend')}: {plain(mend)}")


def report_notice(text: str) -> None:
    """Say something that stops nothing and belongs in no output."""
    console = stderr()
    console.print(say("bemærk: ", "note: "), style=colours.WARNING, end="")
    console.print(plain(text))


def report_faults(faults: Iterable[Fault]) -> None:
    """Report every fault of an input, each with its place, its line and its mend.

    What is still to be filled in is counted at the end; its line would say nothing more.
    """
    from udmaal.text.faults import headline, mend  # noqa: PLC0415 - most runs have no faults

    language = current_language()
    console = stderr()
    faults = list(faults)
    for fault in faults[:_MOST_FAULTS]:
        _headline(console, headline(fault, language))
        if fault.line and fault.source_line is not None and fault.code != TO_FILL_IN:
            number = str(fault.line)
            before = without_cpr(fault.source_line[: (fault.column or 1) - 1])
            text, column = excerpt(without_cpr(fault.source_line), len(before) + 1)
            console.print(f"  {number} | {plain(text.expandtabs(1))}")
            pointer = " " * (column - 1) + "^"
            console.print(f"  {' ' * len(number)} | {pointer}")
        console.print(f"  {say('ret', 'mend')}: {plain(mend(fault, language))}")
    more = len(faults) - _MOST_FAULTS
    if more > 0:
        console.print(say(f"... og {more} fejl mere", f"... and {more} more"))
    to_fill_in = [fault for fault in faults if fault.code == TO_FILL_IN]
    for file, word in dict.fromkeys((fault.file, fault.values["word"]) for fault in to_fill_in):
        count = sum(fault.file == file for fault in to_fill_in)
        console.print(
            say(
                f"{plain(file)} er ikke en sag endnu: {count} at udfylde (søg efter {word})",
                f"{plain(file)} is no case yet: {count} to fill in (look for {word})",
            )
        )


def _headline(console: "Console", text: str) -> None:
    console.print(say("fejl: ", "error: "), style=colours.ERROR, end="")
    console.print(plain(text))
