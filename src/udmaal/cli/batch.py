"""``udmaal batch``: every case of the municipality."""

import gc
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from udmaal.cli.declare import option
from udmaal.cli.exit_codes import FAULT
from udmaal.cli.formats import BATCHES
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
)
from udmaal.cli.progress import progress
from udmaal.cli.session import Session, with_session
from udmaal.language import Text
from udmaal.shown import plain

if TYPE_CHECKING:
    from udmaal.batch.run import Done
    from udmaal.batch.sink import BatchFormat

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
            metavar=Text("MAPPE", "DIR"),
            help=Text("Sammenlign med disse satser.", "Compare with these rates."),
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name is the user's word
        str, format_option(BATCHES, Text("Udskriftens form.", "Output form."))
    ] = BATCHES.names[0],
    output: OutputOption = None,
    jobs: JobsOption = None,
    resume: Annotated[
        bool,
        option(
            "--resume",
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
            metavar=Text("FIL", "FILE"),
            help=Text("Skriv opsummeringen som JSON.", "Write the summary as JSON."),
        ),
    ] = None,
    quiet: Annotated[
        bool, option("--quiet", "-q", help=Text("Ingen opsummering.", "No summary."))
    ] = False,
    engine: Annotated[
        Engines, option("--engine", help=Text("Hvor der regnes.", "Where the work is done."))
    ] = Engines.local,
    scheduler: Annotated[
        str | None,
        option(
            "--scheduler",
            metavar=Text("ADRESSE", "ADDRESS"),
            help=Text("Adressen på Dask-planlæggeren.", "Address of the Dask scheduler."),
        ),
    ] = None,
    corrected_ceilings: CorrectedOption = False,
) -> int:
    """Calculate many cases; exit code 1 when any is at fault."""
    from udmaal.batch.earlier import identity  # noqa: PLC0415 - help needs none of it
    from udmaal.batch.run import Plan, run  # noqa: PLC0415
    from udmaal.batch.work import Job  # noqa: PLC0415
    from udmaal.processes import default_jobs  # noqa: PLC0415
    from udmaal.rates.read import read_rates  # noqa: PLC0415

    chosen: BatchFormat = BATCHES.module(format).FORMAT
    _refuse_contradictions(format, chosen, output, engine, scheduler, resume=resume)
    rates = session.rates
    other_rates = read_rates(against_rates) if against_rates is not None else rates
    job = Job(
        on=session.day(date),
        language=session.language,
        rates=session.rates_folder,
        municipality_folders=session.municipality_folders,
        against=day_of(against, other_rates) if against is not None else None,
        against_rates=against_rates,
        with_rows=chosen.with_rows,
        corrected_ceilings=corrected_ceilings,
    )
    if against_rates is not None and against is None:
        day_of(job.on.isoformat(), other_rates)
    found = case_paths(paths, files0_from)
    session.keep_inputs([output, summary], chain([files0_from], found), against_rates)
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
    with progress(found, quiet=quiet) as tell:
        done = run(plan, tell)
    _report(done, summary, quiet=quiet)
    return FAULT if done.summary.at_fault else 0


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
) -> None:
    """Raise ``CommandError`` for options that do not go together."""
    if resume and (output is None or not chosen.grows):
        raise CommandError(
            say("--resume kræver --output og --format jsonl",
                "--resume needs --output and --format jsonl"),
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


def _report(done: "Done", summary: Path | None, *, quiet: bool) -> None:
    """Tell the faults always, the summary unless quiet, and write it where asked."""
    from udmaal.output.batch_summary import print_summary  # noqa: PLC0415 - after the work
    from udmaal.output.write import json_text, write  # noqa: PLC0415

    document = done.summary.document()
    if not quiet:
        print_summary(document, current_language(), stderr())
    console = stderr()
    for text in done.faults:
        console.print(f"{say('fejl', 'error')}: {plain(text)}")
    if summary is not None:
        write(json_text(document), summary)
