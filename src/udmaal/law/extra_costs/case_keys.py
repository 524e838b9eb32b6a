"""What the keys of extra costs in the case file mean, in both languages."""

from udmaal.language import FREE_TEXT, KeyText, words

CASE_KEYS: dict[str, KeyText] = {
    "extra_costs": words(
        "Merudgifter", "Extra costs",
        "En afgørelse om merudgiftsydelse; fastsat fra 1. september 2025 kompensationsydelse. "
        "Flere afgørelser: [[extra_costs]] for hver, den ældste først",
        "A decision on the grant for extra costs; from 1 September 2025: kompensationsydelse. "
        "Several decisions: [[extra_costs]] for each, oldest first",
    ),
    "extra_costs.decided": words(
        "Ydelsen fastsat", "Benefit decided",
        "Dagen for afgørelsen; den bestemmer regler og grænser",
        "The day of the decision; it selects the rules and the threshold",
    ),
    "extra_costs.from": words(
        "Gælder fra", "In force from",
        "Første dag, afgørelsen har virkning, også før eller efter decided; udeladt: decided",
        "First day of effect, also before or after decided; left out: decided",
    ),
    "extra_costs.until": words(
        "Gælder til og med", "In force until",
        "Sidste dag, hvor betingelserne var opfyldt", "Last day on which the conditions held",
    ),
    "extra_costs.applied": words(
        "Ansøgt", "Applied", "Dagen for ansøgningen", "Date of application"
    ),
    "extra_costs.rules": words(
        "Regler", "Rules",
        "De gamle regler for en ansøgning fra før reformen 1. september 2025, afgjort efter den; kræver applied",
        "The old rules for an application from before the reform of 1 September 2025, decided after it; needs applied",
    ),
    "extra_costs.group": words(
        "Gruppe", "Group",
        'Kun regler fra 1. september 2025: 1 (fast beløb), 2 (dokumenterede udgifter) eller "best"',
        'Only rules from 1 September 2025: 1 (flat amount), 2 (documented costs) or "best"',
    ),
    "extra_costs.oneoffs_when_documented": words(
        "Aftale om enkeltudgifter", "Agreement on one-offs",
        "Kun gruppe 2: dagen, det blev aftalt at betale enkeltudgifter, når de er dokumenteret",
        "Group 2 only: the day it was agreed to pay one-offs when they are documented",
    ),
    "extra_costs.item": words(
        "Udgift", "Cost", "Én udgift på grund af handicappet", "One cost because of the disability"
    ),
    "extra_costs.item.kind": words("Slags udgift", "Kind of cost", "Udgiftens slags", "The kind of cost"),
    "extra_costs.item.text": words("Udgiften i ord", "The cost in words", *FREE_TEXT),
    "extra_costs.item.amount": words(
        "Beløb", "Amount", "Kr. i perioden; i stedet også km eller et standardbeløb", "Kr. a period; instead also km or a standard amount"
    ),
    "extra_costs.item.km": words(
        "Kilometer", "Kilometres",
        "Km pr. periode til statens lave takst, kun transport",
        "Kilometres a period at the state's low rate, transport only",
    ),
    "extra_costs.item.standard": words(
        "Standardbeløb", "Standard amount",
        "Navnet på et standardbeløb i kommunens serviceniveau",
        "Name of a standard amount of the service level",
    ),
    "extra_costs.item.per": words("Periode", "Period", "Hvor ofte udgiften kommer", "How often the cost comes"),
    "extra_costs.item.normal": words(
        "Normal udgift", "Normal cost",
        "Det, enhver familie ville betale, kr. i samme periode", "What any family would pay, kr. in the same period",
    ),
    "extra_costs.item.covered": words(
        "Dækket af andre", "Covered by others",
        "Det, andre dækker, kr. i samme periode", "What others cover, kr. in the same period",
    ),
    "extra_costs.item.documented": words(
        "Dokumenteret", "Documented",
        "Dokumenteret og ikke kun sandsynliggjort", "Documented, not only likely",
    ),
    "extra_costs.item.child": words(
        "Søskende", "Sibling",
        "Mærket på en søskende, der også har merudgifter; grænsen er fælles",
        "Label of a sibling with extra costs; the threshold is shared",
    ),
    "extra_costs.item.date": words(
        "Dokumenteret den", "Documented on",
        'Kun per = "once": dagen, udgiften blev dokumenteret; efter from er den ikke med i skønnet',
        'Only per = "once": the day it was documented; after from it is not part of the estimate',
    ),
}  # fmt: skip
