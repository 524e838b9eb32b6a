"""The ledger as CSV and Markdown: one row a month of each course and of the extra costs."""

from collections.abc import Iterator

from udmaal.ledger import AMOUNTS, Ledger
from udmaal.output import headings
from udmaal.output.csv import csv_rows, decimal_cell
from udmaal.output.document import amount_text
from udmaal.output.ledger_columns import COLUMNS, one_line
from udmaal.output.markdown import escaped, markdown_table
from udmaal.text.language import Language, Text
from udmaal.text.remarks import remark_text
from udmaal.text.terms import BENEFITS

_CASE = Text("sag", "case_id")
_BENEFIT = Text("ydelse", "benefit")
_PARENT = Text("forælder", "parent")
_REMARKS = Text("bemærkninger", "remarks")
_KEYS = (
    "month",
    *AMOUNTS,
    "paid",
    "difference",
    "monthly",
    "one_off",
    "decided",
    "amount",
    "granted_hours",
    "used_hours",
    "lapsed_hours",
    "hours_balance",
)
# The English column names are the keys of the JSON ledger.
_NAMES = {
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
    "monthly": "pr_måned",
    "one_off": "enkeltudgifter",
    "decided": "fastsat",
    "amount": "ydelse_i_måneden",
    "granted_hours": "bevilgede_timer",
    "used_hours": "brugte_timer",
    "lapsed_hours": "bortfaldne_timer",
    "hours_balance": "timer_tilbage",
}


def ledger_csv(ledger: Ledger, language: Language) -> str:
    """Give one row a month; what falls due later is marked in the remarks."""
    head = [
        _CASE.in_(language),
        _BENEFIT.in_(language),
        _PARENT.in_(language),
        *(_NAMES[key] if language == "da" else key for key in _KEYS),
        _REMARKS.in_(language),
    ]
    rows = [
        [
            ledger.case_id,
            benefit,
            parent,
            *(decimal_cell(cells.get(key, ""), language) for key in _KEYS),
            remarks,
        ]
        for benefit, parent, cells, remarks in _rows(ledger, language)
    ]
    return csv_rows([head, *rows], language)


def ledger_markdown(ledger: Ledger, language: Language) -> str:
    """Give one table for each course and one for the extra costs."""
    parts = [f"# {headings.CASE.in_(language)} {escaped(ledger.case_id)}", ""]
    groups: dict[tuple[str, str], list[tuple[dict[str, str], str]]] = {}
    for benefit, parent, cells, remarks in _rows(ledger, language):
        groups.setdefault((benefit, parent), []).append((cells, remarks))
    for (benefit, parent), rows in groups.items():
        name = f"{benefit}, {headings.parent_name(parent, language)}" if parent else benefit
        keys = [key for key in _KEYS if any(cells.get(key) for cells, _ in rows)]
        head = [one_line(COLUMNS[key], language) for key in keys]
        table = [
            [*(decimal_cell(cells.get(key, ""), language) for key in keys), escaped(remarks)]
            for cells, remarks in rows
        ]
        parts += [f"## {escaped(name)}", ""]
        right = range(1, len(keys))
        parts += [*markdown_table([*head, _REMARKS.in_(language)], table, right), ""]
    return "\n".join(parts)


def _rows(ledger: Ledger, language: Language) -> Iterator[tuple[str, str, dict[str, str], str]]:
    """Give benefit, parent, cells and remarks of every month."""
    for course in ledger.courses:
        benefit = headings.of_child(headings.LOST_EARNINGS.in_(language), course.child, language)
        for month in course.months:
            cells = {key: amount_text(getattr(month, key)) or "" for key in AMOUNTS}
            if month.paid is not None:
                cells["paid"] = amount_text(month.paid.total) or ""
            if month.difference is not None:
                cells["difference"] = amount_text(month.difference.total) or ""
            remarks = "; ".join(remark_text(remark, language) for remark in month.remarks)
            yield benefit, course.parent, {"month": str(month.month), **cells}, remarks
        for due in course.outstanding:
            cells = {"month": str(due.month), due.kind: amount_text(due.amount) or ""}
            yield benefit, course.parent, cells, headings.OUTSTANDING.in_(language).lower()
    for other in ledger.others:
        name = BENEFITS[headings.benefit_key(other)].in_(language)
        for each in other.months:
            cells = {key: amount_text(each.amounts[key]) or "" for key in other.columns}
            if each.decided is not None:
                cells["decided"] = each.decided.isoformat()
            yield name, other.parent or "", {"month": str(each.month), **cells}, ""
