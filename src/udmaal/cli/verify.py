"""``udmaal verify``: a stored result made again and compared."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Final

from udmaal.cli.declare import argument, option
from udmaal.cli.exit_codes import FAULT, USAGE, refusals
from udmaal.cli.formats import LOG_PROOFS, VERIFICATIONS
from udmaal.cli.language import say
from udmaal.cli.messages import CommandError
from udmaal.cli.options import format_option, needs_for_table
from udmaal.cli.session import Session, with_session
from udmaal.faults import InputFaultsError
from udmaal.language import Text

HELP = Text(
    "Beregn et gemt resultat igen, og sig, om program, satser og sag giver præcis det samme.\n\n"
    "Resultatet er skrevet af calc, ledger eller batch med --format json eller jsonl. Udgangskode "
    "1, når noget afviger; 0, når kun sagsfilen er ændret siden, og alle beløb er de samme, eller "
    "er det, når oplysninger dateret efter beregningen er udeladt.\n\n"
    "Med --log bliver alle kørsler i en journal lavet igen, med sager, satser og resultater fra de "
    "angivne stier; udgangskode 0, når alt er eftervist.\n\n"
    "Eksempel: udmaal verify resultat.json sag.toml\n\n"
    "Eksempel: udmaal verify --log journal.jsonl sager/ resultater/",
    "Calculate a stored result again, and say whether program, rates and case give exactly the "
    "same.\n\n"
    "The result was written by calc, ledger or batch with --format json or jsonl. Exit code 1 when "
    "something differs; 0 when only the case file has changed since and every amount is the same, "
    "or is so without the facts dated after the calculation.\n\n"
    "With --log every run of a journal is made again, with cases, rates and results from the paths "
    "given; exit code 0 when all is proven.\n\n"
    "Example: udmaal verify result.json case.toml\n\n"
    "Example: udmaal verify --log journal.jsonl cases/ results/",
)
_PLACES: Final = ("result", "case")


@with_session(log=False)
def verify(
    session: Session,
    paths: Annotated[
        list[str] | None,
        argument(
            metavar=Text("RESULTAT SAG", "RESULT CASE"),
            help=Text(
                "Det gemte resultat og sagsfilen; - er standard input. Med --log: filer og mapper "
                "med sager, resultater og satser.",
                "The stored result and the case file; - is standard input. With --log: files and "
                "folders of cases, results and rates.",
            ),
        ),
    ] = None,
    log: Annotated[
        Path | None,
        option(
            "--log",
            metavar=Text("FIL", "FILE"),
            help=Text(
                "Lav alle resultater i denne journal igen, og sig, hvad der er blevet af dem.",
                "Make all results of this journal again, and say what became of them.",
            ),
        ),
    ] = None,
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
    """Verify a stored result, or all of a journal; exit code 1 for what is not the same."""
    if log is not None:
        if paid is not None:
            raise CommandError(
                say("--paid hører ikke til --log", "--paid does not go with --log"),
                say("angiv filen blandt stierne", "name the file among the paths"),
            )
        return _verify_log(session, log, paths or [], format)
    if paths is None or len(paths) != len(_PLACES):
        raise CommandError(
            say("der skal angives et resultat og en sag", "a result and a case are needed"),
            say("skriv udmaal verify RESULTAT SAG, eller --log JOURNAL og stier",
                "write udmaal verify RESULT CASE, or --log LOG and paths"),
        )  # fmt: skip
    result, case = paths
    return _verify_result(session, result, case, paid, format)


def _verify_result(session: Session, result: str, case: str, paid: str | None, name: str) -> int:
    """Make one stored result again and write what differs."""
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
    VERIFICATIONS.write(name, found, session.language, None)
    return 0 if found.same_bytes or found.only_case_changed else FAULT


def _verify_log(session: Session, log: Path, paths: list[str], name: str) -> int:
    """Make all results of a journal again and write what became of them."""
    from udmaal.cli.replay import found_in, remade  # noqa: PLC0415 - only with --log
    from udmaal.cli.run import main  # noqa: PLC0415 - it runs this command too
    from udmaal.verification.log import Entry, Made, prove, read_log  # noqa: PLC0415

    def run(words: Sequence[str], environ: Mapping[str, str], entry: Entry) -> int:
        return main(words, environ, "udmaal", began=entry.at)

    lines = read_log(log)
    found = found_in(paths, session)

    def make(entry: Entry) -> Made | None:
        return remade(entry, found, session, run)

    proof = prove(str(log), lines, found, make)
    LOG_PROOFS.write(name, proof, session.language, None)
    return 0 if proof.holds else FAULT
