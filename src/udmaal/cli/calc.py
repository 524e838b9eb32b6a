"""``udmaal calc``: the itemised breakdown of one month."""

from typing import Annotated

from udmaal.cli.declare import option
from udmaal.cli.exit_codes import each_of
from udmaal.cli.formats import BREAKDOWNS
from udmaal.cli.options import (
    CasesArgument,
    CorrectedOption,
    DateOption,
    KnownOption,
    OutputOption,
    format_option,
    known_of,
    refuse_unwritable,
)
from udmaal.cli.session import Session, with_session
from udmaal.language import Text

HELP = Text(
    "Beregn en sag for en dato: først svaret, derefter hver linje med formel, lov og sats.\n\n"
    "Eksempel: udmaal calc sag.toml --date 2026-03-01\n\n"
    "Eksempel: udmaal calc sag.toml --date 2026-03-01 --short",
    "Calculate a case on a date: first the answer, then each line with formula, law and rate.\n\n"
    "Example: udmaal calc case.toml --date 2026-03-01\n\n"
    "Example: udmaal calc case.toml --date 2026-03-01 --short",
)

ShortOption = Annotated[
    bool,
    option(
        "--short",
        help=Text(
            "Vis kun svaret og det, der skal tages stilling til (i tabellen).",
            "Show the answer and what needs a hand alone (in the table).",
        ),
    ),
]
IdsOption = Annotated[
    bool,
    option(
        "--ids",
        help=Text(
            "Vis posternes navne, som udmaal explain kender (i tabellen).",
            "Show the ids of the lines, which udmaal explain knows (in the table).",
        ),
    ),
]


@with_session()
def calc(
    session: Session,
    cases: CasesArgument,
    date: DateOption = None,
    format: Annotated[  # noqa: A002 - the option's name is the user's word
        str, format_option(BREAKDOWNS)
    ] = BREAKDOWNS.names[0],
    output: OutputOption = None,
    corrected_ceilings: CorrectedOption = False,
    known: KnownOption = None,
    short: ShortOption = False,
    ids: IdsOption = False,
) -> int:
    """Calculate cases; those at fault are reported and do not stop the others."""
    refuse_unwritable(BREAKDOWNS, format, output)
    from udmaal.api import calculate, read_case  # noqa: PLC0415 - help does not need the rules
    from udmaal.output.formats.breakdown import Breakdowns, Calculated  # noqa: PLC0415

    rates, folders = session.rates, session.municipality_folders
    on, asof = session.day(date), known_of(known)
    session.keep_inputs([output], cases)

    def calculated(path: str) -> Calculated:
        case = read_case(path, rates).as_known(asof, rates)
        breakdown = calculate(case, rates, on, folders, corrected_ceilings=corrected_ceilings)
        return Calculated(case, breakdown)

    made, code = each_of(cases, calculated)
    if made:
        result = Breakdowns(made, several=len(cases) > 1, short=short, ids=ids)
        BREAKDOWNS.write(format, result, session.language, output)
    return code
