"""What happened in the months of a course, in the order in which it did."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from udmaal.calendar_month import Month
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.holiday_supplement import missing_gross_year
from udmaal.law.lost_earnings.open_month import OpenMonth
from udmaal.law.lost_earnings.regulation import regulation_years
from udmaal.law.lost_earnings.segments import Segment
from udmaal.ledger import Remark
from udmaal.money import ZERO

_DAY = timedelta(days=1)
_JANUARY = 1
_MAY = 5


def remark_course(
    course: Course, begin: date, segments: Sequence[Segment], found: Mapping[Month, OpenMonth]
) -> None:
    """Note every change in the month it happens; ``begin`` is the first day that is calculated."""
    remarks = (
        Remark("start" if begin == course.start else "taken_over", {"date": begin}),
        *_missing_gross(course, begin),
        *_hours(segments),
        *_kept(course),
    )
    _put(remarks, found)
    for month, row in found.items():
        years = regulation_years(course, month.last) if row.gross else ()
        if month.month == _JANUARY and month.year in years:
            row.remarks.insert(0, Remark("regulation", {"year": str(month.year)}))
    _put(_end(course), found)


def _put(remarks: Iterable[Remark], found: Mapping[Month, OpenMonth]) -> None:
    for remark in remarks:
        day = remark.values["date"]
        row = found.get(Month.of(day)) if isinstance(day, date) else None
        if row is not None:
            row.remarks.append(remark)


def _missing_gross(course: Course, begin: date) -> Iterator[Remark]:
    """Tell of supplements that cannot be made: at the takeover, and where the 1 % would stand."""
    missing = missing_gross_year(course)
    for day in () if missing is None else (begin, date(begin.year, _MAY, 1)):
        yield Remark("no_earlier_gross", {"date": day, "year": str(missing)})


def _hours(segments: Sequence[Segment]) -> Iterator[Remark]:
    """Tell of pauses, of the hours that count and why they do, and of new income."""
    former: Segment | None = None
    for segment in segments:
        first = segment.first
        if former is not None and former.last + _DAY != first:
            yield Remark("pause", {"date": former.last, "until": first - _DAY})
        if former is None or former.effective != segment.effective:
            before = former.effective if former is not None else ZERO
            values = {"date": first, "before": before, "after": segment.effective}
            yield Remark("hours", values)
        if segment.hours.within_limit < segment.hours.granted:
            yield Remark("cut", {"date": first, "granted": segment.hours.granted})
        if segment.income is not None:
            yield Remark("new_income", {"date": first, "income": segment.income})
        former = segment


def _kept(course: Course) -> Iterator[Remark]:
    """Tell of former hours that run off after a reduction."""
    for stretch in course.granted:
        if stretch.kept is not None:
            kept = {"granted": stretch.kept.granted, "until": stretch.kept.until}
            yield Remark("kept", {"date": stretch.first, "hours": stretch.hours, **kept})


def _end(course: Course) -> Iterator[Remark]:
    end, run_off = course.table.end, course.run_off
    if end is not None:
        yield Remark("end", {"date": end.date, "reason": end.reason})
        if run_off is not None:
            yield Remark("run_off", {"date": run_off.first, "until": run_off.last})
            yield Remark("run_off_end", {"date": run_off.last})
    elif not course.open_ended:
        yield Remark("last_day", {"date": course.last_day})
    if course.comes_of_age:
        yield Remark("birthday_18", {"date": course.last_day})
