"""JSON Schema (draft 2020-12) of what goes in and what comes out, with words in both languages.

The files in ``schema/`` at the top of the repository are these, in Danish; those in ``schema/en/``
in English.
"""

from typing import Any, Literal, get_args

from udmaal.language import Language
from udmaal.schema.case import case_schema
from udmaal.schema.compare import compare_schema
from udmaal.schema.due import due_schema
from udmaal.schema.import_map import import_schema
from udmaal.schema.ledger import ledger_schema
from udmaal.schema.letter import letter_schema
from udmaal.schema.rates import rates_schema
from udmaal.schema.result import result_schema

Kind = Literal["case", "result", "ledger", "due", "compare", "rates", "letter", "import"]
KINDS: tuple[Kind, ...] = get_args(Kind)

_SCHEMAS = {
    "case": case_schema,
    "result": result_schema,
    "ledger": ledger_schema,
    "due": due_schema,
    "compare": compare_schema,
    "rates": rates_schema,
    "letter": letter_schema,
    "import": import_schema,
}


def schema_of(kind: Kind, language: Language) -> dict[str, Any]:
    """Give the schema of a kind of input or result."""
    return _SCHEMAS[kind](language)
