"""What the tab key offers where a value is one of many; the parser keeps what begins as typed."""

from pathlib import Path

import typer


def rate_keys() -> list[str]:
    """Give the keys of all rates."""
    from udmaal.rates.keys import RATE_KEYS  # noqa: PLC0415 - only the tab key asks

    return list(RATE_KEYS)


def page_keys() -> list[str]:
    """Give all findings, assumptions, rates and lines that have a page."""
    from udmaal.output.explain import known_keys  # noqa: PLC0415 - only the tab key asks

    return known_keys()


def case_keys(context: typer.Context) -> list[str]:
    """Give the keys of the case file that the line names; without one, those of an empty file."""
    from udmaal.faults import InputFaultsError  # noqa: PLC0415 - only the tab key asks
    from udmaal.reading.source import parse, read_source  # noqa: PLC0415
    from udmaal.settings import plain_keys  # noqa: PLC0415

    # A line that ends in an option without its value is left unparsed.
    words = [context.params.get("case"), *context.args]
    for word in words:
        if word and Path(word).is_file():
            try:
                return plain_keys(parse(read_source(word)))
            except InputFaultsError:
                break
    return plain_keys({})
