"""``udmaal rates``: what the rates are, where they come from, and whether they hold."""

import difflib
import re
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from udmaal.cli.completion import rate_keys
from udmaal.cli.declare import Commands, argument, option
from udmaal.cli.exit_codes import FAULT
from udmaal.cli.language import current_language, say
from udmaal.cli.messages import CommandError, report_faults
from udmaal.cli.options import (
    DateOption,
    LangOption,
    OutputOption,
    RatesOption,
    day_of,
    keep_inputs,
    rate_book,
    rates_folder,
)
from udmaal.faults import Fault, InputFaultsError
from udmaal.rates.book import Rate
from udmaal.rates.keys import Regulation
from udmaal.rates.read import rate_file
from udmaal.reading.source import read_source
from udmaal.text.language import Text

_PERCENT = Text("PROCENT", "PERCENT")

COMMANDS = Commands(
    help=Text(
        "Satserne, deres kilder og status.\n\nEksempel: udmaal rates show lost_earnings.ceiling",
        "The rates, their sources and status.\n\nExample: udmaal rates show lost_earnings.ceiling",
    ),
)


class RatesFormat(StrEnum):
    """The formats of lists of rates."""

    table = "table"
    json = "json"
    csv = "csv"


FormatOption = Annotated[
    RatesFormat,
    option("--format", "-f", help=Text("Udskriftens form.", "Form of the output.")),
]


@COMMANDS.command(
    "list",
    help=Text(
        "Vis alle satser på en dato.\n\nEksempel: udmaal rates list --date 2025-03-01",
        "Show all rates on a date.\n\nExample: udmaal rates list --date 2025-03-01",
    ),
)
def list_(
    context: typer.Context,
    date: DateOption = None,
    format: FormatOption = RatesFormat.table,  # noqa: A002 - the option's name is the user's word
    rates: RatesOption = None,
    lang: LangOption = None,
) -> None:
    """List the rates in force on a date."""
    del lang
    book = rate_book(context, rates)
    on = day_of(date, book)
    _show(book.at(on).all(), format, with_source=False)


@COMMANDS.command(
    "show",
    help=Text(
        "Vis alle værdier af en sats over tid med kilde og status.\n\n"
        "Eksempel: udmaal rates show lost_earnings.ceiling",
        "Show all values of a rate over time with source and status.\n\n"
        "Example: udmaal rates show lost_earnings.ceiling",
    ),
)
def show(
    context: typer.Context,
    key: Annotated[str, argument(metavar=Text("NØGLE", "KEY"), autocompletion=rate_keys)],
    format: FormatOption = RatesFormat.table,  # noqa: A002 - the option's name is the user's word
    rates: RatesOption = None,
    lang: LangOption = None,
) -> None:
    """Show the history of one rate."""
    del lang
    from udmaal.rates.keys import RATE_KEYS  # noqa: PLC0415 - help does not need them

    history = rate_book(context, rates).history(key)
    if not history:
        near = difflib.get_close_matches(key, RATE_KEYS, 3, 0.4)
        raise CommandError(
            say(f"satsen {key} kendes ikke", f"unknown rate {key}"),
            say(
                f"mente du {', '.join(near)}?" if near else "se udmaal rates list",
                f"did you mean {', '.join(near)}?" if near else "see udmaal rates list",
            ),
        )
    _show(history, format, with_source=True)


@COMMANDS.command(
    "verify",
    help=Text(
        "Kontrollér satsfilerne: form, huller, og at beregnede værdier passer.\n\n"
        "Eksempel: udmaal rates verify --rates nye-satser/",
        "Check the rate files: form, gaps, and that derived values are right.\n\n"
        "Example: udmaal rates verify --rates new-rates/",
    ),
)
def verify_(context: typer.Context, rates: RatesOption = None, lang: LangOption = None) -> None:
    """Verify the rates; exit code 1 when something must be mended."""
    del lang
    from udmaal.rates.verify import verify  # noqa: PLC0415 - only this command needs it
    from udmaal.text.faults import problem  # noqa: PLC0415

    language = current_language()
    try:
        book = rate_book(context, rates)
    except InputFaultsError as error:
        report_faults(error.faults)
        raise typer.Exit(FAULT) from None
    verdict = verify(book)
    for note in verdict.notes:
        typer.echo(f"{say('bemærk', 'note')}: {_place(note)}{problem(note, language)}")
    if verdict.errors:
        report_faults(verdict.errors)
        raise typer.Exit(FAULT)
    count = sum(len(file.rates) for file in book.files)
    typer.echo(
        say(
            f"{len(book.files)} filer, {count} værdier, {book.first_day} til {book.last_day}: "
            "i orden",
            f"{len(book.files)} files, {count} values, {book.first_day} to {book.last_day}: "
            "in order",
        )
    )


@COMMANDS.command(
    "diff",
    help=Text(
        "Vis, hvad der er ændret fra én dato til en anden.\n\n"
        "Eksempel: udmaal rates diff 2025-12-31 2026-01-01",
        "Show what changed from one date to another.\n\n"
        "Example: udmaal rates diff 2025-12-31 2026-01-01",
    ),
)
def diff(
    context: typer.Context,
    before: Annotated[str, argument(metavar=Text("DATO", "DATE"))],
    after: Annotated[str, argument(metavar=Text("DATO", "DATE"))],
    rates: RatesOption = None,
    lang: LangOption = None,
) -> None:
    """Show the rates that differ between two dates."""
    del lang
    from udmaal.output.page import Page  # noqa: PLC0415 - only tables need rich
    from udmaal.output.rates import differences_table  # noqa: PLC0415

    book = rate_book(context, rates)
    old, new = (book.at(day_of(text, book)) for text in (before, after))
    pairs = [
        (old.get(key), new.get(key))
        for key in sorted({rate.key for rate in (*old.all(), *new.all())})
    ]
    changed = [(a, b) for a, b in pairs if a is None or b is None or a.value != b.value]
    page = Page(None)
    page.console.print(differences_table(changed, current_language()))
    page.close()


@COMMANDS.command(
    "regulate",
    help=Text(
        "Lav næste års satsfil af reguleringsprocenterne, alle satser foreløbige. Uden --output "
        "og --rates skrives den på skærmen.\n\n"
        "Eksempel: udmaal rates regulate 2027 --lost-earnings 3.0 --satsregulering 2.7 "
        "--rates satser/",
        "Make next year's rate file from the percentages, all rates provisional. Without --output "
        "and --rates it is printed.\n\n"
        "Example: udmaal rates regulate 2027 --lost-earnings 3.0 --satsregulering 2.7 "
        "--rates rates/",
    ),
)
def regulate_(
    context: typer.Context,
    year: Annotated[int, argument(metavar=Text("ÅR", "YEAR"), min=2015, max=2100)],
    lost_earnings: Annotated[
        str,
        option(
            "--lost-earnings",
            metavar=_PERCENT,
            help=Text("Procenten for tabt arbejdsfortjeneste.", "The lost-earnings percentage."),
        ),
    ],
    satsregulering: Annotated[
        str,
        option(
            "--satsregulering",
            metavar=_PERCENT,
            help=Text("Satsreguleringsprocenten.", "The satsreguleringsprocent."),
        ),
    ],
    output: OutputOption = None,
    force: Annotated[
        bool, option("--force", help=Text("Overskriv en fil.", "Overwrite a file."))
    ] = False,
    rates: RatesOption = None,
    lang: LangOption = None,
) -> None:
    """Write the provisional rates of a new year; never over a file without ``--force``."""
    del lang
    from udmaal.output.write import write  # noqa: PLC0415 - only this command needs them
    from udmaal.rates.regulate import rate_file_text, regulate  # noqa: PLC0415

    percentages: dict[Regulation, Decimal] = {
        "lost_earnings": _percent("--lost-earnings", lost_earnings),
        "satsregulering": _percent("--satsregulering", satsregulering),
    }
    folder = rates_folder(context, rates)
    new = regulate(rate_book(context, rates), year, percentages)
    target = output or (folder / f"{new.effective}.toml" if folder is not None else None)
    anew = target is not None and _is_provisional(target)
    if not anew:
        keep_inputs([target], (), [folder])
    if target is not None and target.exists() and not force:
        raise CommandError(
            say(f"filen {target} findes", f"the file {target} exists"),
            say("brug --force for at overskrive den", "use --force to overwrite it"),
        )
    write(rate_file_text(new), target, over="rates" if anew else None)
    still_open = ", ".join(new.still_open)
    typer.echo(
        say(
            f"{len(new.rates)} foreløbige satser fra {new.effective}. Mangler endnu: {still_open}",
            f"{len(new.rates)} provisional rates from {new.effective}. Still open: {still_open}",
        ),
        err=True,
    )


def _is_provisional(path: Path) -> bool:
    """Tell whether a file is one that ``regulate`` made: nothing in it is known yet."""
    try:
        made = rate_file(path.name, read_source(path))
    except InputFaultsError:
        return False
    return all(rate.status == "provisional" for rate in made.rates)


def _percent(option: str, text: str) -> Decimal:
    """Read a percentage, with a point or a comma; raises ``CommandError``."""
    if re.fullmatch(r"\d{1,2}([.,]\d{1,3})?", text, re.ASCII):
        return Decimal(text.replace(",", "."))
    raise CommandError(
        say(f"{option}: {text} er ikke en procent", f"{option}: {text} is no percentage"),
        say("skriv f.eks. 3.0", "write for example 3.0"),
    )


def _place(fault: Fault) -> str:
    return f"{fault.file}: " if fault.file else ""


def _show(rates: Sequence[Rate], format_: RatesFormat, *, with_source: bool) -> None:
    """Show rates as a table, as JSON or as CSV."""
    from udmaal.output.rates import rates_csv, rates_document, rates_table  # noqa: PLC0415
    from udmaal.output.write import json_text, write  # noqa: PLC0415

    language = current_language()
    if format_ is RatesFormat.json:
        write(json_text([rates_document(rate) for rate in rates]), None)
    elif format_ is RatesFormat.csv:
        write(rates_csv(rates, language), None)
    else:
        from udmaal.output.page import Page  # noqa: PLC0415 - the other formats do without rich

        page = Page(None)
        page.console.print(rates_table(rates, language, with_source=with_source))
        page.close()
