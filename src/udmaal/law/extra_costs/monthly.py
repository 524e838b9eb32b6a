"""The monthly benefit under both sets of rules, and the twelfth of a year that leads to it."""

from typing import Final

from udmaal.language import Text
from udmaal.law.extra_costs.act import UNDER_BOTH
from udmaal.lines.expression import MONTHS, kr, n, nothing, sum_of, to_the_nearest
from udmaal.lines.kind import Formula, Kind, Note

_TWELFTH = kr("yearly") / MONTHS
_OF_RUNNING = Text("løbende ", "running ")
TWELFTH: Final = Kind(
    "twelfth",
    Text("Pr. måned", "A month"),
    _TWELFTH,
    with_one_offs=Formula(
        _TWELFTH.say(", enkeltudgifter med", ", one-offs included"),
        limit=Text("nået med enkeltudgifter", "reached with one-offs"),
    ),
    running=_TWELFTH.say(before=_OF_RUNNING),
    instalments_paid=Formula(
        _TWELFTH.say(
            "; enkeltudgifternes tolv rater er betalt",
            "; the twelve instalments of the one-offs are paid",
            before=_OF_RUNNING,
        ),
        limit=Text("raterne er betalt", "instalments paid"),
        note=Note(
            Text(
                "Enkeltudgifterne er betalt i tolv rater. Nu dækkes de løbende udgifter, "
                "{yearly:kr} kr. om året.",
                "The one-off costs were paid in twelve instalments. Now the running costs are "
                "covered, {yearly:kr} kr. a year.",
            )
        ),
    ),
    unit="DKK/month",
    law=UNDER_BOTH,
    rule=Text(
        "De årlige merudgifter, som den månedlige ydelse beregnes af, delt med 12. I gruppe 2 er "
        "enkeltudgifterne med i tolv rater; derefter, eller når det er aftalt at betale dem, når "
        "de er dokumenteret, regnes der af de løbende alene.",
        "The yearly extra costs the monthly benefit is made from, divided by 12. In group 2 the "
        "one-offs are in it in twelve instalments; after them, or where it was agreed to pay them "
        "when documented, it is made from the running costs alone.",
    ),
)
MONTHLY: Final = Kind(
    "monthly",
    Text("Månedlig ydelse", "Monthly benefit"),
    Formula(
        to_the_nearest(kr("amount"), n("step")),
        limit=Text("bagatelgrænse nået", "threshold reached"),
        note=Note(
            Text(
                "En tolvtedel af årets udgifter er {amount:kr} kr.; det afrundes til nærmeste "
                "{step:n} kr.",
                "A twelfth of the year's costs is {amount:kr} kr.; it is rounded to the nearest "
                "{step:n} kr.",
            )
        ),
    ),
    below=Formula(
        nothing(
            "løbende {running:kr}: grænsen {threshold:kr} er ikke nået",
            "running {running:kr}: threshold {threshold:kr} not reached",
        ),
        limit=Text("under bagatelgrænse", "below threshold"),
        note=Note(
            Text(
                "Det når ikke bagatelgrænsen på {threshold:kr} kr. om året, så der udbetales ikke "
                "noget.",
                "This does not reach the threshold of {threshold:kr} kr. a year, so nothing is "
                "paid.",
            )
        ),
    ),
    one_offs_only=Formula(
        nothing("kun enkeltudgifter", "one-offs only"),
        limit=Text("kun enkeltudgifter", "one-offs only"),
    ),
    expired=Formula(
        nothing(
            "de tolv kalendermåneder fra {first:month} er gået",
            "the twelve calendar months from {first:month} are over",
        ),
        limit=Text("de tolv måneder er gået", "the twelve months are over"),
        note=Note(
            Text(
                "De tolv måneder, ydelsen var bevilget for, er gået.",
                "The twelve months the benefit was granted for have passed.",
            )
        ),
    ),
    group=Formula(
        sum_of("amounts").say(
            before=Text("gruppe {group:n}, valgt: ", "group {group:n}, chosen: ")
        ),
        limit=Text("gruppe {group:n}", "group {group:n}"),
    ),
    best=Formula(
        sum_of("amounts").say(before=Text("gruppe {group:n}, bedst: ", "group {group:n}, best: ")),
        limit=Text("gruppe {group:n} bedst", "group {group:n} best"),
    ),
    not_met=Formula(
        nothing("gruppe {group:n} er ikke opfyldt", "group {group:n} is not met"),
        limit=Text("gruppe {group:n} er ikke opfyldt", "group {group:n} is not met"),
    ),
    unit="DKK/month",
    law=UNDER_BOTH,
    total=True,
    rule=Text(
        "Efter de gamle regler er den månedlige ydelse en tolvtedel af merudgifterne, afrundet til "
        "nærmeste beløb, der er deleligt med 100; præcis 50 kr. rundes op. I kompensationsydelsen "
        "er den gruppens beløb uden afrunding til 100.",
        "Under the old rules the monthly benefit is a twelfth of the extra costs, rounded to the "
        "nearest amount divisible by 100; exactly 50 kr. rounds up. Under the compensation rules "
        "it is the group's amount, not rounded to 100.",
    ),
)
