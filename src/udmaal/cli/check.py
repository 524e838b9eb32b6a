"""``udmaal check``: the known mistakes, before the appeals board finds them."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import typer

from udmaal.breakdown import Finding
from udmaal.cli.declare import option
from udmaal.cli.exit_codes import FAULT
from udmaal.cli.language import current_language, say
from udmaal.cli.messages import CommandError, report_faults
from udmaal.cli.options import (
    CasesArgument,
    DateOption,
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
from udmaal.text.language import Text

HELP = Text(
    "Find de kendte fejl i en sag, hver med sted, hvad der skal gøres, og kilde.\n\n"
    "Eksempel: udmaal check sag.toml --date 2026-03-01 --ignore U602",
    "Find the known mistakes in a case, each with place, what to do and source.\n\n"
    "Example: udmaal check case.toml --date 2026-03-01 --ignore U602",
)


class CheckFormat(StrEnum):
    """The formats of ``check``."""

    text = "text"
    json = "json"
    sarif = "sarif"


def check(
    context: typer.Context,
    cases: CasesArgument,
    date: DateOption = None,
    format: Annotated[  # noqa: A002 - the option's name is the user's word
        CheckFormat, option("--format", "-f", help=Text("Rapportens form.", "Report format."))
    ] = CheckFormat.text,
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
    rates: RatesOption = None,
    municipality_dir: MunicipalityOption = None,
    lang: LangOption = None,
) -> None:
    """Check cases; exit code 1 when an error stands, with ``--strict`` also a warning."""
    del lang
    from udmaal.api import check_case, read_case  # noqa: PLC0415 - help needs no rules
    from udmaal.output.check_report import (  # noqa: PLC0415
        checked,
        print_report,
        report_document,
        sarif_document,
    )

    wanted, unwanted = _prefixes("--select", select), _prefixes("--ignore", ignore)
    book = rate_book(context, rates)
    folders = municipality_folders(context, municipality_dir, rates)
    on = day_of(date, book)
    keep_inputs([output], cases, [rates_folder(context, rates), *folders])
    report = []
    at_fault = False
    for path in cases:
        try:
            file = read_case(path, book)
            found = check_case(file, book, on, folders)
        except InputFaultsError as error:
            report_faults(error.faults)
            at_fault = True
            continue
        chosen = _chosen(found, wanted, unwanted)
        report.append(checked(file.source, file.case.case_id, chosen))
        severities = {each.severity for each in chosen if each.accepted is None}
        at_fault |= "error" in severities or (strict and "warning" in severities)
    language = current_language()
    if format is CheckFormat.text:
        from udmaal.output.page import Page  # noqa: PLC0415 - the other formats need no rich

        page = Page(output, wrap=False)
        print_report(report, on, language, page.console)
        page.close()
    else:
        from udmaal.output.write import json_text, write  # noqa: PLC0415

        if format is CheckFormat.json:
            write(json_text(report_document(report, language)), output)
        else:
            write(json_text(sarif_document(report, on, language)), output)
    if at_fault:
        raise typer.Exit(FAULT)


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
