"""The ledger as CSV: one row a month of each course and of the other benefits."""

from pathlib import Path

from udmaal.language import Language, Text
from udmaal.output import headings
from udmaal.output import write as files
from udmaal.output.csv import csv_rows, decimal_cell, with_known
from udmaal.output.formats.ledger import ShownLedger
from udmaal.output.ledger_back import back_by_month
from udmaal.output.ledger_rows import KEYS, OTHERS, REMARKS, ledger_rows

CASE = Text("sag", "case_id")
BENEFIT = Text("ydelse", "benefit")
PARENT = Text("forælder", "parent")
# The English column names are the keys of the JSON ledger.
NAMES = {
    "month": "måned",
    "gross": "brutto",
    "pension": "pension",
    "atp_recipient": "atp_modtager",
    "atp_municipality": "atp_kommune",
    "single_days": "enkeltdage",
    "holiday_1": "ferie_1",
    "holiday_125": "ferie_125",
    "savings": "besparelser",
    "paid": "betalt",
    "difference": "forskel",
    **{key: each.csv for key, each in OTHERS.items()},
}


def write(shown: ShownLedger, language: Language, output: Path | None) -> None:
    """Give one row a month; the remarks say what falls due later, and what is paid after."""
    head = [
        CASE.in_(language),
        BENEFIT.in_(language),
        PARENT.in_(language),
        *(NAMES[key] if language == "da" else key for key in KEYS),
        REMARKS.in_(language),
    ]
    back = {
        (headings.name_of(other.benefit, other.rules, language), month): text
        for other in shown.ledger.others
        for month, text in back_by_month(other, language).items()
    }
    rows = [
        [
            shown.ledger.case_id,
            benefit,
            parent,
            *(decimal_cell(cells.get(key, ""), language) for key in KEYS),
            "; ".join(filter(None, (remarks, back.get((benefit, cells["month"]))))),
        ]
        for benefit, parent, cells, remarks in ledger_rows(shown.ledger, language)
    ]
    table = with_known(head, rows, shown.ledger.known, language)
    files.write(csv_rows(table, language), output)
