"""What the schemas share: their head, and values with words."""

from collections.abc import Mapping
from typing import Any

from udmaal.language import KeyText, Language
from udmaal.text.schema_keys import SCHEMA_KEYS

Schema = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
MONTH = {"type": "string", "pattern": r"^[0-9]{4}-(0[1-9]|1[0-2])$"}
DATE = {"type": "string", "format": "date"}
# Two decimals and a point, as ``udmaal.output.document`` writes them.
AMOUNT = {"type": "string", "pattern": r"^-?\d+\.\d\d$"}


def worded(words: KeyText, language: Language, schema: Mapping[str, Any]) -> Schema:
    """Put title and description before a schema."""
    return {
        "title": words.title.in_(language),
        "description": words.text.in_(language),
        **schema,
    }


def named(key: str, language: Language, schema: Mapping[str, Any]) -> Schema:
    """Put the catalogue's words for a key of the results or rates before a schema."""
    return worded(SCHEMA_KEYS[key], language, schema)


def closed(properties: Mapping[str, Any], optional: frozenset[str] = frozenset()) -> Schema:
    """Make an object of these keys and no others; all are required but the optional ones."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": [key for key in properties if key not in optional],
        "additionalProperties": False,
    }


def list_of(items: Mapping[str, Any]) -> Schema:
    """Make an array."""
    return {"type": "array", "items": dict(items)}


def ref(name: str) -> Schema:
    """Point to a definition of the same file."""
    return {"$ref": f"#/$defs/{name}"}
