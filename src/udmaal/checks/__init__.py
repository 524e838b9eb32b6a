"""The checks: what an experienced colleague would point at (findings.md).

Each is one function registered with its code and severity. A finding never changes an amount.
"""

from collections.abc import Iterator

from udmaal.breakdown import Finding
from udmaal.checks import case_level, extra_costs, hours_and_basis, run_of_course, savings
from udmaal.checks.registry import CHECKS, Facts

__all__ = ["CHECKS", "Facts", "findings"]

# Importing them registers their checks.
_MODULES = (hours_and_basis, savings, run_of_course, extra_costs, case_level)

UNUSED_WAIVER = "U603"


def findings(facts: Facts) -> tuple[Finding, ...]:
    """Run all checks; findings that the case accepts carry its reason.

    A waiver whose code nothing brings is itself an info.
    """
    accepted = {each.code: each.reason for each in facts.case.accepted}
    found = [
        Finding(check.code, check.severity, each.where, each.values, accepted.get(check.code))
        for check in CHECKS.values()
        if check.run is not None
        for each in check.run(facts)
    ]
    found += _unused(facts, {each.code for each in found})
    return tuple(sorted(found, key=lambda each: (each.code, each.where)))


def _unused(facts: Facts, brought: set[str]) -> Iterator[Finding]:
    severity = CHECKS[UNUSED_WAIVER].severity
    for index, each in enumerate(facts.case.accepted):
        if each.code not in brought:
            where = f"accepted[{index}].code"
            yield Finding(UNUSED_WAIVER, severity, where, {"code": each.code})
