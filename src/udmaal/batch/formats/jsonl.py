"""A batch as JSON lines, one a case."""

from contextlib import AbstractContextManager, nullcontext
from typing import IO

from udmaal.batch.sink import BatchFormat, Sink
from udmaal.batch.work import Chunk, Job


class _Lines:
    """JSON lines to a binary file."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def put(self, chunk: Chunk) -> None:
        """Write the lines of a chunk, all of them or an error."""
        left = memoryview(chunk.lines)
        while left:
            left = left[self._file.write(left) :]


def _sink(file: IO[bytes], _job: Job) -> AbstractContextManager[Sink]:
    return nullcontext(_Lines(file))


FORMAT = BatchFormat(_sink, with_rows=False, grows=True)
