"""Savings in the days of a month (the order § 12)."""

from collections.abc import Sequence
from fractions import Fraction

from udmaal.case.model import Saving
from udmaal.language import Text
from udmaal.law.lost_earnings.act import law
from udmaal.law.lost_earnings.months.running import Running, days_from
from udmaal.law.lost_earnings.savings import SAVINGS, saving_line
from udmaal.ledger import Counted, CourseMonth
from udmaal.lines.expression import kr, n, ratio
from udmaal.lines.kind import Kind, Portion, Portions, Together

SAVING_DAYS = Kind(
    "saving_days",
    Text("Besparelse: {note:or_kind}", "Saving: {note:or_kind}"),
    kr("monthly") * ratio(n("days"), n("of")).say(" dage", " days"),
    unit="DKK",
    law=law("savings"),
    rule=Text(
        "En besparelse trækkes fra for de kalenderdage, hvor både den og ydelsen løber.",
        "A saving is deducted for the calendar days on which both it and the benefit run.",
    ),
)


def savings_of_days(savings: Sequence[Saving], running: Running) -> CourseMonth:
    """Count each saving by the days of the running benefit on which it runs.

    The sum is rounded once; where it is not that of the lines, a line shows it.
    """
    month = running.month
    products, lines = [], []
    for saving in savings:
        first = max(running.first, saving.from_ or running.first)
        last = min(running.last, saving.until or running.last)
        if first <= last:
            monthly = saving_line(saving, running.first)
            count = days_from(first, last)
            products.append(
                Portions((Portion(Fraction(count), monthly),), Fraction(0), monthly.amount * count)
            )
            lines.append(
                SAVING_DAYS.of(
                    running.first, kind=saving.kind, note=saving.note,
                    monthly=monthly, days=count, of=month.days,
                )
            )  # fmt: skip
    if not lines:
        return CourseMonth(month)
    together = SAVINGS.of(
        running.first, "days", unit="DKK", products=tuple(products), of=month.days
    )
    if together.amount != Together(tuple(lines)).amount:
        lines.append(together)
    counted = (Counted("savings", together),)
    return CourseMonth(month, savings=together.amount, lines=tuple(lines), counted=counted)
