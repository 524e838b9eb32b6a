"""Rates as JSON; its keys and texts have no language."""

from pathlib import Path

from udmaal.language import Language
from udmaal.output import write as files
from udmaal.output.formats.rates import RateList
from udmaal.rates.book import Rate


def write(listed: RateList, _language: Language, output: Path | None) -> None:
    """Write a list of documents."""
    files.write(files.json_text([_document(rate) for rate in listed.rates]), output)


def _document(rate: Rate) -> dict[str, str]:
    """Give a rate as plain values; the value keeps the digits of its file."""
    return {
        "key": rate.key,
        "effective": rate.effective.isoformat(),
        "value": rate.text,
        "unit": rate.unit,
        "status": rate.status,
        "evidence": rate.evidence,
        "source": rate.source,
        "source_da": rate.source_in("da"),
    }
