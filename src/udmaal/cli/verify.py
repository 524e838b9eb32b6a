"""``udmaal verify``: a stored result made again and compared."""

from typing import Annotated

from udmaal.cli.declare import argument, option
from udmaal.cli.exit_codes import FAULT, USAGE, refusals
from udmaal.cli.formats import VERIFICATIONS
from udmaal.cli.language import say
from udmaal.cli.messages import CommandError
from udmaal.cli.options import CaseArgument, format_option, needs_for_table
from udmaal.cli.session import Session, with_session
from udmaal.faults import InputFaultsError
from udmaal.language import Text

HELP = Text(
    "Beregn et gemt resultat igen, og sig, om program, satser og sag giver præcis det samme.\n\n"
    "Resultatet er skrevet af calc, ledger eller batch med --format json eller jsonl. Udgangskode "
    "1, når noget afviger; 0, når kun sagsfilen er ændret siden, og alle beløb er de samme, eller "
    "er det, når oplysninger dateret efter beregningen er udeladt.\n\n"
    "Eksempel: udmaal verify resultat.json sag.toml",
    "Calculate a stored result again, and say whether program, rates and case give exactly the "
    "same.\n\n"
    "The result was written by calc, ledger or batch with --format json or jsonl. Exit code 1 when "
    "something differs; 0 when only the case file has changed since and every amount is the same, "
    "or is so without the facts dated after the calculation.\n\n"
    "Example: udmaal verify result.json case.toml",
)


@with_session()
def verify(
    session: Session,
    result: Annotated[
        str,
        argument(
            metavar=Text("RESULTAT", "RESULT"),
            help=Text(
                "Det gemte resultat; - er standard input.", "The result; - is standard input."
            ),
        ),
    ],
    case: CaseArgument,
    paid: Annotated[
        str | None,
        option(
            "--paid",
            metavar=Text("FIL", "FILE"),
            help=Text(
                "Det udbetalte, som et forløb er sammenlignet med.",
                "What was paid, when a ledger was compared with it.",
            ),
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name is the user's word
        str, format_option(VERIFICATIONS)
    ] = VERIFICATIONS.names[0],
) -> int:
    """Verify a stored result; exit code 1 when it differs in more than a later case file."""
    from udmaal.api import read_case  # noqa: PLC0415
    from udmaal.reading.source import STDIN  # noqa: PLC0415
    from udmaal.verification import verify as verification  # noqa: PLC0415 - help needs no rules
    from udmaal.verification.stored_result import read_stored  # noqa: PLC0415

    if result == case == STDIN:
        raise CommandError(
            say("resultat og sag kan ikke begge komme fra standard input",
                "result and case cannot both come from standard input"),
            say("angiv en fil for den ene", "name a file for one of them"),
        )  # fmt: skip
    needs_for_table(paid)
    rates, folders = session.rates, session.municipality_folders
    file = read_stored(result)
    with refusals():
        case_file = read_case(case, rates)
    stored = file.of_case(case_file.source.sha256, case_file.case.case_id)

    def code_of(refused: InputFaultsError) -> int:
        return USAGE if all(fault.file == result for fault in refused.faults) else FAULT

    with refusals(code_of):
        found = verification.verify(stored, case_file, rates, folders, paid)
    VERIFICATIONS.write(format, found, session.language, None)
    return 0 if found.same_bytes or found.only_case_changed else FAULT
