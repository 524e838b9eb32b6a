"""``udmaal rates``: what the rates are, where they come from, and whether they hold."""

import re
from collections.abc import Container, Iterable
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from udmaal.cli.completion import rate_keys
from udmaal.cli.declare import Commands, argument, option
from udmaal.cli.exit_codes import FAULT, RefusedError, refusals
from udmaal.cli.formats import RATE_LISTS
from udmaal.cli.language import current_language, say
from udmaal.cli.messages import CommandError, no_such, report_notice
from udmaal.cli.options import (
    DateOption,
    OutputOption,
    day_of,
    format_option,
    keep_inputs,
)
from udmaal.cli.session import Session, with_session
from udmaal.faults import Fault, InputFaultsError
from udmaal.language import Text
from udmaal.rates.keys import Regulation
from udmaal.rates.read import rate_file
from udmaal.rates.written import quoted
from udmaal.reading.source import BOM, read_source
from udmaal.reading.written import written_amount

_PERCENT = Text("PROCENT", "PERCENT")
_KEY = Text("NØGLE", "KEY")
_TEXT = Text("TEKST", "TEXT")

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
@with_session(levels=False, log=False)
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
@with_session(levels=False, log=False)
def show(
    session: Session,
    key: Annotated[
        str,
        argument(
            metavar=_KEY,
            autocompletion=rate_keys,
            help=Text(
                "Satsens nøgle, eller et ord af dens navn.", "Its key, or a word of its name."
            ),
        ),
    ],
    format: FormatOption = RATE_LISTS.names[0],  # noqa: A002 - the option's name is the user's word
) -> int:
    """Show the history of one rate."""
    from udmaal.output.formats.rates import RateList  # noqa: PLC0415 - help does not need it

    history = session.rates.history(key)
    if not history:
        history = session.rates.history(_meant(key, session))
    RATE_LISTS.write(format, RateList(history, with_source=True), session.language, None)
    return 0


def _meant(words: str, session: Session) -> str:
    """Give the key of the rate that words mean most likely, and say so.

    Raises ``CommandError`` where no rate is called that.
    """
    from udmaal.output.search import found  # noqa: PLC0415 - a key needs no search
    from udmaal.rates.keys import RATE_KEYS  # noqa: PLC0415

    known = [key for key in RATE_KEYS if session.rates.history(key)]
    meant = [each.key for each in found(words, session.language, known)]
    if not meant:
        raise _unknown(words, known)
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
@with_session(levels=False, log=False)
def verify_(session: Session) -> int:
    """Verify the rates; exit code 1 when something must be mended."""
    from udmaal.rates.verify import verify  # noqa: PLC0415 - only this command needs it
    from udmaal.text import numbers  # noqa: PLC0415

    with refusals():
        book = session.rates
    verdict = verify(book)
    _tell(verdict.notes)
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
@with_session(levels=False, log=False)
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
@with_session(levels=False, log=False)
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


@COMMANDS.command(
    "confirm",
    help=Text(
        "Bekræft en beregnet eller foreløbig sats i din egen mappe, når den er offentliggjort.\n\n"
        "Værdien på datoen får status published og kilden; alt andet i filen står, som det stod. "
        "Mappen angives med --rates eller UDMAAL_RATES; de medfølgende satser ændres aldrig.\n\n"
        'Eksempel: udmaal rates confirm lost_earnings.ceiling --source "Social- og '
        'Boligstyrelsens satsoversigt for 2026" --rates satser/',
        "Confirm a derived or provisional rate in your own folder, once it is published.\n\n"
        "The value on the date gets the status published and the source; all else in the file "
        "stays as it stood. The folder is named by --rates or UDMAAL_RATES; the shipped rates are "
        "never changed.\n\n"
        'Example: udmaal rates confirm lost_earnings.ceiling --source "the list of rates for '
        '2026" --rates rates/',
    ),
)
@with_session(levels=False, log=False)
def confirm_(
    session: Session,
    key: Annotated[
        str,
        argument(metavar=_KEY, autocompletion=rate_keys, help=Text("Satsens nøgle.", "Its key.")),
    ],
    source: Annotated[
        str,
        option(
            "--source",
            metavar=_TEXT,
            help=Text(
                "Hvor værdien er offentliggjort; uden --source-da på begge sprog.",
                "Where the value is published; without --source-da in both languages.",
            ),
        ),
    ],
    source_da: Annotated[
        str | None,
        option(
            "--source-da",
            metavar=_TEXT,
            help=Text(
                "Kilden, som et dansk resultat angiver den, når --source er på engelsk.",
                "The source as a Danish result cites it, where --source is English.",
            ),
        ),
    ] = None,
    value: Annotated[
        str | None,
        option(
            "--value",
            metavar=Text("VÆRDI", "VALUE"),
            help=Text(
                "Den offentliggjorte værdi. Uden: den, der står.",
                "The published value. Without: the one that stands.",
            ),
        ),
    ] = None,
    date: DateOption = None,
    force: Annotated[
        bool,
        option(
            "--force",
            help=Text(
                "Ret også en værdi, der allerede er offentliggjort.",
                "Correct a value that is published already too.",
            ),
        ),
    ] = False,
) -> int:
    """Write a confirmed rate into the user's own folder; nothing where it would not hold."""
    from udmaal.output.headings import rate_value  # noqa: PLC0415 - only this command needs them
    from udmaal.output.write import write  # noqa: PLC0415
    from udmaal.rates.confirm import Said, confirmed, to_confirm  # noqa: PLC0415
    from udmaal.rates.read import read_rates, shipped_folder  # noqa: PLC0415
    from udmaal.rates.verify import verify  # noqa: PLC0415
    from udmaal.text import numbers  # noqa: PLC0415
    from udmaal.text.rate_names import RATE_NAMES  # noqa: PLC0415

    folder = session.rates_folder
    if folder is None:
        raise CommandError(
            say("det siges ikke, hvilken mappe satsen skal stå i",
                "it is not said which folder the rate is to stand in"),
            say(f"lav en kopi af {shipped_folder()}, og angiv den med --rates",
                f"make a copy of {shipped_folder()}, and name it with --rates"),
        )  # fmt: skip
    if folder.resolve() == shipped_folder().resolve():
        raise InputFaultsError([Fault("confirm.shipped", file=str(folder))])
    if key not in RATE_NAMES:
        raise _unknown(key, RATE_NAMES)
    said = Said(
        _line("--source", source), _line("--source-da", source_da or ""), _toml_value(value)
    )
    own, shipped = session.rates, read_rates()
    on = day_of(date, max(own, shipped, key=lambda book: book.last_day))
    rate = to_confirm(key, on, own, shipped)
    if rate.status == "published" and not force:
        cited = rate.source_in(session.language).partition(" | ")[0]
        shown = {"key": key, "date": rate.effective, "source": cited}
        raise InputFaultsError([Fault("confirm.published", values=shown, file=str(folder))])
    target = folder / f"{rate.effective}.toml"
    file = read_source(target) if target.exists() else None
    made = confirmed(rate, said, own, file, str(target))
    has_mark = file is not None and target.read_bytes().startswith(BOM)
    write(f"{BOM.decode() if has_mark else ''}{made.text}", target, over="rates")
    again = read_rates(folder)
    now = again.nearest(rate.effective)[key]
    language = session.language
    name, start = RATE_NAMES[key].in_(language), numbers.day(now.effective, language)
    amount = rate_value(now, language)
    typer.echo(
        say(
            f"bekræftet: {name}, {amount} fra {start}; skrevet i {target}",
            f"confirmed: {name}, {amount} from {start}; written to {target}",
        )
    )
    _tell(note for note in verify(again).notes if note.values.get("key") == key)
    return 0


def _tell(notes: Iterable[Fault]) -> None:
    """Print what verification has to note."""
    from udmaal.text.faults import problem  # noqa: PLC0415 - most rates have nothing to note

    for note in notes:
        place = f"{note.file}: " if note.file else ""
        typer.echo(f"{say('bemærk', 'note')}: {place}{problem(note, current_language())}")


def _line(option: str, text: str) -> str:
    """Give a text that stands on one line; raises ``CommandError`` for any other."""
    text = text.strip()
    if text.isprintable() and (text or option != "--source"):
        return text
    raise CommandError(
        say(f"{option} er ikke en kilde på én linje", f"{option} is no source on one line"),
        say("skriv, hvor værdien står, f.eks. bekendtgørelsens nummer",
            "write where the value stands, such as the number of the order"),
    )  # fmt: skip


def _toml_value(text: str | None) -> str:
    """Write a value as it stands in a rate file; raises ``CommandError`` for what is none."""
    if text is None:
        return ""
    amount = written_amount(text)
    if amount is not None and amount >= 0:
        return str(int(amount) if amount == int(amount) else amount)
    if re.fullmatch(r"\d{1,3} (days|months)", text, re.ASCII):
        return quoted(text)
    raise CommandError(
        say(f"--value: {text} er ikke en værdi", f"--value: {text} is no value"),
        say("skriv f.eks. 38400 eller 2,30", "write for example 38400 or 2.30"),
    )


def _unknown(words: str, known: Container[str]) -> CommandError:
    from udmaal.output.search import near  # noqa: PLC0415 - few keys are unknown

    return no_such(
        say(f"satsen {words} kendes ikke", f"unknown rate {words}"),
        near(words, known),
        "udmaal rates list",
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
