"""The amount a week, by the maximum in force (the order § 18; sygedagpengeloven §§ 50 and 64)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from udmaal.calendar_month import first_monday
from udmaal.case.model import Supplementary
from udmaal.citations.source import Law
from udmaal.language import Text
from udmaal.law.supplementary.act import LAW
from udmaal.law.supplementary.conditions import CONDITION
from udmaal.law.supplementary.period import Period
from udmaal.law.supplementary.stretches import Stretch
from udmaal.lines.expression import (
    kr,
    n,
    not_below_0,
    nothing,
    percent,
    ratio,
    smaller,
    stated,
)
from udmaal.lines.kind import Formula, Kind, Line, Note
from udmaal.rates.book import Rate

# The maximum a week is one by the hour of a full week (sygedagpengeloven § 50, stk. 1).
_FULL_WEEK: Final = 37
_BY_THE_HOUR: Final = "sygedagpengeloven § 50"
_REGULATED: Final = "sygedagpengeloven § 64"
_MAXIMUM_LAW: Final = Law(*LAW.sources, _BY_THE_HOUR, _REGULATED)
_BY_HOURS_LAW: Final = Law(*LAW.sources, _BY_THE_HOUR)

# The formulas of the day's lines and of those of another part of the period.
_MAXIMUM: Final[dict[str, Any]] = {
    "": Formula(
        stated(
            "maximum",
            "fra {since:day}, årets første mandag",
            "from {since:day}, its first Monday",
        ),
        key="weekly_maximum",
    ),
    "unknown": Formula(
        stated(
            "maximum",
            "fra {since:day}, årets første mandag; den fra {unknown_from:day} er ikke kendt",
            "from {since:day}, its first Monday; that from {unknown_from:day} is not known",
        ),
        key="weekly_maximum.unknown",
    ),
}
_BY_HOURS: Final[dict[str, Any]] = {
    "": Formula(kr("maximum") * ratio(n("hours"), _FULL_WEEK), key="maximum_by_hours"),
    "whole": Formula(
        (kr("maximum") * ratio(_FULL_WEEK, _FULL_WEEK)).say(
            "; {hours:n} timer er over fuld tid", "; {hours:n} hours are above full time"
        ),
        limit=Text("fuld tid", "full time"),
        key="maximum_by_hours.whole",
    ),
}


def _none(condition: str, da: str, en: str) -> dict[str, Formula]:
    """Give the formula of no benefit, since a condition is not met."""
    why = Text(f"ingen: {da}", f"none: {en}")
    return {condition: Formula(nothing(*why), limit=why, key=f"weekly.{condition}")}


_LESS_PAYMENTS: Final = smaller(
    kr("maximum").meaning(Text("højeste sats", "highest rate")),
    kr("share").meaning(Text("andel af lønnen", "share of the wage")),
).say(",", ",") - kr("payments")
_WEEKLY: Final[dict[str, Any]] = {
    "": Formula(
        _LESS_PAYMENTS,
        note=Note(
            Text(
                "Ydelsen er en andel af den mistede løn, {share:kr} kr. om ugen, dog højst "
                "{maximum:kr} kr. for de mistede timer.",
                "The benefit is a share of the lost wage, {share:kr} kr. a week, at most "
                "{maximum:kr} kr. for the lost hours.",
            ),
            if_paid=True,
        ),
        key="weekly",
    ),
    "floor": Formula(
        not_below_0(_LESS_PAYMENTS),
        limit=Text("arbejdsgiver betaler det hele", "the employer pays it all"),
        key="weekly.floor",
    ),
    **_none("insured", "ikke medlem af en a-kasse", "not insured"),
    **_none("self_inflicted", "selvforskyldt ledig", "self-inflicted"),
    **_none("dagpenge", "ret til dagpenge", "unemployment benefit"),
    **_none("offered_part_time", "tilbudt deltidsarbejde", "offered part-time work"),
    **_none("other_support", "anden støtte", "other support"),
    **_none(
        "receives_lost_earnings", "får ikke tabt arbejdsfortjeneste", "receives no lost earnings"
    ),
}

_PAYMENTS: Final = {
    "payments": Text("Udbetalt af arbejdsgiver om ugen", "Paid by the employer a week")
}

WEEKLY_MAXIMUM = Kind(
    "weekly_maximum",
    Text("Højeste sygedagpenge pr. uge", "Highest sickness benefit a week"),
    unit="DKK/week",
    law=_MAXIMUM_LAW,
    rule=Text(
        "Det højeste sygedagpengebeløb om ugen. Det stiger den første mandag i januar, og fra den "
        "dag gælder det nye.",
        "The highest sickness benefit a week. It rises on the first Monday of January, and from "
        "that day the new one holds.",
    ),
    **_MAXIMUM,
)
MAXIMUM_BY_HOURS = Kind(
    "maximum_by_hours",
    Text("Heraf for de mistede timer", "Of it for the lost hours"),
    unit="DKK/week",
    law=_BY_HOURS_LAW,
    rule=Text(
        "Ydelsen er højst så stor en del af de højeste sygedagpenge, som de mistede timer er af "
        "37, og højst det hele. Sygedagpengelovens maksimum er et beløb pr. time.",
        "The benefit is at most the part of the highest sickness benefit that the lost hours are "
        "of 37, and at most the whole. The maximum of the sickness benefit act is one by the hour.",
    ),
    **_BY_HOURS,
)
WEEKLY_SHARE = Kind(
    "weekly_share",
    Text("Andel af den mistede ugeløn", "Share of the lost weekly wage"),
    percent("percent") * kr("wage"),
    inputs={"wage": Text("Tidligere ugeløn", "Former weekly wage")},
    unit="DKK/week",
    law=LAW,
    rule=Text(
        "Ydelsen er højst 90 % af den tidligere ugeløn i det job, der er mistet.",
        "The benefit is at most 90 % of the former weekly wage of the lost job.",
    ),
)
WEEKLY = Kind(
    "weekly",
    Text("Ydelse pr. uge", "Benefit a week"),
    unit="DKK/week",
    law=LAW,
    total=True,
    rule=Text(
        "Det mindste af de to grænser minus betalinger fra arbejdsgiver eller Lønmodtagernes "
        "Garantifond, ikke under 0.",
        "The smaller of the two limits less payments from the employer or the guarantee fund, not "
        "below 0.",
    ),
    inputs=_PAYMENTS,
    **_WEEKLY,
)
OTHER_WEEKLY_MAXIMUM = Kind(
    "other_weekly_maximum",
    Text(
        "Højeste sygedagpenge pr. uge, {first:day} til {last:day}",
        "Highest sickness benefit a week, {first:day} to {last:day}",
    ),
    unit="DKK/week",
    law=_MAXIMUM_LAW,
    rule=Text(
        "Det højeste sygedagpengebeløb om ugen i den del af perioden, hvor det er et andet end på "
        "datoen.",
        "The highest sickness benefit a week in the part of the period in which it is another than "
        "on the date.",
    ),
    **_MAXIMUM,
)
OTHER_MAXIMUM_BY_HOURS = Kind(
    "other_maximum_by_hours",
    Text(
        "Heraf for de mistede timer, {first:day} til {last:day}",
        "Of it for the lost hours, {first:day} to {last:day}",
    ),
    unit="DKK/week",
    law=_BY_HOURS_LAW,
    rule=Text(
        "Den del af det højeste sygedagpengebeløb, som de mistede timer er af 37, i den del af "
        "perioden, hvor det er et andet end på datoen.",
        "The part of the highest sickness benefit that the lost hours are of 37, in the part of "
        "the period in which it is another than on the date.",
    ),
    **_BY_HOURS,
)
OTHER_WEEKLY = Kind(
    "other_weekly",
    Text("Ydelse pr. uge, {first:day} til {last:day}", "Benefit a week, {first:day} to {last:day}"),
    unit="DKK/week",
    law=LAW,
    rule=Text(
        "Ydelsen pr. uge i den del af perioden, hvor den er en anden end på datoen.",
        "The weekly benefit in the part of the period in which it is another than on the date.",
    ),
    inputs=_PAYMENTS,
    **_WEEKLY,
)


class OfStretch(NamedTuple):
    """The lines of the amount a week in a stretch."""

    stretch: Stretch
    maximum: Line
    by_hours: Line
    weekly: Line

    @property
    def lines(self) -> tuple[Line, Line, Line]:
        """Give the lines in the order of the calculation."""
        return self.maximum, self.by_hours, self.weekly

    def touches(self, first: date, last: date) -> bool:
        """Tell whether the stretch has any of the days between two days."""
        return self.stretch.first <= last and self.stretch.last >= first


class Weekly(NamedTuple):
    """The amounts a week as they are shown on a day: ``now`` is that of the day."""

    share: Line
    conditions: tuple[Line, ...]
    now: OfStretch
    all: tuple[OfStretch, ...]

    def lines(self, first: date, last: date) -> Iterator[Line]:
        """Give the lines of the day's amount, and of another in force between two days."""
        yield from (self.now.maximum, self.now.by_hours, self.share)
        yield from self.conditions
        yield self.now.weekly
        for other in self.all:
            if other.weekly.amount != self.now.weekly.amount and other.touches(first, last):
                yield from other.lines


def weekly_on(
    on: date, table: Supplementary, period: Period, rate: Rate, stretches: Sequence[Stretch]
) -> Weekly:
    """Work out the amounts a week of every stretch, shown on a day of the period."""
    share = WEEKLY_SHARE.of(on, percent=rate, wage=table.former_weekly_wage)
    conditions = tuple(CONDITION.of(on, name) for name in period.failed)
    found = tuple(_of_stretch(on, each, table, period, share) for each in stretches)
    now = next(each for each in found if on <= each.stretch.last)
    return Weekly(share, conditions, now, found)


def _of_stretch(
    on: date, stretch: Stretch, table: Supplementary, period: Period, share: Line
) -> OfStretch:
    """Give the lines of a stretch; those of the day's own have kinds of their own."""
    is_now = stretch.first <= on <= stretch.last
    days: dict[str, Any] = {"first": stretch.first, "last": stretch.last}
    maximum = (WEEKLY_MAXIMUM if is_now else OTHER_WEEKLY_MAXIMUM).of(
        on,
        "unknown" if stretch.unknown_from else "",
        maximum=stretch.maximum,
        since=first_monday(stretch.maximum.effective.year),
        unknown_from=stretch.unknown_from,
        **days,
    )
    hours = table.former_weekly_hours
    by_hours = (MAXIMUM_BY_HOURS if is_now else OTHER_MAXIMUM_BY_HOURS).of(
        on, "whole" if hours > _FULL_WEEK else "", maximum=maximum, hours=hours, **days
    )
    kind = WEEKLY if is_now else OTHER_WEEKLY
    if period.failed:
        weekly = kind.of(on, period.failed[0], **days)
    else:
        payments = table.employer_payments_weekly
        weekly = kind.floored(on, maximum=by_hours, share=share, payments=payments, **days)
    return OfStretch(stretch, maximum, by_hours, weekly)
