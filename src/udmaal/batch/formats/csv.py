"""A batch as CSV: all lines of all cases, or what differs."""

from contextlib import AbstractContextManager, nullcontext
from typing import IO

from udmaal.batch.sink import BatchFormat, Sink, columns
from udmaal.batch.table import Column, cell_text
from udmaal.batch.work import Chunk, Job
from udmaal.language import Language
from udmaal.output.csv import BOM, csv_rows


class _Rows:
    """CSV rows to a binary file; the head comes first."""

    def __init__(self, file: IO[bytes], columns: list[Column], language: Language) -> None:
        self._file = file
        self._language: Language = language
        head = [column.head.in_(language) for column in columns]
        file.write(csv_rows([head], language).encode())

    def put(self, chunk: Chunk) -> None:
        """Write the rows of a chunk."""
        if chunk.rows:
            rows = ([cell_text(cell, self._language) for cell in row] for row in chunk.rows)
            text = csv_rows(rows, self._language)
            self._file.write(text.removeprefix(BOM).encode())


def _sink(file: IO[bytes], job: Job) -> AbstractContextManager[Sink]:
    return nullcontext(_Rows(file, columns(job), job.language))


FORMAT = BatchFormat(_sink)
