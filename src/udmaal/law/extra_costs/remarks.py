"""What happened in a month of extra costs, and by which decision."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import zip_longest

from udmaal.calendar_month import Month
from udmaal.law.child import last_day_as_child
from udmaal.law.extra_costs.account import MonthPaid, Part
from udmaal.law.extra_costs.compensation import CompensationAssessment
from udmaal.law.extra_costs.decision import Decision
from udmaal.law.extra_costs.groups import GROUP1_FLAT, GROUP2_FLAT
from udmaal.law.extra_costs.instalments import instalments_end
from udmaal.law.extra_costs.threshold import ThresholdAssessment
from udmaal.ledger import BackPayment, Remark
from udmaal.lines.kind import Line
from udmaal.money import ZERO

_DAY = timedelta(days=1)


def remarks_of(
    paid: MonthPaid,
    before: MonthPaid | None,
    decisions: Sequence[Decision],
    born: date,
    back: Sequence[BackPayment],
) -> Iterator[Remark]:
    """Tell what began, changed and ended; ``before`` is the month before, if anything ran in it."""
    yield from _begins(paid.month, decisions)
    for part in paid.parts:
        yield from _agreement(part, paid.month)
    yield from _causes(paid, before)
    yield from _monthly(paid, before)
    for part in paid.parts:
        if part.one_off:
            yield _by(part.decision, "one_off", amount=part.one_off)
    yield from _ends(paid.month, decisions, born)
    yield from _back(paid.month, back)


def _by(decision: Decision, code: str, **values: object) -> Remark:
    return Remark(code, {"decided": decision.table.decided, **values})


def _begins(month: Month, decisions: Sequence[Decision]) -> Iterator[Remark]:
    """Tell from which day a decision has effect, and which one it takes the place of."""
    for former, decision in zip((None, *decisions), decisions, strict=False):
        if Month.of(decision.first_day) != month:
            continue
        if former is not None and former.last_day + _DAY == decision.first_day:
            replaced = former.table.decided
            yield _by(decision, "decision.replaces", date=decision.first_day, former=replaced)
        else:
            yield _by(decision, "decision", date=decision.first_day)


def _causes(paid: MonthPaid, before: MonthPaid | None) -> Iterator[Remark]:
    """Tell what the decision that pays the month does to its amount in it."""
    part, month = paid.paying, paid.month
    if before is None or before.decided != paid.decided:
        if _in_instalments(part, month):
            yield Remark("instalments", {"amount": _one_offs(part)})
        last = _last_of_twelve(part)
        if last is not None and month <= last:
            yield Remark("twelve_months", {"last": str(last)})
        return
    last = _last_of_twelve(part)
    if last is not None and last.plus(1) == month:
        yield Remark("twelve_months.over", {"last": str(last)})
    if _in_instalments(part, month.plus(-1)) and not _in_instalments(part, month):
        paid_off = month.first >= instalments_end(part.decision)
        yield Remark("instalments.paid" if paid_off else "instalments.stopped", {})
    flat, former = _flat(paid.lines), _flat(before.lines)
    if flat != former:
        yield Remark("flat", {"year": str(month.year), "after": flat, "before": former})


def _last_of_twelve(part: Part) -> Month | None:
    found = part.assessment
    return found.last_of_twelve if isinstance(found, ThresholdAssessment) else None


def _in_instalments(part: Part, month: Month) -> bool:
    """Tell whether an instalment of the one-offs is in the amount of a month."""
    found, agreed = part.assessment, part.decision.agreed
    if not isinstance(found, CompensationAssessment) or not found.pays_group_2:
        return False
    if not found.sums.one_offs.amount or month.first >= instalments_end(part.decision):
        return False
    return agreed is None or month < Month.of(agreed)


def _one_offs(part: Part) -> Decimal:
    found = part.assessment
    return found.sums.one_offs.amount if isinstance(found, CompensationAssessment) else ZERO


def _flat(lines: Sequence[Line]) -> Decimal:
    """Give the flat amount that is paid, kr. a month."""
    flat = (line.amount for line in lines if line.kind in (GROUP1_FLAT, GROUP2_FLAT))
    return next(flat, ZERO)


def _monthly(paid: MonthPaid, before: MonthPaid | None) -> Iterator[Remark]:
    """Tell of another monthly amount, and of a decision that begins to pay."""
    decision, after = paid.paying.decision, paid.amounts["monthly"]
    former = ZERO if before is None else before.amounts["monthly"]
    if after != former:
        yield _by(decision, "monthly", after=after, before=former)
    elif before is None or before.decided != paid.decided:
        yield _by(decision, "monthly.same" if after else "monthly.nothing", after=after)


def _agreement(part: Part, month: Month) -> Iterator[Remark]:
    """Tell of one-offs that are paid when documented from a day on."""
    found, agreed = part.assessment, part.decision.agreed
    if agreed is None or Month.of(agreed) != month:
        return
    if isinstance(found, CompensationAssessment) and found.pays_group_2:
        yield _by(part.decision, "agreement", date=agreed)


def _ends(month: Month, decisions: Sequence[Decision], born: date) -> Iterator[Remark]:
    """Tell of the last day of a decision that none takes the place of."""
    for decision, following in zip_longest(decisions, decisions[1:]):
        last = decision.last_day
        if Month.of(last) != month or (following and following.first_day == last + _DAY):
            continue
        yield _by(decision, "decision.ends", date=last)
        if last == last_day_as_child(born):
            yield Remark("birthday_18", {"date": last})


def _back(month: Month, back: Sequence[BackPayment]) -> Iterator[Remark]:
    """Tell in the month of a decision what it brings for the months before it."""
    for each in back:
        if Month.of(each.decided) == month:
            values = {"decided": each.decided, "date": each.first_day, "amount": each.amount}
            yield Remark(_code(each), values)


def _code(back: BackPayment) -> str:
    """Tell a payment from none, and whether less is due in some month."""
    if not back.any_less:
        return "back_payment"
    return "back_payment.some_less" if back.amount else "back_payment.less"
