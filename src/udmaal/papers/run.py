"""The papers of many cases: engine, names, files and list put together."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from importlib.metadata import version
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any, Final, NamedTuple

from udmaal import __version__
from udmaal.faults import Fault, InputFaultsError
from udmaal.language import Text
from udmaal.municipality import level_fingerprints
from udmaal.output.annex.signs import Unshown
from udmaal.output.case_fault import case_fault
from udmaal.output.document import FORMAT
from udmaal.output.write import growing_file, write_bytes
from udmaal.papers.made import LIST, earlier, line_of, still_there
from udmaal.papers.names import Names
from udmaal.papers.work import CasePapers, Job, case_papers
from udmaal.processes import Pending, at_once, in_order
from udmaal.rates.book import RateBook
from udmaal.rates.read import read_rates
from udmaal.reading.source import STDIN
from udmaal.recipient import Recipient
from udmaal.shown import named, shown

Document = dict[str, Any]

# So few cases are made before another process has loaded what it needs.
_FEW: Final = 8
_FAMILY: Final = Text("familien", "family")


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run does: the job, its cases, and the folder and names of the papers."""

    job: Job
    paths: Sequence[str]
    folder: Path
    pattern: str
    rates: Path | None = None
    jobs: int = 1
    resume: bool = False


@dataclass(slots=True)
class Done:
    """What a run did: its list, and what is to be told of it."""

    documents: list[Document] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    unshown: list[Unshown] = field(default_factory=list)
    made: int = 0
    kept: int = 0

    @property
    def with_findings(self) -> int:
        """Count the papers that a colleague would point at something in."""
        papers = (paper for each in self.documents for paper in each.get("papers", ()))
        return sum(bool(paper["findings"]) for paper in papers)


def run(plan: Plan, on_cases: Callable[[int], None]) -> Done:
    """Make the papers of all cases; ``on_cases`` is told how many more are done.

    The list grows with each case whose papers are there, and stands in the order of the cases in
    the end. Raises ``InputFaultsError`` where the folder cannot be written to.
    """
    names, rates, done = Names(plan.pattern), read_rates(plan.rates), Done()
    made_of = _made_of(plan.job, rates)
    listed = plan.folder / LIST
    try:
        known = earlier(listed) if plan.resume else {}
        with growing_file(listed, anew=not plan.resume) as growing:
            if plan.resume:
                growing.write(b"\n")  # ends a line that was torn
            for path, found in _found(plan, rates, known, made_of):
                files = [names.take(values) for values in _values(plan, path, found)]
                if isinstance(found, CasePapers) or files != _files(found):
                    made = found
                    if not isinstance(made, CasePapers):  # they would have another name now
                        made = case_papers(plan.job, rates, path)
                    document = _written(plan, made, files, made_of, done)
                    growing.write(line_of(document))
                else:
                    document = found
                    done.kept += len(files)
                done.documents.append(document)
                on_cases(1)
        write_bytes(b"".join(map(line_of, done.documents)), listed)
    except OSError as error:
        values = {"reason": error.strerror or type(error).__name__}
        fault = Fault("output.unwritable", values=values, file=str(plan.folder))
        raise InputFaultsError([fault]) from error
    return done


def _values(plan: Plan, path: str, found: "CasePapers | Document") -> Iterator[dict[str, str]]:
    """Give what the name of each paper of a case may hold."""
    if isinstance(found, CasePapers):
        case_id = found.case_id
        about = [_about(paper.recipient) for paper in found.papers]
    else:
        case_id, about = found["case_id"], found["papers"]
    for each in about:
        family = _FAMILY.in_(plan.job.language) if each["about"] == "family" else ""
        yield {
            "case_id": case_id,
            "parent": each["parent"] or family,
            "date": plan.job.on.isoformat(),
            "file": Path(path).stem,
        }


def _about(recipient: Recipient | None) -> dict[str, str | None]:
    """Say in the list whom a paper is for."""
    if recipient is None:
        return {"about": "case", "parent": None}
    if recipient.parent is None:
        return {"about": "family", "parent": None}
    return {"about": "parent", "parent": shown(recipient.parent)}


def _files(document: Document) -> list[str]:
    return [paper["file"] for paper in document["papers"]]


def _written(
    plan: Plan, made: CasePapers, files: Sequence[str], made_of: str, done: Done
) -> Document:
    """Write the papers of a case, and give its line of the list."""
    faults = made.faults
    try:
        for paper, file in zip(made.papers, files, strict=True):
            write_bytes(paper.data, plan.folder / file)
            done.unshown += paper.unshown
    except InputFaultsError as error:
        if any(fault.code == "output.unwritable" for fault in error.faults):
            raise  # a full disk is full for all
        faults = error.faults
    if faults:
        at_fault = case_fault(made.path, faults, plan.job.language)
        done.faults += at_fault.texts
        return at_fault.document
    done.made += len(files)
    return {
        "format": FORMAT,
        **named("path", made.path),
        "case_id": shown(made.case_id),
        "case_sha256": made.case_sha256,
        "made_of": made_of,
        "papers": [
            {
                **_about(paper.recipient),
                "file": file,
                "sha256": sha256(paper.data).hexdigest(),
                "findings": sorted({finding.code for finding in paper.open}),
            }
            for paper, file in zip(made.papers, files, strict=True)
        ],
    }


def _made_of(job: Job, rates: RateBook) -> str:
    """Give the fingerprint of all that decides on the papers besides the cases."""
    makers = (job.ending == "pdf" and "typst") or "jinja2"
    told = asdict(job) | {"letter": job.letter and job.letter.sha256}
    if job.months is None or None not in job.months:
        del told["today"]
    told |= {
        "municipality_folders": sorted(level_fingerprints(job.municipality_folders)),
        "program": __version__,
        "libraries": [version(name) for name in ("matplotlib", makers)],
        "rates": rates.sha256,
    }
    return sha256(repr(told).encode()).hexdigest()


def _found(
    plan: Plan, rates: RateBook, known: Mapping[str, Document], made_of: str
) -> Iterator[tuple[str, CasePapers | Document]]:
    """Give for each case, in order, its papers, or what an earlier run says of those it made."""

    def still(path: str) -> Document | None:
        document = known.get(named("path", path)["path"])
        if document is None or not still_there(document, plan.folder, Path(path), made_of):
            return None
        return document

    if plan.jobs == 1 or len(plan.paths) <= _FEW or STDIN in plan.paths:
        for path in plan.paths:
            yield path, still(path) or case_papers(plan.job, rates, path)
        return
    context = multiprocessing.get_context("spawn")  # a library drawn in threads is not forked
    with ProcessPoolExecutor(at_once(plan.jobs), context, _start, (plan.job, plan.rates)) as pool:

        def submit(path: str) -> Pending[CasePapers | Document]:
            earlier_one = still(path)
            return pool.submit(_work, path) if earlier_one is None else _Ready(earlier_one)

        try:
            yield from zip(plan.paths, in_order(submit, plan.paths, plan.jobs), strict=True)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


class _Ready(NamedTuple):
    """What needs no waiting for."""

    value: CasePapers | Document

    def result(self) -> CasePapers | Document:
        """Give it."""
        return self.value


# Of a worker: what it does, told once at its start.
_JOB: list[tuple[Job, RateBook]] = []


def _start(job: Job, rates: Path | None) -> None:
    """Get a worker ready. It leaves Ctrl-C to the process that started it, and ends with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    _JOB.append((job, read_rates(rates)))


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _work(path: str) -> CasePapers:
    job, rates = _JOB[-1]
    return case_papers(job, rates, path)
