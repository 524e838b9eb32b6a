"""Numbers as they arrive from TOML: exact, and never taken from a text."""

from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator


def _whole_to_decimal(value: object) -> object:
    """Let a whole number stand for a decimal; a strict field takes nothing but a decimal."""
    return Decimal(value) if type(value) is int else value


Number = Annotated[Decimal, BeforeValidator(_whole_to_decimal)]
