"""What a batch adds up to: for the person who reads it in the morning, and for scripts.

It counts persons: a benefit of a parent, for a child, is one, and what one of them loses is never
set off against what another gains.
"""

import heapq
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from statistics import median_high, median_low
from typing import Any, NamedTuple

import orjson

from udmaal.batch.table import Cell
from udmaal.law.benefits import BENEFITS
from udmaal.money import to_ore
from udmaal.output.case_fault import faults_told
from udmaal.output.document import amount_text
from udmaal.shown import named

LARGEST = 10
# Upper bounds of the bins of the histogram of differences, kr.; the last bin is open.
BINS = (-1000, -500, -100, 0, 100, 500, 1000)
_ORE = 100

# The amount by which a benefit is added up and compared.
MAIN_AMOUNTS = {each.key: each.main for each in BENEFITS if each.main is not None}


# A benefit, and the labels of the parent and the sibling it is given to.
Person = tuple[str, str | None, str | None]


class Main(NamedTuple):
    """The main amount of a person's benefit, kr.: before and after.

    ``None`` where there is no benefit, before also without comparison.
    """

    benefit: str
    parent: str | None
    child: str | None
    before: Decimal | None
    after: Decimal | None

    @property
    def difference(self) -> Decimal:
        """Give what the person has more after, kr."""
        return (self.after or Decimal(0)) - (self.before or Decimal(0))


class Outcome(NamedTuple):
    """The line of one case as JSON bytes, and what the summary needs of it.

    ``faults`` are the messages of a case at fault, with their places.
    """

    path: str
    line: bytes
    case_id: str = ""
    mains: tuple[Main, ...] = ()
    changed: bool = False
    findings: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()


class Largest(NamedTuple):
    """A change among the largest: how much, and of whom."""

    size: Decimal
    path: str
    case_id: str
    main: Main


@dataclass(slots=True)
class Sums:
    """A benefit over all persons: sums and counts before and after, and the differences in øre.

    ``differences`` are those of persons whose amount is another; a number each, so that the median
    is exact and memory hardly grows.
    """

    before: Decimal = Decimal(0)
    after: Decimal = Decimal(0)
    persons_before: int = 0
    persons_after: int = 0
    began: int = 0
    ended: int = 0
    differences: "array[int]" = field(default_factory=lambda: array("q"))
    largest: list[Largest] = field(default_factory=list)

    def add(self, main: Main, outcome: Outcome, *, compares: bool) -> None:
        """Count the benefit of a person."""
        self.before += main.before or 0
        self.after += main.after or 0
        self.persons_before += main.before is not None
        self.persons_after += main.after is not None
        if not compares:
            return
        self.began += main.before is None
        self.ended += main.after is None
        change = main.difference
        if change:
            self.differences.append(int(change * _ORE))
            entry = Largest(abs(change), outcome.path, outcome.case_id, main)
            if len(self.largest) < LARGEST or entry.size >= self.largest[-1].size:
                self._keep([entry])

    def _keep(self, entries: Iterable[Largest]) -> None:
        """Keep the largest; of equal ones those that come first, in whatever order they came."""
        self.largest = heapq.nsmallest(LARGEST, [*self.largest, *entries], key=_largest_first)

    def merge(self, other: "Sums") -> None:
        """Add the persons of another batch."""
        self.before += other.before
        self.after += other.after
        self.persons_before += other.persons_before
        self.persons_after += other.persons_after
        self.began += other.began
        self.ended += other.ended
        self.differences.extend(other.differences)
        self._keep(other.largest)

    def document(self) -> dict[str, Any]:
        """Give what changed as plain values."""
        up = [each for each in self.differences if each > 0]
        down = [each for each in self.differences if each < 0]
        persons = self.persons_after + self.ended
        return {
            "persons": {
                "before": self.persons_before,
                "after": self.persons_after,
                "more": len(up),
                "less": len(down),
                "same": persons - len(up) - len(down),
                "began": self.began,
                "ended": self.ended,
            },
            "more": _kroner(sum(up)),
            "less": _kroner(sum(down)),
            "median": self._median(),
            "histogram": {"bounds": list(BINS), "counts": self._histogram()},
            "largest": [_largest(each) for each in self.largest],
        }

    def _median(self) -> str | None:
        if not self.differences:
            return None
        middle = Decimal(median_low(self.differences) + median_high(self.differences)) / 2
        return amount_text(to_ore(middle / _ORE))

    def _histogram(self) -> list[int]:
        counts = [0] * (len(BINS) + 1)
        bounds = [bound * _ORE for bound in BINS]
        for each in self.differences:
            counts[bisect_right(bounds, each)] += 1
        return counts


def _kroner(ore: int) -> str | None:
    return amount_text(Decimal(ore).scaleb(-2))


def _largest_first(entry: Largest) -> tuple[Any, ...]:
    main = entry.main
    return -entry.size, entry.path, main.parent or "", main.child or ""


def _largest(entry: Largest) -> dict[str, Any]:
    main = entry.main
    return {
        **named("path", entry.path),
        "case_id": entry.case_id,
        **({} if main.parent is None else {"parent": main.parent}),
        **({} if main.child is None else {"child": main.child}),
        "before": amount_text(main.before),
        "after": amount_text(main.after),
        "difference": amount_text(main.difference),
    }


@dataclass(slots=True)
class Summary:
    """Counts and sums over the outcomes of a batch."""

    compares: bool
    done: int = 0
    changed: int = 0
    at_fault: int = 0
    benefits: dict[str, Sums] = field(default_factory=dict)
    findings: Counter[str] = field(default_factory=Counter)

    def add(self, outcome: Outcome) -> None:
        """Count one case."""
        if outcome.faults:
            self.at_fault += 1
            return
        self.done += 1
        self.changed += outcome.changed
        self.findings.update(outcome.findings)
        for main in outcome.mains:
            self._of(main.benefit).add(main, outcome, compares=self.compares)

    def _of(self, benefit: str) -> Sums:
        return self.benefits.setdefault(benefit, Sums())

    def merge(self, other: "Summary") -> None:
        """Add the cases of another summary."""
        self.done += other.done
        self.changed += other.changed
        self.at_fault += other.at_fault
        for benefit, sums in other.benefits.items():
            self._of(benefit).merge(sums)
        self.findings.update(other.findings)

    def document(self) -> dict[str, Any]:
        """Give the summary as plain values."""
        found: dict[str, Any] = {
            "format": 1,
            "cases": self.done + self.at_fault,
            "done": self.done,
            "at_fault": self.at_fault,
            "totals": {benefit: self._total(sums) for benefit, sums in self._in_order()},
            "findings": dict(sorted(self.findings.items())),
        }
        if self.compares:
            found |= {
                "changed": self.changed,
                "unchanged": self.done - self.changed,
                "changes": {benefit: sums.document() for benefit, sums in self._in_order()},
            }
        return found

    def _in_order(self) -> Iterator[tuple[str, Sums]]:
        """Give the benefits in the order of the law."""
        return (
            (benefit, self.benefits[benefit])
            for benefit in MAIN_AMOUNTS
            if benefit in self.benefits
        )

    def _total(self, sums: Sums) -> dict[str, str | int | None]:
        if not self.compares:
            return {"persons": sums.persons_after, "total": amount_text(sums.after)}
        return {
            "before": amount_text(sums.before),
            "after": amount_text(sums.after),
            "difference": amount_text(sums.after - sums.before),
        }


def mains_of(
    before: Iterable[tuple[Person, Decimal]], after: Iterable[tuple[Person, Decimal]]
) -> tuple[Main, ...]:
    """Put the main amounts of either side together, person by person."""
    found: dict[Person, list[Decimal | None]] = {}
    for side, amounts in enumerate((before, after)):
        for person, amount in amounts:
            pair = found.setdefault(person, [None, None])
            pair[side] = amount + (pair[side] or 0)
    return tuple(Main(*person, *pair) for person, pair in found.items())


def outcome_of_line(line: bytes, path: str) -> Outcome:
    """Read back what the summary needs from a line that an earlier run wrote."""
    value = orjson.loads(line)
    if "error" in value:
        return Outcome(path, line, faults=faults_told(value["error"], path))
    after = value.get("after", value)
    mains = mains_of(_main_amounts(value.get("before")), _main_amounts(after))
    codes = tuple(each["code"] for each in after["findings"] if "accepted" not in each)
    return Outcome(path, line, after["case_id"], mains, bool(value.get("difference")), codes)


def _main_amounts(document: Mapping[str, Any] | None) -> Iterator[tuple[Person, Decimal]]:
    for result in document["results"] if document else ():
        key = MAIN_AMOUNTS.get(result["benefit"])
        if key is not None:
            person = (result["benefit"], result.get("parent"), result.get("child"))
            yield person, Decimal(result["amounts"][key])
