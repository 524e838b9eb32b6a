"""The kinds of values a case file holds, each with its bounds.

The bounds keep slips of the keyboard out (a wage without its decimal point); they are no law.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from udmaal.reading.numbers import KRONER, NUMBER

# The days that a case file may hold.
EARLIEST = date(1980, 1, 1)
LATEST = date(2100, 12, 31)

# Line breaks and tabs may stand in a text, other control characters may not: they could change
# what a terminal shows.
PLAIN = r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f]*$"


def _sane_date(value: date) -> date:
    if not EARLIEST <= value <= LATEST:
        raise PydanticCustomError("date_range", "outside {first} to {last}", _DATE_BOUNDS)
    return value


_DATE_BOUNDS = {"first": EARLIEST, "last": LATEST}

Kroner = Annotated[Decimal, Field(ge=0, le=1_000_000), KRONER]
KronerPerYear = Annotated[Decimal, Field(ge=0, le=10_000_000), KRONER]
YearlyResult = Annotated[Decimal, Field(ge=-10_000_000, le=10_000_000), KRONER]
# A rate per km may well have three decimals.
KronerPerKm = Annotated[Decimal, Field(ge=0, le=1_000_000), NUMBER]
Kilometres = Annotated[Decimal, Field(ge=0, le=100_000), NUMBER]
WeeklyHours = Annotated[Decimal, Field(gt=0, le=80), NUMBER]
GrantedHours = Annotated[Decimal, Field(gt=0, le=80), NUMBER]
HolidayHours = Annotated[Decimal, Field(ge=0, le=168), NUMBER]
DayHours = Annotated[Decimal, Field(gt=0, le=24), NUMBER]
PaidHours = Annotated[Decimal, Field(gt=0, le=744), NUMBER]
MonthHours = Annotated[Decimal, Field(ge=0, le=744), NUMBER]
Percent = Annotated[Decimal, Field(ge=0, le=100), NUMBER]
TaxRate = Annotated[Decimal, Field(ge=0, le=1), NUMBER]
Day = Annotated[date, AfterValidator(_sane_date)]
# [0-9] and not \d, which takes the digits of every script.
Month = Annotated[str, Field(pattern=r"^(19|20)[0-9][0-9]-(0[1-9]|1[0-2])$")]
YearKey = Annotated[str, Field(pattern=r"^(19|20)[0-9][0-9]$")]
Year = Annotated[int, Field(ge=1980, le=2100)]
Label = Annotated[str, Field(min_length=1, max_length=64, pattern=PLAIN)]
Text = Annotated[str, Field(max_length=500, pattern=PLAIN)]
Reason = Annotated[str, Field(min_length=1, max_length=500, pattern=PLAIN)]


class Table(BaseModel):
    """A table of the file: unknown keys are errors, values are never converted."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)
