"""A month of a course while the rules fill it in; what leaves this folder is a frozen one."""

from dataclasses import dataclass, field
from decimal import Decimal

from udmaal.breakdown import Line
from udmaal.calendar_month import Month
from udmaal.ledger import NOTHING, CourseMonth, Due, Remark


@dataclass(slots=True)
class OpenMonth:
    """The amounts of a ``CourseMonth`` so far, kr., and the lines and remarks that led to them."""

    month: Month
    gross: Decimal = NOTHING
    pension: Decimal = NOTHING
    atp_recipient: Decimal = NOTHING
    atp_municipality: Decimal = NOTHING
    single_days: Decimal = NOTHING
    holiday_1: Decimal = NOTHING
    holiday_125: Decimal = NOTHING
    savings: Decimal = NOTHING
    remarks: list[Remark] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def add_due(self, due: Due) -> None:
        """Add a holiday supplement that falls due in the month."""
        if due.kind == "holiday_1":
            self.holiday_1 += due.amount
        else:
            self.holiday_125 += due.amount
        self.lines.append(due.line)

    def closed(self) -> CourseMonth:
        """Give the month as nothing changes it any more."""
        return CourseMonth(
            self.month,
            self.gross,
            self.pension,
            self.atp_recipient,
            self.atp_municipality,
            self.single_days,
            self.holiday_1,
            self.holiday_125,
            self.savings,
            tuple(self.remarks),
            tuple(self.lines),
        )
