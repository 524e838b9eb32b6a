"""Numbers as they arrive from TOML: exact, and never taken from a text."""

from decimal import Decimal

from pydantic import BeforeValidator


def _whole_to_decimal(value: object) -> object:
    """Let a whole number stand for a decimal; a strict field takes nothing but a decimal."""
    return Decimal(value) if type(value) is int else value


# Stands last in an annotation, so that the bounds before it are checked by pydantic's core.
WHOLE_TO_DECIMAL = BeforeValidator(_whole_to_decimal)
