"""A comparison as plain values, for scripts: keys in English, words in a language."""

from typing import Any

from udmaal.breakdown import Line
from udmaal.differences.words import cause_text, decides_text
from udmaal.language import Language
from udmaal.lines.limit import Limit
from udmaal.output.document import FORMAT, PROGRAM, amount_text, known_key, line_document
from udmaal.shown import shown
from udmaal.side_by_side.compare import AmountRow, Compared, Comparison, Comparisons, Side, Step
from udmaal.side_by_side.facts import Fact
from udmaal.side_by_side.words import fact_name
from udmaal.text.limits import limit_text


def comparisons_document(found: Comparisons, language: Language) -> dict[str, Any]:
    """Give all comparisons: one of several dates, or one of two files for each date."""
    return {
        "format": FORMAT,
        "case_id": found[0].case_id,
        **known_key(found[0].known),
        "program": PROGRAM,
        "facts": [_fact(each, language) for each in found[0].facts],
        "comparisons": [_comparison(each, language) for each in found],
    }


def _comparison(found: Comparison, language: Language) -> dict[str, Any]:
    return {
        "sides": [_side(side) for side in found.sides],
        "differs": found.differs,
        "benefits": [_benefit(each, language) for each in found.benefits],
    }


def _side(side: Side) -> dict[str, Any]:
    breakdown = side.seen.breakdown
    return {
        "date": side.on.isoformat(),
        **({} if side.file is None else {"file": side.file}),
        "case_sha256": breakdown.case_sha256,
        "rates_sha256": breakdown.rates_sha256,
    }


def _benefit(compared: Compared, language: Language) -> dict[str, Any]:
    about = compared.about
    head: dict[str, Any] = {"benefit": about.benefit}
    head |= {
        key: value
        for key, value in (("parent", about.parent), ("child", about.child))
        if value is not None
    }
    return {
        **head,
        "amounts": [_amount(row, language) for row in compared.amounts],
        "steps": [_step(step, language) for step in compared.steps],
        "lines": [_line(lines, language) for lines in compared.lines],
        "unchanged_lines": compared.unchanged,
    }


def _amount(row: AmountRow, language: Language) -> dict[str, Any]:
    return {
        "key": row.key,
        "label": row.title.in_(language),
        "unit": row.unit,
        "amounts": [amount_text(amount) for amount in row.amounts],
        "differences": [amount_text(amount) for amount in row.differences[1:]],
    }


def _step(step: Step, language: Language) -> dict[str, Any]:
    return {
        "causes": [
            {"driver": each.driver, "code": each.code, "text": cause_text(each, language)}
            for each in step.causes
        ],
        "decides": [
            {
                "before": _limit(each.before, language),
                "after": _limit(each.after, language),
                "text": decides_text(each, language),
            }
            for each in step.decides
        ],
    }


def _limit(limit: Limit | None, language: Language) -> dict[str, str] | None:
    return None if limit is None else {"key": limit.key, "text": limit_text(limit, language)}


def _line(lines: tuple[Line | None, ...], language: Language) -> dict[str, Any]:
    sides = [None if line is None else line_document(line, language) for line in lines]
    some = next(side for side in reversed(sides) if side is not None)
    return {
        **{key: some[key] for key in ("id", "label", "unit")},
        "sides": [
            None if side is None else {key: side[key] for key in ("formula", "amount")}
            for side in sides
        ],
    }


def _fact(fact: Fact, language: Language) -> dict[str, Any]:
    return {
        "key": fact.key,
        **({} if fact.parent is None else {"parent": fact.parent}),
        "label": fact_name(fact, language),
        "before": _value(fact.before),
        "after": _value(fact.after),
    }


def _value(value: Any) -> Any:
    """Give a value of a case file: numbers and dates as texts, years and true and false plain."""
    if value is None or isinstance(value, int):
        return value
    return [_value(each) for each in value] if isinstance(value, tuple) else shown(str(value))
