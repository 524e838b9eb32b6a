"""Read a stored result back: what it is a result of, and what is needed to make it again.

A result is trusted in nothing: anything may stand in the file.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Literal, TypeVar

from udmaal.calendar_month import Month, day_in
from udmaal.faults import Fault, InputFaultsError
from udmaal.reading.source import Source, read_source
from udmaal.reading.syntax import deep_place, depth_exceeded
from udmaal.shown import without_cpr

T = TypeVar("T")

MAX_BYTES = 64 << 20

Kind = Literal["calc", "ledger"]
Document = dict[str, Any]

_FORMAT = 1
# What a document must hold, by the key that tells its kind.
_HEAD = ("case_id", "case_sha256", "rates_sha256")
_KINDS: dict[str, tuple[Kind, tuple[str, ...]]] = {
    "results": ("calc", (*_HEAD, "date")),
    "courses": ("ledger", (*_HEAD, "from", "to")),
}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """The documents of a result file.

    ``lines`` are the texts of the documents where each stands on a line of its own (``batch``);
    ``many`` tells an array from a single document.
    """

    source: Source
    documents: tuple[Any, ...]
    many: bool
    lines: tuple[str, ...] = ()

    def of_case(self, case_sha256: str, case_id: str) -> "StoredResult":
        """Choose the document of a case, by its fingerprint, else by its id.

        Raises ``InputFaultsError`` where there is none, or where it is no result to make again.
        """
        index = 0
        if self.many:
            wanted = (("case_sha256", case_sha256), ("case_id", without_cpr(case_id)))
            index = next(
                (
                    number
                    for key, value in wanted
                    for number, document in enumerate(self.documents)
                    if isinstance(document, dict) and document.get(key) == value
                ),
                -1,
            )
            if index < 0:
                raise _refused(self.source, "result.other_cases", case_id=case_id)
        document = self.documents[index]
        return StoredResult(self, index, _kind(self.source, document), document)


@dataclass(frozen=True, slots=True)
class StoredResult:
    """The stored document of one case."""

    file: StoredFile
    index: int
    kind: Kind
    document: Document

    @property
    def text(self) -> str:
        """Give the text that must come out again: the file's, of a batch the case's line."""
        return self.file.lines[self.index] if self.file.lines else self.file.source.text

    def whole(self, document: Document) -> Any:
        """Give what the file would hold with another document in this one's place."""
        if not self.file.many or self.file.lines:
            return document
        return [
            *self.file.documents[: self.index],
            document,
            *self.file.documents[self.index + 1 :],
        ]

    def day(self) -> date:
        """Give the date of a ``calc``; raises ``InputFaultsError``."""
        return self._read("date", day_in)

    def months(self) -> tuple[Month, Month]:
        """Give the first and last month of a ``ledger``; raises ``InputFaultsError``."""
        return self._read("from", Month.parse), self._read("to", Month.parse)

    def last_day(self) -> date:
        """Give the day by which all that it tells of has happened; raises ``InputFaultsError``."""
        return self.day() if self.kind == "calc" else self.months()[1].last

    def known(self) -> date | None:
        """Give the day as of which the case was known, if any; raises ``InputFaultsError``."""
        return self._read("known", day_in) if "known" in self.document else None

    def explained(self) -> frozenset[str]:
        """Give the months of a ledger that carry their lines."""
        return frozenset(
            month["month"]
            for month in self._ledger_months()
            if "lines" in month and isinstance(month.get("month"), str)
        )

    def is_brief(self) -> bool:
        """Tell whether the results of a ``calc`` stand without their lines."""
        results = self.document["results"]
        of_results = results if isinstance(results, list) else []
        return bool(of_results) and all(
            isinstance(each, dict) and "lines" not in each for each in of_results
        )

    def compares_with_paid(self) -> bool:
        """Tell whether a ledger was compared with what was paid."""
        return any(month.get("paid") is not None for month in self._ledger_months())

    def _ledger_months(self) -> Iterator[Document]:
        for part in self.document.values():
            for ledger in part if isinstance(part, list) else [part]:
                months = ledger.get("months") if isinstance(ledger, dict) else None
                for month in months if isinstance(months, list) else ():
                    if isinstance(month, dict):
                        yield month

    def _read(self, key: str, read: Callable[[str], T]) -> T:
        try:
            return read(self.document[key])
        except (ValueError, TypeError):
            raise _refused(self.file.source, "result.key", (key,)) from None


def read_stored(path: Path | str) -> StoredFile:
    """Read a result file (``-``: standard input): one document, an array, or one on each line.

    Raises ``InputFaultsError`` for what is no JSON.
    """
    try:
        source = read_source(path, MAX_BYTES)
    except InputFaultsError as error:
        (fault,) = error.faults
        code = "result.foreign" if fault.code == "file.empty" else fault.code
        raise InputFaultsError([replace(fault, code=code)]) from None
    return stored_from_source(source)


def stored_from_source(source: Source) -> StoredFile:
    """Take a result file apart that was read already; raises as ``read_stored``."""
    try:
        found = _parsed(source.text, source)
    except json.JSONDecodeError as error:
        lines = [line for line in source.text.split("\n") if line.strip()]
        if len(lines) > 1 and lines[0].rstrip("\r").endswith("}"):
            return _json_lines(source, lines)
        raise _broken(source, error.lineno, error.colno) from None
    if isinstance(found, list):
        return StoredFile(source, tuple(found), many=True)
    return StoredFile(source, (found,), many=False)


def _json_lines(source: Source, lines: Sequence[str]) -> StoredFile:
    documents = []
    for line in lines:
        try:
            documents.append(_parsed(line, source))
        except json.JSONDecodeError as error:
            number = source.text.split("\n").index(line) + 1
            raise _broken(source, number, error.colno) from None
    return StoredFile(source, tuple(documents), many=True, lines=tuple(lines))


def _parsed(text: str, source: Source) -> Any:
    try:
        found = json.loads(
            text,
            parse_float=Decimal,
            parse_constant=_no_constant,
            object_pairs_hook=_without_duplicates,
        )
    except json.JSONDecodeError:
        raise
    except RecursionError:
        raise _too_deep(text, source) from None
    except KeyError as error:
        raise _refused(source, "json.duplicate", key=str(error.args[0])) from None
    except (ValueError, InvalidOperation):  # a number beyond all bounds, or none at all
        raise _refused(source, "json.number") from None
    if depth_exceeded(found):
        raise _too_deep(text, source)
    return found


def _too_deep(text: str, source: Source) -> InputFaultsError:
    before = source.text[: source.text.find(text) + deep_place(text)]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return InputFaultsError([source.fault("json.too_deep", line, column)])


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _without_duplicates(pairs: list[tuple[str, Any]]) -> Document:
    found = dict(pairs)
    if len(found) < len(pairs):
        counts = Counter(key for key, _ in pairs)
        raise KeyError(counts.most_common(1)[0][0])
    return found


def _kind(source: Source, document: Any) -> Kind:
    """Tell what a document is a result of; raises ``InputFaultsError`` with all that is wrong."""
    if not isinstance(document, dict):
        raise _refused(source, "result.foreign")
    if "error" in document:
        raise _refused(source, "result.error")
    if "before" in document or "difference" in document:
        raise _refused(source, "result.comparison")
    if "format" in document and (type(document["format"]), document["format"]) != (int, _FORMAT):
        raise _refused(source, "result.format", found=str(document["format"])[:20])
    for key, (kind, wanted) in _KINDS.items():
        if key not in document:
            continue
        program = document.get("program")
        right = {
            "format": "format" in document,
            **{name: isinstance(document.get(name), str) for name in wanted},
            "program": isinstance(program, dict) and isinstance(program.get("version"), str),
            key: isinstance(document[key], list),
        }
        faults = [
            Fault("result.key", (name,), file=source.name) for name in right if not right[name]
        ]
        if faults:
            raise InputFaultsError(faults)
        return kind
    raise _refused(source, "result.foreign")


def _refused(
    source: Source, code: str, path: tuple[str, ...] = (), **values: str
) -> InputFaultsError:
    return InputFaultsError([Fault(code, path, values, source.name)])


def _broken(source: Source, line: int, column: int) -> InputFaultsError:
    return InputFaultsError([source.fault("json.syntax", line, column)])
