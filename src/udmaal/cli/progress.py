"""How far a run over many cases has come, shown on a terminal."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from udmaal.cli.language import say
from udmaal.cli.messages import stderr


@contextmanager
def progress(paths: Iterable[str], *, quiet: bool = False) -> Iterator[Callable[[int], None]]:
    """Show progress on a terminal, where alone the cases are counted first; nothing in a pipe."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.progress import (  # noqa: PLC0415 - a terminal alone shows progress
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=stderr(), transient=True) as shown:
        task = shown.add_task("", total=sum(1 for _ in paths), rate="")

        def tell(cases: int) -> None:
            shown.advance(task, cases)
            speed = shown.tasks[0].speed
            if speed:
                shown.update(task, rate=say(f"{speed:.0f} sager/s", f"{speed:.0f} cases/s"))

        yield tell
