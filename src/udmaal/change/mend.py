"""The findings that have one sure mend in the text of the case file, and the mended file.

A kind of cost gets the name that took the place of an old one. A waiver is taken out that no day
with rates needs: a case file holds its whole history, and a past month made again is to be accepted
as it was.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from udmaal.api import CaseFile, case_from_source, check_case, make_ledger
from udmaal.breakdown import Finding
from udmaal.change.edit import Addition, with_additions, without_entry
from udmaal.faults import InputFaultsError, undotted
from udmaal.rates.book import RateBook

_OLD_NAME = "U605"
_UNUSED_WAIVER = "U603"
_DAY = timedelta(days=1)


class Kept(NamedTuple):
    """A waiver that stays, since its finding is brought on another day."""

    code: str
    on: date


class Mended(NamedTuple):
    """A case file with what could be mended; ``mends`` counts that, none leaves the file as is."""

    case_file: CaseFile
    mends: int
    kept: tuple[Kept, ...]


def mended(
    case_file: CaseFile,
    found: Iterable[Finding],
    rates: RateBook,
    folders: Sequence[Path],
    today: date,
) -> Mended:
    """Mend what findings of a case have a sure mend for, but for accepted ones.

    Raises ``InputFaultsError`` where the text cannot be changed without moving what else is there.
    """
    standing = [each for each in found if each.accepted is None]
    names = [each for each in standing if each.code == _OLD_NAME]
    waivers = [each for each in standing if each.code == _UNUSED_WAIVER]
    needed = _needed(
        {str(each.values["code"]) for each in waivers}, case_file, rates, folders, today
    )
    unused = [each for each in waivers if each.values["code"] not in needed]
    if names or unused:
        additions = [Addition(undotted(each.where), each.values["new"]) for each in names]
        source = with_additions(case_file.source, additions)
        # The last first, so that the others keep their numbers.
        for key, number, *_ in sorted((undotted(each.where) for each in unused), reverse=True):
            source = without_entry(source, str(key), int(number))
        case_file = case_from_source(source, rates)
    kept = (Kept(code, needed[code]) for code in sorted(needed))
    return Mended(case_file, len(names) + len(unused), tuple(kept))


def _needed(
    codes: set[str], case_file: CaseFile, rates: RateBook, folders: Sequence[Path], today: date
) -> dict[str, date]:
    """Give the codes that some day brings, each with the last such day, or that of the ledger."""
    found: dict[str, date] = {}
    if not codes:
        return found
    day = rates.last_day
    while day >= rates.first_day and codes - found.keys():
        for each in check_case(case_file, rates, day, folders):
            if each.code in codes:
                found.setdefault(each.code, day)
        day -= _DAY
    with suppress(InputFaultsError):  # a case without months has no findings of them
        ledger = make_ledger(case_file, rates, today=today, municipality_folders=folders)
        for each in ledger.findings:
            if each.code in codes:
                found.setdefault(each.code, ledger.last.last)
    return found
