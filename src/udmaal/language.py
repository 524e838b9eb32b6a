"""The languages and a text in both."""

from typing import Literal, NamedTuple

Language = Literal["da", "en"]
LANGUAGES: tuple[Language, ...] = ("da", "en")
DEFAULT: Language = "da"

MONTHS: dict[Language, tuple[str, ...]] = {
    "da": (
        "januar", "februar", "marts", "april", "maj", "juni",
        "juli", "august", "september", "oktober", "november", "december",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip


class Text(NamedTuple):
    """A text or template in Danish and English."""

    da: str
    en: str

    def in_(self, language: Language) -> str:
        """Give the text in one language."""
        return self.da if language == "da" else self.en


class KeyText(NamedTuple):
    """The name of a table or key of a file, and what it holds."""

    title: Text
    text: Text


def words(title_da: str, title_en: str, text_da: str, text_en: str) -> KeyText:
    """Give name and text of a key in both languages."""
    return KeyText(Text(title_da, title_en), Text(text_da, text_en))


# What a key holds that anybody may write into.
FREE_TEXT = ("Fri tekst; aldrig navne eller CPR-numre", "Free text; never names or CPR numbers")


def same(template: str) -> Text:
    """Make a template of numbers and signs, alike in both languages."""
    return Text(template, template)
