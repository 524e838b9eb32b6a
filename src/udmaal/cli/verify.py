"""``udmaal verify``: a stored result made again and compared."""

from enum import StrEnum
from typing import Annotated

import typer

from udmaal.cli.declare import argument, option
from udmaal.cli.exit_codes import FAULT, USAGE
from udmaal.cli.language import current_language, say
from udmaal.cli.messages import CommandError, report_faults
from udmaal.cli.options import (
    CaseArgument,
    LangOption,
    MunicipalityOption,
    RatesOption,
    municipality_folders,
    rate_book,
)
from udmaal.faults import InputFaultsError
from udmaal.text.language import Text

HELP = Text(
    "Beregn et gemt resultat igen, og sig, om program, satser og sag giver de samme bytes.\n\n"
    "Resultatet er skrevet af calc, ledger eller batch med --format json eller jsonl. Udgangskode "
    "1, når noget afviger; 0, når kun sagsfilen er ændret siden, og alle beløb er de samme.\n\n"
    "Eksempel: udmaal verify resultat.json sag.toml",
    "Calculate a stored result again, and say whether program, rates and case give the same "
    "bytes.\n\n"
    "The result was written by calc, ledger or batch with --format json or jsonl. Exit code 1 when "
    "something differs; 0 when only the case file has changed since and every amount is the "
    "same.\n\n"
    "Example: udmaal verify result.json case.toml",
)


class VerifyFormat(StrEnum):
    """The formats of ``verify``."""

    text = "text"
    json = "json"


def verify(
    context: typer.Context,
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
            metavar=Text("FIL.csv", "FILE.csv"),
            help=Text(
                "Det udbetalte, som et forløb er sammenlignet med.",
                "What was paid, when a ledger was compared with it.",
            ),
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name is the user's word
        VerifyFormat,
        option("--format", "-f", help=Text("Udskriftens form.", "Form of the output.")),
    ] = VerifyFormat.text,
    rates: RatesOption = None,
    municipality_dir: MunicipalityOption = None,
    lang: LangOption = None,
) -> None:
    """Verify a stored result; exit code 1 when it differs in more than a later case file."""
    del lang
    from udmaal.api import read_case  # noqa: PLC0415
    from udmaal.output.write import json_text, write  # noqa: PLC0415
    from udmaal.reading.source import STDIN  # noqa: PLC0415
    from udmaal.verification import verify as verification  # noqa: PLC0415 - help needs no rules
    from udmaal.verification.report import (  # noqa: PLC0415
        verification_document,
        verification_text,
    )
    from udmaal.verification.stored_result import read_stored  # noqa: PLC0415

    if result == case == STDIN:
        raise CommandError(
            say("resultat og sag kan ikke begge komme fra standard input",
                "result and case cannot both come from standard input"),
            say("angiv en fil for den ene", "name a file for one of them"),
        )  # fmt: skip
    book = rate_book(context, rates)
    folders = municipality_folders(context, municipality_dir, rates)
    file = read_stored(result)
    try:
        case_file = read_case(case, book)
    except InputFaultsError as error:
        report_faults(error.faults)
        raise typer.Exit(FAULT) from None
    stored = file.of_case(case_file.source.sha256, case_file.case.case_id)
    try:
        found = verification.verify(stored, case_file, book, folders, paid)
    except InputFaultsError as error:
        report_faults(error.faults)
        of_result = all(fault.file == result for fault in error.faults)
        raise typer.Exit(USAGE if of_result else FAULT) from None
    language = current_language()
    if format is VerifyFormat.json:
        write(json_text(verification_document(found, language)), None)
    else:
        write(verification_text(found, language), None)
    if not (found.same_bytes or found.only_case_changed):
        raise typer.Exit(FAULT)
