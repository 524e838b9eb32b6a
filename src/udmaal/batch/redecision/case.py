"""A case as it is, and as if its last decision on extra costs were made anew with the same costs.

Nothing is calculated here: the new decision is put behind the others, as ``udmaal change`` would,
and the ordinary rules give its amounts. The alternatives differ in what a family applies for and
documents, and in nothing else.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, cast

from udmaal.api import CaseFile, calculate, case_from_document
from udmaal.breakdown import Breakdown
from udmaal.case.next_decision import former_items, is_carried, with_decision
from udmaal.faults import Path as KeyPath
from udmaal.faults import dotted
from udmaal.language import Language
from udmaal.law.extra_costs.decision import REDECIDED_BY, Decision, decisions_of
from udmaal.law.extra_costs.listed import LEFT_OUT
from udmaal.money import ZERO, to_ore
from udmaal.output.document import amount_text, document
from udmaal.rates.book import RateBook
from udmaal.shown import shown

Status = Literal[
    "none", "to_redecide", "overdue", "unpaid", "new_rules", "child_18", "ended", "decided_later"
]
# Of these nothing is decided anew.
_LEFT: Final = frozenset({"child_18", "ended", "decided_later"})


class Alternative(NamedTuple):
    """What a family applies for, and whether it documents all costs that the case has."""

    group: Literal[1, 2]
    all_documented: bool = False


ALTERNATIVES: Final = {
    "group_1": Alternative(1),
    "group_2": Alternative(2),
    "group_2_documented": Alternative(2, all_documented=True),
}
# Those that ask for no document that is not there.
_AS_DOCUMENTED: Final = ("group_1", "group_2")
_NOTHING: Final = to_ore(ZERO)


@dataclass(frozen=True, slots=True)
class Anew:
    """What is the same for all cases: the date as they are, and the day of the new decision.

    ``brief`` leaves the lines of the results out.
    """

    on: date
    day: date
    rates: RateBook
    folders: tuple[Path, ...]
    language: Language
    corrected_ceilings: bool = False
    brief: bool = False

    def calculate(self, case_file: CaseFile, on: date) -> Breakdown:
        """Calculate a case; raises ``InputFaultsError`` as ``udmaal.calculate``."""
        return calculate(
            case_file, self.rates, on, self.folders, corrected_ceilings=self.corrected_ceilings
        )


def redecided(case_file: CaseFile, parsed: dict[str, Any], anew: Anew) -> dict[str, Any]:
    """Give a case as it is and decided anew, as plain values; ``parsed`` is its TOML.

    Raises ``InputFaultsError`` where the rules refuse the case, as it is or decided anew.
    """
    decisions = decisions_of(case_file.case)
    if not decisions:
        return {"case_id": shown(case_file.case.case_id), "status": "none"}
    last = decisions[-1]
    now = anew.calculate(case_file, _as_it_is_on(decisions, anew.on))
    before = _monthly(now)
    status = _status(last, before, anew)
    found: dict[str, Any] = {
        "case_id": now.case_id,
        "status": status,
        "decided": last.table.decided.isoformat(),
        "redecided": anew.day.isoformat(),
        "now": {"date": now.on.isoformat(), "monthly": amount_text(before)},
    }
    results = {"now": now}
    if status not in _LEFT:
        made, told = _made_anew(case_file, parsed, last, anew)
        results |= made
        monthly = {name: _monthly(breakdown) for name, breakdown in made.items()}
        found |= {**_alternatives(before, monthly), **told}
    found["results"] = {
        name: document(each, anew.language, brief=anew.brief) for name, each in results.items()
    }
    return found


def _made_anew(
    case_file: CaseFile, parsed: dict[str, Any], last: Decision, anew: Anew
) -> tuple[dict[str, Breakdown], dict[str, Any]]:
    """Give each alternative of a new decision, and what it lacks and leaves behind."""
    items = former_items(parsed)
    carried = [number for number, item in enumerate(items) if is_carried(item)]
    decision = {"decided": anew.day, "item": [items[number] for number in carried]}
    new = case_from_document(with_decision(parsed, decision), case_file.source, anew.rates)
    made = {
        name: anew.calculate(_as_applied_for(new, alternative), anew.day)
        for name, alternative in ALTERNATIVES.items()
    }
    places = [dotted((*last.at, "item", number)) for number in range(len(items))]
    return made, {
        "missing": _missing(_former_places(new, places, carried), made["group_2"]),
        "one_offs": [place for number, place in enumerate(places) if number not in carried],
    }


def _as_it_is_on(decisions: Sequence[Decision], on: date) -> date:
    """Give the day on which a case is looked at as it is.

    Past the day by which old decisions must be made anew, the last on which they gave something:
    from then on there are no rules for them.
    """
    overdue = any(each.rules == "threshold" and each.in_force(on) for each in decisions)
    return min(on, REDECIDED_BY - timedelta(days=1)) if overdue else on


def _status(last: Decision, before: Decimal, anew: Anew) -> Status:
    if last.table.decided >= anew.day or last.first_day >= anew.day:
        return "decided_later"
    if last.last_day < anew.day:
        born_out = last.table.until is None or last.table.until > last.last_day
        return "child_18" if born_out else "ended"
    if last.rules == "compensation":
        return "new_rules"
    if not before:
        return "unpaid"
    return "overdue" if anew.on >= REDECIDED_BY else "to_redecide"


def _as_applied_for(new: CaseFile, alternative: Alternative) -> CaseFile:
    """Give the case with its last decision on what is applied for and documented."""
    *former, last = new.case.extra_costs
    items = tuple(
        item.model_copy(update={"documented": item.documented or alternative.all_documented})
        for item in last.item
    )
    asked = last.model_copy(update={"group": alternative.group, "item": items})
    case = new.case.model_copy(update={"extra_costs": (*former, asked)})
    return replace(new, case=case)


def _alternatives(before: Decimal, monthly: Mapping[str, Decimal]) -> dict[str, Any]:
    """Give what each alternative pays a month, and the best of those as documented and of all."""
    return {
        "alternatives": {name: amount_text(amount) for name, amount in monthly.items()},
        "as_documented": _best(before, {name: monthly[name] for name in _AS_DOCUMENTED}),
        "best": _best(before, monthly),
    }


def _best(before: Decimal, monthly: Mapping[str, Decimal]) -> dict[str, Any]:
    """Give the alternative that pays most, the first of equal ones; none where nothing is paid.

    What the family gets the municipality pays; the state's refund is not modelled.
    """
    name = max(monthly, key=lambda each: monthly[each])
    difference = amount_text(monthly[name] - before)
    return {
        "alternative": name if monthly[name] else None,
        "monthly": amount_text(monthly[name]),
        "difference": {"family": difference, "municipality": difference},
    }


def _former_places(new: CaseFile, places: Sequence[str], carried: Iterable[int]) -> dict[str, str]:
    """Give where in the file each item of the new decision stands, by its place in the new one."""
    at = decisions_of(new.case)[-1].at
    return {dotted((*at, "item", number)): places[former] for number, former in enumerate(carried)}


def _missing(places: Mapping[str, str], group_2: Breakdown) -> dict[str, Any]:
    """Tell what is missing to decide, each by its place in the file.

    Documents are missing of costs on the list, normal costs where finding U402 asks for them.
    """
    return {
        "documents": list(_undocumented(places, group_2)),
        "normal": [
            {"where": places[finding.where], "kind": finding.values["kind"]}
            for finding in group_2.findings
            if finding.code == "U402" and finding.accepted is None and finding.where in places
        ],
    }


def _undocumented(places: Mapping[str, str], group_2: Breakdown) -> Iterator[dict[str, Any]]:
    left_out = (
        line for result in group_2.results for line in result.lines if line.kind is LEFT_OUT
    )
    for line in left_out:
        if "limit" not in line.values:  # what is below the limit of no. 9 no document brings in
            yield {
                "where": places[dotted(cast("KeyPath", line.values["at"]))],
                "kind": line.values["kind"],
                "text": line.values["text"],
                "yearly": amount_text(line.amount),
            }


def _monthly(breakdown: Breakdown) -> Decimal:
    """Give what is paid a month for extra costs, kr.; 0 where nothing is."""
    for result in breakdown.results:
        amount = result.amounts.get("monthly") if result.benefit == "extra_costs" else None
        if isinstance(amount, Decimal):
            return amount
    return _NOTHING
