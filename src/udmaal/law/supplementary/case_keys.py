"""What the keys of the supplementary benefit in the case file mean, in both languages."""

from udmaal.language import KeyText, words

CASE_KEYS: dict[str, KeyText] = {
    "supplementary": words(
        "Særlig supplerende ydelse", "Supplementary benefit",
        "Når en forælder med tabt arbejdsfortjeneste mister resten af sit arbejde",
        "When a parent with lost earnings loses the remaining job",
    ),
    "supplementary.parent": words(
        "Forælderens mærke", "Label of the parent", "Et mærke som A eller B", "A label such as A or B"
    ),
    "supplementary.unemployed_from": words(
        "Ledig fra", "Unemployed from", "Første dag uden arbejdet", "First day without the job"
    ),
    "supplementary.until": words(
        "Til og med", "Until",
        "Sidste dag, hvis der kom nyt arbejde før de tre måneder",
        "Last day, if work was found before the three months ended",
    ),
    "supplementary.former_weekly_wage": words(
        "Tidligere ugeløn", "Former weekly wage",
        "Løn i det mistede arbejde, kr. om ugen", "Wage of the lost job, kr. a week",
    ),
    "supplementary.former_weekly_hours": words(
        "Tidligere ugentlige timer", "Former weekly hours",
        "Timer om ugen i det mistede arbejde", "Hours a week of the lost job",
    ),
    "supplementary.employer_payments_weekly": words(
        "Betaling fra arbejdsgiver", "Payments from the employer",
        "Fra arbejdsgiveren eller Lønmodtagernes Garantifond, kr. om ugen",
        "From the employer or the guarantee fund, kr. a week",
    ),
    "supplementary.insured": words(
        "A-kassemedlem", "Insured", "Medlem af en a-kasse", "Member of an unemployment fund"
    ),
    "supplementary.self_inflicted": words(
        "Selvforskyldt", "Self-inflicted", "Selvforskyldt ledig", "Self-inflicted unemployment"
    ),
    "supplementary.dagpenge": words(
        "Ret til dagpenge", "Unemployment benefit",
        "Har ret til dagpenge", "Entitled to unemployment benefit",
    ),
    "supplementary.offered_part_time": words(
        "Tilbudt deltidsarbejde", "Offered part-time work",
        "Har fået tilbudt rimeligt deltidsarbejde", "Was offered reasonable part-time work",
    ),
    "supplementary.other_support": words(
        "Anden hjælp", "Other support",
        "Får anden hjælp til at dække tabet", "Gets other support for the loss",
    ),
    "supplementary.receives_lost_earnings": words(
        "Modtager tabt arbejdsfortjeneste", "Receives lost earnings",
        "Modtager tabt arbejdsfortjeneste; kun hvor filen intet forløb har for forælderen",
        "Receives lost earnings; only where the file has no course of the parent",
    ),
}  # fmt: skip
