"""How a rate is written in a rate file."""

import json

from udmaal.rates.book import Period, Rate


def rate_lines(rate: Rate) -> list[str]:
    """Give the table of a rate, line by line."""
    return [
        f"[{rate.key}]",
        f"value = {quoted(rate.text) if isinstance(rate.value, Period) else rate.text}",
        f"unit = {quoted(rate.unit)}",
        f"status = {quoted(rate.status)}",
        f"evidence = {quoted(rate.evidence)}",
        f"source = {quoted(rate.source)}",
        *([f"source_da = {quoted(rate.source_da)}"] if rate.source_da else []),
        *([f"jump = {quoted(rate.jump)}"] if rate.jump else []),
    ]


def quoted(text: str) -> str:
    """Write a text of printable signs as TOML; JSON escapes the same two of them."""
    return json.dumps(text, ensure_ascii=False)
