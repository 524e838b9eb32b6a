"""The pages of ``udmaal explain``: findings, assumptions, rates and lines, as Markdown."""

from collections.abc import Iterator
from string import Formatter

from udmaal.checks import CHECKS
from udmaal.citations.acts import NEWEST_LAW
from udmaal.citations.source import cite
from udmaal.language import Language, Text
from udmaal.law.benefits import kinds_by_id
from udmaal.output import headings
from udmaal.rates.book import RateBook
from udmaal.rates.keys import RATE_KEYS
from udmaal.text.assumption_pages import ASSUMPTION_PAGES
from udmaal.text.assumptions import ASSUMPTIONS
from udmaal.text.findings import FINDINGS
from udmaal.text.rate_names import RATE_NAMES
from udmaal.text.terms import TERMS, UNITS

_WHAT = Text("Hvad", "What")
_WHY = Text("Hvorfor", "Why")
_DO = Text("Gør", "Do")
_SOURCE = Text("Kilde", "Source")
_WRONG = Text("Forkert", "Wrong")
_RIGHT = Text("Rigtigt", "Right")
_FOR = Text("For taler", "What speaks for it")
_OTHERWISE = Text("Ellers", "Otherwise")
_RULE = Text("Regel", "Rule")
_LAW = Text("Lov", "Law")
_FORMULAS = Text("Formler", "Formulas")
_REGULATED = Text("Reguleres 1. januar med", "Regulated on 1 January by")
_GROUPS = {
    "findings": Text("Anmærkninger", "Findings"),
    "assumptions": Text("Antagelser", "Assumptions"),
    "rates": Text("Satser", "Rates"),
    "lines": Text("Linjer", "Lines"),
}


def page(key: str, book: RateBook, language: Language) -> str | None:
    """Give the page of a code, rate or line, or ``None`` for an unknown key."""
    if key.upper() in FINDINGS:
        return "\n".join(_finding(key.upper(), language))
    if key.upper() in ASSUMPTIONS:
        return "\n".join(_assumption(key.upper(), language))
    if key in RATE_KEYS:
        return "\n".join(_rate(key, book, language))
    if key in kinds_by_id():
        return "\n".join(_line(key, language))
    return None


def known_keys() -> list[str]:
    """Give everything that has a page."""
    return [*FINDINGS, *ASSUMPTIONS, *RATE_KEYS, *kinds_by_id()]


def all_pages(language: Language) -> str:
    """Give a reference of all findings, assumptions, rates and lines; rates without values."""
    parts = []
    for name, text in _GROUPS.items():
        parts += [f"# {text.in_(language)}", ""]
        if name == "findings":
            parts += [line for code in FINDINGS for line in _finding(code, language, "##")]
        elif name == "assumptions":
            parts += [line for code in ASSUMPTIONS for line in _assumption(code, language, "##")]
        elif name == "rates":
            parts += [f"- `{key}`: {_named_rate(key, language)}" for key in RATE_KEYS]
        else:
            for key in kinds_by_id():
                formulas = "; ".join(f"`{each}`" for each in _formulas(key, language))
                label, law = _label(key, language), _law(key)
                parts.append(f"- `{key}`: {label} ({law}). {_rule(key, language)} {formulas}")
        parts.append("")
    return "\n".join(parts)


def _finding(code: str, language: Language, level: str = "#") -> Iterator[str]:
    text, check = FINDINGS[code], CHECKS[code]
    yield f"{level} {code} ({TERMS[check.severity].in_(language)})"
    yield ""
    yield f"{_WHAT.in_(language)}: {_named(text.message.in_(language), '‹{}›')}."
    yield f"{_WHY.in_(language)}: {text.why.in_(language)}"
    yield f"{_DO.in_(language)}: {text.mend.in_(language)}"
    yield f"{_SOURCE.in_(language)}: {cite(text.source, NEWEST_LAW)}."
    yield ""
    for title, example in ((_WRONG, text.wrong), (_RIGHT, text.right)):
        yield f"{title.in_(language)}:"
        yield ""
        yield from (f"    {line}" for line in example.split("\n"))
        yield ""


def _assumption(code: str, language: Language, level: str = "#") -> Iterator[str]:
    pages = ASSUMPTION_PAGES[code]
    yield f"{level} {code}"
    yield ""
    yield ASSUMPTIONS[code].in_(language)
    yield f"{_FOR.in_(language)}: {pages.reason.in_(language)}"
    yield f"{_OTHERWISE.in_(language)}: {pages.otherwise.in_(language)}"
    yield ""


def _rate(key: str, book: RateBook, language: Language) -> Iterator[str]:
    yield f"# {key}"
    yield ""
    yield _named_rate(key, language)
    yield ""
    for rate in book.history(key):
        yield f"- {headings.rate_text(rate, language)}"
    yield ""


def _named_rate(key: str, language: Language) -> str:
    return f"{RATE_NAMES[key].in_(language)}, {about_rate(key, language)}"


def about_rate(key: str, language: Language) -> str:
    """Say what a rate is measured in and what raises it."""
    known = RATE_KEYS[key]
    unit = UNITS[known.units[0]].in_(language)
    if known.regulated_by is None:
        return unit
    return f"{unit}. {_REGULATED.in_(language)} `regulation.{known.regulated_by}_percent`"


def _line(key: str, language: Language) -> Iterator[str]:
    yield f"# {key}"
    yield ""
    yield _label(key, language)
    yield f"{_RULE.in_(language)}: {_rule(key, language)}"
    yield f"{_LAW.in_(language)}: {_law(key)}."
    yield ""
    yield f"{_FORMULAS.in_(language)}:"
    yield ""
    yield from (f"    {each}" for each in _formulas(key, language))
    yield ""


def _label(key: str, language: Language) -> str:
    return _named(kinds_by_id()[key][0].label.in_(language))


def _rule(key: str, language: Language) -> str:
    """Give the rule in words; benefits that have lines of the same id each say their own."""
    return " ".join(dict.fromkeys(kind.rule.in_(language) for kind in kinds_by_id()[key]))


def _law(key: str) -> str:
    """Cite all that lines of the kind may rest on, as it stands today."""
    laws = (law for kind in kinds_by_id()[key] for law in kind.all_laws)
    return "; ".join(dict.fromkeys(cited for law in laws for cited in law.on(NEWEST_LAW)))


def _formulas(key: str, language: Language) -> list[str]:
    """Give the formulas a line may carry."""
    formulas = (formula for kind in kinds_by_id()[key] for formula in kind.all_formulas)
    return list(dict.fromkeys(_named(each.words.in_(language)) for each in formulas))


def _named(template: str, mark: str = "{}") -> str:
    """Show the placeholders by their names: ``basis × hours/own``; ``mark`` sets them off."""
    return "".join(
        literal + (mark.format(name) if name else "")
        for literal, name, _, _ in Formatter().parse(template)
    )
