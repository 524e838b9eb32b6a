"""``udmaal ledger``: a case month by month, and against what was paid."""

from collections.abc import Collection
from typing import Annotated

from udmaal.cli.declare import option
from udmaal.cli.exit_codes import code_of_months, refusals
from udmaal.cli.formats import LEDGERS
from udmaal.cli.language import say
from udmaal.cli.messages import report_notice
from udmaal.cli.options import (
    CaseArgument,
    CorrectedOption,
    KnownOption,
    OutputOption,
    format_option,
    known_of,
    month_of,
    needs_for_table,
    refuse_unwritable,
    today,
)
from udmaal.cli.session import Session, with_session
from udmaal.language import Text

HELP = Text(
    "Vis en sag måned for måned: ydelse, regulering, ferietillæg, afvikling og forskellen til det "
    "udbetalte.\n\n"
    "Eksempel: udmaal ledger sag.toml --from 2025-01 --to 2026-12 --paid udbetalt.csv",
    "Show a case month by month: benefit, regulation, holiday supplements, run-off and the "
    "difference to what was paid.\n\n"
    "Example: udmaal ledger case.toml --from 2025-01 --to 2026-12 --paid paid.csv",
)
_MONTH = Text("ÅÅÅÅ-MM", "YYYY-MM")


@with_session()
def ledger(
    session: Session,
    case: CaseArgument,
    first: Annotated[
        str | None,
        option(
            "--from",
            metavar=_MONTH,
            help=Text(
                "Første måned. Uden: sagens første.", "First month. Without: the first of the case."
            ),
        ),
    ] = None,
    last: Annotated[
        str | None,
        option(
            "--to",
            metavar=_MONTH,
            help=Text(
                "Sidste måned. Uden: denne måned, eller forløbets sidste, hvis den er senere.",
                "Last month. Without: this month, or the last of the course if that is later.",
            ),
        ),
    ] = None,
    paid: Annotated[
        str | None,
        option(
            "--paid",
            role="reads",
            metavar=Text("FIL", "FILE"),
            help=Text(
                "Hvad der er udbetalt, som CSV, .xlsx eller .ods: måned og beløb, eller brutto, "
                "pension og ferie hver for sig (og forælder).",
                "What was paid, as CSV, .xlsx or .ods: month and amount, or gross, pension and "
                "holiday each (and parent).",
            ),
        ),
    ] = None,
    explain: Annotated[
        list[str] | None,
        option(
            "--explain",
            metavar=_MONTH,
            help=Text(
                "Vis månedens linjer med formler og lov; kan gentages.",
                "Show the lines of a month with formulas and law; may be repeated.",
            ),
        ),
    ] = None,
    plot: Annotated[
        bool,
        option(
            "--plot", help=Text("Tegn bruttoydelsen pr. måned.", "Draw the gross benefit a month.")
        ),
    ] = False,
    format: Annotated[  # noqa: A002 - the option's name is the user's word
        str, format_option(LEDGERS)
    ] = LEDGERS.names[0],
    output: OutputOption = None,
    corrected_ceilings: CorrectedOption = False,
    known: KnownOption = None,
) -> int:
    """Work a case out month by month."""
    refuse_unwritable(LEDGERS, format, output)
    from udmaal.api import make_ledger, read_case  # noqa: PLC0415 - help needs no rules
    from udmaal.output.formats.ledger import ShownLedger  # noqa: PLC0415

    rates, folders = session.rates, session.municipality_folders
    session.keep_inputs([output], [case, paid])
    needs_for_table(paid)
    begin, end, asof = month_of(first), month_of(last), known_of(known)
    explained = frozenset(str(month_of(month)) for month in explain or ())
    with refusals(code_of_months):
        made = make_ledger(
            read_case(case, rates).as_known(asof, rates),
            rates,
            begin,
            end,
            today=today(),
            municipality_folders=folders,
            corrected_ceilings=corrected_ceilings,
        )
        if paid is not None:
            from udmaal.comparison.compare import compare  # noqa: PLC0415 - only with --paid
            from udmaal.comparison.paid import read_paid  # noqa: PLC0415

            read = read_paid(paid)
            made = compare(made, read)
            _say_what_is_not_compared(read.parts)
    LEDGERS.write(format, ShownLedger(made, explained, plot), session.language, output)
    return 0


def _say_what_is_not_compared(parts: Collection[str]) -> None:
    """Name the parts that a file of what was paid has no column for."""
    words = {
        "gross": say("bruttoydelse", "gross benefit"),
        "pension": say("pension", "pension"),
        "holiday": say("ferietillæg", "holiday supplements"),
    }
    left_out = [text for part, text in words.items() if part not in parts]
    if left_out:
        names = say(" og ", " and ").join(left_out)
        report_notice(
            say(
                f"filen har ingen kolonne for {names}; det er ikke sammenlignet",
                f"the file has no column for {names}; that is not compared",
            )
        )
