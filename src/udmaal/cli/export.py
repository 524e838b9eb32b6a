"""``udmaal export``: what is to be paid, month by month, for a payroll system."""

from pathlib import Path
from typing import Annotated

from udmaal.cli.declare import option
from udmaal.cli.exit_codes import each_of
from udmaal.cli.formats import EXPORTS
from udmaal.cli.language import say
from udmaal.cli.messages import CommandError, stderr
from udmaal.cli.options import (
    Files0FromOption,
    OutputOption,
    PathsArgument,
    case_paths,
    format_option,
    month_of,
    refuse_unwritable,
    today,
)
from udmaal.cli.session import Session, with_session
from udmaal.faults import Fault, InputFaultsError
from udmaal.language import Text

HELP = Text(
    "Skriv, hvad der skal udbetales måned for måned, til et lønsystem: en række for hver person, "
    "ydelse og måned med brutto, pension, ATP, ferietillæg, besparelser, der trækkes i nettet, "
    "merudgifter, engangsbeløb og efterbetalinger.\n\n"
    "Eksempel: udmaal export sager/ --from 2026-03 --to 2026-03 --map kort.toml --output loen.csv",
    "Write what is to be paid month by month, for a payroll system: a row for each person, benefit "
    "and month with gross, pension, ATP, holiday supplements, savings to deduct from the net, "
    "extra costs, one-offs and back payments.\n\n"
    "Example: udmaal export cases/ --from 2026-03 --to 2026-03 --map map.toml --output pay.csv",
)
_MONTH = Text("ÅÅÅÅ-MM", "YYYY-MM")


@with_session()
def export(
    session: Session,
    paths: PathsArgument = None,
    files0_from: Files0FromOption = None,
    first: Annotated[
        str | None,
        option("--from", metavar=_MONTH, help=Text("Første måned.", "First month.")),
    ] = None,
    last: Annotated[
        str | None,
        option(
            "--to",
            metavar=_MONTH,
            help=Text("Sidste måned. Uden: den første.", "Last month. Without: the first."),
        ),
    ] = None,
    map_: Annotated[
        Path | None,
        option(
            "--map",
            role="reads",
            metavar=Text("KORT", "MAP"),
            help=Text(
                "Kortet fra importen: kolonner, overskrifter og ord som i det andet system.",
                "The map of the import: columns, headings and words as the other system has them.",
            ),
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name is the user's word
        str, format_option(EXPORTS)
    ] = EXPORTS.names[0],
    output: OutputOption = None,
) -> int:
    """Write the months of all cases; exit code 1 when any is at fault."""
    from udmaal.api import make_ledger, read_case  # noqa: PLC0415 - help needs no rules
    from udmaal.exchange.formats import Export, columns_of  # noqa: PLC0415
    from udmaal.exchange.map import read_map  # noqa: PLC0415
    from udmaal.exchange.payroll import PayRow, pay_rows  # noqa: PLC0415

    refuse_unwritable(EXPORTS, format, output)
    begin = month_of(first)
    if begin is None:
        raise CommandError(
            say("der er ingen måned", "there is no month"),
            say("angiv --from ÅÅÅÅ-MM", "name --from YYYY-MM"),
        )
    end = month_of(last) or begin
    if end < begin:
        values = {"first": str(begin), "last": str(end)}
        raise InputFaultsError([Fault("ledger.order", values=values)])
    found = case_paths(paths, files0_from)
    session.keep_inputs([output], [*found, files0_from, map_])
    session.reads(found)
    columns = columns_of(read_map(map_)) if map_ is not None else ()
    rates, folders, now = session.rates, session.municipality_folders, today()

    def work(path: str) -> list[PayRow]:
        case = read_case(path, rates)
        try:
            ledger = make_ledger(case, rates, begin, end, today=now, municipality_folders=folders)
        except InputFaultsError as refused:
            if all(fault.code == "ledger.nothing" for fault in refused.faults):
                return []
            raise
        return list(pay_rows(ledger))

    made, code = each_of(found, work)
    rows = tuple(row for each in made for row in each)
    EXPORTS.write(format, Export(begin, end, rows, columns), session.language, output)
    at_fault = sum(1 for _ in found) - len(made)
    stderr().print(
        say(
            f"{len(rows)} rækker af {len(made)} sager; {at_fault} sager har fejl og er ikke med.",
            f"{len(rows)} rows of {len(made)} cases; {at_fault} cases are at fault and left out.",
        )
    )
    return code
