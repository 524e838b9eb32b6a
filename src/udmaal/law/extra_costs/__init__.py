"""Extra costs (merudgifter): SEL § 41, BL § 86.

``decision`` says when a decision is in force and which rules it follows, ``items`` brings each cost
to kroner a year, ``later`` holds the one-offs documented after the decision. ``threshold`` has the
rules for benefits fixed before September 2025, ``compensation`` those after (kompensationsydelse).
"""

from datetime import date

from udmaal.breakdown import Result
from udmaal.case.model import Case
from udmaal.law.context import Context
from udmaal.law.extra_costs.compensation import assess_compensation, compensation_result
from udmaal.law.extra_costs.decision import Decision
from udmaal.law.extra_costs.later import LaterOneOff
from udmaal.law.extra_costs.threshold import assess_threshold, threshold_result


def extra_costs_result(
    case: Case, decision: Decision, on: date, context: Context, *, one_offs_here: bool = True
) -> Result:
    """Calculate by the rules of the decision, for a day on which it is in force.

    Without ``one_offs_here`` the one-offs of the estimate stand in another month of a ledger.
    Raises ``InputFaultsError`` for an old benefit that had to be re-decided.
    """
    calculate = threshold_result if decision.rules == "threshold" else compensation_result
    return calculate(case, decision, on, context, one_offs_here=one_offs_here)


def later_one_offs(case: Case, decision: Decision, context: Context) -> tuple[LaterOneOff, ...]:
    """Give the one-offs documented after the decision, each with whether it is paid.

    Raises ``InputFaultsError`` for what the rules refuse.
    """
    if decision.rules == "threshold":
        return assess_threshold(case, decision, (), context).later
    return assess_compensation(case, decision, (), context).later
