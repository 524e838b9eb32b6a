"""A comparison as Markdown, for notes and case systems."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from udmaal.language import Language
from udmaal.output import headings
from udmaal.output import write as files
from udmaal.output.markup import escaped, markdown_table
from udmaal.side_by_side.compare import Compared, Comparison, Comparisons
from udmaal.side_by_side.words import (
    ALL_SAME,
    CAUSES,
    CHANGED_LINES,
    DATE,
    DIFFERENCE,
    FACT,
    FACTS,
    FILE,
    KEY,
    NOTHING,
    amount_text,
    difference_text,
    fact_name,
    line_entries,
    same_text,
    side_name,
    step_texts,
    title,
    unchanged_text,
    value_text,
    with_unit,
)


def write(found: Comparisons, language: Language, output: Path | None) -> None:
    """Write all comparisons as one text."""
    files.write("\n".join("\n".join(_comparison(each, language)) for each in found), output)


def _comparison(found: Comparison, language: Language) -> Iterator[str]:
    yield from (f"# {escaped(title(found, language))}", "")
    if not found.differs:
        yield from ((ALL_SAME if found.benefits else NOTHING).in_(language), "")
    if found.facts:
        names = (escaped(side_name(side, language)) for side in found.sides)
        rows = (
            [
                escaped(fact_name(fact, language)),
                f"`{fact.key}`",
                *(escaped(value_text(value, language)) for value in (fact.before, fact.after)),
            ]
            for fact in found.facts
        )  # fmt: skip
        yield from (f"## {FACTS.in_(language)}", "")
        yield from (*markdown_table([FACT.in_(language), KEY.in_(language), *names], rows), "")
    for compared in found.benefits:
        name = escaped(headings.benefit_name(compared.about, language))
        yield from (f"## {name} ({compared.about.law})", "")
        yield from _benefit(found, compared, language)
    unpublished = headings.unpublished(found.rates, language)
    if unpublished:
        yield from (*(f"- {text}" for text in unpublished), "")


def _benefit(found: Comparison, compared: Compared, language: Language) -> Iterator[str]:
    if not compared.differs:
        yield from (f"{escaped(same_text(compared, language))}", "")
        return
    names = [escaped(side_name(side, language)) for side in found.sides]
    head, rows = [headings.AMOUNT.in_(language), names[0]], []
    for name in names[1:]:
        head += [name, DIFFERENCE.in_(language)]
    for row in compared.amounts:
        cells = [with_unit(row.title.in_(language), row.unit, language)]
        for number, (amount, difference) in enumerate(
            zip(row.amounts, row.differences, strict=True)
        ):
            cells.append(amount_text(amount, row.unit, language))
            if number:
                cells.append(difference_text(difference, row.unit, language))
        rows.append(cells)
    yield from (*markdown_table(head, rows, range(1, len(head))), "")
    for (before, after), step in zip(pairwise(names), compared.steps, strict=True):
        causes = [f"- {escaped(text)}" for text in step_texts(step, language)]
        if causes:
            yield from (f"{CAUSES.in_(language)}, {before} → {after}:", "", *causes, "")
    if compared.lines:
        unchanged = unchanged_text(compared.unchanged, language)
        yield from (f"### {CHANGED_LINES.in_(language)} ({unchanged})", "")
        side = FILE if found.of_two_files else DATE
        columns = (headings.ITEM, side, headings.FORMULA, headings.AMOUNT)
        listed = [
            [escaped(cell) for cell in (entry.label, *cells)]
            for entry in line_entries(found, compared, language)
            for cells in entry.rows
        ]
        yield from (*markdown_table([each.in_(language) for each in columns], listed, {3}), "")
