"""The ledger as Markdown: one table for each course and other benefit."""

from datetime import date
from pathlib import Path

from udmaal.language import Language
from udmaal.output import headings
from udmaal.output import write as files
from udmaal.output.csv import decimal_cell
from udmaal.output.formats.ledger import ShownLedger
from udmaal.output.ledger_back import back_sections
from udmaal.output.ledger_columns import COLUMNS, one_line
from udmaal.output.ledger_rows import KEYS, REMARKS, ledger_rows
from udmaal.output.markup import escaped, markdown_table
from udmaal.text import numbers


def write(shown: ShownLedger, language: Language, output: Path | None) -> None:
    """Give one table for each course and other benefit, then what is paid after."""
    known = headings.as_known(shown.ledger.known, language)
    parts = [f"# {headings.CASE.in_(language)} {escaped(shown.ledger.case_id)}{known}", ""]
    groups: dict[tuple[str, str], list[tuple[dict[str, str], str]]] = {}
    for benefit, parent, cells, remarks in ledger_rows(shown.ledger, language):
        groups.setdefault((benefit, parent), []).append((cells, remarks))
    for (benefit, parent), rows in groups.items():
        name = f"{benefit}, {headings.parent_name(parent, language)}" if parent else benefit
        keys = [key for key in KEYS if any(cells.get(key) for cells, _ in rows)]
        head = [one_line(COLUMNS[key], language) for key in keys]
        table = [
            [*(_cell(key, cells.get(key, ""), language) for key in keys), escaped(remarks)]
            for cells, remarks in rows
        ]
        parts += [f"## {escaped(name)}", ""]
        right = range(1, len(keys))
        parts += [*markdown_table([*head, REMARKS.in_(language)], table, right), ""]
    for other in shown.ledger.others:
        for heading, months in back_sections(other, language):
            listed = [f"- {month}: {escaped(text)}" for month, text in months]
            parts += [f"## {escaped(heading)}", "", *listed, ""]
    files.write("\n".join(parts), output)


def _cell(key: str, text: str, language: Language) -> str:
    """Write a month and a day as people do, an amount with the decimal sign of the language."""
    if key == "month":
        return numbers.month(text, language)
    if key == "decided" and text:
        return numbers.day(date.fromisoformat(text), language)
    return decimal_cell(text, language)
