"""The schema of the map of a list, as ``udmaal import`` reads it."""

from udmaal.exchange.map import Map
from udmaal.language import Language
from udmaal.schema.case import Words, toml_schema
from udmaal.schema.parts import Schema
from udmaal.text.map_keys import MAP_KEYS


def import_schema(language: Language) -> Schema:
    """Give the schema of a map."""

    def comment(path: str, choices: object, language: Language) -> str:
        del choices  # they are written as they are meant
        return MAP_KEYS[path].text.in_(language)

    return toml_schema(Map, Words(MAP_KEYS, comment, {}), language)
