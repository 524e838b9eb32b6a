"""The days of decisions on which something is to be done: follow-up, the new rules, ends, bindings."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from udmaal.case.model import Case
from udmaal.citations.source import Law, OrderSection, Statute
from udmaal.deadline import Deadline, DeadlineKind
from udmaal.language import Text
from udmaal.law.child import birthday, last_day_as_child
from udmaal.law.context import Context, Situation
from udmaal.law.extra_costs.act import ACT, UNDER_THRESHOLD
from udmaal.law.extra_costs.compensation import CompensationAssessment
from udmaal.law.extra_costs.decision import Decision, decisions_of, redecide_by
from udmaal.law.extra_costs.instalments import bound_until, instalments_end
from udmaal.law.extra_costs.rule import assess
from udmaal.law.extra_costs.threshold import ThresholdAssessment

_DAY: Final = timedelta(days=1)
_INSTALMENTS: Final = Law(OrderSection("§§ 5–6"))

FOLLOW_UP: Final = DeadlineKind(
    "follow_up",
    Text("Årlig opfølgning", "Yearly follow-up"),
    Text(
        "Følg op på merudgifterne, og fastsæt ydelsen på ny; den er fastsat {date:day}.",
        "Follow up on the extra costs, and fix the grant anew; it was fixed on {date:day}.",
    ),
    Law(OrderSection("§ 6")),
)
REDECIDE: Final = DeadlineKind(
    "redecide",
    Text("Ny afgørelse efter de nye regler", "New decision under the new rules"),
    Text(
        "Ydelsen, der er fastsat {decided:day} efter de gamle regler, skal senest {by:day} være "
        "afløst af en afgørelse om kompensationsydelse.",
        "The grant fixed on {decided:day} under the old rules must by {by:day} be replaced by a "
        "decision on the kompensationsydelse.",
    ),
    Law("L 201 (2024-25)"),
)
DECISION_ENDS: Final = DeadlineKind(
    "decision_ends",
    Text("Afgørelsen udløber", "The decision ends"),
    Text(
        "Sidste dag efter afgørelsen af {decided:day}. Tag stilling til, om der skal træffes en ny.",
        "Last day by the decision of {decided:day}. Decide whether there is to be a new one.",
    ),
    Law(Statute(ACT), OrderSection("")),
)
TWELVE_MONTHS_END: Final = DeadlineKind(
    "twelve_months_end",
    Text("De tolv måneder er gået", "The twelve months are over"),
    Text(
        "Sidste dag med den månedlige ydelse efter afgørelsen af {decided:day}: bagatelgrænsen er "
        "kun nået med enkeltudgifterne.",
        "Last day with the monthly benefit by the decision of {decided:day}: the threshold is "
        "reached with the one-offs alone.",
    ),
    UNDER_THRESHOLD,
)
INSTALMENTS_END: Final = DeadlineKind(
    "instalments_end",
    Text("Enkeltudgifternes rater er betalt", "The instalments of the one-offs are paid"),
    Text(
        "Fra {from:day} betales kun de løbende udgifter, {running:kr} kr. om året, og det faste "
        "beløb.",
        "From {from:day} only the running costs, {running:kr} kr. a year, and the flat amount are "
        "paid.",
    ),
    _INSTALMENTS,
)
REASSESS_GROUP: Final = DeadlineKind(
    "reassess_group",
    Text("Revurdering af gruppe 2", "Reassessment of group 2"),
    Text(
        "Enkeltudgifternes rater er betalt, og de løbende udgifter, {running:kr} kr. om året, er "
        "ikke over grænsen på {limit:kr} kr.: revurdér gruppen, og vejled om gruppe 1.",
        "The instalments of the one-offs are paid, and the running costs, {running:kr} kr. a year, "
        "are not over the limit of {limit:kr} kr.: reassess the group, and advise of group 1.",
    ),
    _INSTALMENTS,
)
BINDING_ENDS: Final = DeadlineKind(
    "binding_ends",
    Text("Bindingen til gruppe 2 er slut", "The binding to group 2 is over"),
    Text(
        "Familien kan skifte gruppe fra {free:day}: aftalen af {date:day} om enkeltudgifter, når "
        "de er dokumenteret, binder den til gruppe 2 i 12 måneder.",
        "The family may change the group from {free:day}: the agreement of {date:day} on one-offs "
        "when documented binds it to group 2 for 12 months.",
    ),
    Law(OrderSection("§ 5")),
)


def follow_up(decision: Decision) -> Deadline | None:
    """Give when a benefit under the old rules is to be followed up: a year after it was fixed.

    Under the compensation rules there is no yearly one: they are reassessed when something changes.
    """
    if decision.rules != "threshold":
        return None
    decided = decision.table.decided
    due = birthday(decided + _DAY, 1) - _DAY
    return FOLLOW_UP.on(due, f"{decision.where}.decided", date=decided)._replace(
        last=decision.last_day
    )


def after_instalments(
    case: Case, decision: Decision, on: date, context: Context
) -> Deadline | None:
    """Give the day from which the one-offs of group 2 are paid, by the law of a day.

    It asks for a reassessment where the running costs alone are not over the limit. ``None`` where
    nothing is paid by instalments to their end. Raises ``InputFaultsError`` for what the rules
    refuse.
    """
    begins = instalments_end(decision)
    if decision.agreed is not None and decision.agreed < begins:
        return None
    found = assess(case, decision, on, context)
    if not isinstance(found, CompensationAssessment) or not found.pays_group_2:
        return None
    if not found.sums.one_offs.amount:
        return None
    running, limit = found.sums.running.amount, found.limit.amount
    values = {"running": running, "limit": limit, "from": begins}
    if running > limit:
        return INSTALMENTS_END.on(begins, decision.where, **values)
    return REASSESS_GROUP.on(begins, decision.where, **values)._replace(last=decision.last_day)


def deadlines(situation: Situation, _since: date, _until: date) -> Iterator[Deadline]:
    """Give what is to be done in the decisions of the case."""
    case, _, context = situation
    decisions = [each for each in decisions_of(case) if each.first_day <= each.last_day]
    for decision in decisions:
        for each in (
            follow_up(decision),
            _redecide(decision),
            *_of_one_offs(case, decision, context),
        ):
            if each is not None:
                yield each._replace(rules=decision.rules)
    yield from _ends(case, decisions)
    yield from _bindings(decisions)


def _redecide(decision: Decision) -> Deadline | None:
    """Give when the decision must have been made anew, where it is still in force then."""
    due = redecide_by(decision)
    if due is None or decision.last_day < due:
        return None
    values = {"decided": decision.table.decided, "by": due}
    return REDECIDE.on(due, f"{decision.where}.decided", **values)._replace(last=decision.last_day)


def _of_one_offs(case: Case, decision: Decision, context: Context) -> Iterator[Deadline]:
    """Give when one-offs of the estimate no longer bear the monthly amount."""
    decided = decision.table.decided
    one_offs = any(item.per == "once" for item in decision.table.item)
    if not one_offs or not context.book.covers(decided):
        return
    if decision.rules == "threshold":
        found = assess(case, decision, decided, context)
        last = found.last_of_twelve if isinstance(found, ThresholdAssessment) else None
        if last is not None and last.last <= decision.last_day:
            yield TWELVE_MONTHS_END.on(last.last, decision.where, decided=decided)
    elif instalments_end(decision) <= decision.last_day:
        due = after_instalments(case, decision, decided, context)
        if due is not None:
            yield due


def _ends(case: Case, decisions: Iterable[Decision]) -> Iterator[Deadline]:
    """Give the last days of decisions that none takes the place of, the 18th birthday aside."""
    adult_eve = last_day_as_child(case.child.born)
    for decision, following in pairwise([*decisions, None]):
        if decision is None or decision.last_day == adult_eve:
            continue
        if following is None or following.first_day != decision.last_day + _DAY:
            values = {"decided": decision.table.decided}
            yield DECISION_ENDS.on(decision.last_day, decision.where, **values)._replace(
                rules=decision.rules
            )


def _bindings(decisions: Iterable[Decision]) -> Iterator[Deadline]:
    """Give the days from which an agreement on one-offs no longer binds to group 2."""
    made = {each.agreed: each for each in decisions if each.agreed is not None}
    for agreed, later in pairwise([*sorted(made), None]):
        if agreed is None:
            continue
        free = bound_until(agreed)
        in_force = any(each.in_force(free) for each in decisions)
        if in_force and (later is None or later >= free):
            where = f"{made[agreed].where}.oneoffs_when_documented"
            yield BINDING_ENDS.on(free, where, date=agreed, free=free)._replace(
                rules=made[agreed].rules
            )
