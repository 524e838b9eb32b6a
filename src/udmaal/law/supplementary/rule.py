"""The supplementary benefit of one parent (SEL § 43, BL § 88; the order § 18)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from udmaal.amounts import Amounts
from udmaal.breakdown import Result
from udmaal.case.model import Supplementary
from udmaal.citations.source import Law, Section, Statute
from udmaal.language import words
from udmaal.law.atp import Atp, atp_contribution, atp_kinds
from udmaal.law.context import Context, Situation
from udmaal.law.supplementary.act import ACT
from udmaal.law.supplementary.period import Period
from udmaal.law.supplementary.stretches import Stretch, stretches_of
from udmaal.law.supplementary.total import total_lines
from udmaal.law.supplementary.weekly import Weekly, weekly_on
from udmaal.lines.expression import MONTHS, WEEKS
from udmaal.lines.kind import Line
from udmaal.money import ratio
from udmaal.rates.book import Rate

ATP = atp_kinds(Law(Statute(ACT), Section("atp")))
ATP_RECIPIENT, ATP_MUNICIPALITY = ATP


class SupplementaryAmounts(Amounts):
    """The benefit a week on the date, its days, the sum of them, and a month's ATP."""

    weekly: Annotated[
        Decimal, words("Ugentlig ydelse", "Weekly benefit", "Kr. om ugen", "Kr. a week")
    ]
    from_: Annotated[
        date,
        words("Første dag", "First day", "Første dag med ydelsen", "First day of the benefit"),
    ]
    until: Annotated[
        date, words("Sidste dag", "Last day", "Sidste dag med ydelsen", "Last day of the benefit")
    ]
    total: Annotated[
        Decimal, words("I alt", "Total", "Kr. for hele perioden", "Kr. for the whole period")
    ]
    atp_recipient: Annotated[
        Decimal,
        words("ATP, modtager", "ATP, recipient",
              "Modtagerens tredjedel, kr. om måneden", "The recipient's third, kr. a month"),
    ]  # fmt: skip
    atp_municipality: Annotated[
        Decimal,
        words("ATP, kommune", "ATP, municipality",
              "Kommunens to tredjedele, kr. om måneden",
              "The municipality's two thirds, kr. a month"),
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Supplement:
    """The benefit of one table: its days by the maximum in force, and what it rests on."""

    table: Supplementary
    where: str
    period: Period
    percent: Rate
    stretches: tuple[Stretch, ...]
    context: Context

    @classmethod
    def of(cls, situation: Situation, index: int, table: Supplementary) -> "Supplement":
        """Work out the days of one table, by its number in the file."""
        context = situation.context
        period = Period.of(situation.case, situation.courses, table)
        return cls(
            table,
            f"supplementary[{index}]",
            period,
            context.book.nearest(period.first)["supplementary.wage_percent"],
            stretches_of(period, context.book),
            context,
        )

    def weekly(self, on: date) -> Weekly:
        """Give the amounts a week, shown on a day of the period."""
        return weekly_on(on, self.table, self.period, self.percent, self.stretches)

    def atp(self, on: date, paid: Line) -> Atp:
        """Give a month's ATP by the lost job's hours, at the rates of a day."""
        hours = self.table.former_weekly_hours
        monthly = ratio(hours, WEEKS, MONTHS)
        return atp_contribution(ATP, on, monthly, self.context.rates(on), paid=(paid,), hours=hours)


def assumptions_of(weekly: Weekly) -> tuple[str, ...]:
    """Give the codes of the assumptions that touch an amount."""
    return ("A12",) if any(each.weekly.amount for each in weekly.all) else ()


def supplementary_result(
    situation: Situation, index: int, table: Supplementary, on: date
) -> Result:
    """Calculate the benefit of one parent on a day of its period."""
    found = Supplement.of(situation, index, table)
    first, last = found.period.first, found.period.last
    weekly = found.weekly(on)
    total = total_lines(weekly, first, last, on)
    atp = found.atp(on, weekly.now.weekly)
    return Result(
        benefit="supplementary",
        where=found.where,
        law=ACT.on(on),
        parent=found.table.parent,
        amounts=SupplementaryAmounts(
            weekly.now.weekly.amount,
            first,
            last,
            total[-1].amount,
            atp.recipient.amount,
            atp.municipality.amount,
        ),
        lines=(*weekly.lines(first, last), found.period.line(on), *total, *atp.lines),
        assumptions=assumptions_of(weekly),
    )
