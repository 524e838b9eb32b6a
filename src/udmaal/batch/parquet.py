"""Table rows as Parquet, for analysis; needs the optional extra ``udmaal[parquet]``."""

from types import TracebackType
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from udmaal.batch.work import Chunk

_ROWS_A_GROUP = 10_000


class Parquet:
    """Collects rows and writes them group by group; every column is text, as in the CSV."""

    def __init__(self, file: IO[bytes], head: list[str]) -> None:
        self._schema = pa.schema([(name, pa.string()) for name in head])
        self._writer: Any = pq.ParquetWriter(file, self._schema)
        self._rows: list[tuple[str, ...]] = []

    def put(self, chunk: Chunk) -> None:
        """Take the rows of a chunk."""
        self._rows += chunk.rows
        if len(self._rows) >= _ROWS_A_GROUP:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            columns = [pa.array(column, pa.string()) for column in zip(*self._rows, strict=True)]
            self._writer.write_table(pa.Table.from_arrays(columns, schema=self._schema))
            self._rows = []

    def __enter__(self) -> "Parquet":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            self._flush()
        self._writer.close()
