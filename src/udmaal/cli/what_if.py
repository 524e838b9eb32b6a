"""``udmaal what-if``: the result as some inputs vary."""

import gc
from pathlib import Path
from typing import Annotated

from udmaal.cli.completion import case_keys
from udmaal.cli.declare import option
from udmaal.cli.exit_codes import FAULT, USAGE, refusals
from udmaal.cli.formats import WHAT_IFS
from udmaal.cli.language import say
from udmaal.cli.messages import CommandError
from udmaal.cli.options import (
    CaseArgument,
    CorrectedOption,
    DateOption,
    OutputOption,
    format_option,
    needs,
    refuse_unwritable,
    today,
)
from udmaal.cli.session import Session, with_session
from udmaal.faults import InputFaultsError
from udmaal.language import Text

HELP = Text(
    "Vis resultatet, når en eller flere oplysninger i sagen varierer. Sagsfilen ændres ikke.\n\n"
    "VÆRDIER er et interval (5..37, 20000..45000/2500 i trin på 2500, 2025-01-01..2025-12-01 måned "
    "for måned) eller en liste (employee,self_employed). Flere --set giver alle kombinationer. "
    "Nøglen date alene er beregningsdatoen; hvorfor beløbet er et andet, viser udmaal compare.\n\n"
    "Eksempel: udmaal what-if sag.toml --set hours=5..37 --picture timer.svg",
    "Show the result as one or more facts of the case vary. The case file is not changed.\n\n"
    "VALUES are a range (5..37, 20000..45000/2500 in steps of 2500, 2025-01-01..2025-12-01 month "
    "by month) or a list (employee,self_employed). Several --set give all combinations. The key "
    "date alone is the calculation date; why the amount is another, udmaal compare tells.\n\n"
    "Example: udmaal what-if case.toml --set hours=5..37 --picture hours.svg",
)
PICTURES = (".svg", ".png")


@with_session()
def what_if(
    session: Session,
    case: CaseArgument,
    set_: Annotated[
        list[str],
        option(
            "--set",
            role="facts",
            metavar=Text("NØGLE=VÆRDIER", "KEY=VALUES"),
            autocompletion=case_keys,
            help=Text(
                "Hvad der varierer, f.eks. hours=5..37. Er der flere af det navn i sagen, siger "
                "programmet, hvordan de skrives. Kan gentages.",
                "What varies, for example hours=5..37. Where the case has several of the name, the "
                "program says how they are written. May be repeated.",
            ),
        ),
    ],
    date: DateOption = None,
    format: Annotated[  # noqa: A002 - the option's name is the user's word
        str, format_option(WHAT_IFS)
    ] = WHAT_IFS.names[0],
    picture: Annotated[
        Path | None,
        option(
            "--picture",
            role="writes",
            metavar=Text("FIL.svg|.png", "FILE.svg|.png"),
            help=Text("Tegn beløbene i denne fil.", "Draw the amounts in this file."),
        ),
    ] = None,
    output: OutputOption = None,
    corrected_ceilings: CorrectedOption = False,
) -> int:
    """Calculate all combinations; exit code 1 when every one of them is refused."""
    refuse_unwritable(WHAT_IFS, format, output)
    if picture is not None:
        if picture.suffix.lower() not in PICTURES:
            raise CommandError(
                say(f"{picture} er hverken .svg eller .png", f"{picture} is neither .svg nor .png"),
                say("kald filen noget.svg eller noget.png", "name it something.svg or .png"),
            )
        needs("matplotlib", "report")
    from udmaal.reading.source import parse, read_source  # noqa: PLC0415
    from udmaal.settings import read_variations  # noqa: PLC0415
    from udmaal.what_if import combinations as run  # noqa: PLC0415 - help does not need the rules

    rates, folders = session.rates, session.municipality_folders
    session.keep_inputs([output, picture], [case])
    gc.enable()  # thousands of combinations leave much behind
    with refusals():
        source = read_source(case)
        document = parse(source)
    variations = read_variations(set_, document)
    dates_vary = any(each.is_calculation_date for each in variations)
    if date is not None and dates_vary:
        raise CommandError(
            say("beregningsdatoen er givet to gange", "the calculation date is given twice"),
            say("udelad --date eller --set date", "leave out --date or --set date"),
        )
    on = today() if dates_vary else session.day(date)

    def code_of(refused: InputFaultsError) -> int:
        return FAULT if any(fault.file == source.name for fault in refused.faults) else USAGE

    with refusals(code_of):
        found = run.what_if(
            source, document, variations, rates, on, folders, corrected_ceilings=corrected_ceilings
        )
    WHAT_IFS.write(format, found, session.language, output)
    if picture is not None:
        from udmaal.output.write import write_bytes  # noqa: PLC0415
        from udmaal.what_if.picture import draw  # noqa: PLC0415 - loads matplotlib

        write_bytes(draw(found, session.language, picture.suffix.lower()), picture)
    return FAULT if all(row.faults for row in found.rows) else 0
