"""What the new decisions add up to: families up, down and out, and what the municipality pays."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from udmaal.batch.redecision.records import DUE, NOT_DUE, Record, undocumented
from udmaal.batch.summary import Main, Outcome, Sums
from udmaal.calendar_month import Month
from udmaal.law.extra_costs.decision import REDECIDED_BY
from udmaal.lines.expression import MONTHS
from udmaal.output.document import FORMAT, PROGRAM, amount_text
from udmaal.rates.book import RateBook

_NOTHING: Final = Decimal("0.00")
CHOICES: Final = ("as_documented", "best")
_RATES: Final = (
    "compensation.minimum",
    "compensation.group1_flat",
    "compensation.group2_limit",
    "compensation.group2_flat",
    "compensation.other_item_limit",
)


@dataclass(frozen=True, slots=True)
class Made:
    """How a run was made: the date of today, the day of the decisions, rates, and the command."""

    on: date
    day: date
    rates: RateBook
    command: str


def council(records: Sequence[Record], made: Made) -> dict[str, Any]:
    """Add up all cases of a run as plain values, amounts as texts."""
    counts = Counter(record.status for record in records)
    due = [record for record in records if record.status in DUE]
    unpaid = [record for record in records if record.status == "unpaid"]
    months = max(0, Month.of(REDECIDED_BY).since(Month.of(made.on)))
    return {
        "format": FORMAT,
        "program": PROGRAM,
        "command": made.command,
        "date": made.on.isoformat(),
        "redecide": made.day.isoformat(),
        "rates_sha256": made.rates.sha256,
        "rates": [_rate(made, key) for key in _RATES],
        "cases": len(records),
        "at_fault": counts["fault"],
        "without": counts["none"],
        "families": {status: counts[status] for status in (*DUE, *NOT_DUE)},
        "deadline": {
            "date": REDECIDED_BY.isoformat(),
            "left": len(due),
            "overdue": counts["overdue"],
            "months": months,
            "a_month": -(-len(due) // months) if months else len(due),
        },
        **{choice: _scenario(due, choice) for choice in CHOICES},
        "paid_now": amount_text(sum((each.before for each in records if each.paid), _NOTHING)),
        "missing": _missing(due),
        "unpaid": {choice: _entitled(unpaid, choice) for choice in CHOICES},
        "others": {
            status: _paid(record.before for record in records if record.status == status)
            for status in NOT_DUE
        },
    }


def _rate(made: Made, key: str) -> dict[str, str]:
    rate = made.rates.at(made.day)[key]
    return {
        "key": key,
        "value": rate.text,
        "unit": rate.unit,
        "effective": rate.effective.isoformat(),
        "status": rate.status,
    }


def _scenario(due: Iterable[Record], choice: str) -> dict[str, Any]:
    """Give what changes for the families that are to be decided anew, by an alternative of each."""
    sums = Sums()
    groups: Counter[str] = Counter()
    for record in due:
        after = record.after(choice)
        main = Main("extra_costs", None, None, record.before, after or None)
        outcome = Outcome(record.path, b"", record.value["case_id"])
        sums.add(main, outcome, compares=True)
        groups[record.value[choice]["alternative"] or "nothing"] += 1
    changes = sums.document()
    persons = changes["persons"]
    return {
        "families": {
            "up": persons["more"],
            "same": persons["same"],
            "down": persons["less"] - persons["ended"],
            "out": persons["ended"],
        },
        "groups": dict(sorted(groups.items())),
        "monthly": _before_after(sums.before, sums.after),
        "yearly": _before_after(sums.before * MONTHS, sums.after * MONTHS),
        **{key: changes[key] for key in ("more", "less", "median", "histogram")},
    }


def _before_after(before: Decimal, after: Decimal) -> dict[str, str | None]:
    return {
        "before": amount_text(before),
        "after": amount_text(after),
        "difference": amount_text(after - before),
    }


def _missing(due: Sequence[Record]) -> dict[str, Any]:
    """Count what is missing to decide, and what documents could bring the families."""
    missing = [record.value["missing"] for record in due]
    gain = [record for record in due if record.value["best"]["alternative"] == "group_2_documented"]
    more = (record.after("best") - record.after("as_documented") for record in gain)
    return {
        "documents": {
            "families": sum(1 for each in missing if each["documents"]),
            "costs": sum(len(each["documents"]) for each in missing),
            "yearly": amount_text(sum((undocumented(each.value) for each in due), _NOTHING)),
            "decide": _paid(more),
        },
        "normal": {
            "families": sum(1 for each in missing if each["normal"]),
            "costs": sum(len(each["normal"]) for each in missing),
        },
        "one_offs": {
            "families": sum(1 for each in due if each.value["one_offs"]),
            "costs": sum(len(each.value["one_offs"]) for each in due),
        },
    }


def _entitled(unpaid: Iterable[Record], choice: str) -> dict[str, Any]:
    """Give what those would get who get nothing, if they applied."""
    return _paid(filter(None, (record.after(choice) for record in unpaid)))


def _paid(amounts: Iterable[Decimal]) -> dict[str, Any]:
    """Count families, and add up their kroner a month."""
    found = list(amounts)
    return {"families": len(found), "monthly": amount_text(sum(found, _NOTHING))}
