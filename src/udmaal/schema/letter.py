"""The schema of a municipality's letter file: form and bounds from the model."""

from udmaal.language import Language
from udmaal.letter import LetterFile
from udmaal.reading.source import toml_value
from udmaal.schema.case import TomlSchema
from udmaal.schema.parts import DRAFT, Schema, named


def letter_schema(language: Language) -> Schema:
    """Give the schema of a letter file."""
    schema = LetterFile.model_json_schema(schema_generator=TomlSchema)
    schema["properties"] = {
        key: named("format" if key == "format" else f"letter.{key}", language, _value(value))
        for key, value in schema["properties"].items()
    }
    del schema["title"], schema["description"]
    return {"$schema": DRAFT, **named("letter", language, schema)}


def _value(value: Schema) -> Schema:
    kept = {key: part for key, part in value.items() if key not in {"title", "default"}}
    return {**kept, "examples": [toml_value(example) for example in value["examples"]]}
