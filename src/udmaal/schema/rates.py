"""The schema of a rate file, ``rates/YYYY-MM-DD.toml``."""

from typing import Any, get_args

from udmaal.language import Language
from udmaal.output.explain import about_rate
from udmaal.rates.book import Status
from udmaal.rates.keys import RATE_KEYS, RateKey
from udmaal.schema.parts import DATE, DRAFT, Schema, closed, named
from udmaal.text.rate_names import RATE_NAMES


def rates_schema(language: Language) -> Schema:
    """Give the schema of the rates as of a date; every rate may be left out."""
    properties: dict[str, Any] = {
        "format": named("format", language, {"const": 1}),
        "effective": named("effective", language, DATE),
    }
    for key, known in RATE_KEYS.items():
        table = properties
        *groups, last = key.split(".")
        for group in groups:
            table = table.setdefault(group, closed({}))["properties"]
        table[last] = {
            "title": RATE_NAMES[key].in_(language),
            "description": about_rate(key, language),
            **_rate(known, language),
        }
    schema = closed(properties, frozenset(properties) - {"format", "effective"})
    return {"$schema": DRAFT, **named("rates", language, schema)}


def _rate(known: RateKey, language: Language) -> Schema:
    value: Schema = {"type": "number", "minimum": 0, "maximum": 10**9}
    if known.is_period:
        value = {"type": "string", "pattern": "^[1-9][0-9]{0,2} (days|months)$"}
    return closed(
        {
            "value": named("rate.value", language, value),
            "unit": named("rate.unit", language, {"enum": list(known.units)}),
            "status": named("rate.status", language, {"enum": list(get_args(Status))}),
            "evidence": named("rate.evidence", language, {"type": "string", "maxLength": 40}),
            "source": named(
                "rate.source", language, {"type": "string", "minLength": 1, "maxLength": 2000}
            ),
            "source_da": named("rate.source_da", language, {"type": "string", "maxLength": 2000}),
            "jump": named("rate.jump", language, {"type": "string", "maxLength": 500}),
        },
        frozenset({"evidence", "source_da", "jump"}),
    )
