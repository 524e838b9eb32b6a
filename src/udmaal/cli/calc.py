"""``udmaal calc``: the itemised breakdown of one month."""

from collections.abc import Sequence
from pathlib import Path

import typer

from udmaal.breakdown import Breakdown
from udmaal.cli.exit_codes import FAULT
from udmaal.cli.language import current_language
from udmaal.cli.messages import report_faults
from udmaal.cli.options import (
    CasesArgument,
    CorrectedOption,
    DateOption,
    Format,
    FormatOption,
    LangOption,
    MunicipalityOption,
    OutputOption,
    RatesOption,
    day_of,
    keep_inputs,
    municipality_folders,
    rate_book,
    rates_folder,
)
from udmaal.faults import InputFaultsError
from udmaal.text.language import Language, Text

HELP = Text(
    "Beregn en sag for en dato, med formel, lov og sats bag hver linje.\n\n"
    "Eksempel: udmaal calc sag.toml --date 2026-03-01",
    "Calculate a case on a date, with the formula, law and rate behind each line.\n\n"
    "Example: udmaal calc case.toml --date 2026-03-01",
)


def calc(
    context: typer.Context,
    cases: CasesArgument,
    date: DateOption = None,
    format: FormatOption = Format.table,  # noqa: A002 - the option's name is the user's word
    output: OutputOption = None,
    corrected_ceilings: CorrectedOption = False,
    rates: RatesOption = None,
    municipality_dir: MunicipalityOption = None,
    lang: LangOption = None,
) -> None:
    """Calculate cases; those at fault are reported and do not stop the others."""
    del lang
    from udmaal.api import calculate, read_case  # noqa: PLC0415 - help does not need the rules

    book = rate_book(context, rates)
    folders = municipality_folders(context, municipality_dir, rates)
    on = day_of(date, book)
    keep_inputs([output], cases, [rates_folder(context, rates), *folders])
    breakdowns = []
    at_fault = False
    for path in cases:
        try:
            case_file = read_case(path, book)
            breakdowns.append(
                calculate(case_file, book, on, folders, corrected_ceilings=corrected_ceilings)
            )
        except InputFaultsError as error:
            report_faults(error.faults)
            at_fault = True
    if breakdowns:
        language = current_language()
        if format is Format.table:
            _print(breakdowns, language, output)
        else:
            _write(format, breakdowns, language, output, several=len(cases) > 1)
    if at_fault:
        raise typer.Exit(FAULT)


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
