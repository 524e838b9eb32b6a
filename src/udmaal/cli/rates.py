"""``udmaal rates``: what the rates are, where they come from, and whether they hold."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from udmaal.cli.completion import rate_keys
from udmaal.cli.declare import Commands, argument, option
from udmaal.cli.exit_codes import FAULT, RefusedError, refusals
from udmaal.cli.formats import RATE_LISTS
from udmaal.cli.language import say
from udmaal.cli.messages import CommandError, no_such, report_notice
from udmaal.cli.options import (
    DateOption,
    OutputOption,
    format_option,
    keep_inputs,
)
from udmaal.cli.session import Session, with_session
from udmaal.faults import Fault, InputFaultsError
from udmaal.language import Text
from udmaal.rates.keys import Regulation
from udmaal.rates.read import rate_file
from udmaal.reading.source import read_source

_PERCENT = Text("PROCENT", "PERCENT")

COMMANDS = Commands(
    help=Text(
        "Satserne, deres kilder og status.\n\nEksempel: udmaal rates show lost_earnings.ceiling",
        "The rates, their sources and status.\n\nExample: udmaal rates show lost_earnings.ceiling",
    ),
)

_DATE = Text("DATO", "DATE")
FormatOption = Annotated[str, format_option(RATE_LISTS)]


@COMMANDS.command(
    "list",
    help=Text(
        "Vis alle satser på en dato.\n\nEksempel: udmaal rates list --date 2025-03-01",
        "Show all rates on a date.\n\nExample: udmaal rates list --date 2025-03-01",
    ),
)
@with_session(levels=False)
def list_(
    session: Session,
    date: DateOption = None,
    format: FormatOption = RATE_LISTS.names[0],  # noqa: A002 - the option's name is the user's word
) -> int:
    """List the rates in force on a date."""
    from udmaal.output.formats.rates import RateList  # noqa: PLC0415 - help does not need it

    listed = RateList(session.rates.at(session.day(date)).all(), with_source=False)
    RATE_LISTS.write(format, listed, session.language, None)
    return 0


@COMMANDS.command(
    "show",
    help=Text(
        "Vis alle værdier af en sats over tid med kilde og status; efter nøgle eller med ord.\n\n"
        "Eksempel: udmaal rates show lost_earnings.ceiling\n\n"
        "Eksempel: udmaal rates show sygedagpenge",
        "Show all values of a rate over time with source and status; by key or in words.\n\n"
        "Example: udmaal rates show lost_earnings.ceiling\n\n"
        "Example: udmaal rates show sickness",
    ),
)
@with_session(levels=False)
def show(
    session: Session,
    key: Annotated[
        str,
        argument(
            metavar=Text("NØGLE", "KEY"),
            autocompletion=rate_keys,
            help=Text(
                "Satsens nøgle, eller et ord af dens navn.", "Its key, or a word of its name."
            ),
        ),
    ],
    format: FormatOption = RATE_LISTS.names[0],  # noqa: A002 - the option's name is the user's word
) -> int:
    """Show the history of one rate."""
    from udmaal.output.formats.rates import RateList  # noqa: PLC0415 - help needs neither

    history = session.rates.history(key)
    if not history:
        history = session.rates.history(_meant(key, session))
    RATE_LISTS.write(format, RateList(history, with_source=True), session.language, None)
    return 0


def _meant(words: str, session: Session) -> str:
    """Give the key of the rate that words mean most likely, and say so.

    Raises ``CommandError`` where no rate is called that.
    """
    from udmaal.output.search import found, near  # noqa: PLC0415 - a key needs no search
    from udmaal.rates.keys import RATE_KEYS  # noqa: PLC0415

    known = [key for key in RATE_KEYS if session.rates.history(key)]
    meant = [each.key for each in found(words, session.language, known)]
    if not meant:
        raise no_such(
            say(f"satsen {words} kendes ikke", f"unknown rate {words}"),
            near(words, known),
            "udmaal rates list",
        )
    best, *others = meant
    also = say("; fandt også ", "; also found ") + ", ".join(others) if others else ""
    report_notice(say(f"{words}: viser {best}", f"{words}: shows {best}") + also)
    return best


@COMMANDS.command(
    "verify",
    help=Text(
        "Kontrollér satsfilerne: form, huller, og at beregnede værdier passer.\n\n"
        "Eksempel: udmaal rates verify --rates nye-satser/",
        "Check the rate files: form, gaps, and that derived values are right.\n\n"
        "Example: udmaal rates verify --rates new-rates/",
    ),
)
@with_session(levels=False)
def verify_(session: Session) -> int:
    """Verify the rates; exit code 1 when something must be mended."""
    from udmaal.rates.verify import verify  # noqa: PLC0415 - only this command needs it
    from udmaal.text import numbers  # noqa: PLC0415
    from udmaal.text.faults import problem  # noqa: PLC0415

    with refusals():
        book = session.rates
    verdict = verify(book)
    for note in verdict.notes:
        typer.echo(f"{say('bemærk', 'note')}: {_place(note)}{problem(note, session.language)}")
    if verdict.errors:
        raise RefusedError(verdict.errors, FAULT)
    count = sum(len(file.rates) for file in book.files)
    first, last = (numbers.day(each, session.language) for each in (book.first_day, book.last_day))
    typer.echo(
        say(
            f"{len(book.files)} filer, {count} værdier, {first} til {last}: i orden",
            f"{len(book.files)} files, {count} values, {first} to {last}: in order",
        )
    )
    return 0


@COMMANDS.command(
    "diff",
    help=Text(
        "Vis, hvad der er ændret fra én dato til en anden.\n\n"
        "Eksempel: udmaal rates diff 2025-12-31 2026-01-01",
        "Show what changed from one date to another.\n\n"
        "Example: udmaal rates diff 2025-12-31 2026-01-01",
    ),
)
@with_session(levels=False)
def diff(
    session: Session,
    before: Annotated[
        str,
        argument(
            metavar=Text("DATO", "DATE"), help=Text("Den tidligere dato.", "The earlier date.")
        ),
    ],
    after: Annotated[
        str,
        argument(metavar=_DATE, help=Text("Den senere dato.", "The later date.")),
    ],
) -> int:
    """Show the rates that differ between two dates."""
    from udmaal.output.page import Page  # noqa: PLC0415 - only tables need rich
    from udmaal.output.rate_tables import differences_table  # noqa: PLC0415

    old, new = (session.rates.at(session.day(text)) for text in (before, after))
    pairs = [
        (old.get(key), new.get(key))
        for key in sorted({rate.key for rate in (*old.all(), *new.all())})
    ]
    changed = [(a, b) for a, b in pairs if a is None or b is None or a.value != b.value]
    page = Page(None)
    page.console.print(differences_table(changed, session.language))
    page.close()
    return 0


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
@with_session(levels=False)
def regulate_(
    session: Session,
    year: Annotated[
        int,
        argument(
            metavar=Text("ÅR", "YEAR"),
            min=2015,
            max=2100,
            help=Text("Året, satserne er for.", "The year of the rates."),
        ),
    ],
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
) -> int:
    """Write the provisional rates of a new year; never over a file without ``--force``."""
    from udmaal.output.write import write  # noqa: PLC0415 - only this command needs them
    from udmaal.rates.regulate import rate_file_text, regulate  # noqa: PLC0415
    from udmaal.text import numbers  # noqa: PLC0415
    from udmaal.text.rate_names import RATE_NAMES  # noqa: PLC0415

    percentages: dict[Regulation, Decimal] = {
        "lost_earnings": _percent("--lost-earnings", lost_earnings),
        "satsregulering": _percent("--satsregulering", satsregulering),
    }
    folder = session.rates_folder
    new = regulate(session.rates, year, percentages)
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
    still_open = "; ".join(
        f"{RATE_NAMES[key].in_(session.language)} ({key})" for key in new.still_open
    )
    start = numbers.day(new.effective, session.language)
    typer.echo(
        say(
            f"{len(new.rates)} foreløbige satser fra {start}. Mangler endnu: {still_open}",
            f"{len(new.rates)} provisional rates from {start}. Still open: {still_open}",
        ),
        err=True,
    )
    return 0


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
