"""``udmaal schema``: JSON Schema of the case file, the results and the rates."""

from enum import StrEnum
from typing import Annotated

from udmaal.cli.declare import argument
from udmaal.cli.options import OutputOption
from udmaal.cli.session import Session, with_session
from udmaal.language import Text

HELP = Text(
    "Vis et JSON Schema (2020-12) til editorer og andre systemer.\n\n"
    "Det er for sagsfilen (case), resultatet (result), forløbet (ledger), fristerne (due), en sag "
    "side om side (compare), en satsfil (rates), brevoplysningerne (letter) eller et kort over en "
    "liste (import).\n\n"
    "Eksempel: udmaal schema case --output case.schema.json",
    "Show a JSON Schema (2020-12) for editors and other systems.\n\n"
    "It is of the case file (case), the result, the ledger, what falls due (due), a case side by "
    "side (compare), a rate file (rates), the letter file (letter) or a map of a list (import).\n\n"
    "Example: udmaal schema case --output case.schema.json",
)


class Kind(StrEnum):
    """What there is a schema of."""

    case = "case"
    result = "result"
    ledger = "ledger"
    due = "due"
    compare = "compare"
    rates = "rates"
    letter = "letter"
    map = "import"


@with_session(rates=False, levels=False, log=False)
def schema(
    session: Session,
    kind: Annotated[
        Kind,
        argument(
            metavar="case|result|ledger|due|compare|rates|letter|import",
            help=Text("Hvad skemaet beskriver.", "What it describes."),
        ),
    ] = Kind.case,
    output: OutputOption = None,
) -> int:
    """Write a schema with titles and descriptions in the chosen language."""
    from udmaal.output.write import json_text, write  # noqa: PLC0415 - help needs none of it
    from udmaal.schema import schema_of  # noqa: PLC0415

    write(json_text(schema_of(kind.value, session.language)), output)
    return 0
