"""The case files ``udmaal new --template`` writes: what a case must say, to be filled in.

A template is no case. Its examples together are one such as a case could be: ``calc`` accepts it,
and it brings neither errors nor warnings on its date; tests hold that.
"""

from datetime import date
from typing import Any, NamedTuple

from udmaal.language import Language, Text
from udmaal.law.benefits import BENEFITS


class ToFillIn(NamedTuple):
    """In place of a value: that it is still to be filled in, with an example of it."""

    example: Any


class Template(NamedTuple):
    """What a template says in examples, the tables it offers besides, and the date of these."""

    examples: dict[str, Any]
    offered: tuple[str, ...]
    on: date

    def facts_in(self, language: Language) -> dict[str, Any]:
        """Give what is to be filled in, the texts of the examples in one language."""
        return {key: _to_fill_in(key, value, language) for key, value in self.examples.items()}


# What stands in a template as it is: the version of the format, and a label that says nothing.
_STATED = ("format", "parent")


def _to_fill_in(key: str, value: Any, language: Language) -> Any:
    if isinstance(value, dict):
        return {key: _to_fill_in(key, inner, language) for key, inner in value.items()}
    if isinstance(value, list):
        return [_to_fill_in(key, inner, language) for inner in value]
    if key in _STATED:
        return value
    return ToFillIn(value.in_(language) if isinstance(value, Text) else value)


# The comment on top of a file: of a template, of a case, and the rest of both. ``{file}``, ``{date}``
# and ``{schema}`` are put in.
TEMPLATE_HEAD = Text(
    "En skabelon: skriv sagens oplysning, hvor der står UDFYLD, i stedet for det, der står i '…'.\n"
    "Slet de tabeller, som sagen ikke har; skriv en tabel igen, hvor der er flere af slagsen.\n"
    "Hvad mangler endnu: udmaal check {file}",
    "A template: write the fact of the case where it says FILL IN, in place of what stands in '…'.\n"
    "Delete the tables that the case does not have; write a table again where there are several.\n"
    "What is still missing: udmaal check {file}",
)
CASE_HEAD = Text(
    "Beregn sagen: udmaal calc {file} --date {date}",
    "Calculate the case: udmaal calc {file} --date {date}",
)
HEAD = Text(
    "Linjer med # helt forrest og uden mellemrum er muligheder: fjern # for at bruge dem.\n"
    "Skriv aldrig navne eller CPR-numre.\n"
    "Hjælp i editoren, mens du skriver: udmaal schema case --output {schema}",
    "Lines with # in front and no blank after it are choices: take the # away to use them.\n"
    "Never write names or CPR numbers.\n"
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
