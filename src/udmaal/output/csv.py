"""One row per line, for spreadsheets: with Danish words also Danish decimals and semicolons."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from udmaal.breakdown import Breakdown
from udmaal.language import Language, Text
from udmaal.law.benefits import BENEFITS
from udmaal.output import headings
from udmaal.output.document import amount_text
from udmaal.text.lines import words
from udmaal.text.rate_names import RATE_NAMES
from udmaal.text.terms import TERMS, UNITS

BOM = "\ufeff"
# A cell that begins with one of these is a formula to a spreadsheet; wide and small forms of the
# signs, and whatever it may skip before them, are no better.
_FORMULA = re.compile(
    r"[\s\x00-\x1f\x7f-\xa0\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*"
    r"[=+\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b]"
    r"|[\t\r\n\v\f\x00\x1c-\x1f\x85\u2028\u2029]"
)
_AMOUNT = re.compile(r"-\d+(?:[.,]\d+)?", re.ASCII)

LINE_COLUMNS = (
    Text("sag", "case_id"),
    Text("dato", "date"),
    Text("ydelse", "benefit"),
    Text("forælder", "parent"),
    Text("linje", "line"),
    Text("post", "label"),
    Text("beregning", "formula"),
    Text("beløb", "amount"),
    Text("enhed", "unit"),
    Text("lov", "law"),
    Text("satser", "rates"),
    Text("status", "status"),
)
_KNOWN = Text("kendt", "known")
_BRIEF_COLUMNS = (*LINE_COLUMNS[:4], Text("barn", "child"))
# Two amounts have one name, each in its own benefit.
_PAYOUT = {"payout": Text("til udbetaling efter skat", "payout")}


def line_columns(language: Language) -> list[str]:
    """Give the heads of the columns of ``line_rows``."""
    return [column.in_(language) for column in LINE_COLUMNS]


def line_rows(
    breakdown: Breakdown, path: str | None, language: Language
) -> Iterator[tuple[str, ...]]:
    """Give one row per line; with a path that comes first."""
    before = () if path is None else (path,)
    for result in breakdown.results:
        benefit = headings.benefit_name(result, language)
        for line in result.lines:
            amount = amount_text(line.amount) or ""
            label, formula = words(line, language)
            yield (
                *before,
                breakdown.case_id,
                breakdown.on.isoformat(),
                benefit,
                result.parent or "",
                line.id,
                label,
                formula,
                decimal_cell(amount, language),
                UNITS[line.unit].in_(language),
                "; ".join(line.law),
                "; ".join(RATE_NAMES[rate.key].in_(language) for rate in line.rates),
                ", ".join(dict.fromkeys(TERMS[rate.status].in_(language) for rate in line.rates)),
            )


def amount_columns() -> tuple[Text, ...]:
    """Give the heads of the columns of ``amount_rows``."""
    return (*_BRIEF_COLUMNS, *_amount_heads().values())


@cache
def _amount_heads() -> dict[str, Text]:
    """Give the heads of the amounts of all benefits, by their keys."""
    forms = [form for benefit in BENEFITS for form in benefit.amounts.values()]
    heads = {
        key: Text(_as_head(each.words.title.da), key)
        for form in forms
        for key, each in form.declared().items()
    }
    return heads | _PAYOUT


def _as_head(title: str) -> str:
    """Write a title with a small letter, unless it begins with an abbreviation."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def amount_rows(breakdown: Breakdown, path: str, language: Language) -> Iterator[tuple[str, ...]]:
    """Give one row per benefit and person: its amounts, a column each, empty where it has none."""
    for result in breakdown.results:
        amounts = (amount_text(result.amounts.get(key)) or "" for key in _amount_heads())
        yield (
            path,
            breakdown.case_id,
            breakdown.on.isoformat(),
            headings.benefit_name(result, language),
            result.parent or "",
            result.child or "",
            *(decimal_cell(each, language) for each in amounts),
        )


def with_known(
    head: Sequence[str], rows: Iterable[Sequence[str]], known: date | None, language: Language
) -> Iterator[Sequence[str]]:
    """Give head and rows, with a column for the day as of which the case is known, if any."""
    if known is None:
        yield from (head, *rows)
    else:
        yield (*head, _KNOWN.in_(language))
        yield from ((*row, known.isoformat()) for row in rows)


def csv_rows(rows: Iterable[Iterable[str]], language: Language) -> str:
    """Write rows with the separator that spreadsheets of the language expect.

    Every CSV goes through here, so that no cell of any is read as a formula.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if language == "da" else ",", lineterminator="\r\n")
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return BOM + text.getvalue()


def decimal_cell(amount: str, language: Language) -> str:
    """Write an amount with the decimal sign of the language and no thousands signs."""
    return amount.replace(".", ",") if language == "da" else amount


def _safe(cell: str) -> str:
    """Keep a text from being read as a formula; an amount below 0 stays a number."""
    if cell[:1].isalnum() or not _FORMULA.match(cell) or _AMOUNT.fullmatch(cell):
        return cell
    return f"'{cell}"
