"""A batch as a workbook for Excel: a row per case and benefit, and the summary first."""

from contextlib import AbstractContextManager
from typing import IO

from udmaal.batch.sink import BatchFormat, Sink
from udmaal.batch.work import Job


def _sink(file: IO[bytes], job: Job) -> AbstractContextManager[Sink]:
    from udmaal.batch.excel import excel  # noqa: PLC0415 - an optional extra

    return excel(file, job)


FORMAT = BatchFormat(_sink, with_rows=False, printed=False, needs=("xlsxwriter", "excel"))
