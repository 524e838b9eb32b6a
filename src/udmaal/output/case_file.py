"""A case file with a comment behind every key, from the model and the catalogue.

What the facts do not say is offered as a line that is commented out, with the model's example:
``#until = 2025-12-31``. Taking the ``#`` away puts the key to use. What they leave to be filled in
is a text that the reader tells from any value: ``hours = 'UDFYLD: f.eks. 17.0'``.
"""

import re
import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, get_origin

import tomli_w
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from udmaal.case.model import Case
from udmaal.faults import Path
from udmaal.language import Language, Text
from udmaal.reading.source import toml_value
from udmaal.reading.validation import FILL_IN, bare, choices_of, table_in
from udmaal.text.case_keys import CASE_KEYS, key_comment
from udmaal.text.templates import ToFillIn

Facts = Mapping[str, Any]

_WIDTH = 100
# Comments stand in one column, but for those of longer lines.
_MOST_COLUMN = 34
_DECIMALS = re.compile(r"\.(\d+)")
_FOR_EXAMPLE = Text("f.eks.", "e.g.")


def case_file_text(
    facts: Facts,
    offered: Collection[str],
    language: Language,
    head: Iterable[str] = (),
    notes: Mapping[Path, str] = MappingProxyType({}),
) -> str:
    """Write the facts of a case as a file; ``head`` are the lines of the comment on top.

    ``notes`` are comments above tables, by their path. ``facts`` are plain values by key, as TOML
    is read, or ``ToFillIn``. Of the benefits that they leave out, those in ``offered`` are shown
    commented out.
    """
    lines = [*(f"#{line}" for line in head), ""]
    lines += _Writer(language, offered, notes).table(Case, "", facts)
    return "\n".join(lines) + "\n"


class _Writer:
    """Goes through the model; what a key means is said where it stands first."""

    def __init__(
        self, language: Language, offered: Collection[str], notes: Mapping[Path, str]
    ) -> None:
        self._language = language
        self._offered = offered
        self._notes = notes
        self._seen: set[str] = set()

    def table(
        self, model: type[BaseModel], path: str, facts: Facts | None, at: Path = ()
    ) -> Iterator[str]:
        """Write the keys of a table, then the tables in it; without facts all commented out.

        ``at`` is the place of the table in the file.
        """
        first = path not in self._seen
        self._seen.add(path)
        fields = {field.alias or name: field for name, field in model.model_fields.items()}
        plain = {key: field for key, field in fields.items() if not _is_table(field)}
        yield from _aligned(self._rows(plain, path, facts, first=first))
        for key, field in fields.items():
            if key in plain:
                continue
            inner = f"{path}.{key}" if path else key
            given = facts.get(key) if facts is not None else None
            if given:
                yield from self._tables(field, inner, given, (*at, key))
            elif first and (path or key in self._offered):
                yield from self._tables(field, inner, None, (*at, key))

    def _rows(
        self, fields: dict[str, FieldInfo], path: str, facts: Facts | None, *, first: bool
    ) -> Iterator[tuple[str, str]]:
        """Give each line with its comment."""
        for key, field in fields.items():
            at = f"{path}.{key}" if path else key
            comment = key_comment(at, choices_of(field), self._language) if first else ""
            if facts is not None and key in facts:
                yield self._line(key, facts[key], field), comment
            elif first:
                yield f"#{toml_line(key, _example(field), field)}", comment

    def _line(self, key: str, value: Any, field: FieldInfo) -> str:
        if not isinstance(value, ToFillIn):
            return toml_line(key, value, field)
        example = toml_line(key, value.example, field).partition(" = ")[2]
        word, such_as = (text.in_(self._language) for text in (FILL_IN, _FOR_EXAMPLE))
        return f"{key} = '{word}: {such_as} {example}'"  # in such quotes nothing is escaped

    def _tables(self, field: FieldInfo, path: str, given: Any, at: Path) -> Iterator[str]:
        """Write one table, or each of several; without any, one that is commented out."""
        model = table_in(field.annotation)
        header = f"[[{path}]]" if get_origin(bare(field.annotation)) is tuple else f"[{path}]"
        several = isinstance(given, list)
        for number, each in enumerate(given if several else [given]):
            place = (*at, number) if several else at
            yield ""
            if path not in self._seen:
                words = CASE_KEYS[path]
                title, text = words.title.in_(self._language), words.text.in_(self._language)
                yield from textwrap.wrap(
                    f"{title}: {text}", _WIDTH, initial_indent="# ", subsequent_indent="# "
                )
            if place in self._notes:
                yield f"# {self._notes[place]}"
            yield header if each is not None else f"#{header}"
            if model is not None:
                yield from self.table(model, path, each, place)
            else:
                self._seen.add(path)
                off = "" if each is not None else "#"
                for key, value in (each or _example(field)).items():
                    yield off + toml_line(key, value, field)


def toml_line(key: str, value: Any, field: FieldInfo) -> str:
    """Write ``key = value``, an amount with at least as many decimals as the field's example."""
    found = _DECIMALS.search(field.examples[0]) if field.examples else None
    decimals = len(found[1]) if found else 0
    if isinstance(value, list):
        parts = (_pair("x", _padded(each, decimals)).partition(" = ")[2] for each in value)
        return _pair(key, 0).removesuffix("0") + f"[{', '.join(parts)}]"
    return _pair(key, _padded(value, decimals))


def _pair(key: str, value: Any) -> str:
    return tomli_w.dumps({key: value}).rstrip("\n")


def _padded(value: Any, decimals: int) -> Any:
    """Give an amount its decimals; a Decimal is never written with an exponent."""
    if not isinstance(value, Decimal):
        return value
    own = -int(value.as_tuple().exponent)
    return Decimal(f"{value:.{max(own, decimals, 0)}f}")


def _aligned(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Put the comments of a table into one column, broken where they are too long."""
    rows = list(rows)
    short = (len(row) for row, comment in rows if comment and len(row) <= _MOST_COLUMN)
    column = max(short, default=0) + 2
    for row, comment in rows:
        start = max(column, len(row) + 2)
        pieces = textwrap.wrap(comment, _WIDTH - start - 2, break_on_hyphens=False)
        yield row if not pieces else f"{row:{start}}# {pieces[0]}"
        yield from (f"{'':{start}}# {piece}" for piece in pieces[1:])


def _is_table(field: FieldInfo) -> bool:
    return table_in(field.annotation) is not None or get_origin(bare(field.annotation)) is dict


def _example(field: FieldInfo) -> Any:
    return toml_value(field.examples[0]) if field.examples else ""
