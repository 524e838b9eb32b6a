"""``udmaal import``: case files from a list of another system."""

from pathlib import Path
from typing import Annotated

from udmaal.cli.declare import argument, option
from udmaal.cli.exit_codes import FAULT, refusals
from udmaal.cli.language import say
from udmaal.cli.messages import CommandError, report_faults, stderr
from udmaal.cli.options import DateOption, OutputOption, needs_for_table
from udmaal.cli.session import Session, with_session
from udmaal.language import Text
from udmaal.shown import plain

HELP = Text(
    "Dan sagsfiler af en liste fra et andet system: .xlsx, .ods eller CSV med en række for hvert "
    "forløb, hver afgørelse eller hver måned. Et kort siger, hvilken kolonne der er hvilken nøgle "
    "i sagsfilen.\n\n"
    "--suggest foreslår et kort ud fra overskrifterne. Ingen fil overskrives; det, der er der "
    "allerede, springes over, så en afbrudt import kan køres igen.\n\n"
    "Eksempel: udmaal import liste.xlsx --suggest -o kort.toml; udmaal import liste.xlsx --map "
    "kort.toml --output-dir sager",
    "Make case files from a list of another system: .xlsx, .ods or CSV with a row for each course, "
    "each decision or each month. A map says which column is which key of the case file.\n\n"
    "--suggest proposes a map from the headings. No file is overwritten; what is there already is "
    "passed over, so that an import that was cut off can be run again.\n\n"
    "Example: udmaal import list.xlsx --suggest -o map.toml; udmaal import list.xlsx --map "
    "map.toml --output-dir cases",
)


@with_session(log=False)
def import_(
    session: Session,
    list_: Annotated[
        str,
        argument(
            metavar=Text("LISTE", "LIST"),
            help=Text(
                "Listen: .xlsx, .ods eller CSV; - er standard input.",
                "The list: .xlsx, .ods or CSV; - is standard input.",
            ),
        ),
    ],
    map_: Annotated[
        Path | None,
        option(
            "--map",
            metavar=Text("KORT", "MAP"),
            help=Text("Kortet over kolonnerne, TOML.", "The map of the columns, TOML."),
        ),
    ] = None,
    suggest: Annotated[
        bool,
        option(
            "--suggest",
            help=Text(
                "Foreslå et kort, på skærmen eller i --output.",
                "Propose a map, on the screen or in --output.",
            ),
        ),
    ] = False,
    output: OutputOption = None,
    output_dir: Annotated[
        Path | None,
        option(
            "--output-dir",
            "-d",
            metavar=Text("MAPPE", "DIR"),
            help=Text("Skriv sagsfilerne i denne mappe.", "Write the case files to this folder."),
        ),
    ] = None,
    dry_run: Annotated[
        bool,
        option(
            "--dry-run",
            help=Text(
                "Vis kun, hvad der ville blive skrevet, og hvad der mangler.",
                "Only show what would be written, and what is missing.",
            ),
        ),
    ] = False,
    report: Annotated[
        Path | None,
        option(
            "--report",
            metavar=Text("FIL", "FILE"),
            help=Text(
                "Skriv alt, der ikke kunne læses, og alle anmærkninger som CSV med række og "
                "kolonne.",
                "Write all that could not be read, and every finding, as CSV with row and column.",
            ),
        ),
    ] = None,
    date: DateOption = None,
) -> int:
    """Read a list with its map and write the cases; exit code 1 when any is not written."""
    needs_for_table(list_)
    if suggest:
        return _suggest(session, list_, output)
    _usable(map_, output, output_dir, dry_run=dry_run)
    assert map_ is not None
    from udmaal.exchange.importing import (  # noqa: PLC0415 - help needs none of it
        read_import,
        state_in,
        write_cases,
    )
    from udmaal.exchange.map import read_map  # noqa: PLC0415
    from udmaal.exchange.report import (  # noqa: PLC0415
        all_faults,
        print_plan,
        summary,
        write_report,
    )
    from udmaal.output.page import Page  # noqa: PLC0415
    from udmaal.reading.tables import OF_MANY_CASES, read_tables  # noqa: PLC0415

    session.keep_inputs([report], [list_, map_])
    rates, folders, on = session.rates, session.municipality_folders, session.day(date)
    read = read_map(map_)
    with refusals():
        file = read_tables(list_, OF_MANY_CASES)
        found = read_import(file, read, rates, folders, on, session.language)
    if dry_run:
        if output_dir is not None:
            for made in found.cases:
                made.state = state_in(output_dir, made)
        page = Page(None)
        print_plan(found, session.language, page.console)
        page.close()
    elif output_dir is not None:
        write_cases(output_dir, found.cases)
    report_faults(all_faults(found))
    if report is not None:
        write_report(found, session.language, report)
    console = stderr()
    for line in summary(found, session.language, dry=dry_run):
        console.print(plain(line))
    left = found.faults or any(made.state in {"fault", "other"} for made in found.cases)
    return FAULT if left else 0


def _usable(
    map_: Path | None, output: Path | None, output_dir: Path | None, *, dry_run: bool
) -> None:
    """Raise ``CommandError`` for options that are missing or do not go together."""
    if map_ is None:
        raise CommandError(
            say("der er intet kort over listens kolonner", "there is no map of the list's columns"),
            say(
                "angiv --map KORT; udmaal import LISTE --suggest foreslår et",
                "name --map MAP; udmaal import LIST --suggest proposes one",
            ),
        )
    if output is not None:
        raise CommandError(
            say("--output hører til --suggest", "--output goes with --suggest"),
            say("angiv --output-dir MAPPE til sagsfilerne", "name --output-dir DIR for the cases"),
        )
    if output_dir is None and not dry_run:
        raise CommandError(
            say("der er ingen mappe til sagsfilerne", "there is no folder for the case files"),
            say("angiv --output-dir MAPPE, eller --dry-run", "name --output-dir DIR, or --dry-run"),
        )


def _suggest(session: Session, list_: str, output: Path | None) -> int:
    from udmaal.exchange.suggest import suggested_map  # noqa: PLC0415 - help needs none of it
    from udmaal.output.write import write  # noqa: PLC0415
    from udmaal.reading.tables import OF_MANY_CASES, read_tables  # noqa: PLC0415

    session.keep_inputs([output], [list_])
    with refusals():
        file = read_tables(list_, OF_MANY_CASES)
        text = suggested_map(file, session.language)
    write(text, output, new=True)
    return 0
