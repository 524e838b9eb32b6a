"""``udmaal batch``: every case of the municipality."""

import gc
import shlex
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

from udmaal.cli.declare import option
from udmaal.cli.exit_codes import FAULT
from udmaal.cli.formats import BATCHES, COUNCILS, SUMMARIES, Formats
from udmaal.cli.language import current_language, say
from udmaal.cli.messages import CommandError, stderr
from udmaal.cli.options import (
    CorrectedOption,
    DateOption,
    Files0FromOption,
    JobsOption,
    OutputOption,
    PathsArgument,
    case_paths,
    day_of,
    format_option,
    needs,
    refuse_unwritable,
)
from udmaal.cli.progress import progress
from udmaal.cli.session import Session, with_session
from udmaal.language import Text
from udmaal.shown import plain, shown

if TYPE_CHECKING:
    from datetime import date as date_

    from udmaal.batch.run import Plan
    from udmaal.batch.sink import BatchFormat
    from udmaal.batch.work import Side

HELP = Text(
    "Beregn mange sager, eventuelt før og efter en ændring af satser.\n\n"
    "Eksempel: udmaal batch sager/ --date 2026-01-01 --against 2025-12-31 --output nytaar.jsonl",
    "Calculate many cases, if wanted before and after a change of rates.\n\n"
    "Example: udmaal batch cases/ --date 2026-01-01 --against 2025-12-31 --output out.jsonl",
)


class Engines(StrEnum):
    """Where a batch works."""

    local = "local"
    dask = "dask"


@with_session()
def batch(
    session: Session,
    paths: PathsArgument = None,
    files0_from: Files0FromOption = None,
    date: DateOption = None,
    against: Annotated[
        str | None,
        option(
            "--against",
            metavar=Text("DATO", "DATE"),
            help=Text("Sammenlign med denne dato.", "Compare with this date."),
        ),
    ] = None,
    against_rates: Annotated[
        Path | None,
        option(
            "--against-rates",
            role="rates",
            metavar=Text("MAPPE", "DIR"),
            help=Text("Sammenlign med disse satser.", "Compare with these rates."),
        ),
    ] = None,
    against_municipality_dir: Annotated[
        Path | None,
        option(
            "--against-municipality-dir",
            role="levels",
            metavar=Text("MAPPE", "DIR"),
            help=Text(
                "Sammenlign med serviceniveauerne i denne mappe.",
                "Compare with the service levels of this folder.",
            ),
        ),
    ] = None,
    set_: Annotated[
        list[str] | None,
        option(
            "--set",
            role="facts",
            metavar=Text("NØGLE=VÆRDI", "KEY=VALUE"),
            help=Text(
                "Sammenlign med hver sag, når dette er sat, f.eks. "
                "lost_earnings[*].grant[*].hours=20; [*] er alle tabeller. Kan gentages.",
                "Compare with each case where this is set, for example "
                "lost_earnings[*].grant[*].hours=20; [*] is every table. May be repeated.",
            ),
        ),
    ] = None,
    proposal: Annotated[
        Path | None,
        option(
            "--proposal",
            role="reads",
            metavar=Text("FIL", "FILE"),
            help=Text(
                "Sammenlign med forslaget i filen: nye oplysninger (set), satser og serviceniveau.",
                "Compare with the proposal in the file: new facts (set), rates and service levels.",
            ),
        ),
    ] = None,
    redecide: Annotated[
        str | None,
        option(
            "--redecide",
            metavar=Text("DATO", "DATE"),
            help=Text(
                "Vis hver sag, som om den seneste afgørelse om merudgifter blev truffet på ny på "
                "datoen med de samme udgifter: gruppe 1, gruppe 2, og hvad der mangler.",
                "Show each case as if its last decision on extra costs were made anew on the date "
                "with the same costs: group 1, group 2, and what is missing.",
            ),
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name is the user's word
        str, format_option(BATCHES, Text("Udskriftens form.", "Output form."))
    ] = BATCHES.names[0],
    output: OutputOption = None,
    jobs: JobsOption = None,
    brief: Annotated[
        bool,
        option(
            "--brief",
            help=Text(
                "Beløb, forskelle og anmærkninger uden mellemregningernes linjer; hurtigere.",
                "Amounts, differences and findings without the lines; quicker.",
            ),
        ),
    ] = False,
    resume: Annotated[
        bool,
        option(
            "--resume",
            role="aside",
            help=Text(
                "Lad --output vokse linje for linje, og fortsæt, hvor en afbrudt kørsel slap.",
                "Let --output grow line by line, and go on where a run was cut off.",
            ),
        ),
    ] = False,
    summary: Annotated[
        Path | None,
        option(
            "--summary",
            role="writes",
            metavar=Text("FIL", "FILE"),
            help=Text(
                "Skriv opsummeringen; endelsen afgør formen: --summary x.json, x.csv, x.md, "
                "x.xlsx, eller x.svg og x.png med forskellene tegnet.",
                "Write the summary; the ending decides on the form: --summary x.json, x.csv, x.md, "
                "x.xlsx, or x.svg and x.png with the differences drawn.",
            ),
        ),
    ] = None,
    quiet: Annotated[
        bool, option("--quiet", "-q", role="aside", help=Text("Ingen opsummering.", "No summary."))
    ] = False,
    engine: Annotated[
        Engines,
        option("--engine", role="aside", help=Text("Hvor der regnes.", "Where the work is done.")),
    ] = Engines.local,
    scheduler: Annotated[
        str | None,
        option(
            "--scheduler",
            role="aside",
            metavar=Text("ADRESSE", "ADDRESS"),
            help=Text("Adressen på Dask-planlæggeren.", "Address of the Dask scheduler."),
        ),
    ] = None,
    corrected_ceilings: CorrectedOption = False,
) -> int:
    """Calculate many cases; exit code 1 when any is at fault."""
    from udmaal.batch.earlier import identity  # noqa: PLC0415 - help needs none of it
    from udmaal.batch.run import Plan  # noqa: PLC0415
    from udmaal.batch.work import Job  # noqa: PLC0415
    from udmaal.processes import default_jobs  # noqa: PLC0415

    chosen: BatchFormat = BATCHES.module(format).FORMAT
    compared = Against(against, against_rates, against_municipality_dir)
    if redecide is not None and (any(compared) or set_ or proposal):
        raise CommandError(
            say("--redecide sammenligner selv: den går ikke sammen med --against, --set og "
                "--proposal",
                "--redecide compares by itself: it does not go with --against, --set and "
                "--proposal"),
            say("udelad det ene", "leave one of them out"),
        )  # fmt: skip
    grows = chosen.grows or redecide is not None
    _refuse_contradictions(format, chosen, output, engine, scheduler, resume=resume, grows=grows)
    before, after = _sides(session, date, compared, set_, proposal)
    job = Job(
        after=after,
        language=session.language,
        before=before,
        redecide=_day_of_decisions(redecide, session),
        with_rows=chosen.with_rows,
        corrected_ceilings=corrected_ceilings,
        brief=brief,
    )
    found = case_paths(paths, files0_from)
    sides = [side for side in (before, after) if side is not None]
    session.keep_inputs(
        [output, summary],
        chain([files0_from, proposal], found),
        *(side.rates for side in sides),
        *(folder for side in sides for folder in side.municipality_folders),
    )
    form = _form_of(summary, SUMMARIES if redecide is None else COUNCILS)
    session.reads(found)
    plan = Plan(
        job=job,
        paths=found,
        format=chosen,
        output=output,
        jobs=jobs or default_jobs(),
        resume=resume,
        scheduler=scheduler if engine is Engines.dask else None,
        identity=identity(job, found) if resume else {},
    )
    _collect_seldom()
    if job.redecide is None:
        return _calculated(plan, summary, form, quiet=quiet)
    named = [*(paths or ()), *(("--files0-from", files0_from) if files0_from else ())]
    command = _command(named, after.on, job.redecide, session)
    return _decided_anew(plan, summary, form, command, session, quiet=quiet)


def _calculated(plan: "Plan", summary: Path | None, form: str, *, quiet: bool) -> int:
    """Calculate the cases, and tell and write what they add up to."""
    from udmaal.batch.run import run  # noqa: PLC0415 - help needs none of it
    from udmaal.output.batch_summary import print_summary  # noqa: PLC0415

    with progress(plan.paths, quiet=quiet) as tell:
        done = run(plan, tell)
    name = plan.job.after.name
    document = {**({"proposal": name} if name else {}), **done.summary.document()}
    if not quiet:
        print_summary(document, current_language(), stderr())
    _tell(done.faults)
    if summary is not None:
        SUMMARIES.write(form, document, current_language(), summary)
    return FAULT if done.summary.at_fault else 0


def _decided_anew(
    plan: "Plan",
    summary: Path | None,
    form: str,
    command: str,
    session: Session,
    *,
    quiet: bool,
) -> int:
    """Decide the cases anew, and tell and write what it comes to."""
    from udmaal.batch.redecision.council import Made, council  # noqa: PLC0415 - few batches need it
    from udmaal.batch.redecision.run import run_anew  # noqa: PLC0415
    from udmaal.output.council import print_council  # noqa: PLC0415

    with progress(plan.paths, quiet=quiet) as tell:
        done = run_anew(plan, tell)
    on, day = plan.job.after.on, plan.job.redecide
    assert day is not None
    made = Made(on, day, session.rates, command)
    document = council(done.records, made)
    if not quiet:
        print_council(document, current_language(), stderr())
    _tell(done.faults)
    if summary is not None:
        COUNCILS.write(form, document, current_language(), summary)
    return FAULT if done.faults else 0


def _day_of_decisions(text: str | None, session: Session) -> "date_ | None":
    """Read the day of the new decisions; raises ``CommandError`` for one that cannot be."""
    from udmaal.law.extra_costs.decision import COMPENSATION_FROM  # noqa: PLC0415 - help needs none

    if text is None:
        return None
    day = day_of(text, session.rates)
    if day < COMPENSATION_FROM:
        raise CommandError(
            say(f"{day} ligger før reglerne om kompensationsydelse",
                f"{day} lies before the compensation rules"),
            say(f"vælg en dato fra {COMPENSATION_FROM}", f"choose a date from {COMPENSATION_FROM}"),
        )  # fmt: skip
    return day


def _command(named: Sequence[str], on: "date_", day: "date_", session: Session) -> str:
    """Give the command that makes the same figures again, on any day."""
    parts = ["udmaal", "batch", *named, "--date", str(on), "--redecide", str(day)]
    if session.rates_folder is not None:
        parts += ["--rates", str(session.rates_folder)]
    for folder in session.named_folders:
        parts += ["--municipality-dir", str(folder)]
    if session.language != "da":
        parts += ["--lang", session.language]
    return shown(shlex.join(parts))


def _form_of(summary: Path | None, forms: Formats) -> str:
    """Give the form of the summary by the ending of its file; raises ``CommandError``."""
    form = forms.names[0] if summary is None else summary.suffix.lower().removeprefix(".")
    if form not in forms.names:
        known = ", ".join(f".{name}" for name in forms.names)
        raise CommandError(
            say(f"{summary} ender ikke på {known}", f"{summary} does not end in {known}"),
            say("kald filen f.eks. opsummering.json", "name it for example summary.json"),
        )
    refuse_unwritable(forms, form, summary)
    return form


class Against(NamedTuple):
    """What each case is compared with, as the options have it."""

    date: str | None
    rates: Path | None
    municipality_dir: Path | None


def _sides(
    session: Session,
    date: str | None,
    against: Against,
    sets: Sequence[str] | None,
    proposal: Path | None,
) -> "tuple[Side | None, Side]":
    """Give what the cases are calculated with, before and after.

    A proposal is what comes after. Raises ``CommandError`` and ``InputFaultsError`` for options
    and a file that cannot be.
    """
    from udmaal.batch.proposal import Proposal, read_proposal  # noqa: PLC0415 - help needs none
    from udmaal.batch.work import Side  # noqa: PLC0415
    from udmaal.municipality import level_folders  # noqa: PLC0415
    from udmaal.rates.read import read_rates  # noqa: PLC0415
    from udmaal.settings import read_settings  # noqa: PLC0415

    proposed = read_proposal(proposal) if proposal is not None else Proposal("", (), None, None)
    settings = (*proposed.settings, *read_settings(sets or ()))
    rates = proposed.rates or session.rates_folder
    on = day_of(date, session.rates if proposed.rates is None else read_rates(rates))
    folders = tuple(filter(None, (proposed.municipality_dir,))) + session.municipality_folders
    after = Side(on, rates, folders, settings, proposed.name)
    if not (any(against) or settings or proposal is not None):
        return None, after
    old_rates = against.rates or session.rates_folder
    old_levels = session.municipality_folders
    if against.municipality_dir is not None:
        old_levels = level_folders((against.municipality_dir,), old_rates)
    return Side(
        day_of(
            against.date or on.isoformat(),
            session.rates if against.rates is None else read_rates(old_rates),
        ),
        old_rates,
        old_levels,
    ), after


def _collect_seldom() -> None:
    """Turn the collector on again, for the little that only it can free."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)
    gc.enable()


def _refuse_contradictions(
    name: str,
    chosen: "BatchFormat",
    output: Path | None,
    engine: Engines,
    scheduler: str | None,
    *,
    resume: bool,
    grows: bool,
) -> None:
    """Raise ``CommandError`` for options that do not go together."""
    if resume and (output is None or not grows):
        raise CommandError(
            say("--resume kræver --output" + ("" if grows else " og --format jsonl"),
                "--resume needs --output" + ("" if grows else " and --format jsonl")),
            say("tilføj --output FIL", "add --output FILE"),
        )  # fmt: skip
    if output is None and not chosen.printed:
        raise CommandError(
            say(f"{name} kan ikke skrives på skærmen", f"{name} cannot be printed"),
            say("tilføj --output FIL", "add --output FILE"),
        )
    if chosen.needs is not None:
        needs(*chosen.needs)
    if (engine is Engines.dask) != (scheduler is not None):
        raise CommandError(
            say("--engine dask og --scheduler ADRESSE hører sammen",
                "--engine dask and --scheduler ADDRESS go together"),
            say("angiv begge eller ingen", "give both or none"),
        )  # fmt: skip
    if engine is Engines.dask:
        needs("distributed", "dask")


def _tell(faults: Iterable[str]) -> None:
    """Tell the faults, which no option silences."""
    console = stderr()
    for text in faults:
        console.print(f"{say('fejl', 'error')}: {plain(text)}")
