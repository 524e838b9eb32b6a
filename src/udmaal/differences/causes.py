"""Why a benefit differs, each cause with its numbers, so that it can be told in words.

The drivers are those of ``difference``, which a batch counts. A cause is told only where it bears
on an amount that differs: a new ceiling is no cause where the own wage decides before and after.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from udmaal.breakdown import Absence, Breakdown, Line, Result
from udmaal.differences.difference import Driver, differing_amounts, drivers
from udmaal.differences.matching import matched
from udmaal.language import Text
from udmaal.law.benefits import BY_KEY
from udmaal.law.context import Situation
from udmaal.lines.kind import bearing
from udmaal.lines.limit import Limit, limits
from udmaal.money import ZERO
from udmaal.rates.book import Rate
from udmaal.text.rate_names import RATE_NAMES
from udmaal.text.terms import UNITS

# Where another decision or other rules hold, every cost may be another one.
_ANEW = frozenset({"rules", "decision"})


class Seen(NamedTuple):
    """A case on a date: what the rules drew on, and what they made of it."""

    situation: Situation
    breakdown: Breakdown

    def absence_of(self, result: Result) -> Absence | None:
        """Say why a benefit that has a result elsewhere has none here; ``None``: no such table.

        In another file the table of a parent may have another number.
        """
        absences = [each for each in self.breakdown.absences if each.benefit == result.benefit]
        if BY_KEY[result.benefit].many:
            whose = (result.parent, result.child)
            absences = [each for each in absences if (each.parent, each.child) == whose]
        same = (each for each in absences if each.where == result.where)
        return next(same, absences[0] if absences else None)


class Cause(NamedTuple):
    """A cause: its driver, the code of its words and the values in them.

    A value that is a ``Text`` has words of its own; ``absence`` and ``line`` stand in some words.
    """

    driver: Driver
    code: str
    values: Mapping[str, Any]
    absence: Absence | None = None
    line: Line | None = None


class Decides(NamedTuple):
    """What decides at a step of the calculation, before and after; ``None``: no such step."""

    before: Limit | None
    after: Limit | None


def causes(before: Seen, after: Seen, one: Result | None, other: Result | None) -> list[Cause]:
    """Give why the amounts of a benefit differ, or why it is given on one side alone."""
    if one is None and other is None:
        return []
    case = after.situation.case
    driven = list(drivers(case, before.breakdown, after.breakdown, one, other))
    if one is None or other is None:
        (driver,) = driven
        return [
            *(_ended(driver, after, each) for each in (one,) if each is not None),
            *(_begun(driver, before, after, each) for each in (other,) if each is not None),
        ]
    if not differing_amounts(one, other):
        return []
    told = [cause for driver in driven for cause in _told(driver, before, after, one, other)]
    if not _ANEW.intersection(driven):
        told += _facts(one, other)
    if not told and not decides(one, other):
        told = [*_facts(one, other, of_rates=True)] or [Cause("facts", "facts", {})]
    return told


def decides(one: Result | None, other: Result | None) -> list[Decides]:
    """Give each step at which not the same decides before and after, on both sides of a benefit."""
    if one is None or other is None or not differing_amounts(one, other):
        return []
    bears = {id(line) for line in _bearing(one, other)}
    had, has = (
        limits([line for line in result.lines if id(line) in bears]) for result in (one, other)
    )
    steps = (Decides(had.get(step), has.get(step)) for step in dict.fromkeys((*had, *has)))
    return [step for step in steps if step.before != step.after]


def _told(driver: Driver, before: Seen, after: Seen, one: Result, other: Result) -> Iterator[Cause]:
    benefit = BY_KEY[other.benefit]
    if driver == "rules":
        was, now = (_in_a_sentence(benefit.names[each.rules or ""]) for each in (one, other))
        yield Cause(driver, driver, {"before": was, "after": now})
    elif driver == "decision":
        former = benefit.decided(before.situation.case, one)
        decided = benefit.decided(after.situation.case, other)
        yield Cause(driver, driver, {"former": former, "decided": decided})
    elif driver == "regulation":
        yield from _regulations(one, other)
    elif driver == "hours":
        yield from _hours(before, after, one, other)
    elif driver == "rate":
        yield from _rates(one, other)


def _in_a_sentence(text: Text) -> Text:
    return Text(*(each[:1].lower() + each[1:] for each in text))


def _regulations(one: Result, other: Result) -> Iterator[Cause]:
    for old, new in _bearing_pairs(one, other):
        line = new or old
        if line is not None and line.kind.driver == "regulation" and (old is None or new is None):
            code = "regulation" if new is not None else "regulation.none"
            yield Cause("regulation", code, line.values)


def _hours(before: Seen, after: Seen, one: Result, other: Result) -> Iterator[Cause]:
    old, new = _counted(one), _counted(other)
    if old == new:
        return
    values: dict[str, Any] = {"before": old, "after": new}
    on = after.breakdown.on
    since = BY_KEY[other.benefit].hours_since(after.situation, other, on)
    if since is None or since <= before.breakdown.on:
        yield Cause("hours", "hours", values)
    else:
        yield Cause("hours", "hours.since", {**values, "since": since})


def _counted(result: Result) -> Decimal:
    """Give the hours that count: the last line of them."""
    return [line.amount for line in result.lines if line.kind.driver == "hours"][-1]


def _rates(one: Result, other: Result) -> Iterator[Cause]:
    old, new = ({rate.key: rate for rate in result.rates} for result in (one, other))
    bearing_rates = (rate.key for line in _bearing(one, other) for rate in _deciding_rates(line))
    for key in dict.fromkeys(bearing_rates):
        if key.startswith("regulation.") or key not in old or key not in new:
            continue
        was, now = old[key], new[key]
        if was.value != now.value:
            values = {"name": RATE_NAMES[key], "effective": now.effective}
            code = "rate" if now.unit.startswith("DKK") else "rate.number"
            yield Cause("rate", code, {**values, **_from_to(was.number, now.number, now.unit)})


def _deciding_rates(line: Line) -> Iterator[Rate]:
    """Give the rates of a line but for one that was the larger of two and not taken."""
    aside = line.formula.undecided(line.values)
    value = line.values[aside] if aside is not None and aside not in line.made_of else None
    return (rate for rate in line.rates if rate.value != value)


def _from_to(before: Decimal, after: Decimal, unit: str) -> dict[str, Any]:
    return {"before": before, "after": after, "unit": UNITS[unit]}


def _facts(one: Result, other: Result, *, of_rates: bool = False) -> Iterator[Cause]:
    """Give what the case says of itself where it differs: a saving, a cost, a new income.

    What lines draw on beside a rate follows from the hours as a rule; it is told ``of_rates``, with
    every new line, where nothing else is known.
    """
    for old, new in _bearing_pairs(one, other):
        line = new or old
        if line is None or line.kind.driver is not None or (line.rates and not of_rates):
            continue
        if old is None or new is None:
            if of_rates or _own_numbers(line) or not line.made_of:
                yield Cause("facts", "fact.new" if new is not None else "fact.gone", {}, line=line)
        elif old.amount != new.amount and _says_otherwise(old, new):
            yield _changed(old, new)


def _says_otherwise(old: Line, new: Line) -> bool:
    """Tell whether a line has other numbers of its own, or came about otherwise.

    Where both formulas decide something by name, ``decides`` tells that.
    """
    if old.formula is not new.formula:
        return not (limits((old,)) and limits((new,)))
    return _own_numbers(old) != _own_numbers(new)


def _changed(old: Line, new: Line) -> Cause:
    """Say of a line what it was and is; of one that is worked out, how."""
    if new.made_of or new.rates:
        return Cause("facts", "fact.formula", {}, line=new)
    code = "fact" if new.unit.startswith("DKK") else "fact.number"
    return Cause("facts", code, _from_to(old.amount, new.amount, new.unit), line=new)


def _own_numbers(line: Line) -> dict[str, Decimal]:
    """Give the numbers of a line, other than 0, that are of no other line and no rate."""
    known = {ZERO, *(rate.value for rate in line.rates)}
    own = ((name, value) for name, value in line.values.items() if name not in line.made_of)
    return {name: value for name, value in own if isinstance(value, Decimal) and value not in known}


def _bearing_pairs(one: Result, other: Result) -> Iterator[tuple[Line | None, Line | None]]:
    """Give each line with its like on the other side, where one of them decided a difference."""
    bears = {id(line) for line in _bearing(one, other)}
    for old, new in matched((one, other)):
        if bears.intersection((id(old), id(new))):
            yield old, new


def _bearing(one: Result, other: Result) -> tuple[Line, ...]:
    """Give the lines of both sides that decided an amount that differs.

    What is paid comes first: a threshold that differs is none of the reasons for another benefit.
    """
    differing = differing_amounts(one, other)
    keys = differing.keys() & {*BY_KEY[other.benefit].first} or differing.keys()
    found: tuple[Line, ...] = ()
    for result in (one, other):
        amounts = [line for line in result.lines if line.id in keys]
        found += bearing(amounts or result.lines, result.lines)
    return found


def _ended(driver: Driver, after: Seen, one: Result) -> Cause:
    absence = after.absence_of(one)
    if absence is None:
        return Cause(driver, "ended.no_table", {})
    if absence.code == "ended.run_off":
        return Cause(driver, "ended.run_off", absence.values)
    over = absence.code.startswith("ended") or absence.code in {"child_18", "hours_ended"}
    return Cause(driver, "ended" if over else "ended.for_now", {}, absence)


def _begun(driver: Driver, before: Seen, after: Seen, result: Result) -> Cause:
    absence = before.absence_of(result)
    if absence is None:
        return Cause(driver, "begun.no_table", {})
    decided = BY_KEY[result.benefit].decided(after.situation.case, result)
    if decided is not None:
        return Cause(driver, "begun.decision", {"decided": decided})
    if absence.code == "paused":
        return Cause(driver, "begun.pause", absence.values)
    if absence.code == "other_year":
        return Cause(driver, "begun.year", {"year": after.breakdown.on.year})
    if "first" in absence.values:
        return Cause(driver, "begun", absence.values)
    return Cause(driver, "begun.again", {}, absence)
