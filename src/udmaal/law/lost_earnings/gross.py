"""The gross benefit: loss, ceiling, new income (the order §§ 9, 10 and 17)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from udmaal.breakdown import Line
from udmaal.citations.source import Law, OrderSection
from udmaal.language import Text
from udmaal.law.context import Context
from udmaal.law.lost_earnings.act import TRANSITION, law
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.savings import Savings
from udmaal.lines.expression import WEEKS_A_MONTH, kr, n, not_below_0, ratio, smaller
from udmaal.lines.kind import Bar, Formula, Kind, Note, Together

_CEILING: Final = law("ceiling", "stk. 3")
_NO_CEILING: Final = Law(TRANSITION, OrderSection(""))
_OTHER_HOURS: Final = Text("Løn for øvrige timer", "Wage for other hours")

CLAIM = Kind(
    "claim",
    Text("Tab: grundlag × andel", "Loss: basis × share"),
    Formula(
        kr("basis") * ratio(n("hours"), n("own")),
        note=Note(
            Text(
                "Der er regnet med {hours:n} timer om ugen ud af {own:n} timers arbejde om ugen.",
                "{hours:n} hours a week out of {own:n} working hours a week are counted.",
            )
        ),
        bar=Bar(
            starts=Text("Løn om måneden", "Wage a month"), starts_from="basis", falls=_OTHER_HOURS
        ),
    ),
    loss=Formula(
        kr("basis").say(
            "; tabet er opgjort for de bevilgede timer",
            "; the loss is stated for the granted hours",
        ),
        note=Note(
            Text(
                "Tabet er opgjort for de bevilgede timer; det ganges ikke med andelen af timer.",
                "The loss is stated for the granted hours; it is not multiplied by the share of "
                "hours.",
            )
        ),
        bar=Bar(
            starts=Text("Tab om måneden", "Loss a month"), starts_from="basis", falls=_OTHER_HOURS
        ),
    ),
    unit="DKK/month",
    law=law("basis"),
    rule=Text(
        "Tabet er grundlaget ganget med andelen: de timer, der tæller, delt med forælderens egne "
        "timer, aldrig med faste 37. En selvstændigs tab, der er opgjort for de bevilgede timer, "
        "ganges ikke med andelen.",
        "The loss is the basis times the share: the hours that count divided by the parent's own "
        "hours, never by a fixed 37. A loss of the self-employed that is stated for the granted "
        "hours is not multiplied by the share.",
    ),
)
HOURLY_CEILING = Kind(
    "hourly_ceiling",
    Text("Loft pr. time (til orientering)", "Hourly ceiling (for information)"),
    kr("ceiling") / (n("own") * WEEKS_A_MONTH),
    divisor=kr("ceiling") / n("divisor"),
    unit="DKK/hour",
    law=_CEILING,
    rule=Text(
        "Loftet omregnet til timer, kun til orientering; intet beregnes af det. En kommune kan have "
        "sit eget antal timer om måneden.",
        "The ceiling by the hour, for information only; nothing is calculated with it. A "
        "municipality may have its own number of hours a month.",
    ),
)
CEILING = Kind(
    "ceiling",
    Text("Loft × andel", "Ceiling × share"),
    kr("ceiling") * ratio(n("hours"), n("own")),
    unit="DKK/month",
    law=_CEILING,
    rule=Text(
        "Ydelsen har et loft om måneden ved fuldt tab. Ved en del af timerne gælder samme andel af "
        "loftet.",
        "The benefit has a monthly ceiling for a full loss. For a part of the hours the same share "
        "of the ceiling holds.",
    ),
)
_WHOLE_LOSS: Final = Text(
    "Tabet er {claim:kr} kr. om måneden. Det er ikke over lovens loft for de timer, {ceiling:kr} "
    "kr., så hele tabet dækkes.",
    "The loss is {claim:kr} kr. a month. It is not above the legal ceiling for these hours, "
    "{ceiling:kr} kr., so the whole loss is covered.",
)
# In place of "the whole loss is covered", where hours were cut or something is deducted.
_COUNTED_LOSS: Final = Text(
    "Tabet for de timer, der tæller med, er {claim:kr} kr. om måneden. Det er ikke over lovens loft "
    "for de timer, {ceiling:kr} kr.",
    "The loss for the hours that count is {claim:kr} kr. a month. It is not above the legal ceiling "
    "for these hours, {ceiling:kr} kr.",
)
_CAPPED: Final = Text(
    "Tabet er {claim:kr} kr. om måneden. Lovens loft for de timer er {ceiling:kr} kr., og mere kan "
    "kommunen ikke betale.",
    "The loss is {claim:kr} kr. a month. The legal ceiling for these hours is {ceiling:kr} kr., and "
    "the municipality cannot pay more.",
)
CLAIM_OR_CEILING = Kind(
    "claim_or_ceiling",
    Text("Tab, højst loftet", "Loss, at most the ceiling"),
    Formula(
        smaller(
            kr("claim").meaning(Text("egen løn", "own wage"), _WHOLE_LOSS, _COUNTED_LOSS),
            kr("ceiling").meaning(Text("loft", "ceiling"), _CAPPED),
        ),
        bar=Bar(falls=Text("Over loftet", "Above the ceiling")),
    ),
    no_ceiling=Formula(
        kr("claim").say("; intet loft", "; no ceiling"),
        key="no_ceiling",
        law=_NO_CEILING,
        limit=Text("intet loft", "no ceiling"),
        note=Note(
            Text(
                "Forløbet følger de ældre regler, som ikke har noget loft.",
                "The course follows the older rules, which have no ceiling.",
            )
        ),
    ),
    unit="DKK/month",
    law=_CEILING,
    rule=Text(
        "Der ydes det mindste af tabet og loftet. I forløb efter reglerne fra før 2011 er der intet "
        "loft.",
        "The smaller of loss and ceiling is paid. Courses under the rules from before 2011 have no "
        "ceiling.",
    ),
)
AFTER_NEW_INCOME = Kind(
    "after_new_income",
    Text("Efter ny arbejdsindtægt", "After new work income"),
    Formula(
        not_below_0(kr("before") - kr("income").say(" ny indtægt", " new income")),
        note=Note(
            Text(
                "Ny arbejdsindtægt på {income:kr} kr. om måneden er trukket fra.",
                "New work income of {income:kr} kr. a month is deducted.",
            )
        ),
        bar=Bar(falls=Text("Ny arbejdsindtægt", "New work income")),
        reduces=True,
    ),
    inputs={"income": Text("Ny arbejdsindtægt om måneden", "New work income a month")},
    unit="DKK/month",
    law=law("run_off"),
    rule=Text(
        "Ny arbejdsindtægt i afviklingsperioden trækkes fra krone for krone. Resultatet er aldrig "
        "under 0.",
        "New work income in the run-off is taken off krone for krone. The result is never below 0.",
    ),
)
_GROSS_BENEFIT: Final = Text("Bruttoydelse", "Gross benefit")
GROSS = Kind(
    "gross",
    _GROSS_BENEFIT,
    after_savings=Formula(
        not_below_0(kr("before") - kr("savings").say(" besparelser", " savings")),
        key="after_savings",
        law=law("savings"),
        note=Note(
            Text(
                "Besparelser på {savings:kr} kr. om måneden, fordi forælderen arbejder mindre, er "
                "trukket fra.",
                "Savings of {savings:kr} kr. a month because the parent works less are deducted.",
            )
        ),
        bar=Bar(falls=Text("Besparelser", "Savings")),
        reduces=True,
    ),
    unit="DKK/month",
    law=(_CEILING, _NO_CEILING, law("run_off")),
    total=True,
    takes_place_of=(CLAIM_OR_CEILING, AFTER_NEW_INCOME),
    bar=Bar(total=_GROSS_BENEFIT),
    rule=Text(
        "Bruttoydelsen er det mindste af tab og loft, i afviklingsperioden efter fradrag af ny "
        "arbejdsindtægt. Pension og ferietillæg regnes af den. Trækker en kommune besparelser fra "
        "allerede her, er det i strid med bekendtgørelsen.",
        "The gross benefit is the smaller of loss and ceiling, in the run-off after new work income "
        "is taken off. Pension and holiday supplements are made from it. A municipality that takes "
        "savings off already here acts against the order.",
    ),
)
CORRECTED_DIFFERENCE = Kind(
    "corrected_difference",
    Text("Forskel til det offentliggjorte loft", "Difference to the published ceiling"),
    kr("corrected") - kr("published"),
    unit="DKK/month",
    law=Law("lov 1570/2019", OrderSection("")),
    rule=Text(
        "De offentliggjorte lofter fra 1. juli 2012 til udgangen af 2019 viste sig 3,2 % for lave. "
        "Linjen viser, hvad det rettede loft giver mere om måneden; den vises kun, når der er bedt "
        "om det rettede loft.",
        "The ceilings published from 1 July 2012 to the end of 2019 proved 3.2 % too low. The line "
        "shows what the corrected ceiling gives more a month; it appears only when the corrected "
        "ceiling is asked for.",
    ),
)


class Gross(NamedTuple):
    """The gross benefit and what made it, each kr./month.

    ``ceiling`` is the ceiling × share, ``None`` under the old rules; ``line`` is after new income
    and, where the service level says so, after savings.
    """

    claim: Line
    ceiling: Line | None
    line: Line
    lines: tuple[Line, ...]

    @property
    def amount(self) -> Decimal:
        """Give the gross benefit, kr./month."""
        return self.line.amount

    @property
    def capped(self) -> bool:
        """Tell whether the ceiling cut the claim."""
        return self.ceiling is not None and self.claim.amount > self.ceiling.amount


def gross_benefit(
    course: Course, basis: Line, hours: Line, saved: Savings, on: date, context: Context
) -> Gross:
    """Give the smaller of claim and ceiling, less new income in the run-off (the order § 9).

    ``hours`` are those that count. A service level may take the savings off here.
    """
    claim = _claim(course, basis, hours, on)
    ceilings = () if course.old_rules else tuple(_ceilings(course, hours, on, context))
    ceiling = ceilings[-1] if ceilings else None
    steps = tuple(_steps(course, claim, ceiling, saved, on, context))
    gross = GROSS.in_place_of(steps[-1])
    before = () if context.level.savings_from == "net" else _shown_savings(steps[-1], saved)
    lines = (claim, *ceilings, *steps[:-1], *before, gross)
    if context.corrected_ceilings:
        as_published = context.published()
        published = gross_benefit(course, basis, hours, saved, on, as_published).line
        if published.amount != gross.amount:
            lines += (CORRECTED_DIFFERENCE.of(on, corrected=gross, published=published),)
    return Gross(claim, ceiling, gross, lines)


def _claim(course: Course, basis: Line, hours: Line, on: date) -> Line:
    """Give the loss: the basis × the share of hours (the order § 10).

    The documented loss of the self-employed is one of the granted hours already.
    """
    is_loss = course.table.monthly_loss is not None and hours.amount
    own = course.table.weekly_hours
    return CLAIM.of(on, "loss" if is_loss else "", basis=basis, hours=hours, own=own)


def _ceilings(course: Course, hours: Line, on: date, context: Context) -> Iterator[Line]:
    """Give the ceiling × share, after the hourly ceiling, which is for print only (§ 9)."""
    ceiling, own = context.ceiling(on), course.table.weekly_hours
    divisor = context.level.hours_per_month
    if divisor is None:
        yield HOURLY_CEILING.of(on, ceiling=ceiling, own=own)
    else:
        yield HOURLY_CEILING.of(on, "divisor", ceiling=ceiling, divisor=divisor)
    yield CEILING.of(on, ceiling=ceiling, hours=hours, own=own)


def _steps(
    course: Course,
    claim: Line,
    ceiling: Line | None,
    saved: Savings,
    on: date,
    context: Context,
) -> Iterator[Line]:
    """Give what is left after the ceiling, new income, and savings where the level says so."""
    if ceiling is None:
        left = CLAIM_OR_CEILING.of(on, "no_ceiling", claim=claim)
    else:
        left = CLAIM_OR_CEILING.of(on, claim=claim, ceiling=ceiling)
    yield left
    income = new_income_on(course, on)
    if income is not None:
        left = AFTER_NEW_INCOME.of(on, before=left, income=income)
        yield left
    if context.level.savings_from == "gross" and saved.total:
        savings = Together(saved.lines)
        yield GROSS.of(on, "after_savings", before=left, savings=savings)


def _shown_savings(last: Line, saved: Savings) -> tuple[Line, ...]:
    """Give the savings where they were taken off the gross."""
    return saved.lines if last.kind is GROSS else ()


def new_income_on(course: Course, on: date) -> Decimal | None:
    """Give the work income on a day of the run-off, kr./month; a later entry replaces it (§ 17)."""
    if not course.in_run_off(on):
        return None
    entries = sorted(
        (entry for entry in course.table.new_income if entry.from_ <= on),
        key=lambda entry: entry.from_,
    )
    return entries[-1].monthly if entries else None
