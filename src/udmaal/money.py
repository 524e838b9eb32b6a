"""Exact arithmetic on amounts: decimals only, rounded half up where the rules say so."""

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

ZERO = Decimal(0)

ORE = Decimal("0.01")
_KRONE = Decimal(1)

# Wide enough that a product of amounts, hours and days is exact and that a quotient is never
# close enough to a half øre to be taken for one.
EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
exact_product, exact_quotient = EXACT.multiply, EXACT.divide


def to_ore(amount: Decimal) -> Decimal:
    """Round kroner to whole øre, half up (loven.md#afrunding)."""
    return amount.quantize(ORE, ROUND_HALF_UP, EXACT)


def to_kroner(amount: Decimal) -> Decimal:
    """Round kroner to whole kroner, half up; the result is written with øre."""
    return to_ore(amount.quantize(_KRONE, ROUND_HALF_UP, EXACT))


def to_nearest(amount: Decimal, step: Decimal) -> Decimal:
    """Round kroner to the nearest amount divisible by ``step``; exactly half rounds up."""
    return to_ore((amount / step).quantize(_KRONE, ROUND_HALF_UP, EXACT) * step)


def ratio(amount: Decimal, part: Decimal | int, whole: Decimal | int) -> Decimal:
    """Give ``amount × part / whole``, unrounded; a share stays a fraction until the line is made.

    The product is formed first and exactly, so 20/37 never becomes a rounded decimal.
    """
    return exact_quotient(exact_product(amount, part), whole)


def fraction_to_ore(amount: Fraction) -> Decimal:
    """Round an exact fraction, not below 0, to øre, half up; however long its numbers are."""
    return fraction_to(amount, 2)


def fraction_to(amount: Fraction, places: int) -> Decimal:
    """Round an exact fraction, not below 0, to a number of decimals, half up."""
    twice = 2 * 10**places
    units = (twice * amount.numerator + amount.denominator) // (2 * amount.denominator)
    return Decimal(units).scaleb(-places)


def percent_of(amount: Decimal, percent: Decimal) -> Decimal:
    """Give ``percent`` per cent of an amount, rounded to øre."""
    return to_ore(ratio(amount, percent, 100))


def is_half_way(amount: Decimal, step: Decimal) -> bool:
    """Tell whether an amount lies exactly between two amounts divisible by ``step``."""
    return amount % step == step / 2
