"""Amounts and dates as people write them, Danish or English; what means two things is refused."""

import re
from datetime import date
from decimal import Decimal

_WHOLE = re.compile(r"-?\d{1,9}", re.ASCII)
# A decimal sign with one or two digits after it; thousands signs, if any, are the other sign.
_DANISH = re.compile(r"-?(\d{1,9}|\d{1,3}(\.\d{3})+),\d{1,2}", re.ASCII)
_ENGLISH = re.compile(r"-?(\d{1,9}|\d{1,3}(,\d{3})+)\.\d{1,2}", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})", re.ASCII)


def written_amount(text: str) -> Decimal | None:
    """Read ``34250``, ``34.250,00`` or ``34,250.00``; ``34.250`` is two things in two languages."""
    text = text.replace("\N{NO-BREAK SPACE}", "").replace(" ", "")
    if _WHOLE.fullmatch(text):
        return Decimal(text)
    if _DANISH.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(text):
        return Decimal(text.replace(",", ""))
    return None


def written_day(text: str) -> date | None:
    """Read ``15-03-2026`` (day, month, year) or ``2026-03-15``."""
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = found[1], found[2], found[3]
    elif found := _DAY_FIRST.fullmatch(text):
        year, month, day = found[4], found[3], found[1]
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
