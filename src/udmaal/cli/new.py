"""``udmaal new``: a commented case file, from questions on a terminal or from a template."""

import re
import sys
from collections.abc import Collection
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from udmaal.cli.declare import argument, option
from udmaal.cli.language import current_language, say
from udmaal.cli.messages import CommandError, report_faults, stderr
from udmaal.cli.session import Session, with_session
from udmaal.faults import Fault, InputFaultsError
from udmaal.language import Text

HELP = Text(
    "Lav en sagsfil med forklaringer, ud fra spørgsmål på skærmen eller en skabelon. En fil, der "
    "findes, bliver aldrig overskrevet.\n\n"
    "Eksempel: udmaal new sag.toml; udmaal new --template all sag.toml",
    "Make a commented case file: from questions on the screen, or from a template. A file that "
    "exists is never overwritten.\n\n"
    "Example: udmaal new case.toml; udmaal new --template all case.toml",
)


class Name(StrEnum):
    """The templates."""

    lost_earnings = "lost-earnings"
    extra_costs = "extra-costs"
    all = "all"


@with_session()
def new(
    session: Session,
    file: Annotated[Path | None, argument(metavar=Text("FIL", "FILE"), show_default=False)] = None,
    template: Annotated[
        Name | None,
        option(
            "--template",
            "-t",
            help=Text(
                "Skriv en skabelon uden at spørge; uden FIL på skærmen.",
                "Write a template without questions; without FILE to the screen.",
            ),
        ),
    ] = None,
) -> int:
    """Write a case file that ``calc`` accepts at once."""
    if template is not None:
        _write_template(template.value, file)
        return 0
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise CommandError(
            say("her er ingen skærm at spørge på", "there is no terminal to ask on"),
            say("brug --template, f.eks. --template all", "use --template, such as --template all"),
        )
    if file is not None:
        _must_be_free(file)
    from udmaal.cli.interview import Interview  # noqa: PLC0415 - the other ways do without
    from udmaal.interview.answers import faults_with, proposed_date  # noqa: PLC0415
    from udmaal.interview.questions import facts_of, questions  # noqa: PLC0415
    from udmaal.text.templates import SMALLER  # noqa: PLC0415

    sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]
    rates, folders = session.rates, session.municipality_folders
    interview = Interview(
        questions,
        lambda answers: faults_with(answers, rates, folders),
        folders,
        say("gemmer", "saves"),
    )
    facts = facts_of(interview.answers())
    on = proposed_date(facts, rates)
    written = _saved(facts, SMALLER, on, file)
    stderr().print(
        say(f"Gemt i {written}. Beregn nu:", f"Saved in {written}. Calculate now:")
        + f"\n  udmaal calc {_quoted(written)} --date {on}"
    )
    return 0


def _write_template(name: str, file: Path | None) -> None:
    from udmaal.output.write import write  # noqa: PLC0415 - help needs none of it
    from udmaal.text.templates import INVENTED, TEMPLATES  # noqa: PLC0415

    template = TEMPLATES[name]
    language = current_language()
    facts = template.facts_in(language)
    text = _text(facts, template.offered, template.on, file, INVENTED.in_(language))
    write(text, file, new=True)


def _saved(facts: dict[str, Any], offered: Collection[str], on: date, file: Path | None) -> Path:
    """Write the file; where that fails, ask for another name, so that no answer is lost."""
    from udmaal.output.write import write  # noqa: PLC0415 - help needs none of it

    while True:
        file = file or _file_name()
        try:
            write(_text(facts, offered, on, file), file, new=True)
        except InputFaultsError as error:
            report_faults(error.faults)
            file = None
        else:
            return file


def _file_name() -> Path:
    from udmaal.text.templates import FILE_NAME  # noqa: PLC0415 - asked for only without FILE

    default = FILE_NAME.in_(current_language())
    said = stderr().input(f"{say('Filnavn', 'File name')} [{default}]: ", markup=False).strip()
    return Path(said or default)


def _text(
    facts: dict[str, Any], offered: Collection[str], on: date, file: Path | None, *first: str
) -> str:
    from udmaal.output.case_file import case_file_text  # noqa: PLC0415 - help needs none of it
    from udmaal.text.templates import FILE_NAME, HEAD, SCHEMA_FILE  # noqa: PLC0415

    language = current_language()
    path = file or Path(FILE_NAME.in_(language))
    head = HEAD.in_(language).format(
        file=_quoted(path), date=on, schema=_quoted(path.with_name(SCHEMA_FILE))
    )
    # A file name may hold anything, a comment no control characters.
    lines = [
        "".join(letter if letter.isprintable() else "?" for letter in line)
        for line in (*first, *head.split("\n"))
    ]
    top = [f":schema ./{SCHEMA_FILE}", *(f" {line}".rstrip() for line in lines)]
    return case_file_text(facts, offered, language, top)


def _quoted(path: Path) -> str:
    """Write a path as a shell takes it, on Windows too."""
    text = str(path)
    return text if re.fullmatch(r"[\w./\\:~-]+", text) else f'"{text}"'


def _must_be_free(file: Path) -> None:
    """Refuse before the first question what could not be written after the last."""
    if file.exists() or file.is_symlink():
        raise InputFaultsError([Fault("output.exists", file=str(file))])
    if not file.absolute().parent.is_dir():
        values = {"reason": say("mappen findes ikke", "there is no such folder")}
        raise InputFaultsError([Fault("output.unwritable", values=values, file=str(file))])
