"""What a family gets and from when, in sentences: the head of annex and breakdown."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from udmaal.breakdown import Line, Result
from udmaal.language import Language, Text
from udmaal.law.benefits import BY_KEY
from udmaal.law.context import Resolved
from udmaal.output import headings
from udmaal.text.render import render


@dataclass(frozen=True, slots=True)
class Entry:
    """One benefit: its name, how much, when, and why in sentences."""

    name: str
    amount: str
    when: str
    notes: tuple[str, ...]


def entry_of(result: Result, resolved: Resolved, on: date, language: Language) -> Entry:
    """Put a result into plain words."""
    benefit = BY_KEY[result.benefit]
    amount = benefit.amount_sentence(result) or headings.NOTHING_PAID
    when = benefit.since(resolved, result, on)
    return Entry(
        name=headings.benefit_name(result, language),
        amount=render(amount.in_(language), dict(result.amounts.items()), language),
        when=render(when.text.in_(language), when.values, language),
        notes=(
            *(
                render(text.in_(language), {"amount": line.amount, **line.values}, language)
                for text, line in _notes(result)
            ),
            *(
                render(each.text.in_(language), each.values, language)
                for each in benefit.remarks(resolved, result, on)
            ),
        ),
    )


def _notes(result: Result) -> Iterator[tuple[Text, Line]]:
    """Give the lines that have a sentence, each with it."""
    reduced = any(line.formula.reduces for line in result.lines)
    for line in result.lines:
        decided_by = line.formula.decided_by(line.values)
        if decided_by is not None and decided_by.note is not None:
            note = decided_by.reduced_note if reduced else None
            yield note or decided_by.note, line
        elif line.formula.note is not None and (line.amount or not line.formula.note.if_paid):
            yield line.formula.note.text, line
