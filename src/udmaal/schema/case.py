"""The schema of the case file: form and bounds from the model, words from the catalogue.

Where TOML and JSON differ it speaks of TOML as editors do: dates are strings with the format
``date``, amounts are numbers, and there is no null. Every table stands once in a case file and is
written in its place, without ``$ref``: older editors pass over what stands beside one.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from udmaal.case.model import Case
from udmaal.language import KeyText, Language
from udmaal.reading.source import toml_value
from udmaal.reading.validation import FILL_IN_PATTERN
from udmaal.schema.parts import DATE, DRAFT, Schema, worded
from udmaal.text.case_keys import CASE_KEYS, key_comment


class Words(NamedTuple):
    """The words of a file's keys by their paths, what a comment says of a choice, and its rules."""

    keys: Mapping[str, KeyText]
    comment: Callable[[str, Sequence[object], Language], str]
    rules: Mapping[str, Schema]


def case_schema(language: Language) -> Schema:
    """Give the schema of a case file (interface.md § 1)."""
    return toml_schema(Case, Words(CASE_KEYS, key_comment, _RULES), language)


def toml_schema(model: type[BaseModel], words: Words, language: Language) -> Schema:
    """Give the schema of a TOML file with the words of its keys."""
    generated = model.model_json_schema(schema_generator=TomlSchema)
    tables = generated.pop("$defs")
    return {"$schema": DRAFT, **_table(generated, "", tables, words, language)}


class TomlSchema(GenerateJsonSchema):
    """Pydantic's schema, put right where a TOML file is no JSON."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        """Let amounts be numbers, never texts; all bounds are whole."""
        found: JsonSchemaValue = {"type": "number"}
        for bound, word in (
            ("ge", "minimum"),
            ("gt", "exclusiveMinimum"),
            ("le", "maximum"),
        ):
            if bound in schema:
                found[word] = int(schema[bound])  # type: ignore[literal-required]
        return found

    def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:
        """Add the years that ``udmaal.case.fields`` takes, 1980 to 2100."""
        del schema
        return {**DATE, "pattern": r"^(19[89]\d|20\d\d|2100)-"}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Leave null out: a key is there or not."""
        return self.generate_inner(schema["schema"])

    def encode_default(self, dft: Any) -> Any:
        """Write amounts as numbers."""
        return _number(dft) if isinstance(dft, Decimal) else super().encode_default(dft)


def _table(
    node: Schema, path: str, tables: dict[str, Schema], words: Words, language: Language
) -> Schema:
    """Write a table with the words of its keys, then the rules between them."""
    properties = {
        key: _value(inner, f"{path}.{key}".lstrip("."), tables, words, language)
        for key, inner in node["properties"].items()
    }
    table = {**node, "properties": properties}
    for named_otherwise in ("title", "description"):
        table.pop(named_otherwise, None)
    return {**worded(words.keys[path], language, table), **words.rules.get(path, {})}


def _value(
    node: Schema, path: str, tables: dict[str, Schema], words: Words, language: Language
) -> Schema:
    single = _named(node, tables)
    if single is not None:
        return _table(single, path, tables, words, language)
    value = {key: inner for key, inner in node.items() if key not in {"title", "description"}}
    if value.get("default") in (None, "", []):
        value.pop("default", None)
    if "examples" in value:
        value["examples"] = [_json(toml_value(example)) for example in value["examples"]]
    if "maxLength" in value:  # a free text; of all other values their form tells it
        value["not"] = {"pattern": FILL_IN_PATTERN}
    if "const" in value:
        value.pop("enum", None)  # some versions of pydantic say it twice
    or_alone = value.pop("or_alone", False)
    several = _named(value.get("items", {}), tables)
    if several is not None:
        value["items"] = _table(several, path, tables, words, language)
    if or_alone:
        value = {"anyOf": [value["items"], value]}
    if "patternProperties" in value:
        value["additionalProperties"] = False
    found = worded(words.keys[path], language, value)
    found["description"] = words.comment(path, value.get("enum", ()), language)
    return found


def _named(node: Schema, tables: dict[str, Schema]) -> Schema | None:
    """Give the table a reference names; some versions of pydantic wrap it into ``allOf``."""
    reference = node.get("allOf", [node])[0].get("$ref")
    return None if reference is None else tables[reference.rpartition("/")[2]]


def _json(value: Any) -> Any:
    """Give a value as an editor hands it to a schema: dates are texts."""
    if isinstance(value, list):
        return [_json(inner) for inner in value]
    if isinstance(value, dict):
        return {key: _json(inner) for key, inner in value.items()}
    if isinstance(value, Decimal):
        return _number(value)
    return value if isinstance(value, bool | int | str) else value.isoformat()


def _number(value: Decimal) -> int | float:
    """Give the JSON number that is written with the same digits."""
    return int(value) if value == value.to_integral_value() else float(value)


def _given(*keys: str, **properties: Schema) -> Schema:
    """Demand that all of these keys are there (and hold to what is said of them)."""
    return {"required": list(keys)} | ({"properties": properties} if properties else {})


_SOME = {"minItems": 1}
_TRANSPORT = {"const": "transport"}

# What ``udmaal.case.consistency`` says of the keys of one table and JSON Schema can say too.
_RULES: dict[str, Schema] = {
    "lost_earnings": {
        "allOf": [
            {"not": _given("monthly_wage", "payslip", payslip=_SOME)},
            {"not": _given("monthly_wage", "yearly_results", yearly_results=_SOME)},
            {"not": _given("payslip", "yearly_results", payslip=_SOME, yearly_results=_SOME)},
            {"not": _given("monthly_loss", "monthly_wage")},
            {"not": _given("monthly_loss", "payslip", payslip=_SOME)},
            {"not": _given("monthly_loss", "yearly_results", yearly_results=_SOME)},
            {"not": _given("employer_pension", "employer_pension_percent")},
            {
                "if": _given("payslip", payslip={"contains": _given("hours")}),
                "then": {"properties": {"payslip": {"items": _given("hours")}}},
            },
            {
                "anyOf": [
                    _given("monthly_wage"),
                    _given("payslip", payslip=_SOME),
                    _given("yearly_results", yearly_results=_SOME),
                    _given("monthly_loss"),
                    _given("occupation", occupation={"enum": ["no_attachment", "benefit"]}),
                ]
            },
            {"anyOf": [_given("grant", grant=_SOME), _given("single_day", single_day=_SOME)]},
            {
                "if": _given("yearly_results", yearly_results=_SOME),
                "then": _given("occupation", occupation={"const": "self_employed"}),
            },
            {
                "if": _given("monthly_loss"),
                "then": _given("occupation", occupation={"const": "self_employed"}),
            },
            {
                "if": _given("earlier_gross", earlier_gross={"minProperties": 1}),
                "then": _given("basis_level"),
            },
        ]
    },
    "lost_earnings.saving": {
        "oneOf": [
            {
                **_given("monthly"),
                "not": {"anyOf": [_given("km_monthly"), _given("rate_per_km")]},
            },
            {
                **_given("km_monthly", "rate_per_km", kind=_TRANSPORT),
                "not": _given("monthly"),
            },
        ]
    },
    "extra_costs": {"if": _given("rules"), "then": _given("applied")},
    "extra_costs.item": {
        "not": _given("date", per={"not": {"const": "once"}}),
        "oneOf": [
            {"anyOf": [_given("amount"), _given("standard")], "not": _given("km")},
            {
                **_given("km", kind=_TRANSPORT),
                "not": {"anyOf": [_given("amount"), _given("standard")]},
            },
        ],
    },
}
