"""A batch as Parquet: the rows of the CSV, for analysis."""

from contextlib import AbstractContextManager
from typing import IO

from udmaal.batch.sink import BatchFormat, Sink, columns
from udmaal.batch.work import Job


def _sink(file: IO[bytes], job: Job) -> AbstractContextManager[Sink]:
    from udmaal.batch.parquet import Parquet  # noqa: PLC0415 - an optional extra

    return Parquet(file, columns(job), job.language)


FORMAT = BatchFormat(_sink, printed=False, needs=("pyarrow", "parquet"))
