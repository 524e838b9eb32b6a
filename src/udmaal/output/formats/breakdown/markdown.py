"""The breakdown as Markdown, for notes and case systems."""

from pathlib import Path

from udmaal.breakdown import Breakdown
from udmaal.language import Language
from udmaal.output import headings
from udmaal.output import write as files
from udmaal.output.formats.breakdown import Breakdowns
from udmaal.output.markup import escaped, markdown_table
from udmaal.text import numbers
from udmaal.text.assumptions import ASSUMPTIONS
from udmaal.text.lines import amount, formula, label
from udmaal.text.rate_names import RATE_NAMES
from udmaal.text.terms import UNITS


def write(breakdowns: Breakdowns, language: Language, output: Path | None) -> None:
    """Write all cases as one text."""
    files.write("\n".join(_case(each, language) for each in breakdowns.cases), output)


def _case(breakdown: Breakdown, language: Language) -> str:
    case_id = escaped(breakdown.case_id)
    on = numbers.day(breakdown.on, language)
    known = headings.as_known(breakdown.known, language)
    parts = [f"# {headings.CASE.in_(language)} {case_id} · {on}{known}", ""]
    if not breakdown.results:
        parts += [headings.NOTHING.in_(language), ""]
    head = [
        heading.in_(language)
        for heading in (headings.ITEM, headings.FORMULA, headings.AMOUNT, headings.UNIT,
                        headings.LAW, headings.RATES)
    ]  # fmt: skip
    for result in breakdown.results:
        name = escaped(headings.benefit_name(result, language))
        parts += [f"## {name} ({result.law})", ""]
        rows = []
        for line in result.lines:
            strong = "**" if line.kind.total else ""
            rows.append(
                [
                    f"{strong}{escaped(label(line, language))}{strong}",
                    escaped(formula(line, language)),
                    f"{strong}{amount(line, language)}{strong}",
                    UNITS[line.unit].in_(language),
                    escaped("; ".join(line.law)),
                    escaped("; ".join(RATE_NAMES[rate.key].in_(language) for rate in line.rates)),
                ]
            )
        parts += [*markdown_table(head, rows, right={2}), ""]
    parts += _notes(breakdown, language)
    return "\n".join(parts)


def _notes(breakdown: Breakdown, language: Language) -> list[str]:
    parts: list[str] = []
    if breakdown.absences:
        reasons = headings.absence_lines(breakdown.absences, language)
        texts = [f"- {escaped(text)}" for text in reasons]
        heading = [f"## {headings.WITHOUT.in_(language)}", ""] if breakdown.results else []
        parts += [*heading, *texts, ""]
    if breakdown.findings:
        from udmaal.text.findings import finding_text  # noqa: PLC0415 - most results have none

        parts += [f"## {headings.FOUND.in_(language)}", ""]
        for finding in breakdown.findings:
            text = escaped(finding_text(finding, language))
            if finding.accepted is not None:
                reason = escaped(finding.accepted)
                text += f" *({headings.ACCEPTED.in_(language)}: {reason})*"
            parts.append(f"- {finding.code}: {text}")
        parts.append("")
    if breakdown.assumptions:
        texts = [f"- {code}: {ASSUMPTIONS[code].in_(language)}" for code in breakdown.assumptions]
        parts += [f"## {headings.ASSUMED.in_(language)}", "", *texts, ""]
    if breakdown.rates:
        texts = [f"- {escaped(headings.rate_text(rate, language))}" for rate in breakdown.rates]
        parts += [f"## {headings.RATES.in_(language)}", "", *texts, ""]
    return parts
