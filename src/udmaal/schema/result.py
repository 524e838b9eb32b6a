"""The schema of the JSON results of ``calc`` and ``batch`` (interface.md § 3)."""

from datetime import date
from decimal import Decimal
from typing import Any, Final, Literal, get_args, get_origin

from udmaal.amounts import Amounts
from udmaal.batch.redecision.case import ALTERNATIVES, Status
from udmaal.breakdown import Severity
from udmaal.differences.difference import Driver
from udmaal.language import KeyText, Language
from udmaal.law.benefit import Benefit
from udmaal.law.benefits import BENEFITS, BY_KEY
from udmaal.output.document import FORMAT, PROGRAM
from udmaal.rates.keys import RATE_KEYS
from udmaal.schema.parts import (
    AMOUNT,
    DATE,
    DRAFT,
    Schema,
    closed,
    list_of,
    named,
    ref,
    worded,
)
from udmaal.text.schema_keys import SCHEMA_KEYS
from udmaal.text.terms import UNITS

_TEXT: Final = {"type": "string"}
SHA256: Final = {**_TEXT, "pattern": "^[0-9a-f]{64}$"}
_PLACE: Final = {"type": ["integer", "null"], "minimum": 1}
_OR_NULL: Final = {**AMOUNT, "type": ["string", "null"]}
_PARENT = frozenset({"parent"})
# A child of its own stands in few results, the lines in all but the brief ones.
_LEFT_OUT: Final = frozenset({"child", "lines"})
_PATH: Final = frozenset({"path", "path_bytes"})
_FORMS: Final = ("case", "several", "comparison", "redecision", "error")
# Stands in a result only where it was asked for.
KNOWN: Final = frozenset({"known"})

# The benefits by their definition: the key, with the rules where a benefit has several sets.
_RESULTS: Final = {
    f"{benefit.key}.{rules}" if rules else benefit.key: (benefit, rules, form)
    for benefit in BENEFITS
    for rules, form in benefit.amounts.items()
}


def result_schema(language: Language) -> Schema:
    """Give the schema of one result, several, a line of a batch or a case at fault."""
    return {
        "$schema": DRAFT,
        **named(
            "result",
            language,
            {"oneOf": [ref(form) for form in _FORMS]},
        ),
        "$defs": {
            "case": _case(language),
            "several": named("several", language, list_of(ref("case"))),
            "comparison": _comparison(language),
            "redecision": _redecision(language),
            "error": _error(language),
            **{benefit: _result(benefit, language) for benefit in _RESULTS},
            **shared_definitions(language),
        },
    }


def shared_definitions(language: Language) -> dict[str, Schema]:
    """Give the definitions that results and ledgers share."""
    return {
        "program": program_schema(language),
        "line": _parts(
            "line",
            language,
            {
                "id": _TEXT,
                "label": _TEXT,
                "formula": _TEXT,
                "amount": AMOUNT,
                "unit": {"enum": list(UNITS)},
                "law": list_of(_TEXT),
                "rates": list_of({"enum": list(RATE_KEYS)}),
            },
        ),
        "assumption": _parts(
            "assumption", language, {"code": {**_TEXT, "pattern": r"^A\d\d$"}, "text": _TEXT}
        ),
        "finding": _finding(language),
    }


def program_schema(language: Language) -> Schema:
    """Give the schema of the program that made a result."""
    properties = {
        "name": named("program.name", language, {"const": PROGRAM["name"]}),
        "version": named("program.version", language, _TEXT),
    }
    return named("program", language, closed(properties))


def head(language: Language, **between: Schema) -> dict[str, Schema]:
    """Give the keys that stand before the results of a case."""
    return {
        "format": named("format", language, {"const": FORMAT}),
        "case_id": named("case_id", language, _TEXT),
        **between,
        "known": named("known", language, DATE),
        "program": ref("program"),
        **{key: named(key, language, SHA256) for key in ("case_sha256", "rates_sha256")},
    }


def foot(language: Language) -> dict[str, Schema]:
    """Give the keys that stand after the results of a case."""
    return {
        "assumptions": named("assumptions", language, list_of(ref("assumption"))),
        "findings": named("findings", language, list_of(ref("finding"))),
    }


def _case(language: Language) -> Schema:
    results = list_of({"oneOf": [ref(benefit) for benefit in _RESULTS]})
    top = head(language, date=named("date", language, DATE))
    setting = {"type": ["string", "integer", "boolean"]}
    return closed(
        {
            "format": top.pop("format"),
            **_path(language),
            **top,
            "results": named("results", language, results),
            **foot(language),
            "set": named("set", language, {"type": "object", "additionalProperties": setting}),
        },
        KNOWN | _PATH | {"set"},
    )


def _result(key: str, language: Language) -> Schema:
    """Give the schema of the results of a benefit under one set of rules."""
    benefit, rules, form = _RESULTS[key]
    properties: dict[str, Any] = {"benefit": named("benefit", language, {"const": benefit.key})}
    if benefit.by_parent:
        properties["parent"] = named("parent", language, _TEXT)
    if benefit.by_child:
        properties["child"] = named("sibling", language, _TEXT)
    properties["law"] = named("law", language, _TEXT)
    if rules:
        properties["rules"] = named("rules", language, {"const": rules})
    properties["amounts"] = named("amounts", language, closed(_amounts(form, language)))
    properties["lines"] = named("results.lines", language, list_of(ref("line")))
    return benefit_schema(benefit, language, closed(properties, _LEFT_OUT))


def benefit_schema(benefit: Benefit, language: Language, schema: Schema) -> Schema:
    """Put the words of a benefit before a schema."""
    return worded(KeyText(benefit.title, benefit.about), language, schema)


def _amounts(form: type[Amounts], language: Language) -> dict[str, Schema]:
    """Give the schemas of amounts by key, from their types."""
    declared = form.declared().items()
    return {key: worded(each.words, language, _form(each.type)) for key, each in declared}


def _form(type_: Any) -> Schema:
    """Give the schema of an amount by its type."""
    if type_ is Decimal:
        return AMOUNT
    if type_ is date:
        return DATE
    if get_origin(type_) is Literal:
        return {"enum": list(get_args(type_))}
    return _OR_NULL


def _finding(language: Language) -> Schema:
    return _parts(
        "finding",
        language,
        {
            "code": {**_TEXT, "pattern": r"^U\d{3}$"},
            "severity": {"enum": list(get_args(Severity))},
            "where": _TEXT,
            "text": _TEXT,
            "accepted": _TEXT,
        },
        frozenset({"accepted"}),
    )


def _comparison(language: Language) -> Schema:
    names = dict.fromkeys(key for _, _, form in _RESULTS.values() for key in form.all_keys())
    difference = closed(
        {
            "benefit": named("benefit", language, {"enum": sorted(BY_KEY)}),
            "where": named("where", language, _TEXT),
            "parent": named("parent", language, _TEXT),
            "amounts": named(
                "amounts",
                language,
                {
                    "type": "object",
                    "propertyNames": {"enum": list(names)},
                    "additionalProperties": AMOUNT,
                },
            ),
            "drivers": named("drivers", language, list_of({"enum": list(get_args(Driver))})),
        },
        _PARENT,
    )
    return named(
        "comparison",
        language,
        closed(
            {
                "format": named("format", language, {"const": FORMAT}),
                **_path(language),
                "case_id": named("case_id", language, _TEXT),
                "before": named("before", language, ref("case")),
                "after": named("after", language, ref("case")),
                "difference": named("difference", language, list_of(difference)),
            },
            optional=frozenset({"path_bytes"}),
        ),
    )


def _redecision(language: Language) -> Schema:
    """Give the schema of a case decided anew; of some nothing is, and the keys about it are out."""
    names = ["now", *ALTERNATIVES]
    item = _parts(
        "missing_item",
        language,
        {"where": _TEXT, "kind": _TEXT, "text": _TEXT, "yearly": AMOUNT},
        frozenset({"text", "yearly"}),
    )
    missing = closed(
        {
            "documents": named("missing.documents", language, list_of(item)),
            "normal": named("missing.normal", language, list_of(item)),
        }
    )
    now = closed(
        {"date": named("date", language, DATE), "monthly": named("monthly", language, AMOUNT)}
    )
    made_anew = {
        "alternatives": named(
            "alternatives", language, closed(dict.fromkeys(ALTERNATIVES, AMOUNT))
        ),
        "as_documented": named("as_documented", language, _best(language)),
        "best": named("best", language, _best(language)),
        "missing": named("missing", language, missing),
        "one_offs": named("one_offs", language, list_of(_TEXT)),
    }
    results = closed(dict.fromkeys(names, ref("case")), frozenset(ALTERNATIVES))
    return named(
        "redecision",
        language,
        closed(
            {
                "format": named("format", language, {"const": FORMAT}),
                **_path(language),
                "case_id": named("case_id", language, _TEXT),
                "status": named("status", language, {"enum": list(get_args(Status))}),
                "decided": named("last_decided", language, DATE),
                "redecided": named("redecided", language, DATE),
                "now": named("now", language, now),
                **made_anew,
                "results": named("redecided.results", language, results),
            },
            optional=frozenset({"path_bytes", *made_anew}),
        ),
    )


def _best(language: Language) -> Schema:
    names = {"enum": [*ALTERNATIVES, None]}
    return closed(
        {
            "alternative": named("alternative", language, names),
            "monthly": named("monthly", language, AMOUNT),
            "difference": named(
                "redecided.difference",
                language,
                closed(dict.fromkeys(("family", "municipality"), AMOUNT)),
            ),
        }
    )


def _path(language: Language) -> dict[str, Schema]:
    """Give the keys that name the file of a line of a batch."""
    return {key: named(key, language, _TEXT) for key in ("path", "path_bytes")}


def _error(language: Language) -> Schema:
    fault = closed(
        {
            "code": named("fault.code", language, _TEXT),
            "where": named("where", language, _TEXT),
            "line": named("fault.line", language, _PLACE),
            "column": named("fault.column", language, _PLACE),
            "problem": named("fault.problem", language, _TEXT),
            "mend": named("fault.mend", language, _TEXT),
        }
    )
    return named(
        "error",
        language,
        closed(
            {
                "format": named("format", language, {"const": FORMAT}),
                **_path(language),
                "error": named("faults", language, {**list_of(fault), "minItems": 1}),
            },
            optional=frozenset({"path_bytes"}),
        ),
    )


def _parts(
    name: str, language: Language, forms: dict[str, Any], optional: frozenset[str] = frozenset()
) -> Schema:
    """Make an object whose keys have their words under ``name.key``, or under their own name."""
    properties = {
        key: named(dotted if (dotted := f"{name}.{key}") in SCHEMA_KEYS else key, language, form)
        for key, form in forms.items()
    }
    return named(name, language, closed(properties, optional))
