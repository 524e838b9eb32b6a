"""What happens to one case: from a path to its papers, in every process the same."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from udmaal.api import CaseFile, calculate, ledger_span, make_ledger, read_case
from udmaal.breakdown import Finding
from udmaal.calendar_month import Month
from udmaal.faults import Fault, InputFaultsError
from udmaal.language import Language
from udmaal.law.lost_earnings.course import courses_of
from udmaal.ledger import Ledger
from udmaal.letter import Letter
from udmaal.output import headings
from udmaal.output.annex.content import Annex, annex_content
from udmaal.output.annex.signs import Unshown
from udmaal.output.case_fault import unexpected
from udmaal.rates.book import RateBook
from udmaal.recipient import Recipient, parents_of, recipient_of, recipients_of

Ending = Literal["pdf", "html"]
Family = Literal["with", "apart", "only"]


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for all papers of a run.

    ``months`` asks for the months, either left out for those of the recipient's own benefits.
    ``parent`` asks for the paper of one, ``each`` for one for each person, neither for one of the
    whole case. ``family`` tells whether the family's benefits stand on a parent's paper, apart from
    it, or are all that is asked for.
    """

    on: date
    today: date
    language: Language
    ending: Ending
    municipality_folders: tuple[Path, ...] = ()
    months: tuple[Month | None, Month | None] | None = None
    corrected_ceilings: bool = False
    known: date | None = None
    parent: str | None = None
    each: bool = False
    family: Family = "with"
    reasons: bool = False
    letter: Letter | None = None

    def recipients(self, case_file: CaseFile) -> tuple[Recipient | None, ...]:
        """Give whom the papers of a case are for, ``None``: all together.

        Raises ``InputFaultsError`` for a parent that it has not.
        """
        case, with_family = case_file.case, self.family == "with"
        if self.parent is not None:
            asked = recipient_of(case, self.parent, family=with_family, reasons=self.reasons)
            return (asked,)
        if self.family == "only":
            return (Recipient(None, others=bool(parents_of(case)), reasons=self.reasons),)
        if self.each:
            return recipients_of(case, family=with_family, reasons=self.reasons)
        return (None,)


class Paper(NamedTuple):
    """A paper as bytes, what a colleague would point at in it, and signs it cannot show."""

    recipient: Recipient | None
    data: bytes
    open: tuple[Finding, ...]
    unshown: tuple[Unshown, ...]


class CasePapers(NamedTuple):
    """The papers of a case, or what is at fault with it."""

    path: str
    case_id: str = ""
    case_sha256: str = ""
    papers: tuple[Paper, ...] = ()
    faults: tuple[Fault, ...] = ()


def case_papers(job: Job, rates: RateBook, path: str) -> CasePapers:
    """Make the papers of a case; one at fault never raises."""
    try:
        case_file = read_case(path, rates)
        papers = tuple(papers_of(job, rates, case_file))
    except InputFaultsError as error:
        return CasePapers(path, faults=error.faults)
    except Exception as error:
        return CasePapers(path, faults=(unexpected(error, path),))
    return CasePapers(path, case_file.case.case_id, case_file.source.sha256, papers)


def papers_of(job: Job, rates: RateBook, case_file: CaseFile) -> Iterator[Paper]:
    """Make the papers of a case that was read; raises ``InputFaultsError``.

    A parent who was not known yet is in the file all the same, and has something to hide.
    """
    others = len(parents_of(case_file.case)) > 1
    case_file = case_file.as_known(job.known, rates)
    breakdown = calculate(
        case_file,
        rates,
        job.on,
        job.municipality_folders,
        corrected_ceilings=job.corrected_ceilings,
    )
    for asked in job.recipients(case_file):
        recipient = asked._replace(others=True) if asked is not None and others else asked
        unshown: list[Unshown] = []
        annex = annex_content(
            case_file,
            breakdown,
            _ledger(job, rates, case_file, recipient),
            job.language,
            corrected_ceilings=job.corrected_ceilings,
            recipient=recipient,
            letter=job.letter,
        )
        found = breakdown
        if recipient is not None:
            found = recipient.part_of_breakdown(breakdown, case_file.case)
        yield Paper(
            recipient,
            _set(annex, job.ending, unshown),
            tuple(filter(headings.needs_a_hand, found.findings)),
            tuple(unshown),
        )


def _ledger(
    job: Job, rates: RateBook, case_file: CaseFile, recipient: Recipient | None
) -> Ledger | None:
    """Work out the months; left out, they are those of the recipient's own benefits.

    One of several without any month has a paper without months.
    """
    if job.months is None:
        return None
    span = job.months
    if recipient is not None:
        case = recipient.part_of_case(case_file.case)
        own = replace(case_file, case=case, courses=courses_of(case, rates))
        try:
            span = ledger_span(
                own, rates, *span, today=job.today, municipality_folders=job.municipality_folders
            )
        except InputFaultsError:
            if recipient.others or not recipient.family:
                return None
    return make_ledger(
        case_file,
        rates,
        *span,
        today=job.today,
        municipality_folders=job.municipality_folders,
        corrected_ceilings=job.corrected_ceilings,
    )


def _set(annex: Annex, ending: Ending, unshown: list[Unshown]) -> bytes:
    if ending == "pdf":
        from udmaal.output.annex.pdf import annex_pdf  # noqa: PLC0415 - one of two libraries

        return annex_pdf(annex, unshown.append)
    from udmaal.output.annex.html import annex_html  # noqa: PLC0415

    return annex_html(annex, unshown.append).encode("utf-8")
