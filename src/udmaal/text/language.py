"""The languages and a text in both."""

from typing import Literal, NamedTuple

Language = Literal["da", "en"]
LANGUAGES: tuple[Language, ...] = ("da", "en")
DEFAULT: Language = "da"


class Text(NamedTuple):
    """A text or template in Danish and English."""

    da: str
    en: str

    def in_(self, language: Language) -> str:
        """Give the text in one language."""
        return self.da if language == "da" else self.en


def same(template: str) -> Text:
    """Make a template of numbers and signs, alike in both languages."""
    return Text(template, template)
