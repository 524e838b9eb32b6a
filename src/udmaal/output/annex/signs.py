"""Signs that the annex cannot show: an emoji, a sign that is none, a mark no font has.

Their names stand in their place, as ``[sparkles]``; what has no name, as ``[U+FFFE]``.
"""

import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple, TypeVar

from matplotlib.ft2font import FT2Font

from udmaal.masking import with_texts
from udmaal.output.picture import FONTS

T = TypeVar("T")
Tell = Callable[["Unshown"], None]

# The fonts with letters for people; others there show mathematics, or a box for every sign.
_LETTERS = ("DejaVuSans.ttf", "DejaVuSerif.ttf")
# Accents of Latin, Greek and Cyrillic letters; those of other scripts the typesetter may break on.
_ACCENTS = range(0x0300, 0x0370)
# Signs for which the fonts have an empty glyph.
_EMPTY = frozenset({0x1680, 0xA72E, 0xA72F})
# What the typesetter has never failed on: European letters, their punctuation, and our own signs.
_PLAIN = (range(0x20, 0x7F), range(0xA0, 0x0250), range(0x2010, 0x2028), range(0x2030, 0x2045))
_PLAIN_SIGNS = frozenset("€−×≥≤⅓⅔…")
_WHITE = frozenset("\t\n\r")
# Code points that never become signs, besides the last two of every plane.
_NONCHARACTERS = range(0xFDD0, 0xFDF0)
_PLANE = 1 << 16
# Signs that only change how their neighbours look.
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0), range(0x034F, 0x0350))


class Unshown(NamedTuple):
    """A text that cannot be shown as it is, and what stands in its place."""

    text: str
    instead: str


def for_html(sign: str) -> bool:
    """Tell whether HTML may hold a sign; each reader has fonts of its own."""
    is_none = ord(sign) in _NONCHARACTERS or ord(sign) % _PLANE >= _PLANE - 2
    return sign in _WHITE or not (is_none or unicodedata.category(sign) in ("Cc", "Cs"))


def for_pdf(sign: str) -> bool:
    """Tell whether a font that comes with the program has a sign, and it can be set."""
    kind = unicodedata.category(sign)
    if kind[0] == "C":
        return sign in _WHITE
    if kind[0] == "M" and ord(sign) not in _ACCENTS:
        return False
    return ord(sign) in _covered()


def for_any_pdf(sign: str) -> bool:
    """Tell whether a sign is so common that it is sure to be set."""
    return any(ord(sign) in part for part in _PLAIN) or sign in _PLAIN_SIGNS or sign in _WHITE


@lru_cache(maxsize=1)
def _covered() -> frozenset[int]:
    return frozenset(
        code for name in _LETTERS for code in FT2Font(str(FONTS / name)).get_charmap()
    ).difference(_EMPTY)


def tell_nobody(unshown: Unshown) -> None:
    """Take what cannot be shown where nobody asks for it."""
    del unshown


def with_shown(value: T, shows: Callable[[str], bool]) -> tuple[T, tuple[Unshown, ...]]:
    """Give a value whose texts hold only signs that can be shown, and the texts that did not."""
    unshown: dict[Unshown, None] = {}

    def change(text: str) -> str:
        if text.isascii() and text.isprintable():
            return text
        seen, instead = _seen_and_instead(text, shows)
        if instead != seen:
            unshown[Unshown(text, instead)] = None
        return instead

    return with_texts(value, change), tuple(unshown)


@lru_cache(maxsize=4096)
def _seen_and_instead(text: str, shows: Callable[[str], bool]) -> tuple[str, str]:
    """Give a text without invisible signs, and what can be shown of it; most come again."""
    seen = "".join(sign for sign in text if shows(sign) or not _is_invisible(sign))
    return seen, "".join(sign if shows(sign) else _name(sign) for sign in seen)


def _is_invisible(sign: str) -> bool:
    """Tell whether a sign only joins, directs or selects; without it nothing is missing."""
    return unicodedata.category(sign) == "Cf" or any(ord(sign) in part for part in _SELECTORS)


def _name(sign: str) -> str:
    name = unicodedata.name(sign, "").lower()
    return f"[{name or f'U+{ord(sign):04X}'}]"
