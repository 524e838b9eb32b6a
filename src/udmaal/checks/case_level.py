"""U5 and U6: several benefits together, data protection, rates."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from udmaal.checks.registry import CHECKS, Check, Facts, Found, check
from udmaal.faults import Path, dotted

_CPR = re.compile(r"(?<!\d)(\d\d)(\d\d)(\d\d)-\d{4}(?!\d)")
# The same, looking back from its fixed sign, so that most files are passed over at once.
_MAYBE_CPR = re.compile(r"-\d{4}(?<=\d{6}-\d{4})")
_COMPANION_KINDS = frozenset({"helper", "leisure", "transport"})


@check("U501", "warning", "extra_costs")
def same_expense_twice(facts: Facts) -> Iterator[Found]:
    """Find an expense that stands in extra costs and in another benefit."""
    table = facts.case.extra_costs
    for number, item in enumerate(table.item if table else ()):
        for where, text, kinds, amount in _other_expenses(facts):
            same_text = bool(item.text) and item.text.casefold() == text.casefold()
            if same_text or (item.kind in kinds and item.amount == amount and amount):
                values = {"text": item.text or item.kind, "other": where}
                yield Found(f"extra_costs.item[{number}]", values)


def _other_expenses(facts: Facts) -> Iterator[tuple[str, str, frozenset[str], Decimal]]:
    """Give place, text, kinds and amount of each expense in the other benefits."""
    case = facts.case
    if case.leisure is not None:
        for number, activity in enumerate(case.leisure.item):
            kinds = frozenset({"leisure"})
            yield f"leisure.item[{number}]", activity.activity, kinds, activity.amount
    if case.home_training is not None:
        for number, item in enumerate(case.home_training.item):
            yield f"home_training.item[{number}]", item.text, frozenset({item.kind}), item.amount
    if case.companion is not None:
        yield "companion", "", _COMPANION_KINDS, case.companion.costs


@check("U502", "warning", "home_training")
def home_schooling(facts: Facts) -> Iterator[Found]:
    """Find home schooling among the costs of home training."""
    table = facts.case.home_training
    for number, item in enumerate(table.item if table else ()):
        if item.kind == "home_schooling":
            yield Found(f"home_training.item[{number}]", {})


@check("U503", "warning", "respite")
def respite_above_level(facts: Facts) -> Iterator[Found]:
    """Find more days of respite than the local level has at most."""
    level = facts.context.level
    most = level.respite_days_maximum or level.respite_days_usual
    table = facts.case.respite
    if table is not None and most is not None and table.days > most:
        yield Found("respite.days", {"days": table.days, "most": most})


@check("U601", "error")
def cpr_number(facts: Facts) -> Iterator[Found]:
    """Find texts that hold what looks like a CPR number."""
    if "\\" not in facts.text and not _MAYBE_CPR.search(facts.text):
        return  # nothing in the file, not even behind an escape
    for path, text in _texts(facts.case.model_dump(), ()):
        if holds_cpr_number(text):
            yield Found(dotted(path), {})


def holds_cpr_number(text: str) -> bool:
    """Tell whether a text holds what looks like a CPR number."""
    return any(_is_date(*found.groups()) for found in _CPR.finditer(text))


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, index))


def _is_date(day: str, month: str, year: str) -> bool:
    """Tell whether six digits are a date.

    Taken in this century: every date of the last one is one of this too, 29 February 2000 more.
    """
    try:
        date(2000 + int(year), int(month), int(day))
    except ValueError:
        return False
    return True


@check("U602", "info")
def unpublished_rates(facts: Facts) -> Iterator[Found]:
    """Find results that rest on derived or provisional rates."""
    for result in facts.results:
        keys = {
            rate.key for line in result.lines for rate in line.rates if rate.status != "published"
        }
        if keys:
            yield Found(result.where, {"rates": ", ".join(sorted(keys))})


CHECKS["U603"] = Check("U603", "info", None)
