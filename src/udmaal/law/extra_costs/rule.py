"""A decision by its rules: assessed once, and what it gives on a day (SEL § 41, BL § 86)."""

from datetime import date

from udmaal.breakdown import Result
from udmaal.case.model import Case
from udmaal.law.context import Context
from udmaal.law.extra_costs.compensation import (
    CompensationAssessment,
    assess_compensation,
    compensation_result,
)
from udmaal.law.extra_costs.decision import Decision, refuse_where_due
from udmaal.law.extra_costs.threshold import (
    ThresholdAssessment,
    assess_threshold,
    threshold_result,
)

Assessment = ThresholdAssessment | CompensationAssessment


def assess(case: Case, decision: Decision, on: date, context: Context) -> Assessment:
    """Assess a decision by its rules, with the law of a day; the amounts are the same on every day.

    Raises ``InputFaultsError`` for what the rules refuse.
    """
    if decision.rules == "threshold":
        return assess_threshold(case, decision, on, context)
    return assess_compensation(case, decision, on, context)


def result_of(
    found: Assessment, on: date, context: Context, *, one_offs_here: bool = True
) -> Result:
    """Give the benefit of an assessed decision on a day on which it is in force.

    Without ``one_offs_here`` the one-offs of the estimate stand in another month of a ledger.
    """
    if isinstance(found, ThresholdAssessment):
        return threshold_result(found, on, context, one_offs_here=one_offs_here)
    return compensation_result(found, on, context, one_offs_here=one_offs_here)


def extra_costs_result(case: Case, decision: Decision, on: date, context: Context) -> Result:
    """Calculate the benefit of a decision on a day on which it is in force.

    Raises ``InputFaultsError`` for what the rules refuse.
    """
    refuse_where_due(decision, on)
    return result_of(assess(case, decision, on, context), on, context)
