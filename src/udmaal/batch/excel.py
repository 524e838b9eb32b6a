"""The cases of a batch as sheets for Excel; needs the optional extra ``udmaal[excel]``."""

import contextlib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, Final, get_args

import orjson

from udmaal.batch.sink import columns
from udmaal.batch.summary import MAIN_AMOUNTS, Summary
from udmaal.batch.work import Chunk, Job
from udmaal.language import KeyText, Language, Text
from udmaal.law.benefits import BENEFITS
from udmaal.lines.expression import joined
from udmaal.output import headings
from udmaal.output.excel.table import Column, OpenTable
from udmaal.output.excel.workbook import Book, Cell, ColumnKind, book_in
from udmaal.shown import shown
from udmaal.text import numbers
from udmaal.text.drivers import DRIVERS

_SUMMARY: Final = Text("Opsummering", "Summary")
_CASES: Final = Text("Sager", "Cases")
_DIFFERENCES: Final = Text("Forskelle", "Differences")
_FAULTS: Final = Text("Fejl", "Faults")
_FILE: Final = Text("Fil", "File")
_CASE: Final = Text("Sag", "Case")
_BENEFIT: Final = Text("Ydelse", "Benefit")
_PARENT: Final = Text("Forælder", "Parent")
_CHILD: Final = Text("Søskende", "Sibling")
_MAIN: Final = Text("Hovedbeløb", "Main amount")
_BEFORE: Final = Text("Før", "Before")
_AFTER: Final = Text("Efter", "After")
_DIFFERENCE: Final = Text("Forskel", "Difference")
_WHY: Final = Text("Årsag", "Cause")
_FINDINGS: Final = Text("Anmærkninger", "Findings")
_PLACE: Final = Text("Sted", "Place")
_WRONG: Final = Text("Hvad er galt", "What is wrong")
_RIGHT: Final = Text("Ret", "Mend")
_WHAT: Final = Text("Hvad", "What")
_NUMBER: Final = Text("Antal", "Number")
_DONE: Final = Text("Beregnede sager", "Cases calculated")
_AT_FAULT: Final = Text("Sager med fejl", "Cases at fault")
_CHANGED: Final = Text("Ændrede sager", "Cases changed")
_UNCHANGED: Final = Text("Uændrede sager", "Cases unchanged")
_TOTAL: Final = Text("I alt", "Total")
_FOUND: Final = Text("Anmærkning {code}", "Finding {code}")
_TITLE: Final = Text("Sager pr. {day}", "Cases on {day}")
_AGAINST: Final = Text("{title}, mod {day}", "{title}, against {day}")
_ANEW: Final = Text("{title}, afgjort på ny {day}", "{title}, decided anew on {day}")
_FILE_WIDTH: Final = 44
_KINDS: Final[dict[str, ColumnKind]] = {
    "text": "text", "kroner": "kroner", "count": "number", "day": "date",
}  # fmt: skip


@contextlib.contextmanager
def excel(file: IO[bytes], job: Job) -> "Iterator[_Sheets | _Rows]":
    """Take the cases of a batch; rows wait in a folder beside the file, not in memory."""
    beside = Path(file.name).parent
    with (
        TemporaryDirectory(prefix=".udmaal-", dir=beside, ignore_cleanup_errors=True) as folder,
        book_in(file, job.language, rows_to=Path(folder)) as book,
    ):
        sheets = _Sheets(book, job) if job.redecide is None else _Rows(book, job)
        yield sheets
        sheets.close()


class _Rows:
    """A sheet of the flat table, as the other table formats have it."""

    def __init__(self, book: Book, job: Job) -> None:
        day = numbers.day(job.after.on, job.language)
        heads = [
            Column(column.head.in_(job.language), _KINDS[column.kind]) for column in columns(job)
        ]
        title = _TITLE.in_(job.language).format(day=day)
        if job.redecide is not None:
            anew = numbers.day(job.redecide, job.language)
            title = _ANEW.in_(job.language).format(title=title, day=anew)
        self._table = OpenTable(book, _CASES.in_(job.language), title, heads)

    def put(self, chunk: Chunk) -> None:
        """Write the rows of a chunk."""
        for row in chunk.rows:
            self._table.add(row)

    def close(self) -> None:
        """End the sheet."""
        self._table.close()


class _Sheets:
    """The sheets that grow case by case."""

    def __init__(self, book: Book, job: Job) -> None:
        self._language: Language = job.language
        self._job = job
        self._summary = Summary(job.compares)
        titles = {key: each.title.in_(job.language) for key, each in _amounts().items()}
        self._names = titles
        day = numbers.day(job.after.on, job.language)
        title = _TITLE.in_(job.language).format(day=day)
        if job.before is not None and job.before.on != job.after.on:
            against = numbers.day(job.before.on, job.language)
            title = _AGAINST.in_(job.language).format(title=title, day=against)
        if job.after.name:
            title = f"{job.after.name}: {title}"
        self._title = title
        self._first = self._open(
            book, _SUMMARY, (_WHAT, "text", 40), (_NUMBER, "number", 12), *self._sums()
        )
        head = ((_FILE, "text", _FILE_WIDTH), (_CASE, "text", 24), (_BENEFIT, "text", 34),
                (_PARENT, "text", 10), (_CHILD, "text", 10))  # fmt: skip
        if job.compares:
            self._cases = self._open(
                book, _CASES, *head, (_MAIN, "text", 24), *self._sums(), (_WHY, "text", 28)
            )
            self._differences = self._open(
                book, _DIFFERENCES, *head, (headings.AMOUNT, "text", 24), *self._sums()
            )
        else:
            amounts = tuple((each.title, _kind_of(each), 15) for each in _amounts().values())
            self._cases = self._open(book, _CASES, *head, *amounts, (_FINDINGS, "text", 30))
        self._faults = self._open(
            book, _FAULTS, (_FILE, "text", _FILE_WIDTH), (_PLACE, "text", 30),
            (_WRONG, "text", 70), (_RIGHT, "text", 60),
        )  # fmt: skip

    def _sums(self) -> tuple[Any, ...]:
        if self._job.compares:
            return tuple((each, "kroner", 16) for each in (_BEFORE, _AFTER, _DIFFERENCE))
        return ((_TOTAL, "kroner", 16),)

    def _open(self, book: Book, name: Text, *columns: Any) -> OpenTable:
        language = self._language
        made = [Column(text.in_(language), kind, width) for text, kind, width in columns]
        return OpenTable(book, name.in_(language), self._title, made)

    def put(self, chunk: Chunk) -> None:
        """Write the rows of a chunk."""
        self._summary.merge(chunk.summary)
        for path, line in zip(chunk.paths, chunk.lines.splitlines(), strict=True):
            value = orjson.loads(line)
            if "error" in value:
                for fault in value["error"]:
                    row = (shown(path), fault["where"], fault["problem"], fault["mend"])
                    self._faults.add(row)
            elif self._job.compares:
                self._compared(shown(path), value)
            else:
                self._calculated(shown(path), value)

    def _calculated(self, path: str, value: Mapping[str, Any]) -> None:
        codes = (each["code"] for each in value["findings"] if "accepted" not in each)
        found = " ".join(dict.fromkeys(codes))
        for result in value["results"]:
            amounts = (_decimal(result["amounts"].get(key)) for key in self._names)
            self._cases.add((*self._head(path, value["case_id"], result), *amounts, found))

    def _head(self, path: str, case_id: str, result: Mapping[str, Any]) -> tuple[Cell, ...]:
        name = headings.name_of(result["benefit"], result.get("rules"), self._language)
        return path, case_id, name, result.get("parent"), result.get("child")

    def _compared(self, path: str, value: Mapping[str, Any]) -> None:
        """Write the main amount of each benefit before and after, and all that differs."""
        why: dict[tuple[str, str | None], list[str]] = {}
        for each in value["difference"]:
            names = [DRIVERS[driver].in_(self._language) for driver in each["drivers"]]
            why.setdefault((each["benefit"], each.get("parent")), []).extend(names)
        sides = [_by_claim(value[side]["results"]) for side in ("before", "after")]
        for claim in dict.fromkeys([*sides[1], *sides[0]]):
            before, after = (side.get(claim) for side in sides)
            result = after or before
            assert result is not None
            head = self._head(path, value["case_id"], result)
            main = MAIN_AMOUNTS.get(result["benefit"])
            causes = ", ".join(dict.fromkeys(why.get((result["benefit"], claim[1]), ())))
            if main is not None:
                row = (*head, self._names[main], *_sums(before, after, main))
                self._cases.add((*row, causes))
            for key in dict.fromkeys(result["amounts"]):
                sums = _sums(before, after, key)
                if key in self._names and sums[2]:
                    self._differences.add((*head, self._names[key], *sums))

    def close(self) -> None:
        """Write the summary, and end all sheets."""
        document = self._summary.document()
        counts = [(_DONE, document["done"]), (_AT_FAULT, document["at_fault"])]
        if self._job.compares:
            counts += [(_CHANGED, document["changed"]), (_UNCHANGED, document["unchanged"])]
        empty = [None] * len(self._sums())
        for text, count in counts:
            self._first.add((text.in_(self._language), count, *empty))
        for benefit, sums in document["totals"].items():
            name = headings.name_of(benefit, None, self._language)
            main = MAIN_AMOUNTS[benefit]
            persons = sums.pop("persons", None)
            if persons is None:
                persons = document["changes"][benefit]["persons"]["after"]
            row = (f"{name}: {self._names[main]}", persons, *map(Decimal, sums.values()))
            self._first.add(row, look="total")
        for code, count in document["findings"].items():
            named = _FOUND.in_(self._language).format(code=code)
            self._first.add((named, count, *empty))
        self._first.close()
        self._cases.close()
        if self._job.compares:
            self._differences.close()
        self._faults.close()


@cache
def _amounts() -> Mapping[str, KeyText]:
    """Give the words of all amounts that are numbers, by their keys, in the order of the law.

    Of two of the same name the later one says of which benefit it is.
    """
    found: dict[str, KeyText] = {}
    titles: set[Text] = set()
    for benefit in BENEFITS:
        for type_ in benefit.amounts.values():
            for key, each in type_.declared().items():
                if key in found or Decimal not in (each.type, *get_args(each.type)):
                    continue
                words = each.words
                if words.title in titles:
                    words = words._replace(title=joined(words.title, ", ", benefit.title))
                titles.add(words.title)
                found[key] = words
    return found


def _kind_of(words: KeyText) -> ColumnKind:
    return "kroner" if "kr." in words.text.da.lower() else "number"


def _by_claim(
    results: list[dict[str, Any]],
) -> dict[tuple[str, str | None, str | None, int], dict[str, Any]]:
    """Give results by benefit, parent and sibling; several of the same in their order."""
    found: dict[tuple[str, str | None, str | None, int], dict[str, Any]] = {}
    for result in results:
        number = 0
        named = result["benefit"], result.get("parent"), result.get("child")
        while (*named, number) in found:
            number += 1
        found[*named, number] = result
    return found


def _sums(
    before: Mapping[str, Any] | None, after: Mapping[str, Any] | None, key: str
) -> tuple[Decimal, Decimal, Decimal]:
    old, new = (
        _decimal(side["amounts"].get(key)) or Decimal(0) if side else Decimal(0)
        for side in (before, after)
    )
    return old, new, new - old


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
