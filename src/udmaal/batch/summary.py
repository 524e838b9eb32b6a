"""What a batch adds up to: for the person who reads it in the morning, and for scripts."""

import heapq
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

import orjson

from udmaal.law.benefits import BENEFITS
from udmaal.output.document import amount_text
from udmaal.shown import named, shown

_LARGEST = 10
# Upper bounds of the bins of the histogram of differences, kr.; the last bin is open.
BINS = (-1000, -500, -100, 0, 100, 500, 1000)


class Main(NamedTuple):
    """The main amount of a benefit, kr.: before (0 without comparison) and after."""

    benefit: str
    before: Decimal
    after: Decimal


class Outcome(NamedTuple):
    """The line of one case as JSON bytes, and what the summary needs of it.

    ``faults`` are the messages of a case at fault, with their places.
    """

    path: str
    line: bytes
    mains: tuple[Main, ...] = ()
    changed: bool = False
    findings: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


# The amount by which a benefit is added up and compared.
MAIN_AMOUNTS = {each.key: each.main for each in BENEFITS if each.main is not None}


@dataclass(slots=True)
class Summary:
    """Counts and sums over the outcomes; it holds a bounded number of them."""

    compares: bool
    done: int = 0
    changed: int = 0
    at_fault: int = 0
    totals: dict[str, list[Decimal]] = field(default_factory=dict)
    findings: Counter[str] = field(default_factory=Counter)
    histogram: list[int] = field(default_factory=lambda: [0] * (len(BINS) + 1))
    largest: list[tuple[Decimal, str, Decimal]] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Count one case."""
        if outcome.faults:
            self.at_fault += 1
            return
        self.done += 1
        self.changed += outcome.changed
        self.findings.update(outcome.findings)
        change = Decimal(0)
        for main in outcome.mains:
            sums = self.totals.setdefault(main.benefit, [Decimal(0), Decimal(0)])
            sums[0] += main.before
            sums[1] += main.after
            change += main.after - main.before
        if self.compares and outcome.changed:
            self.histogram[sum(change >= bound for bound in BINS)] += 1
            self._keep_largest((abs(change), outcome.path, change))

    def _keep_largest(self, entry: tuple[Decimal, str, Decimal]) -> None:
        if len(self.largest) < _LARGEST:
            heapq.heappush(self.largest, entry)
        else:
            heapq.heappushpop(self.largest, entry)

    def merge(self, other: "Summary") -> None:
        """Add the cases of another summary."""
        self.done += other.done
        self.changed += other.changed
        self.at_fault += other.at_fault
        for benefit, (before, after) in other.totals.items():
            sums = self.totals.setdefault(benefit, [Decimal(0), Decimal(0)])
            sums[0] += before
            sums[1] += after
        self.findings.update(other.findings)
        self.histogram = [a + b for a, b in zip(self.histogram, other.histogram, strict=True)]
        for entry in other.largest:
            self._keep_largest(entry)

    def document(self) -> dict[str, Any]:
        """Give the summary as plain values."""
        found: dict[str, Any] = {
            "format": 1,
            "cases": self.done + self.at_fault,
            "done": self.done,
            "at_fault": self.at_fault,
            "totals": {
                benefit: self._total(self.totals[benefit])
                for benefit in MAIN_AMOUNTS
                if benefit in self.totals
            },
            "findings": dict(sorted(self.findings.items())),
        }
        if self.compares:
            found |= {
                "changed": self.changed,
                "unchanged": self.done - self.changed,
                "largest": [
                    {**named("path", path), "difference": amount_text(change)}
                    for _, path, change in sorted(
                        self.largest, key=lambda each: (-each[0], each[1])
                    )
                ],
                "histogram": {
                    "bounds": list(BINS),
                    "counts": list(self.histogram),
                },
            }
        return found

    def _total(self, sums: list[Decimal]) -> dict[str, str | None]:
        before, after = sums
        if not self.compares:
            return {"total": amount_text(after)}
        return {
            "before": amount_text(before),
            "after": amount_text(after),
            "difference": amount_text(after - before),
        }


def outcome_of_line(line: bytes, path: str) -> Outcome:
    """Read back what the summary needs from a line that an earlier run wrote."""
    value = orjson.loads(line)
    if "error" in value:
        texts = tuple(
            ": ".join(filter(None, (shown(path), each["where"], each["problem"])))
            for each in value["error"]
        )
        return Outcome(path, line, faults=texts)
    after = value.get("after", value)
    sums: dict[str, list[Decimal]] = {}
    for side, document in enumerate((value.get("before"), after)):
        for result in document["results"] if document else ():
            key = MAIN_AMOUNTS.get(result["benefit"])
            if key is not None:
                amount = Decimal(result["amounts"][key])
                sums.setdefault(result["benefit"], [Decimal(0), Decimal(0)])[side] += amount
    mains = tuple(Main(benefit, old, new) for benefit, (old, new) in sums.items())
    codes = tuple(each["code"] for each in after["findings"] if "accepted" not in each)
    return Outcome(path, line, mains, bool(value.get("difference")), codes)
