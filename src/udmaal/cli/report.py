"""``udmaal report``: the annex to a decision letter, of one case or of many, as PDF or HTML."""

from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from udmaal.calendar_month import Month
from udmaal.cli.declare import option
from udmaal.cli.exit_codes import FAULT, USAGE, code_of_months, refusals
from udmaal.cli.language import current_language, say
from udmaal.cli.messages import CommandError, report_notice, stderr
from udmaal.cli.options import (
    CorrectedOption,
    DateOption,
    Files0FromOption,
    JobsOption,
    KnownOption,
    PathsArgument,
    case_paths,
    known_of,
    month_of,
    needs,
    today,
)
from udmaal.cli.progress import progress
from udmaal.cli.session import Session, with_session
from udmaal.faults import InputFaultsError
from udmaal.language import Text
from udmaal.output.write import write, write_bytes
from udmaal.papers.names import DEFAULT
from udmaal.shown import plain

if TYPE_CHECKING:
    from udmaal.breakdown import Finding
    from udmaal.output.annex.signs import Unshown
    from udmaal.papers.run import Done
    from udmaal.papers.work import Job

HELP = Text(
    "Skriv bilaget til afgørelsen, til familien eller til hver forælder, i en eller mange "
    "sager.\n\n"
    "Bilaget siger, hvad familien får, og viser hver mellemregning, satser og kilder. En forælders "
    "bilag (--parent eller --each) er uden den andens forhold.\n\n"
    "Eksempel: udmaal report sag.toml --date 2026-03-01 -o bilag.pdf\n\n"
    "Eksempel: udmaal report sag.toml --date 2026-03-01 --ledger 2026-01..2026-12 -o bilag.html\n\n"
    "Eksempel: udmaal report sag.toml --date 2026-03-01 --parent A -o bilag-A.pdf\n\n"
    "Eksempel: udmaal report sager/ --date 2026-03-01 --each --output-dir bilag/",
    "Write the annex to the decision, for the family or for each parent, in one or many "
    "cases.\n\n"
    "The annex says what the family gets, and shows every step, rates and sources. A parent's own "
    "(--parent or --each) holds nothing of the other's circumstances.\n\n"
    "Example: udmaal report case.toml --date 2026-03-01 -o annex.pdf\n\n"
    "Example: udmaal report case.toml --date 2026-03-01 --ledger 2026-01..2026-12 -o annex.html\n\n"
    "Example: udmaal report case.toml --date 2026-03-01 --parent A -o annex-A.pdf\n\n"
    "Example: udmaal report cases/ --date 2026-03-01 --each --output-dir annexes/",
)
_FAMILY = ("with", "apart", "only")


@with_session()
def report(
    session: Session,
    cases: PathsArgument = None,
    files0_from: Files0FromOption = None,
    output: Annotated[
        Path | None,
        option(
            "--output",
            "-o",
            role="writes",
            metavar=Text("FIL.pdf|.html", "FILE.pdf|.html"),
            help=Text(
                "Bilaget; endelsen afgør formen.", "The annex; the ending decides on the form."
            ),
        ),
    ] = None,
    output_dir: Annotated[
        Path | None,
        option(
            "--output-dir",
            role="folder",
            metavar=Text("MAPPE", "DIR"),
            help=Text(
                "Mappen til bilagene af flere sager eller personer, med listen papers.jsonl.",
                "The folder for annexes of several cases or persons, with the list papers.jsonl.",
            ),
        ),
    ] = None,
    name: Annotated[
        str | None,
        option(
            "--name",
            role="words",
            metavar=Text("MØNSTER", "PATTERN"),
            help=Text(
                "Navnene i mappen, af {case_id}, {parent}, {date} og {file}; endelsen .pdf eller "
                ".html afgør formen. Uden: de tre første, med bindestreg imellem, som .pdf.",
                "The names in the folder, of {case_id}, {parent}, {date} and {file}; the ending "
                ".pdf or .html decides on the form. Without: the first three, with hyphens, "
                "as .pdf.",
            ),
        ),
    ] = None,
    date: DateOption = None,
    parent: Annotated[
        str | None,
        option(
            "--parent",
            role="words",
            metavar=Text("MÆRKE", "LABEL"),
            help=Text(
                "Kun denne forælders ydelser; af andre står der alene timerne inden for de 37.",
                "This parent's benefits alone; of others only the hours within the 37 are there.",
            ),
        ),
    ] = None,
    each: Annotated[
        bool,
        option(
            "--each",
            help=Text("Et bilag for hver person i sagen.", "One annex for each person of a case."),
        ),
    ] = False,
    family: Annotated[
        str,
        option(
            "--family",
            choices=_FAMILY,
            help=Text(
                "Familiens fælles ydelser, f.eks. merudgifter: på forælderens bilag (with), på et "
                "bilag for sig (apart), eller de alene (only).",
                "The benefits of the family, such as extra costs: on the parent's annex (with), on "
                "one of their own (apart), or they alone (only).",
            ),
        ),
    ] = _FAMILY[0],
    with_reasons: Annotated[
        bool,
        option(
            "--with-reasons",
            help=Text(
                "Tag kommunens begrundelser med på en forælders bilag; læs dem først, de kan "
                "handle om den anden.",
                "Have the municipality's reasons on a parent's annex; read them first, they may be "
                "about the other.",
            ),
        ),
    ] = False,
    letter: Annotated[
        Path | None,
        option(
            "--letter",
            role="reads",
            metavar=Text("FIL.toml", "FILE.toml"),
            help=Text(
                "Kommunens navn, adresse, logo og klagevejledning.",
                "The municipality's name, address, logo and guidance on appeal.",
            ),
        ),
    ] = None,
    ledger: Annotated[
        str | None,
        option(
            "--ledger",
            metavar=Text("FRA..TIL", "FROM..TO"),
            help=Text(
                "Vis også forløbet måned for måned, f.eks. 2026-01..2026-12.",
                "Also show the course month by month, for example 2026-01..2026-12.",
            ),
        ),
    ] = None,
    table: Annotated[
        Path | None,
        option(
            "--list",
            role="writes",
            metavar=Text("FIL.csv", "FILE.csv"),
            help=Text(
                "Skriv også listen over bilagene som CSV.", "Also write the list of annexes as CSV."
            ),
        ),
    ] = None,
    jobs: JobsOption = None,
    resume: Annotated[
        bool,
        option(
            "--resume",
            role="aside",
            help=Text(
                "Lad bilag stå, som allerede er lavet af det samme.",
                "Leave annexes that were made of the same things already.",
            ),
        ),
    ] = False,
    corrected_ceilings: CorrectedOption = False,
    known: KnownOption = None,
) -> int:
    """Write annexes; findings that nobody accepted are named, not printed in them."""
    _refuse_contradictions(output, output_dir, parent, family, each=each)
    if output_dir is None and (name is not None or table is not None or resume or jobs is not None):
        raise _needs_folder("--name, --list, --resume, --jobs")
    pattern = name or DEFAULT
    as_pdf = _is_pdf(output if output is not None else Path(pattern))
    months = _months(ledger)
    for module in ("matplotlib", "typst" if as_pdf else "jinja2"):
        needs(module, "report")
    from udmaal.letter import read_letter  # noqa: PLC0415
    from udmaal.papers.work import Job  # noqa: PLC0415

    read = read_letter(letter) if letter is not None else None
    of_letter = {file.resolve() for file in read.files} if read is not None else set()
    found = case_paths(cases, files0_from)
    paths = [path for path in found if not of_letter or Path(path).resolve() not in of_letter]
    session.keep_inputs(
        [output, table], chain([files0_from], read.files if read is not None else (), paths)
    )
    session.reads(paths)
    job = Job(
        on=session.day(date),
        today=today(),
        language=session.language,
        ending="pdf" if as_pdf else "html",
        municipality_folders=session.municipality_folders,
        months=months,
        corrected_ceilings=corrected_ceilings,
        known=known_of(known),
        parent=parent,
        each=each,
        family=str(family),  # type: ignore[arg-type] # one of the choices
        reasons=with_reasons,
        letter=read,
    )
    if output is not None:
        return _one(session, job, paths, output)
    assert output_dir is not None
    return _many(session, job, paths, output_dir, pattern, table, jobs, resume=resume)


def _one(session: Session, job: "Job", paths: Sequence[str], output: Path) -> int:
    """Write one paper of one case."""
    from udmaal.api import read_case  # noqa: PLC0415 - help needs no rules
    from udmaal.papers.work import papers_of  # noqa: PLC0415

    if len(paths) > 1:
        raise _needs_folder(say("flere sager", "several cases"))
    with refusals(_code_of):
        (paper,) = papers_of(job, session.rates, read_case(paths[0], session.rates))
    write_bytes(paper.data, output)
    _tell_unshown(paper.unshown)
    _name_open_findings(paper.open)
    return 0


def _many(
    session: Session,
    job: "Job",
    paths: Sequence[str],
    folder: Path,
    pattern: str,
    table: Path | None,
    jobs: int | None,
    *,
    resume: bool,
) -> int:
    """Write the papers of cases into a folder; exit code 1 when any case is at fault."""
    from udmaal.papers.made import csv_of  # noqa: PLC0415 - one paper needs no list
    from udmaal.papers.run import Plan, run  # noqa: PLC0415
    from udmaal.processes import default_jobs  # noqa: PLC0415

    plan = Plan(
        job=job,
        paths=paths,
        folder=folder,
        pattern=pattern,
        rates=session.rates_folder,
        jobs=jobs or default_jobs(),
        resume=resume,
    )
    with progress(paths) as tell:
        done = run(plan, tell)
    if table is not None:
        write(csv_of(done.documents, session.language), table)
    _tell_unshown(done.unshown)
    _sum_up(done, folder)
    return FAULT if done.faults else 0


def _refuse_contradictions(
    output: Path | None, output_dir: Path | None, parent: str | None, family: str, *, each: bool
) -> None:
    """Raise ``CommandError`` for options that do not go together."""
    if (output is None) == (output_dir is None):
        raise CommandError(
            say("angiv enten --output eller --output-dir", "give either --output or --output-dir"),
            say("et bilag: --output FIL.pdf; flere: --output-dir MAPPE",
                "one annex: --output FILE.pdf; several: --output-dir DIR"),
        )  # fmt: skip
    if each and output_dir is None:
        raise _needs_folder("--each")
    asked = [parent is not None, each, family == "only"]
    if sum(asked) > 1 or (family == "apart" and not any(asked)):
        raise CommandError(
            say("--parent, --each og --family only siger hver for sig, hvem bilaget er til, og "
                "--family apart hører til --parent eller --each",
                "--parent, --each and --family only each say whom the annex is for, and --family "
                "apart goes with --parent or --each"),
            say("vælg én af dem", "choose one of them"),
        )  # fmt: skip


def _needs_folder(what: str) -> CommandError:
    return CommandError(
        say(f"{what} kræver --output-dir", f"{what}: this needs --output-dir"),
        say("skriv bilagene i en mappe med --output-dir MAPPE",
            "write the annexes into a folder with --output-dir DIR"),
    )  # fmt: skip


def _code_of(refused: InputFaultsError) -> int:
    """Tell a case at fault from one asked for a parent or months that it has not."""
    no_parent = all(fault.code.startswith("parent.") for fault in refused.faults)
    return USAGE if no_parent else code_of_months(refused)


def _is_pdf(output: Path) -> bool:
    ending = output.suffix.lower()
    if ending in (".pdf", ".html", ".htm"):
        return ending == ".pdf"
    raise CommandError(
        say(
            f"{output} ender hverken på .pdf eller .html",
            f"{output} ends neither in .pdf nor in .html",
        ),
        say("giv bilaget et navn som bilag.pdf", "give the annex a name such as annex.pdf"),
    )


def _months(text: str | None) -> tuple[Month | None, Month | None] | None:
    """Read ``FROM..TO``, either left out for the ledger's own; raises ``CommandError``."""
    if text is None:
        return None
    first, dots, last = text.partition("..")
    if not dots:
        raise CommandError(
            say(f"{text} er ikke to måneder", f"{text} is not two months"),
            say("skriv FRA..TIL, f.eks. 2026-01..2026-12",
                "write FROM..TO, for example 2026-01..2026-12"),
        )  # fmt: skip
    return month_of(first or None), month_of(last or None)


def _tell_unshown(unshown: "Iterable[Unshown]") -> None:
    for text, instead in dict.fromkeys(unshown):
        report_notice(
            say(
                f"bilaget kan ikke vise alle tegn i «{text}»; der står «{instead}»",
                f"the annex cannot show every sign of “{text}”; it says “{instead}”",
            )
        )


def _name_open_findings(findings: "Sequence[Finding]") -> None:
    """Name what a colleague would point at: it is for the case worker, not for the family."""
    from udmaal.text.findings import finding_text  # noqa: PLC0415 - many cases have none

    for finding in findings:
        text = finding_text(finding, current_language())
        report_notice(f"{finding.code} {text} ({finding.where})")


def _sum_up(done: "Done", folder: Path) -> None:
    """Name the cases at fault, and count what was made."""
    console = stderr()
    for text in done.faults:
        console.print(f"{say('fejl', 'error')}: {plain(text)}")
    parts = [
        say(f"{done.made} bilag skrevet i {folder}", f"{done.made} annexes written to {folder}")
    ]
    if done.kept:
        parts.append(say(f"{done.kept} var der i forvejen", f"{done.kept} were there already"))
    if done.with_findings:
        parts.append(say(f"{done.with_findings} med åbne anmærkninger",
                         f"{done.with_findings} with open findings"))  # fmt: skip
    at_fault = sum("error" in document for document in done.documents)
    if at_fault:
        parts.append(say(f"sager med fejl: {at_fault}", f"cases at fault: {at_fault}"))
    console.print(plain("; ".join(parts)))
