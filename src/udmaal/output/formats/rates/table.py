"""Rates as a table."""

from pathlib import Path

from udmaal.language import Language
from udmaal.output.formats.rates import RateList
from udmaal.output.page import Page
from udmaal.output.rate_tables import rates_table
from udmaal.text.rate_names import RATE_NAMES


def write(listed: RateList, language: Language, output: Path | None) -> None:
    """Print the table."""
    page = Page(output)
    if listed.with_source:
        page.console.print(f"\n{RATE_NAMES[listed.rates[0].key].in_(language)}", highlight=False)
    page.console.print(rates_table(listed.rates, language, with_source=listed.with_source))
    page.close()
