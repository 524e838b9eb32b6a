"""Options that several commands share, and what they amount to."""

import re
import sys
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from udmaal.calendar_month import Month, day_in
from udmaal.cli.declare import argument, option
from udmaal.cli.formats import Formats
from udmaal.cli.language import current_language, say, started_at
from udmaal.cli.messages import CommandError
from udmaal.faults import Fault, InputFaultsError
from udmaal.language import Text
from udmaal.output.write import refuse_to_replace
from udmaal.rates.book import RateBook
from udmaal.reading.paths import CasePaths


class Lang(StrEnum):
    """The languages, as an option."""

    da = "da"
    en = "en"


CasesArgument = Annotated[
    list[str],
    argument(
        metavar=Text("SAG", "CASE"),
        role="reads",
        help=Text("Sagsfiler; - er standard input.", "Case files; - is standard input."),
    ),
]
CaseArgument = Annotated[
    str,
    argument(
        metavar=Text("SAG", "CASE"),
        role="reads",
        help=Text("Sagsfil; - er standard input.", "Case file; - is standard input."),
    ),
]
PathsArgument = Annotated[
    list[str] | None,
    argument(
        metavar=Text("STI", "PATH"),
        role="reads",
        help=Text(
            "Sagsfiler og mapper; - er standard input.",
            "Case files and folders; - is standard input.",
        ),
    ),
]
Files0FromOption = Annotated[
    str | None,
    option(
        "--files0-from",
        role="aside",
        metavar=Text("FIL", "FILE"),
        help=Text(
            "Læs stier fra filen, hver afsluttet med NUL; - er standard input.",
            "Read paths from the file, each ended by NUL; - is standard input.",
        ),
    ),
]
JobsOption = Annotated[
    int | None,
    option(
        "--jobs",
        "-j",
        role="aside",
        metavar=Text("ANTAL", "NUMBER"),
        min=1,
        max=1024,
        help=Text("Antal processer. Uden: alle kerner.", "Processes. Without: all cores."),
    ),
]
LangOption = Annotated[
    Lang | None,
    option("--lang", metavar="da|en", help=Text("Sprog: da eller en.", "Language: da or en.")),
]
RatesOption = Annotated[
    Path | None,
    option(
        "--rates",
        metavar=Text("MAPPE", "DIR"),
        help=Text(
            "Brug satserne i denne mappe i stedet for de medfølgende (også UDMAAL_RATES).",
            "Use the rates of this folder in place of the shipped ones (also UDMAAL_RATES).",
        ),
    ),
]
MunicipalityOption = Annotated[
    list[Path] | None,
    option(
        "--municipality-dir",
        metavar=Text("MAPPE", "DIR"),
        help=Text(
            "Søg også serviceniveauer i denne mappe.", "Look for service levels in this folder too."
        ),
    ),
]
LogOption = Annotated[
    Path | None,
    option(
        "--log",
        metavar=Text("FIL", "FILE"),
        help=Text(
            "Skriv en linje om kørslen i denne journal: tidspunkt, kommando og fingeraftryk, intet "
            "fra sagen (også UDMAAL_LOG).",
            "Add a line about the run to this journal: time, command and fingerprints, nothing of "
            "the case (also UDMAAL_LOG).",
        ),
    ),
]
DateOption = Annotated[
    str | None,
    option(
        "--date",
        metavar=Text("DATO", "DATE"),
        help=Text(
            "Beregningsdato, ÅÅÅÅ-MM-DD eller ÅÅÅÅ-MM. Uden: i dag.",
            "Calculation date, YYYY-MM-DD or YYYY-MM. Without: today.",
        ),
    ),
]
OutputOption = Annotated[
    Path | None,
    option(
        "--output",
        "-o",
        metavar=Text("FIL", "FILE"),
        role="writes",
        help=Text("Skriv til denne fil i stedet for skærmen.", "Write to this file."),
    ),
]
CorrectedOption = Annotated[
    bool,
    option(
        "--corrected-ceilings",
        help=Text(
            "Regn 2014-2019 med de rettede lofter, og vis forskellen.",
            "Use the corrected ceilings of 2014-2019, and show the difference.",
        ),
    ),
]
KnownOption = Annotated[
    str | None,
    option(
        "--known",
        metavar=Text("DATO", "DATE"),
        help=Text(
            "Regn med sagen, som den var kendt den dag, ÅÅÅÅ-MM-DD: det, der er dateret senere, "
            "er udeladt.",
            "Use the case as it was known on that day, YYYY-MM-DD: what is dated later is "
            "left out.",
        ),
    ),
]


_FORM = Text("Udskriftens form.", "Form of the output.")


def format_option(formats: Formats, help: Text = _FORM) -> Any:  # noqa: A002 - typer's word
    """Declare the option that chooses among formats."""
    return option("--format", "-f", help=help, choices=formats.names)


def keep_inputs(
    outputs: Iterable[Path | None],
    files: Iterable[str | Path | None],
    folders: Iterable[Path | None] = (),
) -> None:
    """Raise ``InputFaultsError`` where an output would replace an input, or another output.

    ``files`` are what the command reads, ``folders`` those of the rates and service levels; they
    are looked through only where an output is there already.
    """
    read = [file for file in files if file is not None]
    places = [folder for folder in folders if folder is not None]
    seen: list[Path] = []
    for output in outputs:
        if output is not None:
            if output.resolve() in seen:
                raise InputFaultsError([Fault("output.twice", file=str(output))])
            seen.append(output.resolve())
        in_places = (path for place in places for path in place.glob("*.toml"))
        refuse_to_replace(output, chain(read, in_places))


def case_paths(named: Iterable[str] | None, files0_from: str | None) -> CasePaths:
    """Find the case files of ``PathsArgument`` and ``Files0FromOption``.

    Raises ``CommandError`` where there are none, ``InputFaultsError`` for an unreadable list.
    """
    found = CasePaths(named or (), files0_from)
    if next(iter(found), None) is None:
        raise CommandError(
            say("der er ingen sagsfiler", "there are no case files"),
            say("angiv filer eller mapper med *.toml", "name files or folders of *.toml"),
        )
    return found


def today() -> date:
    """Give the day that the user's own calendar showed when the run began."""
    return started_at().date()


def day_of(text: str | None, book: RateBook) -> date:
    """Read a date option; a month stands for its first day, no date for today.

    Raises ``CommandError`` for no date, or for one without rates.
    """
    day = today() if text is None else _parsed(text)
    if not book.covers(day):
        from udmaal.text.faults import mend, problem  # noqa: PLC0415 - most dates have rates

        fault, language = book.not_covered(day), current_language()
        raise CommandError(problem(fault, language), mend(fault, language))
    return day


def _parsed(text: str) -> date:
    return _day(f"{text}-01" if re.fullmatch(r"\d{4}-\d\d", text, re.ASCII) else text, text)


def any_day_of(text: str | None, *, whole_month: bool = False) -> date | None:
    """Read a day that need not have rates; a month stands for its first day, or for its last.

    Raises ``CommandError`` for no date, or one that no case file could hold.
    """
    if text is None:
        return None
    from udmaal.case.fields import EARLIEST, LATEST  # noqa: PLC0415 - help needs no case

    day = _parsed(text)
    if not EARLIEST <= day <= LATEST:
        raise CommandError(
            say(f"{day} ligger uden for {EARLIEST.year}-{LATEST.year}",
                f"{day} lies outside {EARLIEST.year}-{LATEST.year}"),
            say("vælg en dag i de år", "choose a day of those years"),
        )  # fmt: skip
    return Month.of(day).last if whole_month and text != day.isoformat() else day


def known_of(text: str | None) -> date | None:
    """Read the day as of which a case is known; any day will do. Raises ``CommandError``."""
    return None if text is None else _day(text, text)


def _day(written: str, text: str) -> date:
    try:
        return day_in(written)
    except ValueError:
        pass
    raise CommandError(
        say(f"{text} er ikke en dato", f"{text} is no date"),
        say("skriv ÅÅÅÅ-MM-DD, f.eks. 2026-03-01", "write YYYY-MM-DD, for example 2026-03-01"),
    )


def month_of(text: str | None) -> Month | None:
    """Read a month option; raises ``CommandError``."""
    if text is None:
        return None
    try:
        return Month.parse(text)
    except ValueError:
        raise CommandError(
            say(f"{text} er ikke en måned", f"{text} is no month"),
            say("skriv ÅÅÅÅ-MM, f.eks. 2025-04", "write YYYY-MM, for example 2025-04"),
        ) from None


class Chosen(NamedTuple):
    """The beginnings of keys that are asked for, all where there are none, and of those not."""

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]

    @classmethod
    def of(
        cls, select: str | None, ignore: str | None, known: Iterable[str], mend: str
    ) -> "Chosen":
        """Read ``--select`` and ``--ignore``: beginnings of keys, with commas between.

        Raises ``CommandError``, with the mend, for one that no known key begins with.
        """
        keys = tuple(known)
        return cls(
            _prefixes("--select", select, keys, mend), _prefixes("--ignore", ignore, keys, mend)
        )

    def takes(self, key: str) -> bool:
        """Tell whether a key is asked for."""
        wanted = not self.wanted or key.startswith(self.wanted)
        return wanted and not (self.unwanted and key.startswith(self.unwanted))


def _prefixes(option: str, text: str | None, known: tuple[str, ...], mend: str) -> tuple[str, ...]:
    prefixes = tuple(part.strip() for part in (text or "").split(",") if part.strip())
    for prefix in prefixes:
        if not any(key.startswith(prefix) for key in known):
            raise CommandError(
                say(f"{option}: ingen kode begynder med {prefix}",
                    f"{option}: no code begins with {prefix}"),
                mend,
            )  # fmt: skip
    return prefixes


def needs_for_table(path: str | None) -> None:
    """Raise ``CommandError`` where a file is a workbook, and what reads them is not installed."""
    from udmaal.reading.tables import WORKBOOK_SUFFIXES  # noqa: PLC0415 - few commands read one

    if path is not None and Path(path).suffix.lower() in WORKBOOK_SUFFIXES:
        needs("python_calamine", "excel")


def refuse_unwritable(formats: Formats, name: str, output: Path | None) -> None:
    """Raise ``CommandError`` where a format needs what is not there.

    That is the library of an optional extra, which the module of the format says in ``NEEDS``, or
    for one of bytes (``BINARY``) a file or a pipe: no terminal shows it.
    """
    module = formats.module(name)
    if getattr(module, "BINARY", False) and output is None and sys.stdout.isatty():
        raise CommandError(
            say(f"{name} kan ikke skrives på skærmen", f"{name} cannot be printed"),
            say("tilføj --output FIL", "add --output FILE"),
        )
    if hasattr(module, "NEEDS"):
        needs(*module.NEEDS)


def needs(module: str, extra: str) -> None:
    """Raise ``CommandError`` where the library of an optional extra is not installed."""
    import importlib.util  # noqa: PLC0415 - the extras alone ask

    if importlib.util.find_spec(module) is None:
        raise CommandError(
            say(
                f"det kræver {module}, som ikke er installeret",
                f"this needs {module}, which is not installed",
            ),
            say(
                f'installér med pip install "udmaal[{extra}]"',
                f'install with pip install "udmaal[{extra}]"',
            ),
        )
