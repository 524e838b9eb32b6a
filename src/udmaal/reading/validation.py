"""From parsed TOML to a model, with every fault named, not only the first.

Pydantic finds what is wrong with the form. So that questions between fields can be asked in the
same run, wrong values are then replaced by the example of their field; what was replaced is
reported back as *unsure*, and nobody may conclude anything from it.

What a template leaves to be filled in is its own fault, not one of form.
"""

import difflib
import re
import types
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import itemgetter
from typing import Annotated, Any, Final, Generic, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from udmaal.faults import TO_FILL_IN, Fault, Path, dotted
from udmaal.language import Text
from udmaal.reading.numbers import meant_and_exact
from udmaal.reading.places import places
from udmaal.reading.source import Parsed, Source, toml_value
from udmaal.shown import texts_in

M = TypeVar("M", bound=BaseModel)

_MAX_REPAIRS = 4
# Looking for what was meant takes time that a file of nothing but errors is not worth.
_MOST_SUGGESTIONS = 200
# A file with more faults than anybody mends one by one is not looked at any further.
_MOST_FAULTS = 1000

# The text that stands in place of a value still to be filled in: this word, or more behind a colon.
FILL_IN: Final = Text("UDFYLD", "FILL IN")
FILL_IN_PATTERN: Final = rf"^({'|'.join(FILL_IN)})(:|$)"
_FILL_IN: Final = re.compile(FILL_IN_PATTERN)

# Pydantic's error types and our codes; what is not listed is "value.invalid" with its words.
_CODES = {
    "missing": "value.missing",
    "extra_forbidden": "key.unknown",
    "is_instance_of": "type.number",
    "decimal_type": "type.number",
    "decimal_parsing": "type.number",
    "int_type": "type.integer",
    "string_type": "type.text",
    "bool_type": "type.bool",
    "date_type": "type.date",
    "date_from_datetime_inexact": "type.date",
    "model_type": "type.table",
    "dict_type": "type.table",
    "tuple_type": "type.list",
    "literal_error": "value.choice",
    "greater_than": "value.above",
    "greater_than_equal": "value.at_least",
    "less_than": "value.below",
    "less_than_equal": "value.at_most",
    "finite_number": "value.finite",
    "date_range": "date.range",
    "decimal_max_places": "value.decimals",
    "kroner_thousands": "value.thousands",
    "decimal_whole_digits": "value.too_big",
    "decimal_max_digits": "value.too_big",
    "string_too_long": "text.too_long",
    "string_too_short": "text.empty",
    "string_pattern_mismatch": "text.form",
    "too_short": "list.empty",
    "too_long": "list.too_long",
}


@dataclass(frozen=True, slots=True)
class Checked(Generic[M]):
    """A model (``None`` where nothing could be made of the input), its faults, what is unsure."""

    model: M | None
    faults: tuple[Fault, ...]
    unsure: frozenset[Path]


class _Unread:
    """Stands in a document where a value could not be read: its fault is told already."""


def check_read(model: type[M], parsed: Parsed) -> Checked[M]:
    """Check what could be read of a text, as ``check`` does; nothing is said of the rest."""
    for path in parsed.unread:
        _put_unread(parsed.document, path)
    document = parsed.document
    to_fill_in: tuple[Fault, ...] = ()
    if any(word in parsed.text for word in FILL_IN):  # few texts, and no finished case
        document, to_fill_in = _filled_in(model, document)
    checked = check(model, document)
    if not (parsed.faults or to_fill_in):
        return checked
    faults = checked.faults
    if parsed.faults:
        faults = tuple(fault for fault in faults if not _rests_on_unread(fault, parsed))
    open_places = (fault.path for fault in to_fill_in)
    return replace(checked, faults=(*to_fill_in, *faults), unsure=checked.unsure.union(open_places))


def _filled_in(
    model: type[BaseModel], document: dict[str, Any]
) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """Put examples in place of what is still to be filled in; each such place is a fault."""
    filled = deepcopy(document)
    faults: dict[Path, Fault] = {}
    for place, text in texts_in(document):
        word = _FILL_IN.match(text)
        if word is None:
            continue
        path = place[:-1] if isinstance(place[-1], int) else place  # of a list of numbers, the list
        field = field_at(model, path)
        if field is None or not field.examples:
            continue  # told as what it is
        holder: Any = filled
        for part in path[:-1]:
            holder = holder[part]
        holder[path[-1]] = toml_value(field.examples[0])
        key = dotted(tuple(part for part in path if isinstance(part, str)))
        what = (key, choices_of(field))
        values = {"what": what, "word": word[1], "example": _example(model, path)}
        faults[path] = Fault(TO_FILL_IN, path, values)
    return filled, tuple(faults.values())


def _put_unread(document: dict[str, Any], path: Path) -> None:
    holder: Any = document
    for part in path[:-1]:
        if isinstance(holder, dict):
            holder = holder.setdefault(part, {})
        elif isinstance(holder, list) and isinstance(part, int) and part < len(holder):
            holder = holder[part]
        else:
            return
    if isinstance(holder, dict):
        holder[path[-1]] = _Unread()


def _rests_on_unread(fault: Fault, parsed: Parsed) -> bool:
    if parsed.lost and fault.code in {"value.missing", "type.list", "type.table"}:
        return True
    unknown = fault.code.startswith("key.unknown")
    return not unknown and any(
        fault.path[:length] in parsed.unread for length in range(1, len(fault.path) + 1)
    )


@lru_cache(maxsize=8)
def several_tables(model: type[BaseModel], at: str = "") -> frozenset[str]:
    """Give the tables of a model that may stand more than once, in dotted form."""
    found: set[str] = set()
    for name, field in model.model_fields.items():
        table = table_in(field.annotation)
        if table is not None:
            key = f"{at}{field.alias or name}"
            found |= several_tables(table, f"{key}.")
            if get_origin(bare(field.annotation)) is tuple:
                found.add(key)
    return frozenset(found)


def check(model: type[M], data: dict[str, Any]) -> Checked[M]:
    """Check parsed TOML against a model; faults carry paths, not yet places."""
    faults: dict[tuple[Path, str], Fault] = {}
    unsure: set[Path] = set()
    for attempt in range(_MAX_REPAIRS):
        try:
            checked = model.model_validate(data)
        except ValidationError as error:
            if attempt == 0:
                data = deepcopy(data)
            details = error.errors(include_url=False)[:_MOST_FAULTS]
            for detail in details:
                path = _path(detail, data)
                fault = _fault(model, detail, path, suggest=len(faults) < _MOST_SUGGESTIONS)
                faults.setdefault((fault.path, fault.code), fault)
            if len(details) == _MOST_FAULTS:
                break
            unsure.update(_repair(model, data, details))
        else:
            return Checked(checked, tuple(faults.values()), frozenset(unsure))
    return Checked(None, tuple(faults.values()), frozenset(unsure))


def keys_of(model: type[BaseModel], data: object, at: Path = ()) -> Iterator[Path]:
    """Give every key that a value may stand at, also those the data leaves out.

    Of lists of tables, those that the data has; of tables that may stand alone, also where it has
    none.
    """
    given = data if isinstance(data, dict) else {}
    for name, field in model.model_fields.items():
        key = field.alias or name
        path, found = (*at, key), given.get(key)
        table, kind = table_in(field.annotation), get_origin(bare(field.annotation))
        if table is not None and (isinstance(found, dict) or (found is None and _or_alone(field))):
            yield from keys_of(table, found, path)
        elif kind is tuple:
            elements = found if isinstance(found, list) else []
            for index, element in enumerate(elements):
                inside = (*path, index)
                yield from [inside] if table is None else keys_of(table, element, inside)
        elif kind is dict:
            yield from ((*path, part) for part in (found if isinstance(found, dict) else ()))
        elif table is not None:
            yield from keys_of(table, found, path)
        else:
            yield path


def _or_alone(field: FieldInfo) -> bool:
    """Tell whether a table stands once in a file, or once or several times."""
    extra = field.json_schema_extra
    return isinstance(extra, dict) and bool(extra.get("or_alone"))


def placed(faults: Iterable[Fault], source: Source, parsed: Parsed | None = None) -> list[Fault]:
    """Give the faults their file, line and column; of a missing key, those of its table.

    ``parsed`` is what could be read of the source, where that may not be all.
    """
    faults = list(faults)
    if not faults:
        return []
    paths = [fault.path for fault in faults]
    found = places(source.text if parsed is None else parsed.text, paths)
    if parsed is not None:
        found = {**parsed.unread, **found}
    lines = source.lines()
    result = []
    for fault in faults:
        path = fault.path
        while path and path not in found:
            path = path[:-1]
        line, column = found.get(path, (None, None))
        shown = lines[line - 1] if line else None
        result.append(replace(fault, file=source.name, line=line, column=column, source_line=shown))
    return result


def _path(detail: ErrorDetails, data: object) -> Path:
    """Give the place of an error; a number in what is no list is of a table that stands alone."""
    path: list[str | int] = []
    at: Any = data
    for part in detail["loc"]:
        if part == "[key]" or (isinstance(part, int) and isinstance(at, dict)):
            continue
        path.append(part)
        try:
            at = at[part]
        except (KeyError, IndexError, TypeError):
            at = None
    return tuple(path)


def _fault(model: type[BaseModel], detail: ErrorDetails, path: Path, *, suggest: bool) -> Fault:
    context = detail.get("ctx", {})
    code = _CODES.get(detail["type"], "value.invalid")
    values: dict[str, object] = {"key": str(path[-1]) if path else ""}
    if code == "key.unknown":
        known = _known_keys(model, path[:-1])
        wanted = str(path[-1]).lower() if suggest else ""
        near = difflib.get_close_matches(wanted, known, 1, 0.5)
        values |= {"near": near[0] if near else "", "known": ", ".join(known)}
        return Fault("key.unknown_near" if near else code, path, values)
    values["found"] = _shown(detail.get("input"))
    for limit in (
        "gt",
        "ge",
        "lt",
        "le",
        "max_length",
        "min_length",
        "decimal_places",
    ):
        if limit in context:
            values["limit"] = str(context[limit])
    values |= {bound: str(context[bound]) for bound in ("first", "last") if bound in context}
    if code == "value.choice":
        field = field_at(model, path)
        choices = choices_of(field) if field else ()
        values["choices"] = ", ".join(map(_toml_text, choices)) or str(context.get("expected"))
        near = difflib.get_close_matches(str(detail["input"]), [str(c) for c in choices], 1, 0.6)
        values["near"] = near[0] if near else ""
        code = "value.choice_near" if near else code
    if code == "value.thousands":
        values |= meant_and_exact(detail["input"])
    if code == "value.invalid":
        values["message"] = detail["msg"]
    # A key that has not its form has no field of its own: the table shows how one looks.
    values["example"] = _example(model, path[:-1] if "[key]" in detail["loc"] else path)
    return Fault(code, path, values)


def _repair(
    model: type[BaseModel], data: dict[str, Any], details: Iterable[ErrorDetails]
) -> Iterator[Path]:
    """Remove unknown keys and put examples in place of what is wrong or missing."""
    of_lists = []
    for detail in details:
        path = _path(detail, data)
        holder: Any = data
        try:
            for part in path[:-1]:
                holder = holder[part]
            if detail["type"] == "extra_forbidden" or "[key]" in detail["loc"]:
                del holder[path[-1]]
                continue
            field = field_at(model, path)
            stand_in = _stand_in(field) if field else None
            if stand_in is None and isinstance(holder, list):
                of_lists.append((holder, path))
            elif stand_in is None:
                del holder[path[-1]]
            else:
                holder[path[-1]] = stand_in
        except (KeyError, IndexError, TypeError):
            continue  # its holder was mended or taken away before it
        yield path
    # last and from behind: the others keep their number while they are mended
    for holder, path in sorted(of_lists, key=itemgetter(1), reverse=True):
        del holder[path[-1]]
        yield path[:-1]


def _stand_in(field: FieldInfo) -> Any:
    """Give a value of the right form: the field's example, or a table made of examples."""
    if field.examples:
        return toml_value(field.examples[0])
    table = table_in(field.annotation)
    if table is None or get_origin(bare(field.annotation)) is tuple:
        return None
    required = (part for part in table.model_fields.items() if part[1].is_required())
    return {inner.alias or name: _stand_in(inner) for name, inner in required}


def _example(model: type[BaseModel], path: Path) -> str:
    """Give a line that would be right, as it stands in a file."""
    if path and isinstance(path[-1], int) and _model_at(model, path):
        path = path[:-1]
    field = field_at(model, path)
    key = str(path[-1]) if path else ""
    if field is None:
        return ""
    if field.examples:
        return f"{key} = {field.examples[0]}"
    table = table_in(field.annotation)
    if table is not None:
        header = ".".join(str(part) for part in path if isinstance(part, str))
        return f"[[{header}]]" if get_origin(bare(field.annotation)) is tuple else f"[{header}]"
    return key


def choices_of(field: FieldInfo) -> tuple[Any, ...]:
    """Give the values a field may have, where they are listed."""
    annotation = bare(field.annotation)
    return get_args(annotation) if get_origin(annotation) is Literal else ()


def _known_keys(model: type[BaseModel], path: Path) -> list[str]:
    table = _model_at(model, path)
    return [field.alias or name for name, field in table.model_fields.items()] if table else []


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    at: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, int):
            continue
        field = _own_field(at, part) if at else None
        at = table_in(field.annotation) if field else None
    return at


def field_at(model: type[BaseModel], path: Path) -> FieldInfo | None:
    """Give the field a path of keys and indices leads to."""
    names = [part for part in path if isinstance(part, str)]
    if not names or (path and isinstance(path[-1], int)):
        return None
    table = _model_at(model, tuple(names[:-1]))
    return _own_field(table, names[-1]) if table else None


def _own_field(model: type[BaseModel], key: str) -> FieldInfo | None:
    for name, field in model.model_fields.items():
        if key == (field.alias or name):
            return field
    return None


def bare(annotation: Any) -> Any:
    """Take ``| None``, and the bounds before it, off an annotation."""
    if get_origin(annotation) in {Union, types.UnionType}:
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def table_in(annotation: Any) -> type[BaseModel] | None:
    """Give the model of the table, or of the tables in a list, that a field is annotated with."""
    inner = bare(annotation)
    for part in (inner, *get_args(inner)):
        if isinstance(part, type) and issubclass(part, BaseModel):
            return part
    return None


def _shown(value: object, most: int = 40) -> str:
    """Show what was found, shortened; tables and lists by their kind alone."""
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    text = _toml_text(value)
    return text if len(text) <= most else text[: most - 1] + "…"


def _toml_text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, int) and abs(value) >= 10**40:
        return "…"
    return str(value)
