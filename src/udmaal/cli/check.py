"""``udmaal check``: the known mistakes, before the appeals board finds them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

from udmaal.cli.declare import option
from udmaal.cli.exit_codes import FAULT, each_of
from udmaal.cli.formats import REPORTS
from udmaal.cli.language import say
from udmaal.cli.mending import Mending
from udmaal.cli.messages import CommandError
from udmaal.cli.options import (
    Chosen,
    DateOption,
    Files0FromOption,
    OutputOption,
    PathsArgument,
    case_paths,
    format_option,
)
from udmaal.cli.session import Session, with_session
from udmaal.language import Text
from udmaal.reading.source import STDIN

if TYPE_CHECKING:
    from udmaal.api import CaseFile
    from udmaal.breakdown import Finding

HELP = Text(
    "Find de kendte fejl i en eller mange sager, hver med sted, hvad der skal gøres, og kilde.\n\n"
    "Eksempel: udmaal check sag.toml --date 2026-03-01 --ignore U602\n\n"
    "Eksempel: udmaal check sager/ --format short\n\n"
    "Eksempel: udmaal check sager/ --fix",
    "Find the known mistakes in one or many cases, each with place, what to do and source.\n\n"
    "Example: udmaal check case.toml --date 2026-03-01 --ignore U602\n\n"
    "Example: udmaal check cases/ --format short\n\n"
    "Example: udmaal check cases/ --fix",
)


@with_session()
def check(
    session: Session,
    cases: PathsArgument = None,
    files0_from: Files0FromOption = None,
    date: DateOption = None,
    format: Annotated[  # noqa: A002 - the option's name is the user's word
        str, format_option(REPORTS, Text("Rapportens form.", "Report format."))
    ] = REPORTS.names[0],
    select: Annotated[
        str | None,
        option(
            "--select",
            metavar=Text("KODER", "CODES"),
            help=Text(
                "Kun disse koder eller grupper, f.eks. U2,U305.", "Only these, e.g. U2,U305."
            ),
        ),
    ] = None,
    ignore: Annotated[
        str | None,
        option(
            "--ignore",
            metavar=Text("KODER", "CODES"),
            help=Text("Ikke disse koder eller grupper.", "Not these codes or groups."),
        ),
    ] = None,
    strict: Annotated[
        bool,
        option(
            "--strict",
            help=Text("Giv udgangskode 1 også ved advarsler.", "Exit with 1 on warnings too."),
        ),
    ] = False,
    fix: Annotated[
        bool,
        option(
            "--fix",
            help=Text(
                "Ret i filerne selv det, der kun kan rettes på én måde: gamle navne, og accepter, "
                "som ingen dag har brug for. Alt andet bliver stående.",
                "Mend what has one sure mend in the files themselves: old names, and waivers that "
                "no day needs. All else stays.",
            ),
        ),
    ] = False,
    dry_run: Annotated[
        bool,
        option(
            "--dry-run",
            help=Text("Vis kun, hvad --fix ville rette.", "Only show what --fix would mend."),
        ),
    ] = False,
    output: OutputOption = None,
) -> int:
    """Check cases; exit code 1 when an error stands, with ``--strict`` also a warning."""
    from udmaal.api import check_case, read_case  # noqa: PLC0415 - help needs no rules
    from udmaal.checks import CHECKS  # noqa: PLC0415
    from udmaal.output.checked import Checked, checked  # noqa: PLC0415
    from udmaal.output.formats.findings import Report  # noqa: PLC0415

    if dry_run and not fix:
        raise CommandError(
            say("--dry-run hører til --fix", "--dry-run belongs to --fix"),
            say("tilføj --fix", "add --fix"),
        )
    codes = Chosen.of(
        select and select.upper(),
        ignore and ignore.upper(),
        CHECKS,
        say("se udmaal explain --all", "see udmaal explain --all"),
    )
    rates, folders = session.rates, session.municipality_folders
    on = session.day(date)
    paths = tuple(case_paths(cases, files0_from))
    session.keep_inputs([output], [*paths, files0_from])
    session.reads(paths)
    if fix:
        _refuse_standard_input(paths)
    mending = Mending(rates, folders, on, dry_run=dry_run) if fix else None

    def chosen(file: "CaseFile") -> "list[Finding]":
        return [each for each in check_case(file, rates, on, folders) if codes.takes(each.code)]

    def work(path: str) -> Checked:
        file = read_case(path, rates)
        found = chosen(file)
        if mending is not None:
            mended = mending.mend(file, found)
            if mended is not file:
                file, found = mended, chosen(mended)
        return checked(file.source, file.case.case_id, found)

    report, code = each_of(paths, work)
    if mending is not None:
        mending.close()
        code = FAULT if mending.failed else code
    unchecked = len(paths) - len(report)
    REPORTS.write(format, Report(report, on, unchecked), session.language, output)
    grave = {"error", "warning"} if strict else {"error"}
    standing = {
        each.severity for case in report for each, _ in case.findings if each.accepted is None
    }
    return FAULT if grave & standing else code


def _refuse_standard_input(paths: Iterable[str]) -> None:
    """Raise ``CommandError`` where a case to be mended has no file."""
    if STDIN in paths:
        raise CommandError(
            say("standard input kan ikke rettes", "standard input cannot be mended"),
            say("angiv sagens fil, eller udelad --fix", "name the case's file, or leave out --fix"),
        )
