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
from udmaal.cli.messages import CommandError, report_faults, report_problem, stderr
from udmaal.cli.options import today
from udmaal.cli.session import Session, with_session
from udmaal.faults import Fault, InputFaultsError
from udmaal.language import Text

HELP = Text(
    "Lav en sagsfil ud fra spørgsmål på skærmen, eller en skabelon, der skal udfyldes.\n\n"
    "En fil, der findes, bliver aldrig overskrevet. Bliver spørgsmålene afbrudt, ligger svarene i "
    "FIL.part.\n\n"
    "Eksempel: udmaal new sag.toml\n\n"
    "Eksempel: udmaal new sag.toml --continue\n\n"
    "Eksempel: udmaal new --template all sag.toml",
    "Make a case file from questions on the screen, or a template to fill in.\n\n"
    "A file that exists is never overwritten. Where the questions are stopped, the answers are in "
    "FILE.part.\n\n"
    "Example: udmaal new case.toml\n\n"
    "Example: udmaal new case.toml --continue\n\n"
    "Example: udmaal new --template all case.toml",
)


class Name(StrEnum):
    """The templates."""

    lost_earnings = "lost-earnings"
    extra_costs = "extra-costs"
    all = "all"


@with_session(log=False)
def new(
    session: Session,
    file: Annotated[
        Path | None,
        argument(
            metavar=Text("FIL", "FILE"),
            show_default=False,
            help=Text(
                "Den nye sagsfil. Uden: der spørges.",
                "The new case file. Without: it is asked for.",
            ),
        ),
    ] = None,
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
    continue_: Annotated[
        bool,
        option(
            "--continue",
            help=Text(
                "Fortsæt, hvor spørgsmålene til FIL blev afbrudt.",
                "Go on where the questions for FILE were stopped.",
            ),
        ),
    ] = False,
) -> int:
    """Write a template, or a case file that ``calc`` accepts at once."""
    if template is not None:
        if continue_:
            raise CommandError(
                say("--template stiller ingen spørgsmål", "--template asks no questions"),
                say("udelad --template eller --continue", "leave out --template or --continue"),
            )
        _write_template(template.value, file)
        return 0
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise CommandError(
            say("her er ingen skærm at spørge på", "there is no terminal to ask on"),
            say("brug --template, f.eks. --template all", "use --template, such as --template all"),
        )
    sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]
    if file is None and not continue_:
        file = _asked_name()
    elif file is None:
        raise CommandError(
            say("--continue mangler FIL", "--continue lacks FILE"),
            say("angiv filen, der blev spurgt til", "name the file that was asked about"),
        )
    else:
        _must_be_free(file, continue_=continue_)
    return _interviewed(session, file, continue_=continue_)


def _interviewed(session: Session, file: Path, *, continue_: bool) -> int:
    """Ask about a case and write it; until then the answers are kept beside the file."""
    from udmaal.cli.interview import Interview  # noqa: PLC0415 - the other ways do without
    from udmaal.interview.case_so_far import doubts, faults_with, proposed_date  # noqa: PLC0415
    from udmaal.interview.kept import keep, kept_answers, kept_file  # noqa: PLC0415
    from udmaal.interview.questions import facts_of, questions  # noqa: PLC0415
    from udmaal.text.templates import SMALLER  # noqa: PLC0415

    rates, folders, language = session.rates, session.municipality_folders, session.language
    kept = kept_file(file)
    interview = Interview(
        questions,
        lambda answers: faults_with(answers, rates, folders),
        folders,
        say("gemmer", "saves"),
        doubts=lambda question, value, answers: doubts(
            question, value, answers, rates, folders, today(), language
        ),
        keep=lambda answers: keep(answers, kept),
        stops=say("afbryder og gemmer svarene", "stops and keeps the answers"),
    )
    if continue_:
        count = interview.resume(kept_answers(kept))
        stderr().print(say(f"{count} svar fra {kept}\n", f"{count} answers from {kept}\n"))
    try:
        facts = facts_of(interview.answers())
        on = proposed_date(facts, rates)
        written = _saved(facts, SMALLER, on, file)
    except (EOFError, KeyboardInterrupt):
        if kept.exists():
            stderr().print(
                say(f"\nSvarene er gemt i {kept}. Fortsæt:", f"\nThe answers are in {kept}. Go on:")
                + f"\n  udmaal new {_quoted(file)} --continue"
            )
        raise
    kept.unlink(missing_ok=True)
    stderr().print(
        say(f"Gemt i {written}. Beregn nu:", f"Saved in {written}. Calculate now:")
        + f"\n  udmaal calc {_quoted(written)} --date {on}"
    )
    return 0


def _write_template(name: str, file: Path | None) -> None:
    from udmaal.output.write import write  # noqa: PLC0415 - help needs none of it
    from udmaal.text.templates import TEMPLATE_HEAD, TEMPLATES  # noqa: PLC0415

    template = TEMPLATES[name]
    facts = template.facts_in(current_language())
    write(_text(facts, template.offered, file, TEMPLATE_HEAD), file, new=True)


def _saved(facts: dict[str, Any], offered: Collection[str], on: date, file: Path) -> Path:
    """Write the file; where that fails, ask for another name, so that no answer is lost."""
    from udmaal.output.write import write  # noqa: PLC0415 - help needs none of it
    from udmaal.text.templates import CASE_HEAD  # noqa: PLC0415

    while True:
        try:
            write(_text(facts, offered, file, CASE_HEAD, on), file, new=True)
        except InputFaultsError as error:
            report_faults(error.faults)
            file = _file_name()
        else:
            return file


def _asked_name() -> Path:
    """Ask for a file name until one can be written."""
    while True:
        file = _file_name()
        try:
            _must_be_free(file, continue_=False)
        except InputFaultsError as error:
            report_faults(error.faults)
        except CommandError as error:
            report_problem(error.problem, error.mend)
        else:
            return file


def _file_name() -> Path:
    from udmaal.text.templates import FILE_NAME  # noqa: PLC0415 - asked for only without FILE

    default = FILE_NAME.in_(current_language())
    said = stderr().input(f"{say('Filnavn', 'File name')} [{default}]: ", markup=False).strip()
    return Path(said or default)


def _text(
    facts: dict[str, Any],
    offered: Collection[str],
    file: Path | None,
    first: Text,
    on: date | None = None,
) -> str:
    from udmaal.output.case_file import case_file_text  # noqa: PLC0415 - help needs none of it
    from udmaal.text.templates import FILE_NAME, HEAD, SCHEMA_FILE  # noqa: PLC0415

    language = current_language()
    path = file or Path(FILE_NAME.in_(language))
    head = f"{first.in_(language)}\n{HEAD.in_(language)}".format(
        file=_quoted(path), date=on, schema=_quoted(path.with_name(SCHEMA_FILE))
    )
    # A file name may hold anything, a comment no control characters.
    lines = [
        "".join(letter if letter.isprintable() else "?" for letter in line)
        for line in head.split("\n")
    ]
    top = [f":schema ./{SCHEMA_FILE}", *(f" {line}".rstrip() for line in lines)]
    return case_file_text(facts, offered, language, top)


def _quoted(path: Path) -> str:
    """Write a path as a shell takes it, on Windows too."""
    text = str(path)
    return text if re.fullmatch(r"[\w./\\:~-]+", text) else f'"{text}"'


def _must_be_free(file: Path, *, continue_: bool) -> None:
    """Refuse before the first question what could not be written after the last.

    Answers that are kept for the file are gone on with, or nothing is asked about it.
    """
    from udmaal.interview.kept import kept_file  # noqa: PLC0415 - help needs no rules

    if file.exists() or file.is_symlink():
        raise InputFaultsError([Fault("output.exists", file=str(file))])
    if not file.absolute().parent.is_dir():
        values = {"reason": say("mappen findes ikke", "there is no such folder")}
        raise InputFaultsError([Fault("output.unwritable", values=values, file=str(file))])
    kept = kept_file(file)
    if continue_ and not kept.exists():
        raise CommandError(
            say(f"der er ingen svar i {kept}", f"there are no answers in {kept}"),
            say("udelad --continue", "leave out --continue"),
        )
    if kept.exists() and not continue_:
        raise CommandError(
            say(f"{kept} har svar, der ikke er gjort færdige", f"{kept} has unfinished answers"),
            say(
                f"fortsæt med udmaal new {_quoted(file)} --continue, eller slet filen",
                f"go on with udmaal new {_quoted(file)} --continue, or delete the file",
            ),
        )
