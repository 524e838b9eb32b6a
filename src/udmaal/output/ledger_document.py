"""The JSON ledger as plain values (interface.md § 3)."""

from collections.abc import Sequence
from typing import Any

from udmaal.breakdown import Line
from udmaal.language import Language
from udmaal.law.benefits import BY_KEY
from udmaal.ledger import (
    AMOUNTS,
    NOTHING,
    BackPayment,
    BenefitLedger,
    CourseLedger,
    CourseMonth,
    Ledger,
    Paid,
)
from udmaal.output.document import (
    FORMAT,
    PROGRAM,
    amount_text,
    assumption_list,
    finding_document,
    known_key,
    line_document,
)
from udmaal.text.remarks import remark_text


def ledger_document(
    ledger: Ledger, language: Language, explained: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """Give the ledger; ``explained`` are the months (``YYYY-MM``) that carry their lines."""
    return {
        "format": FORMAT,
        "case_id": ledger.case_id,
        "from": str(ledger.first),
        "to": str(ledger.last),
        **known_key(ledger.known),
        "program": PROGRAM,
        "case_sha256": ledger.case_sha256,
        "rates_sha256": ledger.rates_sha256,
        "courses": [_course(course, language, explained) for course in ledger.courses],
        **_others(ledger, language, explained),
        "assumptions": assumption_list(ledger.assumptions, language),
        "findings": [finding_document(finding, language) for finding in ledger.findings],
    }


def _course(course: CourseLedger, language: Language, explained: frozenset[str]) -> dict[str, Any]:
    totals: dict[str, Any] = {key: amount_text(course.total(key)) for key in AMOUNTS}
    differences = course.differences
    if differences:
        paid = [month.paid.total for month in course.months if month.paid is not None]
        owed = [each.total for each in differences if each.total > 0]
        overpaid = [-each.total for each in differences if each.total < 0]
        totals |= {
            "paid": amount_text(sum(paid, NOTHING)),
            "difference": amount_text(sum((each.total for each in differences), NOTHING)),
            "differences": _parts(
                Paid(
                    sum((each.gross for each in differences), NOTHING),
                    sum((each.pension for each in differences), NOTHING),
                    sum((each.holiday for each in differences), NOTHING),
                )
            ),
            "owed": amount_text(sum(owed, NOTHING)),
            "overpaid": amount_text(sum(overpaid, NOTHING)),
        }
    return {
        "where": course.where,
        "parent": course.parent,
        **({} if course.child is None else {"child": course.child}),
        "months": [_month(month, language, explained) for month in course.months],
        "totals": totals,
        "outstanding": [
            {
                "month": str(due.month),
                **{
                    kind: amount_text(due.amount if kind == due.kind else NOTHING)
                    for kind in ("holiday_1", "holiday_125")
                },
            }
            for due in course.outstanding
        ],
    }


def _month(month: CourseMonth, language: Language, explained: frozenset[str]) -> dict[str, Any]:
    difference = month.difference
    row: dict[str, Any] = {
        "month": str(month.month),
        **{key: amount_text(getattr(month, key)) for key in AMOUNTS},
        "paid": amount_text(month.paid.total) if month.paid is not None else None,
        "difference": amount_text(difference.total) if difference is not None else None,
    }
    if difference is not None:
        row["differences"] = _parts(difference)
    row["remarks"] = [remark_text(remark, language) for remark in month.remarks]
    if row["month"] in explained:
        row["lines"] = _lines(month.lines, language)
    return row


def _others(ledger: Ledger, language: Language, explained: frozenset[str]) -> dict[str, Any]:
    """Give the other benefits by name; a case may have several of some of them."""
    found: dict[str, Any] = {}
    for other in ledger.others:
        document = _other(other, language, explained)
        if BY_KEY[other.benefit].many:
            found.setdefault(other.benefit, []).append(document)
        else:
            found[other.benefit] = document
    return found


def _other(other: BenefitLedger, language: Language, explained: frozenset[str]) -> dict[str, Any]:
    head: dict[str, Any] = {"where": other.where}
    if other.parent is not None:
        head["parent"] = other.parent
    if other.rules is not None:
        head["rules"] = other.rules
    rows = []
    for month in other.months:
        row: dict[str, Any] = {
            "month": str(month.month),
            **{key: amount_text(month.amounts[key]) for key in other.columns},
        }
        if month.decided is not None:
            row["decided"] = month.decided.isoformat()
        row["remarks"] = [remark_text(remark, language) for remark in month.remarks]
        if row["month"] in explained:
            row["lines"] = _lines(month.lines, language)
        rows.append(row)
    columns = BY_KEY[other.benefit].columns
    totals = {key: amount_text(other.total(key)) for key in other.columns if columns[key].summed}
    document = {**head, "months": rows, "totals": totals}
    if other.back_payments:
        document["back_payments"] = [_back_payment(each) for each in other.back_payments]
    return document


def _back_payment(back: BackPayment) -> dict[str, Any]:
    return {
        "decided": back.decided.isoformat(),
        "first_day": back.first_day.isoformat(),
        "months": [
            {
                "month": str(each.month),
                "then": {key: amount_text(amount) for key, amount in each.then.items()},
                "now": {key: amount_text(amount) for key, amount in each.now.items()},
                "difference": amount_text(each.difference),
            }
            for each in back.months
        ],
        "amount": amount_text(back.amount),
    }


def _parts(paid: Paid) -> dict[str, str | None]:
    return {key: amount_text(amount) for key, amount in paid._asdict().items()}


def _lines(lines: Sequence[Line], language: Language) -> list[dict[str, Any]]:
    return [line_document(line, language) for line in lines]
