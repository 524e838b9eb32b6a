"""``udmaal calc``: the itemised breakdown of one month."""

from collections.abc import Sequence
from pathlib import Path

from udmaal.breakdown import Breakdown
from udmaal.cli.exit_codes import each_of
from udmaal.cli.options import (
    CasesArgument,
    CorrectedOption,
    DateOption,
    Format,
    FormatOption,
    OutputOption,
)
from udmaal.cli.session import Session, with_session
from udmaal.text.language import Language, Text

HELP = Text(
    "Beregn en sag for en dato, med formel, lov og sats bag hver linje.\n\n"
    "Eksempel: udmaal calc sag.toml --date 2026-03-01",
    "Calculate a case on a date, with the formula, law and rate behind each line.\n\n"
    "Example: udmaal calc case.toml --date 2026-03-01",
)


@with_session()
def calc(
    session: Session,
    cases: CasesArgument,
    date: DateOption = None,
    format: FormatOption = Format.table,  # noqa: A002 - the option's name is the user's word
    output: OutputOption = None,
    corrected_ceilings: CorrectedOption = False,
) -> int:
    """Calculate cases; those at fault are reported and do not stop the others."""
    from udmaal.api import calculate, read_case  # noqa: PLC0415 - help does not need the rules

    rates, folders = session.rates, session.municipality_folders
    on = session.day(date)
    session.keep_inputs([output], cases)
    breakdowns, code = each_of(
        cases,
        lambda path: calculate(
            read_case(path, rates), rates, on, folders, corrected_ceilings=corrected_ceilings
        ),
    )
    if breakdowns:
        language = session.language
        if format is Format.table:
            _print(breakdowns, language, output)
        else:
            _write(format, breakdowns, language, output, several=len(cases) > 1)
    return code


def _print(breakdowns: Sequence[Breakdown], language: Language, output: Path | None) -> None:
    from udmaal.output.page import Page  # noqa: PLC0415 - the other formats do without rich
    from udmaal.output.table import print_breakdown  # noqa: PLC0415

    page = Page(output)
    for number, breakdown in enumerate(breakdowns):
        if number:
            page.console.print()
        print_breakdown(breakdown, language, page.console)
    page.close()


def _write(
    format_: Format,
    breakdowns: Sequence[Breakdown],
    language: Language,
    output: Path | None,
    *,
    several: bool,
) -> None:
    from udmaal.output.write import json_text, toml_text, write  # noqa: PLC0415

    if format_ is Format.csv:
        from udmaal.output.csv import csv_text  # noqa: PLC0415

        text = csv_text(breakdowns, language)
    elif format_ is Format.markdown:
        from udmaal.output.markdown import markdown_text  # noqa: PLC0415

        text = markdown_text(breakdowns, language)
    else:
        from udmaal.output.document import document  # noqa: PLC0415

        documents = [document(breakdown, language) for breakdown in breakdowns]
        if format_ is Format.json:
            text = json_text(documents if several else documents[0])
        else:
            text = toml_text({"cases": documents} if several else documents[0])
    write(text, output)
