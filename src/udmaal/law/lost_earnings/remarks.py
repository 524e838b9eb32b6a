"""What happened in the months of a course, in the order in which it did."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from udmaal.calendar_month import Month
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.regulation import regulation_years
from udmaal.law.lost_earnings.segments import Segment
from udmaal.ledger import CourseMonth, Remark
from udmaal.money import ZERO

_DAY = timedelta(days=1)
_JANUARY = 1


def remark_course(
    course: Course, begin: date, segments: Sequence[Segment], found: Mapping[Month, CourseMonth]
) -> None:
    """Note every change in the month it happens; ``begin`` is the first day that is calculated."""

    def remark(day: date, code: str, **values: object) -> None:
        row = found.get(Month.of(day))
        if row is not None:
            row.remarks.append(Remark(code, {"date": day, **values}))

    remark(begin, "start" if begin == course.start else "taken_over")
    former: Segment | None = None
    for segment in segments:
        if former is not None and former.last + _DAY != segment.first:
            remark(former.last, "pause", until=segment.first - _DAY)
        if former is None or former.effective != segment.effective:
            before = former.effective if former is not None else ZERO
            remark(segment.first, "hours", before=before, after=segment.effective)
        if segment.hours.within_limit < segment.hours.granted:
            remark(segment.first, "cut", granted=segment.hours.granted)
        if segment.income is not None:
            remark(segment.first, "new_income", income=segment.income)
        former = segment
    for stretch in course.granted:
        if stretch.kept is not None:
            granted, until = stretch.kept.granted, stretch.kept.until
            remark(stretch.first, "kept", granted=granted, hours=stretch.hours, until=until)
    for month, row in found.items():
        years = regulation_years(course, month.last) if row.gross else ()
        if month.month == _JANUARY and month.year in years:
            row.remarks.insert(0, Remark("regulation", {"year": str(month.year)}))
    end = course.table.end
    if end is not None:
        remark(end.date, "end", reason=end.reason)
        if course.run_off is not None:
            remark(course.run_off.first, "run_off", until=course.run_off.last)
            remark(course.run_off.last, "run_off_end")
    elif not course.open_ended:
        remark(course.last_day, "last_day")
    if course.comes_of_age:
        remark(course.last_day, "birthday_18")
