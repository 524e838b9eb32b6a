"""The case files ``udmaal new --template`` writes: invented, but such as a case could be.

Each is accepted by ``calc`` and brings neither errors nor warnings on its date; tests hold that.
"""

from datetime import date
from typing import Any, NamedTuple

from udmaal.language import Language, Text
from udmaal.law.benefits import BENEFITS


class Template(NamedTuple):
    """The facts of a template, the tables it offers besides, and the date to try it on."""

    facts: dict[str, Any]
    offered: tuple[str, ...]
    on: date

    def facts_in(self, language: Language) -> dict[str, Any]:
        """Give the facts with their texts in one language."""
        found: dict[str, Any] = _in(self.facts, language)
        return found


def _in(value: Any, language: Language) -> Any:
    if isinstance(value, Text):
        return value.in_(language)
    if isinstance(value, dict):
        return {key: _in(inner, language) for key, inner in value.items()}
    return [_in(inner, language) for inner in value] if isinstance(value, list) else value


# The comment on top of a file; ``{file}``, ``{date}`` and ``{schema}`` are put in.
INVENTED = Text(
    "Alle oplysninger er opfundet: ret dem til sagens.",
    "Everything here is invented: change it to the facts of the case.",
)
HEAD = Text(
    "Linjer med # helt forrest og uden mellemrum er muligheder: fjern # for at bruge dem.\n"
    "Skriv aldrig navne eller CPR-numre.\n"
    "\n"
    "Prøv: udmaal calc {file} --date {date}\n"
    "Hjælp i editoren, mens du skriver: udmaal schema case --output {schema}",
    "Lines with # in front and no blank after it are choices: take the # away to use them.\n"
    "Never write names or CPR numbers.\n"
    "\n"
    "Try: udmaal calc {file} --date {date}\n"
    "Help in the editor as you write: udmaal schema case --lang en --output {schema}",
)
# Editors look for the schema beside the case file.
SCHEMA_FILE = "case.schema.json"
FILE_NAME = Text("sag.toml", "case.toml")

_CASE: dict[str, Any] = {"format": 1, "case_id": "2026-0001", "child": {"born": date(2012, 9, 30)}}
_ON = date(2026, 3, 1)
_GUIDED = [benefit for benefit in BENEFITS if benefit.guided]

TEMPLATES: dict[str, Template] = {
    **{
        benefit.key.replace("_", "-"): Template(
            {**_CASE, benefit.key: benefit.example}, ("sibling",) if benefit.by_child else (), _ON
        )
        for benefit in _GUIDED
    },
    "all": Template(
        {**_CASE, **{benefit.key: benefit.example for benefit in BENEFITS}},
        ("sibling", "accepted"),
        _ON,
    ),
}
# The benefits that a file from questions offers besides those that were asked about.
SMALLER = tuple(benefit.key for benefit in BENEFITS if not benefit.guided)
