"""The causes of a difference in words."""

from udmaal.differences.causes import Cause, Decides
from udmaal.language import Language, Text
from udmaal.text.absences import absence_text
from udmaal.text.causes import CAUSES, DECIDED, DECIDED_NEW, DECIDED_NO_LONGER
from udmaal.text.limits import limit_text
from udmaal.text.lines import amount, words
from udmaal.text.render import render
from udmaal.text.terms import UNITS


def cause_text(cause: Cause, language: Language) -> str:
    """Say a cause with its numbers."""
    values = {
        name: value.in_(language) if isinstance(value, Text) else value
        for name, value in cause.values.items()
    }
    if cause.absence is not None:
        values["why"] = absence_text(cause.absence, language)
    if cause.line is not None:
        values["label"], values["formula"] = words(cause.line, language)
        unit = UNITS[cause.line.unit].in_(language)
        values["amount"] = f"{amount(cause.line, language)} {unit}"
    return render(CAUSES[cause.code].in_(language), values, language)


def decides_text(decides: Decides, language: Language) -> str:
    """Say what decides at a step and did not before."""
    said = {
        name: limit_text(limit, language)
        for name, limit in zip(decides._fields, decides, strict=True)
        if limit is not None
    }
    if decides.before is None:
        text = DECIDED_NEW
    else:
        text = DECIDED_NO_LONGER if decides.after is None else DECIDED
    return text.in_(language).format(**said)
