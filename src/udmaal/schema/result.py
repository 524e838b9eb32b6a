"""The schema of the JSON results of ``calc`` and ``batch`` (interface.md § 3)."""

from typing import Any, Final, get_args

from udmaal.batch.difference import Driver
from udmaal.breakdown import Severity
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
)
from udmaal.text.language import Language
from udmaal.text.schema_keys import SCHEMA_KEYS
from udmaal.text.terms import UNITS

_TEXT: Final = {"type": "string"}
_PLACE: Final = {"type": ["integer", "null"], "minimum": 1}
_OR_NULL: Final = {**AMOUNT, "type": ["string", "null"]}
_PARENT = frozenset({"parent"})

# The amounts of each benefit in the order of the contract; kroner but where another form is given.
_AMOUNTS: dict[str, dict[str, Schema]] = {
    "lost_earnings": {
        "gross": AMOUNT,
        "pension": AMOUNT,
        "atp_recipient": AMOUNT,
        "atp_municipality": AMOUNT,
        "before_tax": AMOUNT,
        "net": _OR_NULL,
        "savings": AMOUNT,
        "payout": _OR_NULL,
        "municipality_cost": AMOUNT,
    },
    "extra_costs.threshold": dict.fromkeys(("yearly", "threshold", "monthly", "one_off"), AMOUNT),
    "extra_costs.compensation": {
        "yearly": AMOUNT,
        "documented_yearly": AMOUNT,
        "group": {"enum": ["1", "2"]},
        "monthly": AMOUNT,
        "one_off": AMOUNT,
    },
    "supplementary": {
        "weekly": AMOUNT,
        "from": DATE,
        "until": DATE,
        "total": AMOUNT,
        "atp_recipient": AMOUNT,
        "atp_municipality": AMOUNT,
    },
    "home_training": dict.fromkeys(("documented", "excluded", "ceiling", "payable"), AMOUNT),
    "companion": dict.fromkeys(("payable", "hours_balance"), AMOUNT),
    "leisure": {"payable": AMOUNT},
    "respite": {"days": AMOUNT, "usual": _OR_NULL, "maximum": _OR_NULL},
}
_OF_ONE_PARENT = frozenset({"lost_earnings", "supplementary"})
# Keys whose words stand under another name, since a ledger uses the short one otherwise.
_WORDS = {"from": "first_day", "until": "last_day"}


def result_schema(language: Language) -> Schema:
    """Give the schema of one result, several, a comparison or a case at fault."""
    return {
        "$schema": DRAFT,
        **named(
            "result",
            language,
            {"oneOf": [ref("case"), ref("several"), ref("comparison"), ref("error")]},
        ),
        "$defs": {
            "case": _case(language),
            "several": named("several", language, list_of(ref("case"))),
            "comparison": _comparison(language),
            "error": _error(language),
            **{benefit: _result(benefit, language) for benefit in _AMOUNTS},
            **shared_definitions(language),
        },
    }


def shared_definitions(language: Language) -> dict[str, Schema]:
    """Give the definitions that results and ledgers share."""
    return {
        "program": named(
            "program",
            language,
            closed(
                {
                    "name": named("program.name", language, {"const": PROGRAM["name"]}),
                    "version": named("program.version", language, _TEXT),
                }
            ),
        ),
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


def head(language: Language, **between: Schema) -> dict[str, Schema]:
    """Give the keys that stand before the results of a case."""
    return {
        "format": named("format", language, {"const": FORMAT}),
        "case_id": named("case_id", language, _TEXT),
        **between,
        "program": ref("program"),
        **{
            key: named(key, language, {**_TEXT, "pattern": "^[0-9a-f]{64}$"})
            for key in ("case_sha256", "rates_sha256")
        },
    }


def foot(language: Language) -> dict[str, Schema]:
    """Give the keys that stand after the results of a case."""
    return {
        "assumptions": named("assumptions", language, list_of(ref("assumption"))),
        "findings": named("findings", language, list_of(ref("finding"))),
    }


def _case(language: Language) -> Schema:
    results = list_of({"oneOf": [ref(benefit) for benefit in _AMOUNTS]})
    return closed(
        {
            **head(language, date=named("date", language, DATE)),
            "results": named("results", language, results),
            **foot(language),
        }
    )


def _result(key: str, language: Language) -> Schema:
    """Give the schema of one benefit; ``key`` is its name, with its rules where it has several."""
    benefit, _, rules = key.partition(".")
    amounts = {
        name: named(_WORDS.get(name, name), language, form) for name, form in _AMOUNTS[key].items()
    }
    properties: dict[str, Any] = {"benefit": named("benefit", language, {"const": benefit})}
    if benefit in _OF_ONE_PARENT:
        properties["parent"] = named("parent", language, _TEXT)
    if benefit == "lost_earnings":
        properties["child"] = named("sibling", language, _TEXT)
    properties["law"] = named("law", language, _TEXT)
    if rules:
        properties["rules"] = named("rules", language, {"const": rules})
    properties["amounts"] = named("amounts", language, closed(amounts))
    properties["lines"] = named("lines", language, list_of(ref("line")))
    return named(benefit, language, closed(properties, frozenset({"child"})))


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
    names = dict.fromkeys(key for forms in _AMOUNTS.values() for key in forms)
    difference = closed(
        {
            "benefit": named("benefit", language, {"enum": sorted(_benefits())}),
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
                "case_id": named("case_id", language, _TEXT),
                "before": named("before", language, ref("case")),
                "after": named("after", language, ref("case")),
                "difference": named("difference", language, list_of(difference)),
            }
        ),
    )


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
                "path": named("path", language, _TEXT),
                "path_bytes": named("path_bytes", language, _TEXT),
                "error": named("faults", language, {**list_of(fault), "minItems": 1}),
            },
            optional=frozenset({"path_bytes"}),
        ),
    )


def _benefits() -> set[str]:
    return {key.partition(".")[0] for key in _AMOUNTS}


def _parts(
    name: str, language: Language, forms: dict[str, Any], optional: frozenset[str] = frozenset()
) -> Schema:
    """Make an object whose keys have their words under ``name.key``, or under their own name."""
    properties = {
        key: named(dotted if (dotted := f"{name}.{key}") in SCHEMA_KEYS else key, language, form)
        for key, form in forms.items()
    }
    return named(name, language, closed(properties, optional))
