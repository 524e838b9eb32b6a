"""The schema of the JSON ledger (interface.md § 3)."""

from typing import Final

from udmaal.language import Language
from udmaal.law.benefit import Benefit
from udmaal.law.benefits import BENEFITS
from udmaal.ledger import AMOUNTS, Paid
from udmaal.schema.parts import (
    AMOUNT,
    DATE,
    DRAFT,
    MONTH,
    Schema,
    closed,
    list_of,
    named,
    ref,
    worded,
)
from udmaal.schema.result import KNOWN, benefit_schema, foot, head, shared_definitions

_TEXT: Final = {"type": "string"}
_OR_NULL: Final = {**AMOUNT, "type": ["string", "null"]}
_HOLIDAYS = ("holiday_1", "holiday_125")
_WORDS = {
    "gross": "month.gross",
    "pension": "month.pension",
    "atp_recipient": "month.atp",
    "atp_municipality": "month.atp",
}


def ledger_schema(language: Language) -> Schema:
    """Give the schema of a case month by month."""
    others = {
        benefit.key: list_of(_other(benefit, language))
        if benefit.many
        else _other(benefit, language)
        for benefit in BENEFITS
        if benefit.columns
    }
    months = {key: named(key, language, MONTH) for key in ("from", "to")}
    properties = {
        **head(language, **months),
        "courses": named("courses", language, list_of(ref("course"))),
        **others,
        **foot(language),
    }
    return {
        "$schema": DRAFT,
        **named("ledger", language, closed(properties, KNOWN | frozenset(others))),
        "$defs": {
            "course": _course(language),
            "month": _month(language),
            "differences": named("differences", language, _amounts(Paid._fields, language)),
            **shared_definitions(language),
        },
    }


def _course(language: Language) -> Schema:
    compared = {
        "paid": named("paid", language, AMOUNT),
        "difference": named("month.difference", language, AMOUNT),
        "differences": ref("differences"),
        "owed": named("owed", language, AMOUNT),
        "overpaid": named("overpaid", language, AMOUNT),
    }
    totals = closed({**_columns(AMOUNTS, language), **compared}, frozenset(compared))
    outstanding = closed(
        {"month": named("month", language, MONTH), **_columns(_HOLIDAYS, language)}
    )
    return named(
        "lost_earnings",
        language,
        closed(
            {
                "where": named("where", language, _TEXT),
                "parent": named("parent", language, _TEXT),
                "child": named("sibling", language, _TEXT),
                "months": named("months", language, list_of(ref("month"))),
                "totals": named("totals", language, totals),
                "outstanding": named("outstanding", language, list_of(outstanding)),
            },
            frozenset({"child"}),
        ),
    )


def _month(language: Language) -> Schema:
    return closed(
        {
            "month": named("month", language, MONTH),
            **_columns(AMOUNTS, language),
            "paid": named("paid", language, _OR_NULL),
            "difference": named("month.difference", language, _OR_NULL),
            "differences": ref("differences"),
            "remarks": named("remarks", language, list_of(_TEXT)),
            "lines": named("lines", language, list_of(ref("line"))),
        },
        frozenset({"differences", "lines"}),
    )


def _other(benefit: Benefit, language: Language) -> Schema:
    """Give the schema of a benefit with few amounts a month."""
    columns = {key: worded(each.words, language, AMOUNT) for key, each in benefit.columns.items()}
    decided = {"decided": named("decided", language, DATE)} if benefit.by_decision else {}
    month = closed(
        {
            "month": named("month", language, MONTH),
            **columns,
            **decided,
            "remarks": named("remarks", language, list_of(_TEXT)),
            "lines": named("lines", language, list_of(ref("line"))),
        },
        frozenset({"lines"}),
    )
    properties: dict[str, Schema] = {"where": named("where", language, _TEXT)}
    if benefit.by_parent:
        properties["parent"] = named("parent", language, _TEXT)
    if any(benefit.amounts):
        properties["rules"] = named("rules", language, {"enum": list(benefit.amounts)})
    summed = {key: form for key, form in columns.items() if benefit.columns[key].summed}
    properties["months"] = named("months", language, list_of(month))
    properties["totals"] = named("totals", language, closed(summed))
    optional: frozenset[str] = frozenset()
    if benefit.by_decision:
        back = list_of(_back_payment(columns, language))
        properties["back_payments"] = named("back_payments", language, back)
        # the months may go through the rules of several decisions
        optional = frozenset({"rules", "back_payments"})
    return benefit_schema(benefit, language, closed(properties, optional))


def _back_payment(columns: dict[str, Schema], language: Language) -> Schema:
    """Give the schema of what a decision that works back brings."""
    month = closed(
        {
            "month": named("month", language, MONTH),
            "then": named("back.then", language, closed(columns)),
            "now": named("back.now", language, closed(columns)),
            "difference": named("back.difference", language, AMOUNT),
        }
    )
    return closed(
        {
            "decided": named("back.decided", language, DATE),
            "first_day": named("back.first_day", language, DATE),
            "months": named("months", language, list_of(month)),
            "amount": named("back.amount", language, AMOUNT),
        }
    )


def _amounts(keys: tuple[str, ...], language: Language) -> Schema:
    return closed(_columns(keys, language))


def _columns(keys: tuple[str, ...], language: Language) -> dict[str, Schema]:
    return {key: named(_WORDS.get(key, key), language, AMOUNT) for key in keys}
