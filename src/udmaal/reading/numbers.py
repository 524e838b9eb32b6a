"""Numbers as they arrive from TOML: exact, and never taken from a text."""

from decimal import Decimal

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

# `34.250` in Danish hands is thirty-four thousand; no amount is written with three decimals.
_THOUSANDTHS = -3


def written_in_thousands(value: object) -> bool:
    """Tell whether an amount of kroner has exactly three decimals, as thousands would have."""
    return type(value) is Decimal and value.as_tuple().exponent == _THOUSANDTHS


def meant_and_exact(value: Decimal) -> dict[str, object]:
    """Give what was probably meant, and how to write the amount as it stands beyond doubt."""
    exact = value.quantize(Decimal("0.01"))
    if exact != value:
        exact = value.quantize(Decimal("0.0001"))
    return {"amount": value, "meant": int(value.scaleb(-_THOUSANDTHS)), "exact": str(exact)}


def _whole_to_decimal(value: object) -> object:
    """Let a whole number stand for a decimal; a strict field takes nothing but a decimal."""
    return Decimal(value) if type(value) is int else value


def _kroner(value: object) -> object:
    if written_in_thousands(value):
        raise PydanticCustomError("kroner_thousands", "three decimals")
    return _whole_to_decimal(value)


# Each stands last in an annotation, so that the bounds before it are checked by pydantic's core.
WHOLE_TO_DECIMAL = BeforeValidator(_whole_to_decimal)
KRONER = BeforeValidator(_kroner)
