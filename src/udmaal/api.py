"""The Python API: read a case, read the rates, calculate, get the breakdown.

from datetime import date
from udmaal import calculate, read_case, read_rates

rates = read_rates()
breakdown = calculate(read_case("case.toml", rates), rates, date(2026, 3, 1))
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from udmaal.breakdown import Breakdown, Finding, Result
from udmaal.calendar_month import Month
from udmaal.case.consistency import inconsistencies
from udmaal.case.model import Case
from udmaal.checks import Facts, findings
from udmaal.deadline import Deadline
from udmaal.faults import Fault, InputFaultsError, certain, dotted
from udmaal.faults import Path as KeyPath
from udmaal.law.calculate import absences_on, results_on
from udmaal.law.context import Context, Situation
from udmaal.law.extra_costs.decision import decision_faults, decisions_of
from udmaal.law.lost_earnings.course import Course, course_faults, courses_of
from udmaal.masking import masked
from udmaal.municipality import ServiceLevel, read_service_level
from udmaal.rates.book import RateBook
from udmaal.rates.read import read_rates
from udmaal.reading.source import Parsed, Source, read_source, read_toml
from udmaal.reading.validation import check_read, placed, several_tables
from udmaal.shown import holds_cpr_number, may_hold_cpr_number, texts_in

if TYPE_CHECKING:
    from udmaal.ledger import Ledger

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A checked case together with the text it was read from, its courses resolved to days.

    As read, the courses have the hours of national rules. ``cpr`` are the places of texts with a
    CPR number; what is made of the case shows none of them. ``known`` is the day as of which the
    case is known, where one was asked for, ``left_out`` the places of what is dated after it.
    """

    case: Case
    source: Source
    courses: tuple[Course, ...]
    cpr: tuple[str, ...] = ()
    known: date | None = None
    left_out: tuple[KeyPath, ...] = ()

    def as_known(self, asof: date | None, rates: RateBook) -> "CaseFile":
        """Give the case as it was known on a day: what is dated after it is left out.

        ``None`` leaves the case as it is.
        """
        if asof is None:
            return self
        from udmaal.case.known import known_on  # noqa: PLC0415 - rarely asked for

        case, left_out = known_on(self.case, asof)
        places = tuple(map(dotted, left_out))
        return replace(
            self,
            case=case,
            courses=courses_of(case, rates),
            cpr=tuple(where for where in self.cpr if not _lies_in(where, places)),
            known=min(asof, self.known or asof),
            left_out=(*self.left_out, *left_out),
        )

    def at_level(self, rates: RateBook, level: ServiceLevel) -> "CaseFile":
        """Give the case with its courses as a service level has them (run-off at a reduction)."""
        if level.reduction_run_off_hours is None:
            return self
        return replace(self, courses=courses_of(self.case, rates, level))


def _lies_in(where: str, places: Iterable[str]) -> bool:
    return any(where == place or where.startswith((f"{place}.", f"{place}[")) for place in places)


def read_case(path: Path | str, rates: RateBook | None = None) -> CaseFile:
    """Read and check a case file (``-``: standard input).

    Raises ``InputFaultsError`` with every fault of the file, each with its place.
    """
    return case_from_source(read_source(path), rates or read_rates())


def case_from_source(source: Source, rates: RateBook) -> CaseFile:
    """Check a case file that was read already; raises as ``read_case``."""
    return _case(read_toml(source, several_tables(Case)), source, rates)


def case_from_document(
    document: dict[str, Any], source: Source, rates: RateBook, varied: Iterable[object] = ()
) -> CaseFile:
    """Check the parsed TOML of a source, as it stands there or ``varied``; raises as ``read_case``.

    ``varied`` are the values that do not stand in the source.
    """
    return _case(Parsed(document, source.text), source, rates, varied)


def _case(
    parsed: Parsed, source: Source, rates: RateBook, varied: Iterable[object] = ()
) -> CaseFile:
    checked = check_read(Case, parsed)
    faults = list(checked.faults)
    courses: tuple[Course, ...] = ()
    if checked.model is not None and not parsed.lost:
        courses = courses_of(checked.model, rates)
        faults += certain(inconsistencies(checked.model), checked.unsure)
        faults += certain(course_faults(checked.model, courses), checked.unsure)
        faults += certain(decision_faults(checked.model), checked.unsure)
    if faults or parsed.faults or checked.model is None:
        raise InputFaultsError([*parsed.faults, *placed(faults, source, parsed)])
    cpr: tuple[str, ...] = ()
    if any(may_hold_cpr_number(text) for text in (source.text, *map(str, varied))):
        texts = texts_in(parsed.document)
        cpr = tuple(dotted(path) for path, text in texts if holds_cpr_number(text))
    return CaseFile(checked.model, source, courses, cpr)


def _without_cpr(value: T, case_file: CaseFile) -> T:
    """Mask the CPR numbers in what was made of a case; most cases have none."""
    return masked(value) if case_file.cpr else value


def calculate(
    case_file: CaseFile,
    rates: RateBook,
    on: date,
    municipality_folders: Sequence[Path | str] = (),
    *,
    corrected_ceilings: bool = False,
) -> Breakdown:
    """Calculate every benefit of a case on a date, with the rates it was read with.

    ``corrected_ceilings`` asks for the ceilings of 2014 to 2019 as they should have been.
    Raises ``InputFaultsError`` where the rules refuse the case, with all refusals and their
    places, or for a date without rates, with the covered range.
    """
    case = case_file.case
    try:
        case_file, context, rates_sha256 = _at_level(
            case_file, rates, municipality_folders, corrected_ceilings=corrected_ceilings
        )
        situation = Situation(case, case_file.courses, context)
        results = results_on(situation, on)
    except InputFaultsError as refused:
        raise InputFaultsError(_with_places(refused, case_file.source)) from None
    breakdown = Breakdown(
        case_id=case.case_id,
        on=on,
        case_sha256=case_file.source.sha256,
        rates_sha256=rates_sha256,
        results=results,
        findings=findings(_facts(case_file, on, context, results)),
        absences=tuple(absences_on(situation, on)),
        known=case_file.known,
    )
    return _without_cpr(breakdown, case_file)


def situation_of(
    case_file: CaseFile,
    rates: RateBook,
    municipality_folders: Sequence[Path | str] = (),
    *,
    corrected_ceilings: bool = False,
) -> Situation:
    """Give what ``calculate`` draws on: the case, with its courses as the service level has them.

    Raises ``InputFaultsError`` for an unknown service level.
    """
    try:
        case_file, context, _ = _at_level(
            case_file, rates, municipality_folders, corrected_ceilings=corrected_ceilings
        )
    except InputFaultsError as refused:
        raise InputFaultsError(_with_places(refused, case_file.source)) from None
    return Situation(case_file.case, case_file.courses, context)


def check_case(
    case_file: CaseFile,
    rates: RateBook,
    on: date,
    municipality_folders: Sequence[Path | str] = (),
) -> tuple[Finding, ...]:
    """Give the findings of a case on a date, also of one that the rules refuse.

    Raises ``InputFaultsError`` for an unknown service level or a date without rates.
    """
    try:
        case_file, context, _ = _at_level(case_file, rates, municipality_folders)
        context.rates(on)
    except InputFaultsError as refused:
        raise InputFaultsError(_with_places(refused, case_file.source)) from None
    try:
        results = results_on(Situation(case_file.case, case_file.courses, context), on)
    except InputFaultsError:
        results = ()
    return _without_cpr(findings(_facts(case_file, on, context, results)), case_file)


def make_ledger(
    case_file: CaseFile,
    rates: RateBook,
    first: Month | None = None,
    last: Month | None = None,
    *,
    today: date,
    municipality_folders: Sequence[Path | str] = (),
    corrected_ceilings: bool = False,
) -> "Ledger":
    """Work out a case month by month; left out, the months are those of the courses.

    Raises ``InputFaultsError`` as ``calculate``.
    """
    from udmaal.law.months import months_of  # noqa: PLC0415 - calc does without months
    from udmaal.ledger import Ledger  # noqa: PLC0415

    case = case_file.case
    try:
        case_file, context, rates_sha256 = _at_level(
            case_file, rates, municipality_folders, corrected_ceilings=corrected_ceilings
        )
        situation = Situation(case, case_file.courses, context)
        found = months_of(situation, first, last, today)
        on = min(found.last.last, rates.last_day)
        results = results_on(situation, on)
    except InputFaultsError as refused:
        faults = _with_places(refused, case_file.source)
        raise InputFaultsError(_nothing_known(fault, case_file.known) for fault in faults) from None
    ledger = Ledger(
        case_id=case.case_id,
        first=found.first,
        last=found.last,
        case_sha256=case_file.source.sha256,
        rates_sha256=rates_sha256,
        courses=found.courses,
        others=found.others,
        findings=findings(
            _facts(case_file, on, context, results, found.first.first, found.last.last)
        ),
        known=case_file.known,
    )
    return _without_cpr(ledger, case_file)


def deadlines(
    case_file: CaseFile,
    rates: RateBook,
    since: date,
    until: date,
    municipality_folders: Sequence[Path | str] = (),
) -> tuple[Deadline, ...]:
    """Give what falls due in a case from one day to another, by day.

    What fell due before and is still open as the case stands comes first. The days may lie outside
    the rates; what is paid in years without them has no amount. Raises ``InputFaultsError`` as
    ``calculate``.
    """
    from udmaal.law.due import deadlines_of  # noqa: PLC0415 - calc does without

    try:
        case_file, context, _ = _at_level(case_file, rates, municipality_folders)
        situation = Situation(case_file.case, case_file.courses, context)
        found = deadlines_of(situation, since, until)
    except InputFaultsError as refused:
        raise InputFaultsError(_with_places(refused, case_file.source)) from None
    return _without_cpr(found, case_file)


def ledger_span(
    case_file: CaseFile,
    rates: RateBook,
    first: Month | None,
    last: Month | None,
    *,
    today: date,
    municipality_folders: Sequence[Path | str] = (),
) -> tuple[Month, Month]:
    """Give the first and last month ``make_ledger`` works out; raises where there are none."""
    from udmaal.law.months import span_of  # noqa: PLC0415 - calc does without months

    case_file, context, _ = _at_level(case_file, rates, municipality_folders)
    return span_of(Situation(case_file.case, case_file.courses, context), first, last, today)


def _at_level(
    case_file: CaseFile,
    rates: RateBook,
    folders: Sequence[Path | str],
    *,
    corrected_ceilings: bool = False,
) -> tuple[CaseFile, Context, str]:
    """Give a case as its service level has it, what it is calculated with, and their fingerprint.

    Raises ``InputFaultsError`` for a service level that nobody has, or that is at fault.
    """
    level, level_sha256 = read_service_level(case_file.case.municipality, folders)
    context = Context(rates, level, corrected_ceilings)
    return case_file.at_level(rates, level), context, fingerprint(rates, level_sha256)


def _facts(
    case_file: CaseFile,
    on: date,
    context: Context,
    results: tuple[Result, ...],
    since: date | None = None,
    until: date | None = None,
) -> Facts:
    return Facts(
        cpr=case_file.cpr,
        case=case_file.case,
        on=on,
        context=context,
        courses=case_file.courses,
        decisions=decisions_of(case_file.case),
        results=results,
        since=since or on,
        until=until or on,
        whole=not case_file.left_out,
    )


def fingerprint(rates: RateBook, level_sha256: str) -> str:
    """Give one fingerprint of rates and service level; of the rates alone without a level."""
    if not level_sha256:
        return rates.sha256
    return hashlib.sha256(f"{rates.sha256} {level_sha256}".encode()).hexdigest()


def _nothing_known(fault: Fault, known: date | None) -> Fault:
    """Say of a case without months that it was not known to have any."""
    if known is None or fault.code != "ledger.nothing":
        return fault
    return replace(fault, code="ledger.nothing_known", values={"known": known})


def _with_places(refused: InputFaultsError, source: Source) -> list[Fault]:
    return [fault if fault.file else placed([fault], source)[0] for fault in refused.faults]
