"""Each extra cost as kroner a year (SEL § 41, BL § 86; standard amounts: the service level)."""

from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from udmaal.case.model import Case, CostItem, numbered
from udmaal.faults import Fault, InputFaultsError, Path
from udmaal.language import Text, same
from udmaal.law.child import age_on
from udmaal.law.context import Context
from udmaal.law.extra_costs.act import UNDER_BOTH
from udmaal.law.extra_costs.decision import Decision
from udmaal.lines.expression import kr, n, not_below_0, stated
from udmaal.lines.kind import Formula, Kind, Line
from udmaal.money import ZERO
from udmaal.municipality import ServiceLevel, StandardAmount

TIMES_A_YEAR: Final = {"day": 365, "week": 52, "month": 12, "quarter": 4, "year": 1, "once": 1}

MILEAGE: Final = Kind(
    "item_mileage",
    Text("Kørsel: {text:or_kind}", "Mileage: {text:or_kind}"),
    n("km").say(" km", " km") * kr("rate"),
    unit=None,
    law=UNDER_BOTH,
    rule=Text(
        "Kørsel regnes som kilometer ganget med statens lave kilometertakst på dagen for "
        "afgørelsen.",
        "Transport counts as kilometres times the state's low rate per km on the day of the "
        "decision.",
    ),
)
STANDARD: Final = Kind(
    "item_standard",
    Text("Standardbeløb: {text:or_kind}", "Standard amount: {text:or_kind}"),
    stated(
        "standard",
        "{name:term}, {age_from:n}–{age_to:n} år ({age:n}), fra {valid_from:day}",
        "{name:term}, ages {age_from:n}–{age_to:n} ({age:n}), from {valid_from:day}",
    ),
    sex=stated(
        "standard",
        "{name:term}, {sex:term} {age_from:n}–{age_to:n} år ({age:n}), fra {valid_from:day}",
        "{name:term}, {sex:term} {age_from:n}–{age_to:n} ({age:n}), from {valid_from:day}",
    ),
    unit=None,
    law=UNDER_BOTH,
    rule=Text(
        "Kommunens standardbeløb efter barnets alder på dagen for afgørelsen. Det er vejledende; "
        "en dokumenteret højere udgift kan ikke afvises alene med standardbeløbet.",
        "The municipality's standard amount by the child's age on the day of the decision. It is "
        "guidance; a documented higher cost cannot be refused by the standard amount alone.",
    ),
)
REAL: Final = Kind(
    "item_real",
    Text("Faktisk udgift: {text:or_kind}", "Real cost: {text:or_kind}"),
    stated(
        "real",
        "oplyst; der regnes med standardbeløbet {standard:kr}",
        "as stated; the standard amount {standard:kr} is used",
    ),
    unit=None,
    law=UNDER_BOTH,
    rule=Text(
        "Den faktiske udgift, vist ved siden af standardbeløbet. Der regnes med standardbeløbet.",
        "The real cost, shown beside the standard amount. The standard amount is used.",
    ),
)
_LESS = (kr("amount") - kr("normal") - kr("covered")) * n("times")
ITEM: Final = Kind(
    "item",
    same("{text:or_kind}"),
    kr("amount") * n("times"),
    less=_LESS,
    floor=Formula(not_below_0(_LESS), key="item.less.floor"),
    inputs={
        "amount": same("{text:or_kind}"),
        "normal": Text("Normal udgift: {text:or_kind}", "Normal cost: {text:or_kind}"),
        "covered": Text("Dækket af andre: {text:or_kind}", "Covered by others: {text:or_kind}"),
    },
    unit=None,
    law=UNDER_BOTH,
    rule=Text(
        "En merudgift er udgiften minus det, enhver familie ville have af den slags, og det, andre "
        "dækker. Den regnes om til kroner om året og er aldrig under 0.",
        "An extra cost is the cost less what any family would have of that kind and what others "
        "cover. It is brought to kroner a year and is never below 0.",
    ),
)


class YearlyCost(NamedTuple):
    """An item with the lines that lead to its kroner a year; ``at`` is its table."""

    item: CostItem
    at: Path
    lines: tuple[Line, ...]

    @property
    def line(self) -> Line:
        """Give the line with the kroner a year."""
        return self.lines[-1]

    @property
    def yearly(self) -> Decimal:
        """Give the kroner a year."""
        return self.line.amount

    @property
    def one_off(self) -> bool:
        """Tell whether the cost comes once (enkeltudgift)."""
        return self.item.per == "once"


class _Cost(NamedTuple):
    """What a cost is before it is brought to a year, less a normal cost; and its lines."""

    amount: Line | Decimal
    normal: Decimal
    lines: tuple[Line, ...] = ()


def yearly_costs(
    case: Case, decision: Decision, on: date, context: Context
) -> tuple[YearlyCost, ...]:
    """Bring all items of the family to kroner a year, with the law of a day.

    Raises ``InputFaultsError`` for standard amounts the service level does not have.
    """
    faults: list[Fault] = []
    costs = []
    for index, item in numbered(decision.table.item):
        at: Path = (*decision.at, "item", index)
        try:
            cost = _cost_of(case, at, item, decision, on, context)
        except InputFaultsError as error:
            faults.extend(error.faults)
        else:
            yearly = _a_year(item, cost, decision, on)
            costs.append(YearlyCost(item, at, (*cost.lines, yearly)))
    if faults:
        raise InputFaultsError(faults)
    return tuple(costs)


def _cost_of(
    case: Case, at: Path, item: CostItem, decision: Decision, on: date, context: Context
) -> _Cost:
    """Give the amount of a cost: by kilometres, by a standard amount, or as it is stated."""
    if item.km is not None:
        return _mileage(item, item.km, decision, on, context)
    if item.standard is not None:
        row, age = _standard_of(case, at, item, item.standard, decision, context)
        return _standard(item, row, age, decision, on)
    return _Cost(item.amount or ZERO, item.normal)


def _a_year(item: CostItem, cost: _Cost, decision: Decision, on: date) -> Line:
    """Bring a cost to kroner a year, less what any family pays and what others cover."""
    amount = cost.amount.amount if isinstance(cost.amount, Line) else cost.amount
    by = "less" if cost.normal or item.covered else ""
    if amount < cost.normal + item.covered:
        by = "floor"
    return ITEM.of(
        on,
        by,
        law=decision.law,
        unit="DKK" if item.per == "once" else "DKK/year",
        kind=item.kind,
        text=item.text,
        amount=cost.amount,
        normal=cost.normal,
        covered=item.covered,
        times=TIMES_A_YEAR[item.per],
    )


def _mileage(item: CostItem, km: Decimal, decision: Decision, on: date, context: Context) -> _Cost:
    """Take kilometres at the state's low rate on the day of the decision."""
    line = MILEAGE.of(
        on,
        law=decision.law,
        unit=f"DKK/{item.per}",
        kind=item.kind,
        text=item.text,
        km=km,
        rate=context.book.nearest(decision.table.decided)["mileage.low"],
    )
    return _Cost(line, item.normal, (line,))


def _standard(item: CostItem, row: StandardAmount, age: int, decision: Decision, on: date) -> _Cost:
    """Take the standard amount; the real cost is shown beside it where it is stated."""
    standard = STANDARD.of(
        on,
        "sex" if row.sex else "",
        law=decision.law,
        also_law=(row.source,),
        unit=f"DKK/{row.per}",
        kind=item.kind,
        text=item.text,
        standard=row.amount,
        name=row.name,
        age=age,
        age_from=row.age_from,
        age_to=row.age_to,
        sex=row.sex,
        valid_from=row.valid_from,
    )
    lines: tuple[Line, ...] = (standard,)
    if item.amount is not None:
        real = REAL.of(
            on,
            law=decision.law,
            unit=f"DKK/{item.per}",
            kind=item.kind,
            text=item.text,
            real=item.amount,
            standard=standard,
        )
        lines = (standard, real)
    return _Cost(standard, item.normal or row.normal, lines)


def _standard_of(
    case: Case, at: Path, item: CostItem, name: str, decision: Decision, context: Context
) -> tuple[StandardAmount, int]:
    """Find the service level's amount for the child's age, and that age, on ``decided``.

    Raises ``InputFaultsError`` where there is none, or it is one of another period.
    """
    child, decided, level = case.child, decision.table.decided, context.level
    age = age_on(child.born, decided)
    row = level.standard_for(name, age, child.sex, decided)
    if row is None:
        no_sex = child.sex is None and _differs_by_sex(level, name, age)
        code = "standard.no_sex" if no_sex else "standard.unknown"
        known = ", ".join(sorted({each.name for each in level.standard}))
        values = {"name": name, "age": age, "known": known or "-"}
        raise InputFaultsError([Fault(code, (*at, "standard"), values)])
    if row.per != item.per:
        values = {"per": row.per, "name": name}
        raise InputFaultsError([Fault("standard.other_period", (*at, "per"), values)])
    return row, age


def _differs_by_sex(level: ServiceLevel, name: str, age: int) -> bool:
    """Tell whether a standard amount for an age is one of girls or boys alone."""
    return any(
        row.name == name and row.sex and row.age_from <= age <= row.age_to for row in level.standard
    )
