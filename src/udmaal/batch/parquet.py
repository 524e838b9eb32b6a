"""Table rows as Parquet, for analysis; needs the optional extra ``udmaal[parquet]``."""

from types import TracebackType
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from udmaal.batch.table import Cell, Column
from udmaal.batch.work import Chunk
from udmaal.language import Language

_ROWS_A_GROUP = 10_000
# Kroner stay exact: as many digits as any sum of a municipality asks for, two of them øre.
_TYPES = {
    "text": pa.string(),
    "kroner": pa.decimal128(14, 2),
    "count": pa.int64(),
    "day": pa.date32(),
}


class Parquet:
    """Collects rows and writes them group by group, each column with the type of what it holds."""

    def __init__(self, file: IO[bytes], columns: list[Column], language: Language) -> None:
        self._schema = pa.schema(
            [(column.head.in_(language), _TYPES[column.kind]) for column in columns]
        )
        self._writer: Any = pq.ParquetWriter(file, self._schema)
        self._rows: list[tuple[Cell, ...]] = []

    def put(self, chunk: Chunk) -> None:
        """Take the rows of a chunk."""
        self._rows += chunk.rows
        if len(self._rows) >= _ROWS_A_GROUP:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            filled = zip(zip(*self._rows, strict=True), self._schema.types, strict=True)
            columns = [pa.array(cells, kind) for cells, kind in filled]
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
