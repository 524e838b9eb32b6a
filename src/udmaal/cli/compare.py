"""``udmaal compare``: a case on several dates, or two files of it, side by side."""

import datetime
from pathlib import Path
from typing import Annotated

from udmaal.cli.declare import argument, option
from udmaal.cli.exit_codes import each_of, refusals
from udmaal.cli.formats import COMPARISONS
from udmaal.cli.language import say
from udmaal.cli.messages import CommandError, report_notice
from udmaal.cli.options import (
    CaseArgument,
    CorrectedOption,
    KnownOption,
    OutputOption,
    format_option,
    known_of,
    refuse_unwritable,
)
from udmaal.cli.session import Session, with_session
from udmaal.language import Text
from udmaal.shown import shown

HELP = Text(
    "Vis en sag side om side på flere datoer, eller to filer af den, og hvorfor beløbene er "
    "forskellige.\n\n"
    "Hver ydelse har forskellen til datoen før, årsagen i ord og de linjer, der er ændret.\n\n"
    "Eksempel: udmaal compare sag.toml 2026-01-01 2026-09-01\n\n"
    "Eksempel: udmaal compare ny.toml 2026-09-01 --against gammel.toml",
    "Show a case side by side on several dates, or two files of it, and why the amounts "
    "differ.\n\n"
    "Each benefit has the difference to the date before, its cause in words, and the lines that "
    "changed.\n\n"
    "Example: udmaal compare case.toml 2026-01-01 2026-09-01\n\n"
    "Example: udmaal compare new.toml 2026-09-01 --against earlier.toml",
)
_LEAST_DATES = 2


@with_session()
def compare(
    session: Session,
    case: CaseArgument,
    dates: Annotated[
        list[str] | None,
        argument(
            metavar=Text("DATO", "DATE"),
            help=Text(
                "Datoer, ÅÅÅÅ-MM-DD eller ÅÅÅÅ-MM; med --against en eller flere, uden: i dag.",
                "Dates, YYYY-MM-DD or YYYY-MM; with --against one or more, without any: today.",
            ),
        ),
    ] = None,
    against: Annotated[
        Path | None,
        option(
            "--against",
            role="reads",
            metavar=Text("FIL", "FILE"),
            help=Text(
                "En tidligere fil af samme sag; forskellen er SAG minus den.",
                "An earlier file of the same case; the difference is CASE less that.",
            ),
        ),
    ] = None,
    short: Annotated[
        bool, option("--short", help=Text("Udelad linjerne.", "Leave out the lines."))
    ] = False,
    format: Annotated[  # noqa: A002 - the option's name is the user's word
        str, format_option(COMPARISONS)
    ] = COMPARISONS.names[0],
    output: OutputOption = None,
    corrected_ceilings: CorrectedOption = False,
    known: KnownOption = None,
) -> int:
    """Compare a case on its dates, in their order, or with another file on each of them."""
    from udmaal.api import read_case  # noqa: PLC0415 - help does not need the rules
    from udmaal.side_by_side.compare import Reckoning, of_files, on_dates  # noqa: PLC0415

    rates = session.rates
    days = _days(session, dates or [], with_file=against is not None)
    asof = known_of(known)
    session.keep_inputs([output], [case, against])
    refuse_unwritable(COMPARISONS, format, output)
    reckoning = Reckoning(rates, session.municipality_folders, corrected_ceilings)

    paths = [case] if against is None else [str(against), case]
    read, code = each_of(paths, lambda path: read_case(path, rates).as_known(asof, rates))
    if code:
        return code
    if len({each.case.case_id for each in read}) > 1:
        report_notice(
            say("filerne har hver sit sagsnummer", "the files have different case numbers")
        )
    with refusals():
        found = (
            [on_dates(read[0], days, reckoning)]
            if against is None
            else of_files(_names(*paths), read[0], read[1], days, reckoning)
        )
    if short:
        found = [each.without_lines() for each in found]
    COMPARISONS.write(format, found, session.language, output)
    return 0


def _days(session: Session, dates: list[str], *, with_file: bool) -> list[datetime.date]:
    """Read the dates, in their order; raises ``CommandError`` where there are too few."""
    days = sorted({session.day(text) for text in dates})
    if with_file:
        return days or [session.day(None)]
    if len(days) < _LEAST_DATES:
        raise CommandError(
            say("der skal to forskellige datoer til", "it takes two different dates"),
            say(
                "skriv mindst to datoer efter SAG, eller en anden fil af sagen med --against",
                "write at least two dates after CASE, or another file of the case with --against",
            ),
        )
    return days


def _names(*paths: str) -> tuple[str, ...]:
    """Name files as shortly as tells them apart."""
    names = tuple(Path(path).name or path for path in paths)
    return tuple(map(shown, names if len({*names}) > 1 else paths))
