"""The schema of what falls due as JSON."""

from typing import Final

from udmaal.language import Language
from udmaal.law.benefits import BENEFITS
from udmaal.law.due import deadline_kinds
from udmaal.output.document import FORMAT
from udmaal.schema.parts import AMOUNT, DATE, DRAFT, Schema, closed, list_of, named
from udmaal.schema.result import program_schema

_TEXT: Final = {"type": "string"}
_ABOUT: Final = frozenset({"path_bytes", "benefit", "rules", "parent", "child"})


def due_schema(language: Language) -> Schema:
    """Give the schema of a list of what falls due."""
    properties = {
        "format": named("format", language, {"const": FORMAT}),
        "from": named("due.from", language, DATE),
        "to": named("due.to", language, DATE),
        "program": program_schema(language),
        "cases": named("due.cases", language, {"type": "integer", "minimum": 0}),
        "due": named("due.list", language, list_of(_deadline(language))),
    }
    return {"$schema": DRAFT, **named("due", language, closed(properties))}


def _deadline(language: Language) -> Schema:
    kinds = list(dict.fromkeys(kind.id for kind in deadline_kinds()))
    rules = list(dict.fromkeys(key for each in BENEFITS for key in each.amounts if key))
    texts = {key: named(key, language, _TEXT) for key in ("case_id", "path", "path_bytes", "where")}
    properties = {
        "date": named("due.date", language, DATE),
        "overdue": named("due.overdue", language, {"type": "boolean"}),
        "kind": named("due.kind", language, {"enum": kinds}),
        **texts,
        "benefit": named("benefit", language, {"enum": [each.key for each in BENEFITS]}),
        "rules": named("rules", language, {"enum": rules}),
        "parent": named("parent", language, _TEXT),
        "child": named("sibling", language, _TEXT),
        "title": named("due.title", language, _TEXT),
        "text": named("due.text", language, _TEXT),
        "amount": named("due.amount", language, {**AMOUNT, "type": ["string", "null"]}),
        "law": named("due.law", language, list_of(_TEXT)),
    }
    return closed(properties, _ABOUT)
