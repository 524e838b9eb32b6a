"""``udmaal check``: the known mistakes, before the appeals board finds them."""

from collections.abc import Iterable
from typing import Annotated

from udmaal.breakdown import Finding
from udmaal.cli.declare import option
from udmaal.cli.exit_codes import FAULT, each_of
from udmaal.cli.formats import REPORTS
from udmaal.cli.language import say
from udmaal.cli.messages import CommandError
from udmaal.cli.options import CasesArgument, DateOption, OutputOption, format_option
from udmaal.cli.session import Session, with_session
from udmaal.language import Text

HELP = Text(
    "Find de kendte fejl i en sag, hver med sted, hvad der skal gøres, og kilde.\n\n"
    "Eksempel: udmaal check sag.toml --date 2026-03-01 --ignore U602",
    "Find the known mistakes in a case, each with place, what to do and source.\n\n"
    "Example: udmaal check case.toml --date 2026-03-01 --ignore U602",
)


@with_session()
def check(
    session: Session,
    cases: CasesArgument,
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
            help=Text("Afslut med 1 også ved advarsler.", "Exit with 1 on warnings too."),
        ),
    ] = False,
    output: OutputOption = None,
) -> int:
    """Check cases; exit code 1 when an error stands, with ``--strict`` also a warning."""
    from udmaal.api import check_case, read_case  # noqa: PLC0415 - help needs no rules
    from udmaal.output.checked import Checked, checked  # noqa: PLC0415
    from udmaal.output.formats.findings import Report  # noqa: PLC0415

    wanted, unwanted = _prefixes("--select", select), _prefixes("--ignore", ignore)
    rates, folders = session.rates, session.municipality_folders
    on = session.day(date)
    session.keep_inputs([output], cases)

    def work(path: str) -> Checked:
        file = read_case(path, rates)
        chosen = _chosen(check_case(file, rates, on, folders), wanted, unwanted)
        return checked(file.source, file.case.case_id, chosen)

    report, code = each_of(cases, work)
    REPORTS.write(format, Report(report, on), session.language, output)
    grave = {"error", "warning"} if strict else {"error"}
    standing = {
        each.severity for case in report for each, _ in case.findings if each.accepted is None
    }
    return FAULT if grave & standing else code


def _prefixes(option: str, text: str | None) -> tuple[str, ...]:
    """Read codes or beginnings of codes; raises ``CommandError`` for one that none begins with."""
    from udmaal.checks import CHECKS  # noqa: PLC0415 - help needs no checks

    prefixes = tuple(part.strip().upper() for part in (text or "").split(",") if part.strip())
    for prefix in prefixes:
        if not any(code.startswith(prefix) for code in CHECKS):
            raise CommandError(
                say(f"{option}: ingen kode begynder med {prefix}",
                    f"{option}: no code begins with {prefix}"),
                say("se udmaal explain --all", "see udmaal explain --all"),
            )  # fmt: skip
    return prefixes


def _chosen(
    found: Iterable[Finding], wanted: tuple[str, ...], unwanted: tuple[str, ...]
) -> list[Finding]:
    return [
        each
        for each in found
        if (not wanted or each.code.startswith(wanted))
        and not (unwanted and each.code.startswith(unwanted))
    ]
