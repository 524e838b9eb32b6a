"""Where the lines of a batch go: complete at once, or growing in whole lines."""

import contextlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Protocol

from udmaal.batch.table import Column
from udmaal.batch.work import Chunk, Job
from udmaal.faults import Fault, InputFaultsError
from udmaal.language import Text
from udmaal.output.csv import LINE_COLUMNS, amount_columns
from udmaal.output.write import atomic_file, refuse_to_replace

_STATE_SUFFIX = ".resume.json"
_PATH = Text("fil", "path")
_DIFFERENCE_COLUMNS = (
    Text("fil", "path"),
    Text("sag", "case_id"),
    Text("ydelse", "benefit"),
    Text("forælder", "parent"),
    Text("beløb", "amount"),
    Text("før", "before"),
    Text("efter", "after"),
    Text("forskel", "difference"),
    Text("årsag", "drivers"),
)


class Sink(Protocol):
    """Takes the chunks of a batch."""

    def put(self, chunk: Chunk) -> None:
        """Write the cases of a chunk."""


@dataclass(frozen=True, slots=True)
class BatchFormat:
    """A format of a batch.

    ``sink`` writes to a file; it takes rows of a table or, without ``with_rows``, lines of JSON.
    One that ``grows`` is whole after each chunk; one that is not ``printed`` goes to a file only.
    ``needs`` is the library of an optional extra, and the extra.
    """

    sink: Callable[[IO[bytes], Job], AbstractContextManager[Sink]]
    with_rows: bool = True
    grows: bool = False
    printed: bool = True
    needs: tuple[str, str] | None = None


def columns(job: Job) -> list[Column]:
    """Give the columns of the table formats."""
    if job.redecide is not None:
        from udmaal.batch.redecision.records import COLUMNS  # noqa: PLC0415 - few batches need it

        return list(COLUMNS)
    of_results = amount_columns() if job.brief else LINE_COLUMNS
    heads = _DIFFERENCE_COLUMNS if job.compares else (_PATH, *of_results)
    return [Column(head) for head in heads]


@contextlib.contextmanager
def whole(output: Path | None) -> Iterator[IO[bytes]]:
    """Give a file that appears whole when the block ends well, or standard output."""
    if output is not None:
        with atomic_file(output) as file:
            yield file
        return
    yield sys.stdout.buffer
    sys.stdout.buffer.flush()


def other_run(output: Path, keys: Iterable[str]) -> InputFaultsError:
    """Make the fault of an output that was begun with something else under these keys."""
    values = {"keys": ", ".join(sorted(keys))}
    return InputFaultsError([Fault("batch.other_run", values=values, file=str(output))])


class Growing:
    """An output that grows in whole lines and can be taken up again after a kill.

    While it is not complete a small file beside it says what it is made of; ``identity`` must be
    the same when it is taken up again.
    """

    def __init__(self, output: Path, identity: dict[str, Any]) -> None:
        self._output = output
        self._identity = identity
        self._state = output.with_name(output.name + _STATE_SUFFIX)

    def lines_done(self) -> int | None:
        """Give how many whole lines are there, cutting a torn one off; ``None`` when complete.

        Raises ``InputFaultsError`` where rates, date, program or paths are not the same.
        """
        for written in (self._output, self._state):
            refuse_to_replace(written)
        if not self._output.exists():
            self._state.write_text(json.dumps(self._identity), encoding="utf-8")
            self._output.touch()
            return 0
        if not self._state.exists():
            return None
        known = self._known_identity()
        other = [key for key, value in self._identity.items() if known.get(key) != value]
        if other:
            raise other_run(self._output, other)
        with self._output.open("rb+") as file:
            count, end = 0, 0
            for line in file:
                if line.endswith(b"\n"):
                    count, end = count + 1, end + len(line)
            file.truncate(end)
        return count

    def _known_identity(self) -> dict[str, Any]:
        try:
            known = json.loads(self._state.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}

    def earlier_lines(self) -> Iterator[bytes]:
        """Give the lines that are there."""
        with self._output.open("rb") as file:
            yield from file

    @contextlib.contextmanager
    def file(self) -> Iterator[IO[bytes]]:
        """Give the file to append to."""
        with self._output.open("ab", buffering=0) as file:
            yield file
            os.fsync(file.fileno())

    def complete(self) -> None:
        """Say that the output is complete."""
        self._state.unlink()
