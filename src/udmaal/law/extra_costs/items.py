"""Each extra cost as kroner a year (rules.md § 2.1, step 1)."""

from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from udmaal.breakdown import Line, Values
from udmaal.case.model import Case, CostItem
from udmaal.faults import Fault, InputFaultsError, Path
from udmaal.law.child import age_on
from udmaal.law.context import Context
from udmaal.law.extra_costs.decision import Decision
from udmaal.money import ZERO, at_least_zero, to_ore

TIMES_A_YEAR: Final = {"day": 365, "week": 52, "month": 12, "quarter": 4, "year": 1, "once": 1}


class YearlyCost(NamedTuple):
    """An item with its kroner a year and the lines that lead to it; ``at`` is its table."""

    item: CostItem
    at: Path
    yearly: Decimal
    lines: tuple[Line, ...]

    @property
    def one_off(self) -> bool:
        """Tell whether the cost comes once (enkeltudgift)."""
        return self.item.per == "once"


def yearly_costs(
    case: Case, decision: Decision, law: tuple[str, ...], context: Context
) -> list[YearlyCost]:
    """Bring all items of the family to kroner a year.

    Raises ``InputFaultsError`` for standard amounts the service level does not have.
    """
    faults: list[Fault] = []
    costs = []
    for index, item in enumerate(decision.table.item):
        at: Path = (*decision.at, "item", index)
        try:
            costs.append(_yearly(case, at, item, decision.table.decided, law, context))
        except InputFaultsError as error:
            faults.extend(error.faults)
    if faults:
        raise InputFaultsError(faults)
    return costs


def _yearly(
    case: Case, at: Path, item: CostItem, decided: date, law: tuple[str, ...], context: Context
) -> YearlyCost:
    lines: list[Line] = []
    name: dict[str, object] = {"kind": item.kind, "text": item.text}
    amount, normal = item.amount or ZERO, item.normal
    if item.km is not None:
        rate = context.book.nearest(decided)["mileage.low"]
        amount = to_ore(item.km * rate.number)
        values: Values = {**name, "km": item.km, "rate": rate.number}
        lines.append(
            Line("item_mileage", amount, f"DKK/{item.per}", "item_mileage", values, law, (rate,))
        )
    elif item.standard is not None:
        amount, normal, line = _standard_amount(
            case, at, item, item.standard, decided, law, context
        )
        lines.append(line)
        if item.amount is not None:
            real = {**name, "standard": amount}
            lines.append(
                Line("item_real", to_ore(item.amount), f"DKK/{item.per}", "item_real", real, law)
            )
    times = TIMES_A_YEAR[item.per]
    yearly = at_least_zero(to_ore((amount - normal - item.covered) * times))
    values = {
        **name,
        "amount": amount,
        "normal": normal,
        "covered": item.covered,
        "times": times,
    }
    formula = "item.less" if normal or item.covered else "item"
    if amount < normal + item.covered:
        formula = "item.less.floor"
    unit = "DKK" if item.per == "once" else "DKK/year"
    lines.append(Line("item", yearly, unit, formula, values, law))
    return YearlyCost(item, at, yearly, tuple(lines))


def _standard_amount(
    case: Case,
    at: Path,
    item: CostItem,
    name: str,
    decided: date,
    law: tuple[str, ...],
    context: Context,
) -> tuple[Decimal, Decimal, Line]:
    """Give the service level's amount and normal cost for the child's age on ``decided``."""
    age = age_on(case.child.born, decided)
    row = context.level.standard_for(name, age, case.child.sex, decided)
    if row is None:
        known = ", ".join(sorted({row.name for row in context.level.standard}))
        needs_sex = any(
            row.name == name and row.sex and row.age_from <= age <= row.age_to
            for row in context.level.standard
        )
        code = "standard.no_sex" if needs_sex and case.child.sex is None else "standard.unknown"
        values = {"name": name, "age": age, "known": known or "-"}
        raise InputFaultsError([Fault(code, (*at, "standard"), values)])
    if row.per != item.per:
        raise InputFaultsError(
            [Fault("standard.other_period", (*at, "per"), {"per": row.per, "name": name})]
        )
    shown: Values = {
        "kind": item.kind,
        "text": item.text,
        "name": name,
        "age": age,
        "age_from": row.age_from,
        "age_to": row.age_to,
        "sex": row.sex,
        "valid_from": row.valid_from,
    }
    formula = "item_standard.sex" if row.sex else "item_standard"
    line = Line(
        "item_standard", to_ore(row.amount), f"DKK/{row.per}", formula, shown, (*law, row.source)
    )
    return row.amount, item.normal or row.normal, line
