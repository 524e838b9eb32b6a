"""The JSON result of ``calc`` as plain values (interface.md § 3)."""

from datetime import date
from decimal import Decimal
from typing import Any

from udmaal import __version__
from udmaal.amounts import Amount
from udmaal.breakdown import Breakdown, Finding, Line, Result
from udmaal.language import Language
from udmaal.money import to_ore
from udmaal.text.assumptions import ASSUMPTIONS
from udmaal.text.lines import words

FORMAT = 1
PROGRAM = {"name": "udmaal", "version": __version__}


def document(breakdown: Breakdown, language: Language, *, brief: bool = False) -> dict[str, Any]:
    """Give the result of one case: amounts as texts, keys in the order of the contract.

    A ``brief`` one leaves the lines out; no word of them is made.
    """
    return {
        "format": FORMAT,
        "case_id": breakdown.case_id,
        "date": breakdown.on.isoformat(),
        **known_key(breakdown.known),
        "program": PROGRAM,
        "case_sha256": breakdown.case_sha256,
        "rates_sha256": breakdown.rates_sha256,
        "results": [_result(result, language, brief=brief) for result in breakdown.results],
        "assumptions": assumption_list(breakdown.assumptions, language),
        "findings": [finding_document(finding, language) for finding in breakdown.findings],
    }


def known_key(known: date | None) -> dict[str, str]:
    """Give the day as of which a case is known, where there is one."""
    return {} if known is None else {"known": known.isoformat()}


def assumption_list(codes: tuple[str, ...], language: Language) -> list[dict[str, str]]:
    """Give code and text of each assumption."""
    return [{"code": code, "text": ASSUMPTIONS[code].in_(language)} for code in codes]


def finding_document(finding: Finding, language: Language) -> dict[str, Any]:
    """Give a finding; an accepted one carries the reason."""
    from udmaal.text.findings import finding_text  # noqa: PLC0415 - most results have none

    given = {
        "code": finding.code,
        "severity": finding.severity,
        "where": finding.where,
        "text": finding_text(finding, language),
    }
    return given if finding.accepted is None else {**given, "accepted": finding.accepted}


def amount_text(amount: Amount) -> str | None:
    """Write an amount with two decimals and a point; texts and dates as they are."""
    if isinstance(amount, Decimal):
        text = str(amount)
        return text if text[-3:-2] == "." else f"{to_ore(amount):f}"
    return amount.isoformat() if isinstance(amount, date) else amount


def _result(result: Result, language: Language, *, brief: bool) -> dict[str, Any]:
    head: dict[str, Any] = {"benefit": result.benefit}
    if result.parent is not None:
        head["parent"] = result.parent
    if result.child is not None:
        head["child"] = result.child
    head["law"] = result.law
    if result.rules is not None:
        head["rules"] = result.rules
    head["amounts"] = {key: amount_text(amount) for key, amount in result.amounts.items()}
    if not brief:
        head["lines"] = [line_document(line, language) for line in result.lines]
    return head


def line_document(line: Line, language: Language) -> dict[str, Any]:
    """Give a line with its words."""
    kind, _, amount, unit, _, law, rates, _ = line
    label, formula = words(line, language)
    return {
        "id": kind.id,
        "label": label,
        "formula": formula,
        "amount": amount_text(amount),
        "unit": unit,
        "law": law,
        "rates": [rate.key for rate in rates] if rates else (),
    }
