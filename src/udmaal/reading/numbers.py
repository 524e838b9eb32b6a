"""Numbers as they arrive from TOML: exact, and never taken from a text.

Their decimals are counted in what is written of them: to take them apart, as the library's own
bound does too, took a quarter of the time of the model.
"""

from decimal import Decimal

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

# `34.250` in Danish hands is thirty-four thousand; no amount is written with three decimals.
_THOUSANDTHS = 3
MOST_DECIMALS = 6
# The shortest number with more decimals: those, and ``0.`` before them.
_SHORTEST_TOO_FINE = MOST_DECIMALS + 3


def written_in_thousands(value: object) -> bool:
    """Tell whether an amount of kroner has exactly three decimals, as thousands would have."""
    return type(value) is Decimal and str(value)[-_THOUSANDTHS - 1 : -_THOUSANDTHS] == "."


def meant_and_exact(value: Decimal) -> dict[str, object]:
    """Give what was probably meant, and how to write the amount as it stands beyond doubt."""
    exact = value.quantize(Decimal("0.01"))
    if exact != value:
        exact = value.quantize(Decimal("0.0001"))
    return {"amount": value, "meant": int(value.scaleb(_THOUSANDTHS)), "exact": str(exact)}


def _whole_to_decimal(value: object) -> object:
    """Let a whole number stand for a decimal; a strict field takes nothing but a decimal."""
    return Decimal(value) if type(value) is int else value


def _number(value: object) -> object:
    """Take a number of at most ``MOST_DECIMALS`` decimals that are not 0."""
    if type(value) is not Decimal:
        return _whole_to_decimal(value)
    text = str(value)
    if (len(text) >= _SHORTEST_TOO_FINE or "E" in text) and _too_fine(value, text):
        values = {"decimal_places": MOST_DECIMALS}
        raise PydanticCustomError("decimal_max_places", "too many decimals", values)
    return value


def _too_fine(value: Decimal, text: str) -> bool:
    """Tell whether a number as it is written has more decimals; with ``E-`` it has."""
    if "E" in text:
        return "E-" in text and bool(value)
    return len(text.partition(".")[2].rstrip("0")) > MOST_DECIMALS


def _kroner(value: object) -> object:
    if written_in_thousands(value):
        raise PydanticCustomError("kroner_thousands", "three decimals")
    return _number(value)


# Each stands last in an annotation, so that the bounds before it are checked by pydantic's core.
WHOLE_TO_DECIMAL = BeforeValidator(_whole_to_decimal)
NUMBER = BeforeValidator(_number)
KRONER = BeforeValidator(_kroner)
