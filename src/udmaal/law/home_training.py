"""The budget of a home training (hjemmetræning): SEL §§ 32 and 32 a, BL § 85; rules.md § 3."""

from datetime import date
from decimal import Decimal
from typing import Final

from udmaal.breakdown import Line, Result
from udmaal.case.model import HomeTraining, TrainingKind
from udmaal.law.citations import statute
from udmaal.law.context import Context
from udmaal.money import ZERO, to_ore

# Kinds the scheme never covers.
NEVER_COVERED: Final[frozenset[TrainingKind]] = frozenset(
    {
        "home_schooling",
        "extra_cost",
        "course_abroad",
        "treatment",
        "body_worn_aid",
        "pressure_chamber",
        "breathing_equipment",
    }
)


def home_training_result(table: HomeTraining, on: date, context: Context) -> Result:
    """Give what is payable: the documented or agreed amount, at most the ceiling of the year."""
    law = (statute("home_training", on),)
    unit = "DKK/year"
    ceiling = context.rates(on)["home_training.ceiling"]
    lines = []
    covered: list[Decimal] = []
    excluded: list[Decimal] = []
    for item in table.item:
        amount = to_ore(item.amount)
        left_out = item.kind in NEVER_COVERED
        (excluded if left_out else covered).append(amount)
        name = {"kind": item.kind, "text": item.text}
        id_ = "training_left_out" if left_out else "training_item"
        lines.append(Line(id_, amount, unit, id_, name, law))
    documented = to_ore(sum(covered, ZERO))
    lines.append(
        Line("documented", documented, unit, "documented", {"amounts": tuple(covered)}, law)
    )
    wanted = documented
    if table.agreed_amount is not None:
        wanted = to_ore(table.agreed_amount)
        values = {"documented": documented}
        lines.append(Line("agreed_amount", wanted, unit, "agreed_amount", values, law))
    limit = to_ore(ceiling.number)
    year = {"year": str(table.year)}
    lines.append(Line("training_ceiling", limit, unit, "training_ceiling", year, law, (ceiling,)))
    payable = min(wanted, limit)
    values_ = {"wanted": wanted, "ceiling": limit}
    lines.append(Line("payable", payable, unit, "payable.training", values_, law))
    return Result(
        benefit="home_training",
        where="home_training",
        law=law[0],
        amounts={
            "documented": documented,
            "excluded": to_ore(sum(excluded, ZERO)),
            "ceiling": limit,
            "payable": payable,
        },
        lines=tuple(lines),
    )
