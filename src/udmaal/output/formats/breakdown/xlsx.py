"""The breakdown as a workbook for Excel, with formulas that follow the stated amounts."""

from pathlib import Path

from udmaal.breakdown import Breakdown, sorted_codes
from udmaal.language import Language
from udmaal.output import headings
from udmaal.output.formats.breakdown import Breakdowns
from udmaal.text import numbers
from udmaal.text.lines import label

BINARY = True
NEEDS = ("xlsxwriter", "excel")


def write(breakdowns: Breakdowns, language: Language, output: Path | None) -> None:
    """Write all cases into one workbook."""
    from udmaal.output.excel.living import (  # noqa: PLC0415 - an optional extra
        Answer,
        Block,
        Living,
        write_remarks,
    )
    from udmaal.output.excel.workbook import book_to  # noqa: PLC0415

    living = Living(language)
    totals = []
    for case in breakdowns.cases:
        for result in case.results:
            name = headings.benefit_name(result, language)
            of = f"{case.case_id}: {name}" if breakdowns.several else name
            living.add(Block(f"{of} ({result.law})", of, result.lines))
            totals += [(of, line) for line in result.lines if line.kind.total]
    living.complete(len(totals))
    answers = [
        Answer(of, label(line, language), f"={living.cell(line)}", line.amount, line.unit)
        for of, line in totals
    ]
    title = _title(breakdowns.cases[0], language, several=breakdowns.several)
    with book_to(output, language) as book:
        living.write_overview(book, title, answers, _nothing(breakdowns, language))
        living.write_lines(book, title)
        living.write_rates(book, title)
        findings = [each for case in breakdowns.cases for each in case.findings]
        codes = sorted_codes(code for case in breakdowns.cases for code in case.assumptions)
        write_remarks(book, title, findings, codes)


def _title(first: Breakdown, language: Language, *, several: bool) -> str:
    on = numbers.day(first.on, language) + headings.as_known(first.known, language)
    return on if several else f"{headings.CASE.in_(language)} {first.case_id} · {on}"


def _nothing(breakdowns: Breakdowns, language: Language) -> list[str]:
    """Say which benefits give nothing on the date, and why."""
    return [
        f"{case.case_id}: {text}" if breakdowns.several else text
        for case in breakdowns.cases
        for text in headings.absence_lines(case.absences, language)
    ]
