"""The conditions of the benefit (the order § 18): where one fails, nothing is paid."""

from typing import Any, Final

from udmaal.case.model import Supplementary
from udmaal.language import Text
from udmaal.law.supplementary.act import LAW
from udmaal.lines.expression import nothing
from udmaal.lines.kind import Formula, Kind, Note

# What the case file is asked, with the answer it must have.
_ANSWERS: Final = {
    "insured": True,
    "self_inflicted": False,
    "dagpenge": False,
    "offered_part_time": False,
    "other_support": False,
}
_RECEIVES: Final = "receives_lost_earnings"


def failed_conditions(table: Supplementary, *, receives_lost_earnings: bool) -> tuple[str, ...]:
    """Name the conditions that are not met."""
    failed = [name for name, answer in _ANSWERS.items() if getattr(table, name) != answer]
    return (*failed, *(() if receives_lost_earnings else (_RECEIVES,)))


def _not_met(why: Text, note: Text) -> Formula:
    return Formula(nothing(*why), note=Note(note))


_NOT_MET: Final[dict[str, Any]] = {
    "insured": _not_met(
        Text("ikke medlem af en a-kasse", "not insured against unemployment"),
        Text(
            "Ydelsen kræver medlemskab af en a-kasse.",
            "The benefit requires membership of an unemployment fund.",
        ),
    ),
    "self_inflicted": _not_met(
        Text("selvforskyldt ledig", "self-inflicted unemployment"),
        Text(
            "Ydelsen gives ikke, når ledigheden er selvforskyldt.",
            "The benefit is not given when the unemployment is self-inflicted.",
        ),
    ),
    "dagpenge": _not_met(
        Text("ret til dagpenge", "entitled to unemployment benefit"),
        Text(
            "Ydelsen gives ikke ved ret til dagpenge.",
            "The benefit is not given with a right to unemployment benefit.",
        ),
    ),
    "offered_part_time": _not_met(
        Text("tilbudt rimeligt deltidsarbejde", "offered reasonable part-time work"),
        Text(
            "Ydelsen gives ikke, når der er tilbudt rimeligt deltidsarbejde.",
            "The benefit is not given when reasonable part-time work was offered.",
        ),
    ),
    "other_support": _not_met(
        Text("får anden støtte til tabet", "gets other support for the loss"),
        Text(
            "Ydelsen gives ikke, når forælderen får anden støtte til tabet.",
            "The benefit is not given when other support for the loss is received.",
        ),
    ),
    _RECEIVES: _not_met(
        Text(
            "får ikke tabt arbejdsfortjeneste på den første dag",
            "receives no lost earnings on the first day",
        ),
        Text(
            "Ydelsen gives kun til den, der modtager tabt arbejdsfortjeneste.",
            "The benefit is given only to those who receive lost earnings.",
        ),
    ),
}
CONDITION = Kind(
    "condition",
    Text("Betingelse ikke opfyldt", "Condition not met"),
    unit="DKK/week",
    law=LAW,
    rule=Text(
        "Forælderen skal være medlem af en a-kasse, være uforskyldt ledig, ikke have ret til "
        "dagpenge, ikke være tilbudt rimeligt deltidsarbejde, ikke få anden støtte til tabet og "
        "modtage tabt arbejdsfortjeneste. Er en betingelse ikke opfyldt, ydes der intet.",
        "The parent must be insured against unemployment, not have caused it, not be entitled to "
        "unemployment benefit, not have been offered reasonable part-time work, get no other "
        "support for the loss and receive lost earnings. Where a condition fails, nothing is paid.",
    ),
    **_NOT_MET,
)
