"""The words of a line: label and formula with its numbers, as its kind declares them."""

from udmaal.language import LANGUAGES, Language, Text
from udmaal.lines.kind import Kind, Line
from udmaal.text import numbers
from udmaal.text.render import Template, template


class _Templates(dict[Text, Template]):
    """The words of kinds and formulas in one language, taken apart when first used."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, text: Text) -> Template:
        made = self[text] = template(text.in_(self._language), self._language)
        return made


_TEMPLATES = {language: _Templates(language) for language in LANGUAGES}


def amount(line: Line, language: Language) -> str:
    """Write the amount of a line: kroner with øre, anything else without needless zeros."""
    is_money = line.unit.startswith("DKK")
    return (numbers.kroner if is_money else numbers.number)(line.amount, language)


def label(line: Line, language: Language) -> str:
    """Give the label of a line; a note that is left out leaves nothing behind."""
    return _TEMPLATES[language][line.kind.label](line.values).rstrip()


def words(line: Line, language: Language) -> tuple[str, str]:
    """Give label and formula of a line."""
    templates, values = _TEMPLATES[language], line.values
    return templates[line.kind.label](values).rstrip(), templates[line.formula.words](values)


def formula(line: Line, language: Language) -> str:
    """Give the formula of a line with its numbers."""
    return _TEMPLATES[language][line.formula.words](line.values)


def fixed_label(kind: Kind) -> Text | None:
    """Give the label of a kind where it is the same in every line."""
    return None if "{" in kind.label.da else kind.label
