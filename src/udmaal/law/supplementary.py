"""Supplementary benefit (særlig supplerende ydelse): SEL § 43, BL § 88; rules.md § 3.

For a recipient of lost earnings who loses the remaining job.
"""

from datetime import date
from typing import Final

from udmaal.breakdown import Line, Result
from udmaal.calendar_month import Month
from udmaal.case.model import Case, Supplementary
from udmaal.law.atp import atp_contribution
from udmaal.law.child import last_day_as_child
from udmaal.law.citations import order_on, statute
from udmaal.law.context import Context
from udmaal.law.lost_earnings.wage_basis import hours_a_month
from udmaal.money import ZERO, at_least_zero, percent_of, ratio, to_ore

# The benefit ends with the third month after the month in which it began.
_MONTHS_AFTER: Final = 3
DAYS_A_WEEK: Final = 7

# Each condition with the answer it must have.
CONDITIONS: Final = {
    "insured": True,
    "self_inflicted": False,
    "dagpenge": False,
    "offered_part_time": False,
    "other_support": False,
}


def last_day(table: Supplementary, born: date) -> date:
    """Give the last day: as given, at most the end of the third month, the child under 18."""
    latest = Month.of(table.unemployed_from).plus(_MONTHS_AFTER).last
    return min(latest, table.until or latest, last_day_as_child(born))


def failed_conditions(table: Supplementary) -> tuple[str, ...]:
    """Name the conditions that are not met."""
    return tuple(name for name, wanted in CONDITIONS.items() if getattr(table, name) != wanted)


def supplementary_result(case: Case, index: int, on: date, context: Context) -> Result:
    """Calculate the benefit of one parent on a day of its period."""
    table = case.supplementary[index]
    first, last = table.unemployed_from, last_day(table, case.child.born)
    law = (statute("supplementary", on), order_on("supplementary", on))
    begun = context.book.nearest(first)
    maximum = begun["sickness_benefit.maximum_week"]
    percent = begun["supplementary.wage_percent"]
    highest = to_ore(maximum.number)
    share = percent_of(table.former_weekly_wage, percent.number)
    failed = failed_conditions(table)
    weekly = at_least_zero(to_ore(min(highest, share) - table.employer_payments_weekly))
    covered = min(highest, share) < table.employer_payments_weekly
    formula = "weekly.floor" if covered else "weekly"
    if failed:
        weekly, formula = to_ore(ZERO), f"weekly.{failed[0]}"
    days = (last - first).days + 1
    total = to_ore(ratio(weekly, days, DAYS_A_WEEK))
    atp = atp_contribution(
        hours_a_month(table.former_weekly_hours),
        {"hours": table.former_weekly_hours},
        (law[0], order_on("atp", on)),
        context.rates(on),
        paid=bool(weekly),
    )
    shares = {"percent": percent.number, "wage": table.former_weekly_wage}
    smaller = {
        "maximum": highest,
        "share": share,
        "payments": table.employer_payments_weekly,
    }
    period = {"weekly": weekly, "days": days, "first": first, "last": last}
    lines = (
        Line("weekly_maximum", highest, "DKK/week", "weekly_maximum", {"first": first}, law,
             (maximum,)),
        Line("weekly_share", share, "DKK/week", "weekly_share", shares, law, (percent,)),
        *(
            Line("condition", to_ore(ZERO), "DKK/week", f"condition.{name}", {}, law)
            for name in failed
        ),
        Line("weekly", weekly, "DKK/week", formula, smaller, law),
        Line("total", total, "DKK", "total", period, law),
        *atp.lines,
    )  # fmt: skip
    return Result(
        benefit="supplementary",
        where=f"supplementary[{index}]",
        law=law[0],
        parent=table.parent,
        amounts={
            "weekly": weekly,
            "from": first,
            "until": last,
            "total": total,
            "atp_recipient": atp.recipient,
            "atp_municipality": atp.municipality,
        },
        lines=lines,
        assumptions=("A12",) if weekly else (),
    )
