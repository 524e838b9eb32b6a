"""The schema of the JSON of ``compare``: a case side by side."""

from typing import Final, get_args

from udmaal.differences.difference import Driver
from udmaal.language import Language
from udmaal.law.benefits import BY_KEY
from udmaal.output.document import FORMAT
from udmaal.schema.parts import AMOUNT, DATE, DRAFT, Schema, closed, list_of, named, ref
from udmaal.schema.result import KNOWN, SHA256, shared_definitions
from udmaal.text.causes import CAUSES
from udmaal.text.terms import UNITS

_TEXT: Final = {"type": "string"}
_OR_NULL: Final = {**AMOUNT, "type": ["string", "null"]}
_WHOSE: Final = frozenset({"parent", "child"})


def compare_schema(language: Language) -> Schema:
    """Give the schema of a case on several dates, or of two files of it."""
    properties = {
        "format": named("format", language, {"const": FORMAT}),
        "case_id": named("case_id", language, _TEXT),
        "known": named("known", language, DATE),
        "program": ref("program"),
        "facts": named("compare.facts", language, list_of(_fact(language))),
        "comparisons": named("compare.comparisons", language, list_of(_comparison(language))),
    }
    return {
        "$schema": DRAFT,
        **named("compare", language, closed(properties, KNOWN)),
        "$defs": {"program": shared_definitions(language)["program"]},
    }


def _fact(language: Language) -> Schema:
    return closed(
        {
            "key": named("compare.key", language, _TEXT),
            "parent": named("parent", language, _TEXT),
            "label": named("compare.label", language, _TEXT),
            "before": named("compare.before", language, {}),
            "after": named("compare.after", language, {}),
        },
        _WHOSE,
    )


def _comparison(language: Language) -> Schema:
    return closed(
        {
            "sides": named("compare.sides", language, list_of(_side(language))),
            "differs": named("compare.differs", language, {"type": "boolean"}),
            "benefits": named("compare.benefits", language, list_of(_benefit(language))),
        }
    )


def _side(language: Language) -> Schema:
    return closed(
        {
            "date": named("date", language, DATE),
            "file": named("compare.file", language, _TEXT),
            **{key: named(key, language, SHA256) for key in ("case_sha256", "rates_sha256")},
        },
        frozenset({"file"}),
    )


def _benefit(language: Language) -> Schema:
    return closed(
        {
            "benefit": named("benefit", language, {"enum": sorted(BY_KEY)}),
            "parent": named("parent", language, _TEXT),
            "child": named("sibling", language, _TEXT),
            "amounts": named("compare.amounts", language, list_of(_amount(language))),
            "steps": named("compare.steps", language, list_of(_step(language))),
            "lines": named("compare.lines", language, list_of(_line(language))),
            "unchanged_lines": named(
                "compare.unchanged_lines", language, {"type": "integer", "minimum": 0}
            ),
        },
        _WHOSE,
    )


def _amount(language: Language) -> Schema:
    return closed(
        {
            "key": named("compare.key", language, _TEXT),
            "label": named("compare.label", language, _TEXT),
            "unit": named("line.unit", language, {"enum": list(UNITS)}),
            "amounts": named("compare.values", language, list_of(_OR_NULL)),
            "differences": named("compare.differences", language, list_of(_OR_NULL)),
        }
    )


def _step(language: Language) -> Schema:
    cause = closed(
        {
            "driver": named("drivers", language, {"enum": list(get_args(Driver))}),
            "code": named("compare.code", language, {"enum": list(CAUSES)}),
            "text": named("compare.text", language, _TEXT),
        }
    )
    limit = {**closed({"key": _TEXT, "text": _TEXT}), "type": ["object", "null"]}
    decides = closed(
        {
            "before": named("compare.before", language, limit),
            "after": named("compare.after", language, limit),
            "text": named("compare.text", language, _TEXT),
        }
    )
    return closed(
        {
            "causes": named("compare.causes", language, list_of(cause)),
            "decides": named("compare.decides", language, list_of(decides)),
        }
    )


def _line(language: Language) -> Schema:
    side = {**closed({"formula": _TEXT, "amount": AMOUNT}), "type": ["object", "null"]}
    return closed(
        {
            "id": named("line.id", language, _TEXT),
            "label": named("compare.label", language, _TEXT),
            "unit": named("line.unit", language, {"enum": list(UNITS)}),
            "sides": named("compare.values", language, list_of(side)),
        }
    )
