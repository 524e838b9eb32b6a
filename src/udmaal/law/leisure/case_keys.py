"""What the keys of leisure support in the case file mean, in both languages."""

from udmaal.language import KeyText, words

CASE_KEYS: dict[str, KeyText] = {
    "leisure": words(
        "Fritidsaktiviteter", "Leisure activities",
        "Støtte til fritidsaktiviteter efter kommunens serviceniveau",
        "Support for leisure activities by the municipality's service level",
    ),
    "leisure.year": words("År", "Year", "Kalenderår", "Calendar year"),
    "leisure.income_dependent": words(
        "Økonomien vurderet", "Means assessed",
        "Familiens egne midler er vurderet og slår ikke til; kun hvor serviceniveauet spørger",
        "The family's own means were judged not to suffice; only where the service level asks",
    ),
    "leisure.deviation_reason": words(
        "Begrundelse for at fravige niveauet", "Reason to depart from the level",
        "Hvorfor serviceniveauets antal og beløb ikke gælder for dette barn; aldrig navne eller CPR-numre",
        "Why the service level's number and amount do not hold for this child; never names or CPR numbers",
    ),
    "leisure.item": words("Aktivitet", "Activity", "Én fritidsaktivitet", "One leisure activity"),
    "leisure.item.activity": words("Aktivitet", "Activity", "Aktiviteten i ord", "The activity in words"),
    "leisure.item.amount": words("Beløb", "Amount", "Kr. om året", "Kr. a year"),
}  # fmt: skip
