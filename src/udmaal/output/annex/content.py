"""What stands in the annex, in words, before any layout."""

import re
import shlex
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from udmaal.api import CaseFile
from udmaal.breakdown import Breakdown, Finding, Result
from udmaal.language import Language
from udmaal.ledger import BenefitLedger, CourseLedger, Ledger
from udmaal.letter import Letter
from udmaal.output import headings
from udmaal.output.annex.pictures import Picture, course_picture, waterfall_picture
from udmaal.output.annex.waterfall import waterfall
from udmaal.output.document import PROGRAM
from udmaal.output.ledger_back import back_sections
from udmaal.output.ledger_columns import (
    COLUMNS,
    TOTAL,
    amount_cell,
    cell,
    one_line,
    other_totals,
    shown_columns,
    total_of,
)
from udmaal.output.summary import Entry, entry_of
from udmaal.rates.book import Rate
from udmaal.reading.source import STDIN
from udmaal.recipient import Recipient
from udmaal.shown import shown
from udmaal.text import annex as words
from udmaal.text import numbers
from udmaal.text.assumptions import ASSUMPTIONS
from udmaal.text.findings import finding_text
from udmaal.text.lines import amount, formula, label
from udmaal.text.rate_names import RATE_NAMES
from udmaal.text.remarks import remark_text
from udmaal.text.render import render
from udmaal.text.terms import TERMS, UNITS

_FIXED = {
    "summary": words.SUMMARY,
    "benefit": words.BENEFIT,
    "how_much": words.HOW_MUCH,
    "from_when": words.FROM_WHEN,
    "steps": words.STEPS,
    "item": headings.ITEM,
    "formula": headings.FORMULA,
    "amount": headings.AMOUNT,
    "law": headings.LAW,
    "accepted": words.ACCEPTED,
    "assumptions": words.ASSUMPTIONS,
    "rates": words.RATES_USED,
    "rate": words.RATE,
    "value": words.VALUE,
    "in_force": words.IN_FORCE,
    "status": words.STATUS,
    "source": words.SOURCE,
    "checking": words.CHECKING,
    "page": words.PAGE,
    "contact": words.CONTACT,
    "appeal": words.APPEAL,
}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the breakdown; ``rates`` are numbers in the list of rates."""

    label: str
    formula: str
    rates: tuple[int, ...]
    amount: str
    unit: str
    law: tuple[str, ...]
    total: bool


@dataclass(frozen=True, slots=True)
class Section:
    """The lines of one benefit."""

    heading: str
    law: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Months:
    """A benefit month by month: a table with a foot of totals, and what happened."""

    heading: str
    picture: Picture | None
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: tuple[str, ...]
    notes: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A code with its text and, of an accepted finding, the reason."""

    code: str
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RateRow:
    """A rate as people read it, and where it comes from."""

    number: int
    name: str
    value: str
    effective: str
    status: str
    source: str
    published: bool


@dataclass(frozen=True, slots=True)
class Annex:
    """The whole annex; texts are in one language, amounts are written out."""

    language: Language
    kind: str
    title: str
    subtitle: str
    intro: str
    on: date
    entries: tuple[Entry, ...]
    nothing: str
    pictures: tuple[Picture, ...]
    sections: tuple[Section, ...]
    abbreviations: str
    months_heading: str
    months: tuple[Months, ...]
    accepted: tuple[Note, ...]
    assumptions: tuple[Note, ...]
    rates: tuple[RateRow, ...]
    unpublished: tuple[str, ...]
    checking_text: str
    command: str
    facts: tuple[tuple[str, str], ...]
    words: Mapping[str, str]
    letter: "LetterHead | None" = None


@dataclass(frozen=True, slots=True)
class LetterHead:
    """What stands on the paper from the letter file: head, whom to ask, paragraphs on appeal."""

    name: str
    lines: tuple[str, ...]
    logo: Picture | None
    contact: tuple[str, ...]
    appeal: tuple[str, ...]


def annex_content(
    case_file: CaseFile,
    breakdown: Breakdown,
    ledger: Ledger | None,
    language: Language,
    *,
    corrected_ceilings: bool = False,
    recipient: Recipient | None = None,
    letter: Letter | None = None,
) -> Annex:
    """Put the annex of a case together; with a ledger, the months follow the lines.

    ``corrected_ceilings`` tells how the breakdown was calculated, for those who do it again. For
    a ``recipient`` nothing stands in it but theirs, out of results and months of the whole case.
    """
    if recipient is not None:
        breakdown = recipient.part_of_breakdown(breakdown, case_file.case)
        ledger = recipient.part_of_ledger(ledger, case_file.case) if ledger else None
    of_one = recipient if recipient and (recipient.others or not recipient.family) else None
    fixed = _FIXED | ({"summary": words.SUMMARY_OF_ONE} if of_one else {})
    used = dict.fromkeys((*breakdown.rates, *(ledger.rates if ledger else ())))
    references = {rate: number for number, rate in enumerate(used, 1)}
    assumed = {*breakdown.assumptions, *(ledger.assumptions if ledger else ())}
    findings = (*breakdown.findings, *(ledger.findings if ledger else ()))
    return Annex(
        language=language,
        kind=words.KIND.in_(language),
        title=words.TITLE.in_(language),
        subtitle=_subtitle(case_file, breakdown, of_one, language),
        intro=" ".join((words.INTRO.in_(language), *_about(of_one, language))),
        on=breakdown.on,
        entries=tuple(
            entry_of(result, case_file, breakdown.on, language) for result in breakdown.results
        ),
        nothing=" ".join(
            [
                headings.NOTHING.in_(language),
                *(f"{text}." for text in headings.absence_lines(breakdown.absences, language)),
            ]
        ),
        pictures=tuple(_waterfalls(breakdown, language)),
        sections=tuple(_section(result, references, language) for result in breakdown.results),
        abbreviations=_abbreviations(breakdown, language),
        months_heading=_months_heading(ledger, language) if ledger else "",
        months=tuple(_months(ledger, language)) if ledger else (),
        accepted=tuple(dict.fromkeys(_accepted(findings, language))),
        assumptions=tuple(Note(code, ASSUMPTIONS[code].in_(language)) for code in sorted(assumed)),
        rates=tuple(_rate_row(number, rate, language) for rate, number in references.items()),
        unpublished=tuple(headings.unpublished(references, language)),
        checking_text=words.CHECKING_TEXT.in_(language),
        command=(words.CHECK_PAPER if of_one else words.CHECK_COMMAND).format(
            file=_file_name(case_file, language), on=breakdown.on.isoformat()
        )
        + (words.WITH_CORRECTED if corrected_ceilings else "")
        + (words.WITH_KNOWN.format(known=breakdown.known) if breakdown.known else "")
        + (_options_of(of_one, ledger, language) if of_one else ""),
        facts=tuple(_facts(breakdown, language)),
        words={key: text.in_(language) for key, text in fixed.items()},
        letter=_letter_head(letter, language) if letter else None,
    )


def recipient_name(recipient: Recipient, language: Language) -> str:
    """Name the one a paper is for."""
    if recipient.parent is None:
        return words.FAMILY.in_(language)
    return headings.parent_name(shown(recipient.parent), language)


def _about(recipient: Recipient | None, language: Language) -> Iterator[str]:
    """Say what of the case stands in the annex of one of several, and what does not."""
    if recipient is None:
        return
    text = words.INTRO_WITH_FAMILY if recipient.family else words.INTRO_OF_ONE
    if recipient.parent is None:
        text = words.INTRO_OF_FAMILY
    yield text.in_(language).format(name=recipient_name(recipient, language))


def _options_of(recipient: Recipient, ledger: Ledger | None, language: Language) -> str:
    """Give the options that make the paper of one of several again."""
    options = words.WITH_LEDGER.format(first=ledger.first, last=ledger.last) if ledger else ""
    if recipient.parent is None:
        options += words.ONLY_FAMILY
    else:
        options += words.WITH_PARENT.format(parent=shlex.quote(shown(recipient.parent)))
        options += "" if recipient.family else words.FAMILY_APART
    options += words.WITH_REASONS if recipient.reasons else ""
    return options + words.TO_FILE.format(file=words.PAPER_FILE.in_(language))


def _facts(breakdown: Breakdown, language: Language) -> Iterator[tuple[str, str]]:
    """Give what tells one calculation from another."""
    if breakdown.case_sha256:
        yield words.CASE_FINGERPRINT.in_(language), breakdown.case_sha256
    yield words.RATES_FINGERPRINT.in_(language), breakdown.rates_sha256
    yield words.PROGRAM.in_(language), f"{PROGRAM['name']} {PROGRAM['version']}"


def _letter_head(letter: Letter, language: Language) -> LetterHead:
    fields = letter.fields
    phone = words.PHONE.in_(language).format(phone=fields.phone) if fields.phone else None
    reach = tuple(filter(None, (phone, fields.mail)))
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", fields.appeal or ""))
    return LetterHead(
        name=fields.name,
        lines=tuple(filter(None, (fields.office, *fields.address, *reach))),
        logo=Picture(heading="", svg=letter.logo_svg, alt=fields.name) if letter.logo_svg else None,
        contact=tuple(filter(None, (fields.office, *reach))) if reach else (),
        appeal=tuple(filter(None, paragraphs)),
    )


def _subtitle(
    case_file: CaseFile, breakdown: Breakdown, recipient: Recipient | None, language: Language
) -> str:
    values = {"case_id": breakdown.case_id, "on": breakdown.on}
    subtitle = render(words.SUBTITLE.in_(language), values, language)
    subtitle += headings.as_known(breakdown.known, language)
    if recipient is not None:
        name = recipient_name(recipient, language)
        subtitle += f" · {words.FOR.in_(language).format(name=name)}"
    level = case_file.case.municipality
    if level is None:
        return subtitle
    return f"{subtitle} · {words.SERVICE_LEVEL.in_(language).format(name=level)}"


def _file_name(case_file: CaseFile, language: Language) -> str:
    """Name the case file without the folders of whoever made the annex."""
    if case_file.source.name == STDIN:
        return words.CASE_FILE.in_(language)
    return shown(Path(case_file.source.name).name)


def _waterfalls(breakdown: Breakdown, language: Language) -> Iterator[Picture]:
    for result in breakdown.results:
        steps = waterfall(result)
        if steps:
            yield waterfall_picture(result, steps, language)


def _section(result: Result, references: Mapping[Rate, int], language: Language) -> Section:
    rows = tuple(
        Row(
            label=label(line, language),
            formula=formula(line, language),
            rates=tuple(references[rate] for rate in line.rates),
            amount=amount(line, language),
            unit=UNITS[line.unit].in_(language),
            law=tuple(_unbroken(each) for each in line.law),
            total=line.kind.total,
        )
        for line in result.lines
    )
    return Section(headings.benefit_name(result, language), result.law, rows)


def _abbreviations(breakdown: Breakdown, language: Language) -> str:
    """Say what the short forms stand for that the citations use."""
    cited = {
        word.strip(",") for result in breakdown.results for line in result.lines
        for law in line.law for word in law.split()
    }  # fmt: skip
    return " · ".join(
        f"{short}: {text.in_(language)}"
        for short, text in words.ABBREVIATIONS.items()
        if short in cited
    )


def _unbroken(law: str) -> str:
    """Keep a section sign on the line of its number."""
    return law.replace("§ ", "§\N{NO-BREAK SPACE}")


def _months_heading(ledger: Ledger, language: Language) -> str:
    first, last = (numbers.month(str(month), language) for month in (ledger.first, ledger.last))
    return words.MONTH_BY_MONTH.in_(language).format(first=first, last=last)


def _months(ledger: Ledger, language: Language) -> Iterator[Months]:
    for course in ledger.courses:
        yield _course(course, language)
    for other in ledger.others:
        yield _other(other, language)


def _course(course: CourseLedger, language: Language) -> Months:
    keys = shown_columns(course)
    outstanding = tuple(
        (
            numbers.month(str(due.month), language),
            render(
                words.KRONER.in_(language),
                {"name": one_line(COLUMNS[due.kind], language), "amount": due.amount},
                language,
            ),
        )
        for due in course.outstanding
    )
    notes = ((headings.HAPPENED, _happened(course, language)), (headings.OUTSTANDING, outstanding))
    return Months(
        heading=headings.benefit_name(course, language),
        picture=course_picture(course, language),
        head=tuple(one_line(COLUMNS[key], language) for key in ("month", *keys)),
        rows=tuple(
            (
                numbers.month(str(month.month), language),
                *(cell(month, key, language) for key in keys),
            )
            for month in course.months
        ),
        foot=(
            TOTAL.in_(language),
            *(numbers.kroner(total_of(course, key), language) for key in keys),
        ),
        notes=tuple((title.in_(language), rows) for title, rows in notes if rows),
    )


def _happened(
    part: CourseLedger | BenefitLedger, language: Language
) -> tuple[tuple[str, str], ...]:
    return tuple(
        (numbers.month(str(month.month), language), remark_text(remark, language))
        for month in part.months
        for remark in month.remarks
    )


def _other(other: BenefitLedger, language: Language) -> Months:
    happened = _happened(other, language)
    return Months(
        heading=headings.benefit_name(other, language),
        picture=None,
        head=tuple(one_line(COLUMNS[key], language) for key in ("month", *other.columns)),
        rows=tuple(
            (
                numbers.month(str(month.month), language),
                *(amount_cell(month.amounts[key], language) for key in other.columns),
            )
            for month in other.months
        ),
        foot=(TOTAL.in_(language), *other_totals(other, language)),
        notes=(
            *(((headings.HAPPENED.in_(language), happened),) if happened else ()),
            *back_sections(other, language),
        ),
    )


def _accepted(findings: Iterable[Finding], language: Language) -> Iterator[Note]:
    for finding in findings:
        if finding.accepted is not None:
            reason = words.REASON_KEPT_BACK.in_(language)
            if finding.accepted:
                reason = words.ACCEPTED_REASON.in_(language).format(reason=finding.accepted)
            text = finding_text(finding, language)
            yield Note(finding.code, f"{text[:1].upper()}{text[1:]}", reason)


def _rate_row(number: int, rate: Rate, language: Language) -> RateRow:
    return RateRow(
        number=number,
        name=RATE_NAMES[rate.key].in_(language),
        value=headings.rate_value(rate, language),
        effective=numbers.day(rate.effective, language),
        status=TERMS[rate.status].in_(language),
        source=headings.short_source(rate, language),
        published=rate.status == "published",
    )
