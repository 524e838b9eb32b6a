"""``udmaal due``: what falls due over any number of cases."""

import gc
from itertools import chain
from typing import Annotated

from udmaal.calendar_month import months_later
from udmaal.cli.declare import option
from udmaal.cli.exit_codes import each_of
from udmaal.cli.formats import DUE
from udmaal.cli.language import say
from udmaal.cli.messages import CommandError
from udmaal.cli.options import (
    Chosen,
    Files0FromOption,
    OutputOption,
    PathsArgument,
    any_day_of,
    case_paths,
    format_option,
    refuse_unwritable,
    today,
)
from udmaal.cli.session import Session, with_session
from udmaal.language import Text

HELP = Text(
    "Vis, hvad der forfalder i en eller mange sager, dag for dag.\n\n"
    "Det er opfølgninger, nye afgørelser, perioder og afviklinger, der slutter, 18-årsdage, "
    "ferietillæg med beløb, rater, bindinger og ledsagertimer. Det, der er overskredet og stadig "
    "åbent, står først.\n\n"
    "Eksempel: udmaal due sager/ --from 2026-12-01 --to 2027-06-30\n\n"
    "Eksempel: udmaal due sager/ --format ics --output forfald.ics",
    "Show what falls due in one or many cases, day by day.\n\n"
    "That is follow-ups, new decisions, periods and run-offs that end, 18th birthdays, holiday "
    "supplements with amount, instalments, bindings and companion hours. What is overdue and "
    "still open comes first.\n\n"
    "Example: udmaal due cases/ --from 2026-12-01 --to 2027-06-30\n\n"
    "Example: udmaal due cases/ --format ics --output due.ics",
)
_YEAR = 12


@with_session()
def due(
    session: Session,
    paths: PathsArgument = None,
    files0_from: Files0FromOption = None,
    from_: Annotated[
        str | None,
        option(
            "--from",
            metavar=Text("DATO", "DATE"),
            help=Text(
                "Første dag, ÅÅÅÅ-MM-DD eller ÅÅÅÅ-MM. Uden: i dag.",
                "First day, YYYY-MM-DD or YYYY-MM. Without: today.",
            ),
        ),
    ] = None,
    to: Annotated[
        str | None,
        option(
            "--to",
            metavar=Text("DATO", "DATE"),
            help=Text(
                "Sidste dag; en måned er dens sidste dag. Uden: et år efter den første.",
                "Last day; a month is its last day. Without: a year after the first.",
            ),
        ),
    ] = None,
    select: Annotated[
        str | None,
        option(
            "--select",
            metavar=Text("KODER", "CODES"),
            help=Text(
                "Kun disse koder eller begyndelser, f.eks. --select follow_up,holiday.",
                "Only these codes or beginnings, e.g. --select follow_up,holiday.",
            ),
        ),
    ] = None,
    ignore: Annotated[
        str | None,
        option(
            "--ignore",
            metavar=Text("KODER", "CODES"),
            help=Text("Ikke disse koder eller begyndelser.", "Not these codes or beginnings."),
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name is the user's word
        str, format_option(DUE)
    ] = DUE.names[0],
    output: OutputOption = None,
) -> int:
    """List what falls due; cases at fault are reported and do not stop the others."""
    from udmaal.api import deadlines, read_case  # noqa: PLC0415 - help does not need the rules
    from udmaal.law.due import deadline_kinds  # noqa: PLC0415
    from udmaal.output.formats.due import DueEntry, due_list  # noqa: PLC0415
    from udmaal.shown import without_cpr  # noqa: PLC0415

    since = any_day_of(from_) or today()
    until = any_day_of(to, whole_month=True) or months_later(since, _YEAR)
    if until < since:
        raise CommandError(
            say(f"--to {until} ligger før --from {since}",
                f"--to {until} is before --from {since}"),
            say("byt om på dagene", "change the two days round"),
        )  # fmt: skip
    kinds = list(dict.fromkeys(kind.id for kind in deadline_kinds()))
    mend = say(f"vælg blandt {', '.join(kinds)}", f"choose among {', '.join(kinds)}")
    chosen = Chosen.of(select, ignore, kinds, mend)
    refuse_unwritable(DUE, format, output)
    rates, folders = session.rates, session.municipality_folders
    found = case_paths(paths, files0_from)
    session.keep_inputs([output], chain([files0_from], found))
    session.reads(found)
    gc.enable()  # thousands of cases leave much behind

    def work(path: str) -> list[DueEntry]:
        file = read_case(path, rates)
        case_id = without_cpr(file.case.case_id)
        return [
            DueEntry(path, case_id, each)
            for each in deadlines(file, rates, since, until, folders)
            if chosen.takes(each.kind.id)
        ]

    made, code = each_of(found, work)
    if made:
        DUE.write(format, due_list(since, until, made), session.language, output)
    return code
