"""The case files ``udmaal new --template`` writes: invented, but such as a case could be.

Each is accepted by ``calc`` and brings neither errors nor warnings on its date; tests hold that.
"""

from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from udmaal.text.language import Language, Text


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
_LOST_EARNINGS: dict[str, Any] = {
    "parent": "A",
    "applied": date(2025, 6, 2),
    "weekly_hours": Decimal(37),
    "monthly_wage": Decimal(34250),
    "employer_pension": Decimal(3425),
    "grant": [{"from": date(2025, 8, 1), "hours": Decimal(17)}],
}
_EXTRA_COSTS: dict[str, Any] = {
    "decided": date(2025, 10, 1),
    "item": [
        {
            "kind": "medicine",
            "text": Text("salver, egenbetaling", "ointments, own share"),
            "amount": Decimal(640),
            "per": "month",
            "documented": True,
        },
        {
            "kind": "laundry",
            "text": Text("ekstra vask", "extra laundry"),
            "amount": Decimal(70),
            "per": "week",
        },
    ],
}
_OTHERS: dict[str, Any] = {
    "supplementary": [
        {
            "parent": "A",
            "unemployed_from": date(2026, 2, 10),
            "former_weekly_wage": Decimal(5200),
            "former_weekly_hours": Decimal(20),
            "insured": True,
            "self_inflicted": False,
            "dagpenge": False,
            "offered_part_time": False,
            "other_support": False,
        }
    ],
    "home_training": {
        "year": 2026,
        "item": [
            {
                "kind": "helper",
                "text": Text("trænertimer", "trainers' hours"),
                "amount": Decimal(240000),
            }
        ],
    },
    "companion": {
        "year": 2026,
        "costs": Decimal(640),
        "hours_used": {"2026-01": Decimal(12), "2026-02": Decimal("8.5")},
    },
    "leisure": {
        "year": 2026,
        "income_dependent": True,
        "item": [{"activity": Text("svømning", "swimming"), "amount": Decimal(1800)}],
    },
    "respite": {"year": 2026, "days": 48},
}
_ON = date(2026, 3, 1)

TEMPLATES: dict[str, Template] = {
    "lost-earnings": Template({**_CASE, "lost_earnings": [_LOST_EARNINGS]}, ("sibling",), _ON),
    "extra-costs": Template({**_CASE, "extra_costs": _EXTRA_COSTS}, (), _ON),
    "all": Template(
        {**_CASE, "lost_earnings": [_LOST_EARNINGS], "extra_costs": _EXTRA_COSTS, **_OTHERS},
        ("sibling", "accepted"),
        _ON,
    ),
}
# The benefits that a file from questions offers besides those that were asked about.
SMALLER = tuple(_OTHERS)
