"""The budget of a home training (SEL §§ 32 and 32 a, BL § 85)."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Final

from udmaal.amounts import Amounts
from udmaal.breakdown import Line, Result
from udmaal.case.model import HomeTraining, TrainingKind
from udmaal.citations.acts import BARNETS_LOV_FROM, Act
from udmaal.citations.source import Law, Statute
from udmaal.faults import Path, dotted
from udmaal.language import Text, same, words
from udmaal.law.context import Context
from udmaal.lines.expression import kr, smaller, stated, sum_of
from udmaal.lines.kind import Formula, Kind, Note, Together

# The scheme got a section of its own with the consolidation LBK 1270/2016.
ACT = Act(
    (
        (date.min, "SEL § 32"),
        (date(2016, 10, 24), "SEL § 32 a"),
        (BARNETS_LOV_FROM, "BL § 85"),
    )
)
_LAW = Law(Statute(ACT))
_YEAR = "DKK/year"

# Kinds the scheme never covers.
NEVER_COVERED: Final[frozenset[TrainingKind]] = frozenset(
    {
        "home_schooling",
        "extra_cost",
        "course_abroad",
        "treatment",
        "body_worn_aid",
        "pressure_chamber",
        "breathing_equipment",
    }
)


class HomeTrainingAmounts(Amounts):
    """The budget of the year, kr."""

    documented: Annotated[Decimal, words("Dokumenteret", "Documented", "Kr. om året", "Kr. a year")]
    excluded: Annotated[
        Decimal,
        words("Dækkes ikke", "Excluded", "Slags, ordningen ikke dækker, kr. om året",
              "Kinds the scheme never covers, kr. a year"),
    ]  # fmt: skip
    ceiling: Annotated[Decimal, words("Loft", "Ceiling", "Kr. om året", "Kr. a year")]
    payable: Annotated[Decimal, words("Til udbetaling", "Payable", "Kr. om året", "Kr. a year")]


ITEM = Kind(
    "training_item",
    same("{text:or_kind}"),
    stated("amount", "dokumenteret", "documented"),
    inputs={"amount": same("{text:or_kind}")},
    unit=_YEAR,
    law=_LAW,
    rule=Text(
        "En dokumenteret udgift til hjemmetræningen, f.eks. hjælpere, kurser og udstyr.",
        "A documented cost of the home training, such as helpers, courses and equipment.",
    ),
)
LEFT_OUT = Kind(
    "training_left_out",
    Text("Dækkes ikke: {text:or_kind}", "Not covered: {text:or_kind}"),
    stated("amount", "{kind:term} dækkes aldrig", "{kind:term} is never covered"),
    unit=_YEAR,
    law=_LAW,
    rule=Text(
        "Hjemmeundervisning, merudgifter, kurser i udlandet, behandling, kropsbårne hjælpemidler, "
        "trykkammer og udstyr til respirationstræning dækkes aldrig.",
        "Home schooling, extra costs, courses abroad, treatment, body-worn aids, pressure chambers "
        "and breathing-training equipment are never covered.",
    ),
)
DOCUMENTED = Kind(
    "documented",
    Text("Dokumenterede udgifter", "Documented costs"),
    sum_of("amounts"),
    unit=_YEAR,
    law=_LAW,
    rule=Text(
        "De dokumenterede udgifter, som hjemmetræningen kan dække.",
        "The documented costs that home training can cover.",
    ),
)
AGREED = Kind(
    "agreed_amount",
    Text("Aftalt beløb", "Agreed amount"),
    stated(
        "agreed",
        "frivillig aftale i stedet for {documented:kr}",
        "voluntary agreement in place of {documented:kr}",
    ),
    unit=_YEAR,
    law=_LAW,
    rule=Text(
        "Familie og kommune kan frivilligt aftale et fast beløb. Det træder i stedet for de "
        "dokumenterede udgifter, under samme loft.",
        "Family and municipality may voluntarily agree on a fixed amount. It replaces the "
        "documented costs, under the same ceiling.",
    ),
)
CEILING = Kind(
    "training_ceiling",
    Text("Loft {year}", "Ceiling {year}"),
    stated("ceiling", "årets loft", "ceiling of the year"),
    unit=_YEAR,
    law=_LAW,
    rule=Text(
        "Hjemmetræningen har et loft om året. Tabt arbejdsfortjeneste ligger uden for loftet.",
        "Home training has a yearly ceiling. Lost earnings are outside the ceiling.",
    ),
)
PAYABLE = Kind(
    "payable",
    Text("Til udbetaling", "Payable"),
    training=Formula(
        smaller(
            kr("wanted").meaning(Text("egne udgifter", "own costs")),
            kr("ceiling").meaning(Text("årets loft", "ceiling of the year")),
        ),
        note=Note(
            Text(
                "Kommunen dækker udgifterne op til årets loft på {ceiling:kr} kr.",
                "The municipality covers the costs up to the year's ceiling of {ceiling:kr} kr.",
            )
        ),
    ),
    unit=_YEAR,
    law=_LAW,
    total=True,
    rule=Text(
        "I hjemmetræning udgifterne, højst årets loft.",
        "In home training the costs, at most the ceiling of the year.",
    ),
)


def home_training_result(table: HomeTraining, at: Path, on: date, context: Context) -> Result:
    """Give what is payable: the documented or agreed amount, at most the ceiling of the year."""
    items = tuple(
        (LEFT_OUT if item.kind in NEVER_COVERED else ITEM).of(
            on, kind=item.kind, text=item.text, amount=item.amount
        )
        for item in table.item
    )
    documented = DOCUMENTED.of(on, amounts=tuple(line for line in items if line.kind is ITEM))
    wanted = [documented]
    if table.agreed_amount is not None:
        wanted.append(AGREED.of(on, agreed=table.agreed_amount, documented=documented))
    rate = context.rates(on)["home_training.ceiling"]
    ceiling = CEILING.of(on, ceiling=rate, year=str(table.year))
    payable = PAYABLE.of(on, "training", wanted=wanted[-1], ceiling=ceiling)
    return Result(
        benefit="home_training",
        where=dotted(at),
        law=ACT.on(on),
        amounts=HomeTrainingAmounts(
            documented.amount, _excluded(items), ceiling.amount, payable.amount
        ),
        lines=(*items, *wanted, ceiling, payable),
    )


def _excluded(items: tuple[Line, ...]) -> Decimal:
    """Add what the scheme never covers, kr. a year."""
    return Together(tuple(line for line in items if line.kind is LEFT_OUT)).amount
