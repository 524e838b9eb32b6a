"""What ``udmaal verify`` says: plain text, and JSON for scripts."""

import json
import re
from collections.abc import Iterator
from typing import Any

from udmaal.faults import dotted
from udmaal.language import Language, Text
from udmaal.law.benefits import BY_KEY
from udmaal.output import headings
from udmaal.output.document import FORMAT, known_key
from udmaal.shown import named, shown
from udmaal.text import numbers
from udmaal.verification.verify import Difference, Origin, Verification

_SAME = Text(
    "ENS: programmet skriver de samme bytes som i {file}",
    "THE SAME: the program writes the same bytes as in {file}",
)
_SAME_CONTENT = Text(
    "SAMME INDHOLD, ANDRE BYTES: {file} ({layout})", "SAME CONTENT, OTHER BYTES: {file} ({layout})"
)
_CASE_CHANGED = Text(
    "ENS, MEN SAGSFILEN ER ÆNDRET SIDEN: alle beløb er de samme som i {file}",
    "THE SAME, BUT THE CASE FILE HAS CHANGED SINCE: every amount is the same as in {file}",
)
_GROWN = Text(
    "DET SAMME, BORTSET FRA OPLYSNINGER, DER ER KOMMET TIL SIDEN: alle beløb er de samme som i "
    "{file}",
    "THE SAME, BUT FOR FACTS ADDED SINCE: every amount is the same as in {file}",
)
_DIFFERS = Text("AFVIGER: {file}", "DIFFERENT: {file}")
_LAYOUTS = {
    "byte_order_mark": Text("begynder med et BOM", "begins with a byte order mark"),
    "line_ends": Text("linjerne slutter med CRLF", "lines end with CRLF"),
    "end": Text("andet linjeskift til sidst", "another line end at the end"),
    "spacing": Text(
        "anden indrykning, rækkefølge af nøgler eller skrivemåde af tegn",
        "other indentation, order of keys or way of writing signs",
    ),
}
_LANGUAGES = {"da": Text("dansk", "Danish"), "en": Text("engelsk", "English")}
_CORRECTED = Text("rettede lofter", "corrected ceilings")
_ORIGINS = {
    "program": Text("Program", "Program"),
    "case": Text("Sagsfil", "Case file"),
    "rates": Text("Satser", "Rates"),
}
_STORED = Text("gemt", "stored")
_NOW = Text("nu", "now")
_FIRST_LINE = Text("Første linje, der afviger: {place}", "First line that differs: {place}")
_FIRST = Text("Første værdi, der afviger: {place}", "First value that differs: {place}")
_CHANGES = {
    "missing": Text("mangler i det gemte resultat", "missing in the stored result"),
    "extra": Text("findes kun i det gemte resultat", "only in the stored result"),
    "order": Text("i en anden rækkefølge", "in another order"),
}
_COUNT = Text(
    "Afvigende værdier i alt: {values}; afvigende linjer: {lines}",
    "Differing values in all: {values}; differing lines: {lines}",
)
_OTHERWISE_SAME = Text("Alle beløb og tekster er ens.", "All amounts and texts are the same.")
_ONLY_FINDINGS = Text("Kun anmærkninger afviger.", "Only findings differ.")
_ADDED = Text("Dateret efter {day} og udeladt:", "Dated after {day} and left out:")
_LINE = Text("linje", "line")
_MOST = 300
_AMOUNT = re.compile(r"-?\d{1,20}\.\d\d", re.ASCII)
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")


def verification_text(found: Verification, language: Language) -> str:
    """Say what was compared, whether it is the same, and if not what differs first."""
    return "\n".join(_lines(found, language)) + "\n"


def _lines(found: Verification, language: Language) -> Iterator[str]:
    file = _plain(found.stored.file.source.name)
    if found.same_bytes:
        yield _SAME.in_(language).format(file=file)
    elif found.same_content:
        layout = ", ".join(_LAYOUTS[each].in_(language) for each in found.layout)
        yield _SAME_CONTENT.in_(language).format(file=file, layout=layout)
    else:
        unchanged = _GROWN if found.facts_added else _CASE_CHANGED
        verdict = unchanged if found.only_case_changed else _DIFFERS
        yield verdict.in_(language).format(file=file)
    yield ""
    yield _what(found, language)
    for name, origin in _origins(found).items():
        yield from _origin(_ORIGINS[name].in_(language), origin, language)
    if found.same_content:
        return
    yield ""
    yield from _added(found, language)
    first = found.first
    if first is None:
        yield _OTHERWISE_SAME.in_(language)
        return
    if found.only_case_changed:
        yield _ONLY_FINDINGS.in_(language)
    heading = _FIRST_LINE if first.line else _FIRST
    yield heading.in_(language).format(place=_plain(dotted(first.path)))
    name = _name(first, language)
    if name:
        yield f"  {name}"
    if first.change in {"changed", "missing", "extra"}:
        if first.change != "missing":
            yield f"  {_STORED.in_(language)}: {_shown(first.stored)}"
        if first.change != "extra":
            yield f"  {_NOW.in_(language)}: {_shown(first.now)}"
    if first.change in _CHANGES:
        yield f"  {_CHANGES[first.change].in_(language)}"
    yield _COUNT.in_(language).format(values=len(found.differences), lines=found.lines)


def _added(found: Verification, language: Language) -> Iterator[str]:
    """List the facts that were left out to make the result again."""
    if found.known is None or not found.facts_added:
        return
    yield _ADDED.in_(language).format(day=numbers.day(found.known, language))
    for fact in found.facts_added:
        line = "" if fact.line is None else f"{_LINE.in_(language)} {fact.line}: "
        yield f"  {line}{_plain(fact.where)}"
    yield ""


def _what(found: Verification, language: Language) -> str:
    stored = found.stored
    if stored.kind == "calc":
        period = numbers.day(stored.day(), language)
    else:
        period = " – ".join(numbers.month(str(month), language) for month in stored.months())
    period += headings.as_known(stored.known(), language)
    parts = [
        f"{headings.CASE.in_(language)} {_plain(stored.document['case_id'])}",
        period,
        _LANGUAGES[found.language].in_(language),
    ]
    if found.corrected_ceilings:
        parts.append(_CORRECTED.in_(language))
    return ", ".join(parts)


def _origin(name: str, origin: Origin, language: Language) -> Iterator[str]:
    name = f"{name}:"
    if origin.same:
        yield f"{name:<11}{origin.now}"
    else:
        yield f"{name:<11}{_fingerprint(origin.stored)} ({_STORED.in_(language)})"
        yield f"{'':<11}{origin.now} ({_NOW.in_(language)})"


def _origins(found: Verification) -> dict[str, Origin]:
    return {"program": found.program, "case": found.case, "rates": found.rates}


def _name(difference: Difference, language: Language) -> str:
    """Name benefit, parent, month and line as far as the documents around it tell."""
    known: dict[str, str] = {}
    for owner in difference.owners:
        known |= {key: value for key, value in owner.items() if isinstance(value, str)}
    parts = []
    if known.get("benefit", "") in BY_KEY:
        parts.append(headings.name_of(known["benefit"], known.get("rules"), language))
    if "parent" in known:
        parts.append(headings.of_parent(known["parent"], known.get("child"), language))
    if "month" in known:
        parts.append(known["month"])
    if "id" in known and "label" in known:
        parts.append(f"{known['label']} ({known['id']})")
    if "code" in known and "text" in known:
        parts.append(f"{known['code']}: {known['text']}")
    return _plain(", ".join(parts))


def verification_document(found: Verification, language: Language) -> dict[str, Any]:
    """Give the same for scripts; values as JSON texts."""
    stored = found.stored
    document: dict[str, Any] = {
        "format": FORMAT,
        **named("result", stored.file.source.name),
        "kind": stored.kind,
        "case_id": _plain(stored.document["case_id"]),
        "language": found.language,
        "corrected_ceilings": found.corrected_ceilings,
        "same_bytes": found.same_bytes,
        "same_content": found.same_content,
        "only_case_changed": found.only_case_changed,
        **known_key(found.known),
        "facts_added": [_plain(fact.where) for fact in found.facts_added],
        "layout": list(found.layout),
    }
    for name, origin in _origins(found).items():
        document[name] = {
            "stored": _fingerprint(origin.stored),
            "now": origin.now,
            "same": origin.same,
        }
    first = found.first
    document["differing_values"] = len(found.differences)
    document["differing_lines"] = found.lines
    document["first"] = None if first is None else {
        "where": _plain(dotted(first.path)),
        "name": _name(first, language),
        "change": first.change,
        "stored": _shown(first.stored),
        "now": _shown(first.now),
    }  # fmt: skip
    return document


def _shown(value: object) -> str:
    """Show a value as it stands in the file, shortened."""
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    text = value if isinstance(value, str) else json.dumps(value, default=str)
    return text if _AMOUNT.fullmatch(text) else _plain(text)


def _fingerprint(text: str) -> str:
    """Show where a stored result comes from; a fingerprint may hold ten digits and is none."""
    return text if _FINGERPRINT.fullmatch(text) else _plain(text)


def _plain(text: str) -> str:
    """Keep signs that are no letters and CPR numbers from the terminal, and long texts short."""
    text = shown(text)
    short = text if len(text) <= _MOST else text[: _MOST - 1] + "…"
    return "".join(sign if sign.isprintable() else "·" for sign in short)
