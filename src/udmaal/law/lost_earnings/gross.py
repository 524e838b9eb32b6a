"""The gross benefit: loss, ceiling, new income (rules.md § 1.1, steps 4 to 7)."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from udmaal.breakdown import Line
from udmaal.law.citations import order
from udmaal.law.context import Context
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.hours import HoursOnDay
from udmaal.law.lost_earnings.lines import law_on, line
from udmaal.law.lost_earnings.savings import Savings
from udmaal.law.lost_earnings.wage_basis import MONTHS, WEEKS, hourly
from udmaal.law.sources import TRANSITION, cite
from udmaal.money import at_least_zero, ratio, to_ore


class Gross(NamedTuple):
    """The gross benefit and what made it, each kr./month.

    ``ceiling`` is the ceiling × share, ``None`` under the old rules; ``amount`` is after new
    income and, where the service level says so, after savings.
    """

    claim: Decimal
    ceiling: Decimal | None
    amount: Decimal
    lines: tuple[Line, ...]

    @property
    def capped(self) -> bool:
        """Tell whether the ceiling cut the claim."""
        return self.ceiling is not None and self.claim > self.ceiling


def gross_benefit(
    course: Course,
    basis: Decimal,
    on: date,
    hours: HoursOnDay,
    saved: Savings,
    context: Context,
) -> Gross:
    """Give the smaller of claim and ceiling, less new income in the run-off (steps 4 to 7)."""
    own, effective = hours.own, hours.effective
    claim, formula = to_ore(ratio(basis, effective, own)), "claim"
    if course.table.monthly_loss is not None and effective:
        claim, formula = basis, "claim.loss"  # the loss is of the granted hours already
    shown = {"basis": basis, "hours": effective, "own": own}
    lines = [line("claim", claim, shown, law_on(on, topic="basis"), formula)]
    amount = claim
    ceiling = None
    if course.old_rules:
        no_ceiling = (cite(TRANSITION, on), order(on))
        lines.append(line("claim_or_ceiling", claim, {"claim": claim}, no_ceiling, "no_ceiling"))
    else:
        ceiling, ceiling_lines = _ceiling(on, hours, context)
        lines += ceiling_lines
        amount = min(claim, ceiling)
        smaller = {"claim": claim, "ceiling": ceiling}
        lines.append(line("claim_or_ceiling", amount, smaller, law_on(on, 3, "ceiling")))
    income = new_income_on(course, on)
    if income is not None:
        less = {"before": amount, "income": income}
        amount = at_least_zero(to_ore(amount - income))
        lines.append(line("after_new_income", amount, less, law_on(on, topic="run_off")))
    if context.level.savings_from == "gross" and saved.total:
        less = {"before": amount, "savings": saved.total}
        amount = at_least_zero(amount - saved.total)
        lines += [*saved.lines, line("after_savings", amount, less, law_on(on, topic="savings"))]
    lines[-1] = lines[-1]._replace(id="gross")
    if context.corrected_ceilings:
        published = gross_benefit(course, basis, on, hours, saved, context.published()).amount
        if published != amount:
            both = {"corrected": amount, "published": published}
            law = ("lov 1570/2019", order(on))
            lines.append(line("corrected_difference", amount - published, both, law))
    return Gross(claim, ceiling, amount, tuple(lines))


def _ceiling(on: date, hours: HoursOnDay, context: Context) -> tuple[Decimal, list[Line]]:
    """Give the ceiling × share (step 6); the hourly ceiling is for print only."""
    law = law_on(on, 3, "ceiling")
    rate = context.ceiling(on)
    divisor = context.level.hours_per_month
    if divisor is not None:
        per_hour = to_ore(rate.number / divisor)
        printed = line(
            "hourly_ceiling",
            per_hour,
            {"ceiling": rate.number, "divisor": divisor},
            law,
            "hourly_ceiling.divisor",
            (rate,),
            "DKK/hour",
        )
    else:
        per_hour = hourly(rate.number, hours.own)
        values = {"ceiling": rate.number, "own": hours.own, "weeks": WEEKS, "months": MONTHS}
        printed = line("hourly_ceiling", per_hour, values, law, None, (rate,), "DKK/hour")
    ceiling = to_ore(ratio(rate.number, hours.effective, hours.own))
    values = {"ceiling": rate.number, "hours": hours.effective, "own": hours.own}
    return ceiling, [printed, line("ceiling", ceiling, values, law, rates=(rate,))]


def new_income_on(course: Course, on: date) -> Decimal | None:
    """Give the work income on a day of the run-off, kr./month; a later entry replaces it."""
    if not course.in_run_off(on):
        return None
    entries = sorted(
        (entry for entry in course.table.new_income if entry.from_ <= on),
        key=lambda entry: entry.from_,
    )
    return entries[-1].monthly if entries else None
