"""The supplementary benefit as the program asks of it."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial

from udmaal.breakdown import Absence, Result
from udmaal.calendar_month import Month
from udmaal.case.model import numbered
from udmaal.language import Text, words
from udmaal.law.benefit import FROM_UNTIL, Benefit, Column, Sentence
from udmaal.law.child import adult_on
from udmaal.law.context import Resolved, Situation
from udmaal.law.supplementary import period, rule
from udmaal.law.supplementary.act import ACT

_ATP = ("Kr. i måneden", "Kr. in the month")
HOW_MUCH = Text(
    "{weekly:kr} kr. om ugen før skat, i alt {total:kr} kr.",
    "{weekly:kr} kr. a week before tax, {total:kr} kr. together",
)


class Supplementary(Benefit):
    """Supplementary benefit (særlig supplerende ydelse)."""

    key = "supplementary"
    act = ACT
    names = {"": Text("Særlig supplerende ydelse", "Supplementary benefit")}
    about = Text("For én forælder", "Of one parent")
    amounts = {"": rule.SupplementaryAmounts}
    main = "weekly"
    first = ("weekly", "total")
    modules = ("conditions", "weekly", "period", "total", "rule")
    due_modules = ("due",)
    by_parent = True
    many = True
    columns = {
        "amount": Column(
            Text("Ydelse", "Benefit"),
            "ydelse_i_måneden",
            words("Ydelse", "Benefit", "Kr. i måneden", "Kr. in the month"),
        ),
        "atp_recipient": Column(Text("ATP ⅓", "ATP ⅓"), "atp_modtager", words("ATP", "ATP", *_ATP)),
        "atp_municipality": Column(
            Text("ATP ⅔", "ATP ⅔"), "atp_kommune", words("ATP", "ATP", *_ATP)
        ),
    }
    example = [
        {
            "parent": "A",
            "unemployed_from": date(2026, 2, 10),
            "former_weekly_wage": Decimal(5200),
            "former_weekly_hours": Decimal(20),
            "insured": True,
            "self_inflicted": False,
            "dagpenge": False,
            "offered_part_time": False,
            "other_support": False,
        }
    ]

    def calculations(self, situation: Situation, on: date) -> Iterator[Callable[[], Result]]:
        """Give the calculation of each table whose days hold the date."""
        case, courses, _ = situation
        for index, table in numbered(case.supplementary):
            if period.Period.of(case, courses, table).holds(on):
                yield partial(rule.supplementary_result, situation, index, table, on)

    def absences(self, situation: Situation, on: date) -> Iterator[Absence]:
        """Say of each table before or after its days why it gives nothing."""
        case, courses, _ = situation
        for index, table in numbered(case.supplementary):
            found = period.Period.of(case, courses, table)
            where = f"{self.key}[{index}]"
            if on < found.first:
                values = {"first": found.first}
                yield Absence(self.key, where, "not_begun", values, table.parent)
            elif on > found.last and found.ended_by == "child_18":
                values = {"date": adult_on(case.child.born)}
                yield Absence(self.key, where, "child_18", values, table.parent)
            elif on > found.last:
                code = "ended" if found.ended_by == "until" else f"ended.{found.ended_by}"
                yield Absence(self.key, where, code, {"last": found.last}, table.parent)

    def first_months(self, situation: Situation) -> Iterator[Month]:
        """Give the month in which each table begins."""
        return (Month.of(table.unemployed_from) for table in situation.case.supplementary)

    def children_to_18(self, situation: Situation) -> set[str | None]:
        """Give the child where a benefit ends with the birthday."""
        case, courses, _ = situation
        periods = (period.Period.of(case, courses, table) for table in case.supplementary)
        return {None for each in periods if each.ended_by == "child_18"}

    def amount_sentence(self, result: Result) -> Text | None:
        """Say what is paid a week, and in all."""
        return HOW_MUCH if result.amounts.get("weekly") else None

    def since(self, resolved: Resolved, result: Result, on: date) -> Sentence:
        """Name the first and the last day."""
        days = {"first": result.amounts.get("from"), "last": result.amounts.get("until")}
        return Sentence(FROM_UNTIL, days)


SUPPLEMENTARY = Supplementary()
