"""The checks: what an experienced colleague would point at (findings.md).

Each is one function registered with its code and severity. A finding never changes an amount.
"""

from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter

from udmaal.breakdown import Finding, Severity
from udmaal.case.model import numbered
from udmaal.checks import (
    case_level,
    extra_costs,
    hours_and_basis,
    plausible,
    run_of_course,
    savings,
)
from udmaal.checks.registry import CHECKS, Facts, Run, tables_of

__all__ = ["CHECKS", "Facts", "findings"]

# Importing them registers their checks.
_MODULES = (hours_and_basis, savings, run_of_course, extra_costs, case_level, plausible)

UNUSED_WAIVER = "U603"

_CODE_AND_PLACE = attrgetter("code", "where")


def findings(facts: Facts) -> tuple[Finding, ...]:
    """Run all checks; findings that the case accepts carry its reason.

    A waiver whose code nothing brings is itself an info.
    """
    accepted = {each.code: each.reason for each in facts.case.accepted}
    found = [
        Finding(code, severity, each.where, each.values, accepted.get(code))
        for code, severity, run in _applicable(tables_of(facts.case))
        for each in run(facts)
    ]
    if facts.whole:  # else it may be waived for a fact that was left out
        found += _unused(facts, {each.code for each in found})
    found.sort(key=_CODE_AND_PLACE)
    return tuple(found)


@lru_cache(maxsize=512)
def _applicable(tables: frozenset[str]) -> tuple[tuple[str, Severity, Run], ...]:
    """Give the checks that may find something in a case with these tables."""
    return tuple(
        (check.code, check.severity, check.run)
        for check in CHECKS.values()
        if check.run is not None and check.needs in tables
    )


def _unused(facts: Facts, brought: set[str]) -> Iterator[Finding]:
    severity = CHECKS[UNUSED_WAIVER].severity
    for index, each in numbered(facts.case.accepted):
        if each.code not in brought:
            where = f"accepted[{index}].code"
            yield Finding(UNUSED_WAIVER, severity, where, {"code": each.code})
