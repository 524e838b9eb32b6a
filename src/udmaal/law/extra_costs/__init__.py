"""Extra costs (merudgifter): SEL § 41, BL § 86.

``items`` brings each cost to kroner a year; ``threshold`` holds the rules for benefits fixed
before September 2025, ``compensation`` those after (kompensationsydelse). The date on which the
benefit was last fixed decides which apply.
"""

from datetime import date

from udmaal.breakdown import Result
from udmaal.case.model import Case, ExtraCosts
from udmaal.law.context import Context
from udmaal.law.extra_costs.compensation import COMPENSATION_FROM, compensation_result
from udmaal.law.extra_costs.threshold import threshold_result


def extra_costs_result(
    case: Case, table: ExtraCosts, on: date, context: Context, months: int | None = None
) -> Result:
    """Calculate by the rules of the day of the decision, from that day on.

    ``months`` counts from the decision, for a benefit of twelve months in a ledger. Raises
    ``InputFaultsError`` for an old benefit that had to be re-decided.
    """
    if table.decided >= COMPENSATION_FROM:
        return compensation_result(case, table, on, context)
    return threshold_result(case, table, on, context, months)
