"""The pages of ``udmaal explain``, as Markdown: findings, rates, lines, keys, laws."""

from collections.abc import Callable, Iterator
from functools import partial
from string import Formatter
from typing import NamedTuple

from udmaal.case.model import Case
from udmaal.checks import CHECKS
from udmaal.citations.acts import NEWEST_LAW
from udmaal.language import Language, Text
from udmaal.law.benefits import kinds_by_id
from udmaal.output import headings
from udmaal.output.laws import law_named, resting_on
from udmaal.rates.book import RateBook
from udmaal.rates.keys import RATE_KEYS, REGULATION_PERCENT
from udmaal.reading.validation import choices_of, field_at
from udmaal.text.annex import ABBREVIATIONS
from udmaal.text.assumption_pages import ASSUMPTION_PAGES
from udmaal.text.assumptions import ASSUMPTIONS
from udmaal.text.case_keys import CASE_KEYS, key_comment
from udmaal.text.findings import FINDINGS
from udmaal.text.rate_names import RATE_NAMES
from udmaal.text.terms import TERMS, UNITS
from udmaal.text.value_names import value_name

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
_HOLDS = Text("Rummer", "Holds")
_RESTS = Text("Det bygger på den, på mindst én dato", "What rests on it, on one date at least")
_FORMULAS = Text("Formler", "Formulas")
_REGULATED = Text("Reguleres 1. januar med", "Regulated on 1 January by")
_GROUPS = {
    "findings": Text("Anmærkninger", "Findings"),
    "assumptions": Text("Antagelser", "Assumptions"),
    "rates": Text("Satser", "Rates"),
    "lines": Text("Linjer", "Lines"),
    "case_keys": Text("Sagsfilens felter", "Keys of the case file"),
}


class Entry(NamedTuple):
    """What has a page: the key to ask for it by, what it is called, and what else it says.

    What is not ``named`` has a sentence for its title, or a citation.
    """

    key: str
    title: Text
    words: Text = Text("", "")
    named: bool = True


def page(key: str, book: RateBook, language: Language) -> str | None:
    """Give the page of a code, rate, line, key of the case file or law, ``None`` for none of them.

    A rate and a key of the case file may have the same name; they share a page.
    """
    lines: list[str] = []
    if key.upper() in FINDINGS:
        lines += _finding(key.upper(), language)
    if key.upper() in ASSUMPTIONS:
        lines += _assumption(key.upper(), language)
    if key in RATE_KEYS:
        lines += _rate(key, book, language)
    if key in kinds_by_id():
        lines += _line(key, language)
    if key in _case_keys():
        lines += _case_key(key, language)
    if not lines and (law := law_named(key)) is not None:
        lines += _law_page(law, language)
    return "\n".join(lines) if lines else None


def known_keys() -> list[str]:
    """Give everything that has a page, but for the laws."""
    return [*dict.fromkeys([*FINDINGS, *ASSUMPTIONS, *RATE_KEYS, *kinds_by_id(), *_case_keys()])]


def entries() -> Iterator[Entry]:
    """Give what can be found by words, in the order in which equals are shown."""
    for key in RATE_KEYS:
        yield Entry(key, RATE_NAMES[key], _in_both(partial(about_rate, key)))
    for key in kinds_by_id():
        rule = _in_both(partial(_rule, key))
        label = _blanked(kinds_by_id()[key][0].label)
        yield Entry(key, label if _says_something(label) else rule, rule)
    for key in _case_keys():
        if key not in RATE_KEYS:
            yield Entry(key, CASE_KEYS[key].title, _in_both(partial(_meaning, key)))
    for law in resting_on():
        yield Entry(law, _in_both(partial(_law_name, law)), named=False)
    for code, finding in FINDINGS.items():
        words = _joined(finding.why, finding.mend)
        yield Entry(code, _blanked(finding.message), words, named=False)
    for code, assumption in ASSUMPTIONS.items():
        yield Entry(code, assumption, _joined(*ASSUMPTION_PAGES[code]), named=False)


def _in_both(words: Callable[[Language], str]) -> Text:
    return Text(words("da"), words("en"))


def _joined(*texts: Text) -> Text:
    return Text(*(" ".join(each) for each in zip(*texts, strict=True)))


def _blanked(template: Text) -> Text:
    """Show three dots for the placeholders."""
    parts = [[literal for literal, *_ in Formatter().parse(each)] for each in template]
    return Text(*("…".join(each) for each in parts))


def _says_something(text: Text) -> bool:
    return any(sign.isalpha() for sign in text.da)


def all_pages(language: Language) -> str:
    """Give a reference of all that has a page, rates without values."""
    parts = []
    for name, text in _GROUPS.items():
        parts += [f"# {text.in_(language)}", ""]
        if name == "findings":
            parts += [line for code in FINDINGS for line in _finding(code, language, "##")]
        elif name == "assumptions":
            parts += [line for code in ASSUMPTIONS for line in _assumption(code, language, "##")]
        elif name == "rates":
            parts += [f"- `{key}`: {_named_rate(key, language)}" for key in RATE_KEYS]
        elif name == "case_keys":
            for key in _case_keys():
                title, meaning = CASE_KEYS[key].title.in_(language), _meaning(key, language)
                parts.append(f"- `{key}`: {title}. {meaning}")
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
    yield f"{_WHAT.in_(language)}: {_message(code, language)}."
    yield f"{_WHY.in_(language)}: {text.why.in_(language)}"
    yield f"{_DO.in_(language)}: {text.mend.in_(language)}"
    yield f"{_SOURCE.in_(language)}: {text.cited(NEWEST_LAW, language)}."
    yield ""
    for title, example in ((_WRONG, text.wrong), (_RIGHT, text.right)):
        yield f"{title.in_(language)}:"
        yield ""
        lines = example.in_(language) if isinstance(example, Text) else example
        yield from (f"    {line}" for line in lines.split("\n"))
        yield ""


def _message(code: str, language: Language) -> str:
    return _named(FINDINGS[code].message, language)


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
        yield f"- {headings.rate_in_force(rate, language)}"
    yield ""


def _named_rate(key: str, language: Language) -> str:
    return f"{RATE_NAMES[key].in_(language)}, {about_rate(key, language)}"


def about_rate(key: str, language: Language) -> str:
    """Say what a rate is measured in and what raises it."""
    known = RATE_KEYS[key]
    unit = UNITS[known.units[0]].in_(language)
    if known.regulated_by is None:
        return unit
    by = REGULATION_PERCENT[known.regulated_by]
    name = RATE_NAMES[by].in_(language)
    regulated = f"{_REGULATED.in_(language)} {name[:1].lower()}{name[1:]} (`{by}`)"
    return f"{unit.removesuffix('.')}. {regulated}"


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
    return _named(kinds_by_id()[key][0].label, language)


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
    return list(dict.fromkeys(_named(each.words, language) for each in formulas))


def _named(template: Text, language: Language) -> str:
    """Show the placeholders by their names: ``‹basis› × ‹hours›/‹own›``."""
    return "".join(
        literal + (f"‹{value_name(name, language)}›" if name else "")
        for literal, name, _, _ in Formatter().parse(template.in_(language))
    )


def _case_keys() -> list[str]:
    """Give the tables and keys of the case file, but for the file itself."""
    return [key for key in CASE_KEYS if key]


def _case_key(key: str, language: Language) -> Iterator[str]:
    yield f"# {key}"
    yield ""
    yield f"{CASE_KEYS[key].title.in_(language)}"
    yield f"{_HOLDS.in_(language)}: {_meaning(key, language)}."
    field = field_at(Case, tuple(key.split(".")))
    if field is not None and field.examples:
        yield ""
        yield f"    {key.rpartition('.')[2]} = {field.examples[0]}"
    yield ""


def _meaning(key: str, language: Language) -> str:
    """Say what a key of the case file holds, with its choices in words."""
    field = field_at(Case, tuple(key.split(".")))
    return key_comment(key, choices_of(field) if field is not None else (), language)


def _law_page(law: str, language: Language) -> Iterator[str]:
    yield f"# {law}"
    yield ""
    yield _law_name(law, language)
    yield f"{_RESTS.in_(language)}:"
    yield ""
    titles = {entry.key: entry.title for entry in entries()}
    yield from (f"- `{key}`: {titles[key].in_(language)}" for key in resting_on()[law])
    yield ""


def _law_name(law: str, language: Language) -> str:
    """Write out what the short form of an act or order stands for."""
    short, _, rest = law.partition(" ")
    if short not in ABBREVIATIONS:
        return law
    return f"{ABBREVIATIONS[short].in_(language).partition(',')[0]} {rest}"
