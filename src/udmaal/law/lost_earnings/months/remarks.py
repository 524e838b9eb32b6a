"""What happened in the months of a course, in the order in which it did."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain

from udmaal.calendar_month import Month
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.months.segments import Segment
from udmaal.law.lost_earnings.regulation import regulation_years
from udmaal.law.lost_earnings.savings import saving_line
from udmaal.law.lost_earnings.takeover import missing_gross_year
from udmaal.ledger import Remark
from udmaal.money import ZERO

_DAY = timedelta(days=1)
_JANUARY = 1
_MAY = 5

_Dated = tuple[date, Remark]


def remarks_by_month(
    course: Course, begin: date, segments: Sequence[Segment]
) -> Mapping[Month, Sequence[Remark]]:
    """Note every change in the month it happens; ``begin`` is the first day that is calculated."""
    found: defaultdict[Month, list[Remark]] = defaultdict(list)
    for day, remark in chain(
        _begin(course, begin),
        _missing_gross(course, begin),
        _hours(segments),
        _kept(course),
        _savings(course, begin),
        _end(course),
    ):
        found[Month.of(day)].append(remark)
    return found


def regulation_remark(course: Course, month: Month) -> Remark | None:
    """Tell of the regulation of a benefit that runs in January."""
    if month.month != _JANUARY or month.year not in regulation_years(course, month.last):
        return None
    return Remark("regulation", {"year": str(month.year)})


def _on(day: date, code: str, **values: object) -> _Dated:
    return day, Remark(code, {"date": day, **values})


def _begin(course: Course, begin: date) -> Iterator[_Dated]:
    yield _on(begin, "start" if begin == course.start else "taken_over")


def _missing_gross(course: Course, begin: date) -> Iterator[_Dated]:
    """Tell of supplements that cannot be made: at the takeover, and where the 1 % would stand."""
    missing = missing_gross_year(course)
    for day in () if missing is None else (begin, date(begin.year, _MAY, 1)):
        yield _on(day, "no_earlier_gross", year=str(missing))


def _hours(segments: Sequence[Segment]) -> Iterator[_Dated]:
    """Tell of pauses, of the hours that count and why they do, and of new income."""
    former: Segment | None = None
    for segment in segments:
        first = segment.first
        if former is not None and former.last + _DAY != first:
            yield _on(former.last, "pause", until=first - _DAY)
        if former is None or former.effective != segment.effective:
            before = former.effective if former is not None else ZERO
            yield _on(first, "hours", before=before, after=segment.effective)
        if segment.hours.within_limit < segment.hours.granted:
            yield _on(first, "cut", granted=segment.hours.granted)
        if segment.income is not None:
            yield _on(first, "new_income", income=segment.income)
        former = segment


def _kept(course: Course) -> Iterator[_Dated]:
    """Tell of former hours that run off after a reduction."""
    for stretch in course.granted:
        kept = stretch.kept
        if kept is not None:
            yield _on(
                stretch.first, "kept",
                hours=stretch.hours, granted=kept.granted, until=kept.until,
            )  # fmt: skip


def _savings(course: Course, begin: date) -> Iterator[_Dated]:
    """Tell of savings that begin or end while the course runs."""
    for saving in course.table.saving:
        named = {"kind": saving.kind, "note": saving.note}
        if saving.from_ is not None and begin < saving.from_ <= course.last_day:
            monthly = saving_line(saving, saving.from_).amount
            yield _on(saving.from_, "saving", **named, monthly=monthly)
        if saving.until is not None and begin <= saving.until < course.last_day:
            yield _on(saving.until, "saving_ends", **named)


def _end(course: Course) -> Iterator[_Dated]:
    end, run_off = course.table.end, course.run_off
    if end is not None:
        yield _on(end.date, "end", reason=end.reason)
        if run_off is not None:
            yield _on(run_off.first, "run_off", until=run_off.last)
            yield _on(run_off.last, "run_off_end")
    elif not course.open_ended:
        yield _on(course.last_day, "last_day")
    if course.comes_of_age:
        yield _on(course.last_day, "birthday_18")
