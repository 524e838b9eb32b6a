"""What every table and key of the case file means: for the schema and for ``udmaal new``.

Keys are dotted paths without numbers, ``lost_earnings.grant.from``; the empty path is the file
itself. The title is what a form would ask; the text says what to write, with its unit. The model
(`udmaal.case.model`) holds form and bounds and no words; a test holds both together.
"""

from collections.abc import Sequence
from typing import NamedTuple

from udmaal.text.language import Language, Text
from udmaal.text.terms import TERMS


class KeyText(NamedTuple):
    """The name of a table or key, and what it holds."""

    title: Text
    text: Text


def _key(title_da: str, title_en: str, text_da: str, text_en: str) -> KeyText:
    return KeyText(Text(title_da, title_en), Text(text_da, text_en))


def key_comment(path: str, choices: Sequence[object], language: Language) -> str:
    """Say what a key holds, and what each of its choices means."""
    text = CASE_KEYS[path].text.in_(language)
    if not choices or not set(map(str, choices)) <= set(TERMS):
        return text
    return f"{text}: {', '.join(_choice(str(each), language) for each in choices)}"


def _choice(choice: str, language: Language) -> str:
    meaning = TERMS[choice].in_(language)
    return choice if meaning == choice else f"{choice} ({meaning})"


_FREE = ("Fri tekst; aldrig navne eller CPR-numre", "Free text; never names or CPR numbers")

CASE_KEYS: dict[str, KeyText] = {
    "": _key(
        "Sagsfil", "Case file",
        "Én sag: ét barn og de ydelser, der skal beregnes. Beløb er kroner med punktum som decimaltegn",
        "One case: one child and the benefits to calculate. Amounts are kroner with a decimal point",
    ),
    "format": _key("Format", "Format", "Filformatets version", "Version of the file format"),
    "case_id": _key(
        "Sagsnummer", "Case number",
        "Fri tekst, højst 64 tegn; aldrig et CPR-nummer eller et navn",
        "Free text, at most 64 characters; never a CPR number or a name",
    ),
    "municipality": _key(
        "Kommunens serviceniveau", "Municipality's service level",
        "Navnet på et serviceniveau; udeladt: landets regler alene",
        "Name of a service level; left out: national rules alone",
    ),
    "child": _key("Barnet", "The child", "Det barn, sagen handler om", "The child the case is about"),
    "child.born": _key("Barnets fødselsdato", "Child's date of birth", "Barnets fødselsdato", "Child's date of birth"),
    "child.sex": _key(
        "Barnets køn", "Child's sex",
        "Kun nødvendigt, hvor et standardbeløb afhænger af køn",
        "Only needed where a standard amount differs by sex",
    ),
    "sibling": _key(
        "Søskende", "Sibling",
        "En søskende med sit eget forløb med tabt arbejdsfortjeneste i filen; forløbet skriver mærket i child",
        "A sibling with a course of lost earnings of its own in the file; the course writes the label in child",
    ),
    "sibling.label": _key(
        "Søskendes mærke", "Label of the sibling", "Et mærke som B, aldrig et navn", "A label such as B, never a name"
    ),
    "sibling.born": _key(
        "Søskendes fødselsdato", "Sibling's date of birth", "Søskendes fødselsdato", "Sibling's date of birth"
    ),
    # lost earnings
    "lost_earnings": _key(
        "Tabt arbejdsfortjeneste", "Lost earnings",
        "Ét forløb for én forælder; flere tabeller: flere forældre eller forløb",
        "One course of one parent; several tables: several parents or courses",
    ),
    "lost_earnings.parent": _key(
        "Forælderens mærke", "Label of the parent",
        "Et mærke som A eller B, aldrig et navn; samme mærke i to tabeller er to forløb for én forælder",
        "A label such as A or B, never a name; the same label in two tables is two courses of one parent",
    ),
    "lost_earnings.child": _key(
        "Barnet, forløbet er for", "The child of the course",
        "Mærket på en søskende fra [[sibling]]; udeladt: sagens barn. De 37 timer gælder hvert barn, egne timer og ATP forælderen",
        "Label of a sibling of [[sibling]]; left out: the child of the case. The 37 hours are by child, own hours and ATP by parent",
    ),
    "lost_earnings.applied": _key(
        "Ansøgningsdato", "Date of application",
        "Dato for ansøgningen; udeladt: den første bevillings dato",
        "Date of the application; left out: the first grant's date",
    ),
    "lost_earnings.weekly_hours": _key(
        "Ugentlig arbejdstid før ydelsen", "Weekly working hours before",
        "Forælderens egen samlede arbejdstid før forløbet, timer om ugen",
        "The parent's own total working hours before the course, hours a week",
    ),
    "lost_earnings.paid_in_2010": _key(
        "Modtog ydelsen i 2010", "Was paid in 2010",
        "Fik tabt arbejdsfortjeneste på et tidspunkt i 2010: de gamle regler uden loft",
        "Was paid lost earnings at any time in 2010: the old rules, no ceiling",
    ),
    "lost_earnings.occupation": _key(
        "Beskæftigelse før ydelsen", "Occupation before",
        "Det, forælderen levede af før forløbet", "What the parent lived on before the course",
    ),
    "lost_earnings.monthly_wage": _key(
        "Månedsløn før ydelsen", "Monthly wage before",
        "Løn før forløbet (eller løn, der kunne være tjent), kr. om måneden; ellers lønsedler eller årsresultater",
        "Wage before the course (or that could have been earned), kr. a month; else payslips or yearly results",
    ),
    "lost_earnings.yearly_results": _key(
        "Årsresultater", "Yearly results",
        "Kun selvstændige: flere års resultater af hele virksomheden, kr. om året",
        "Self-employed only: several years' results of the whole business, kr. a year",
    ),
    "lost_earnings.monthly_loss": _key(
        "Opgjort tab om måneden", "Stated loss a month",
        "Kun selvstændige: det dokumenterede tab eller en vikars løn for de bevilgede timer, kr. om måneden; i stedet for yearly_results",
        "Self-employed only: the documented loss or a substitute's cost for the granted hours, kr. a month; in place of yearly_results",
    ),
    "lost_earnings.wage_until": _key(
        "Sidste måned med løn", "Last month of wage",
        "Kun hvis forælderen var ledig eller på orlov før forløbet: den sidste lønmåned, ÅÅÅÅ-MM",
        "Only where the parent was unemployed or on leave before the course: the last month of wage, YYYY-MM",
    ),
    "lost_earnings.basis_level": _key(
        "Grundlagets niveau", "Level of the basis",
        "Lønnen er givet på dette års niveau, f.eks. for en sag fra et andet system; kun senere år reguleres",
        "The wage is given at this year's level, as for a case from another system; only later years are regulated",
    ),
    "lost_earnings.employer_pension": _key(
        "Arbejdsgiverens pensionsbidrag", "Employer's pension contribution",
        "Den tidligere arbejdsgivers pensionsbidrag, kr. om måneden; udeladt: intet",
        "The former employer's pension contribution, kr. a month; left out: none",
    ),
    "lost_earnings.employer_pension_percent": _key(
        "Arbejdsgiverens pension i procent", "Employer's pension in per cent",
        "I stedet for employer_pension: arbejdsgiverens bidrag i procent af lønnen før forløbet (10.0 er 10 %)",
        "In place of employer_pension: the employer's contribution in per cent of the wage before (10.0 is 10 %)",
    ),
    "lost_earnings.civil_servant": _key(
        "Statstjenestemand", "Civil servant",
        "Tjenestemandspension: 15 % af grundlaget i stedet for employer_pension",
        "Civil servant's pension: 15 % of the basis in place of employer_pension",
    ),
    "lost_earnings.over_37_reason": _key(
        "Begrundelse for over 37 timer", "Reason for more than 37 hours",
        "Kun hvor der tilsammen er bevilget over 37 timer om ugen til barnet",
        "Only where more than 37 hours a week together were granted for the child",
    ),
    "lost_earnings.followed_up": _key(
        "Seneste opfølgning", "Last follow-up",
        "Dagen for den seneste årlige opfølgning", "The day of the last yearly follow-up",
    ),
    "lost_earnings.payslip": _key(
        "Lønseddel", "Payslip",
        "Én pr. måned og arbejdsgiver, normalt de tre sidste måneder før forløbet; med hours gerne flere om måneden; i stedet for monthly_wage",
        "One a month and employer, normally of the last three months before the course; with hours also several a month; in place of monthly_wage",
    ),
    "lost_earnings.payslip.employer": _key(
        "Arbejdsgiver", "Employer",
        "Kun ved flere arbejdsgivere: et mærke som 1 eller 2; gennemsnittene lægges sammen",
        "Only with several employers: a label such as 1 or 2; the means are added",
    ),
    "lost_earnings.payslip.hours": _key(
        "Betalte timer", "Paid hours",
        "Kun ved timeløn eller 14-dages løn, og så på alle lønsedler: lønsedlens betalte timer",
        "Only for hourly or fortnightly pay, and then on every payslip: the paid hours of the slip",
    ),
    "lost_earnings.payslip.month": _key("Måned", "Month", "Kalendermåned, ÅÅÅÅ-MM", "Calendar month, YYYY-MM"),
    "lost_earnings.payslip.gross": _key(
        "Bruttoløn", "Gross pay", "Bruttoløn i måneden, kr.", "Gross pay in the month, kr."
    ),
    "lost_earnings.payslip.supplements": _key(
        "Faste tillæg", "Regular supplements",
        "Tillæg i måneden, der tæller med, kr.", "Supplements in the month that count, kr.",
    ),
    "lost_earnings.payslip.excluded": _key(
        "Tæller ikke med", "Does not count",
        "Udbetalt, men ikke del af grundlaget: engangsbeløb, egen pension, feriepenge, kr.",
        "Paid but no part of the basis: one-off pay, own pension, holiday pay, kr.",
    ),
    "lost_earnings.grant": _key(
        "Bevilling", "Grant",
        "Timer bevilget fra en dato, til den næste bevilling", "Hours granted from a date, until the next grant",
    ),
    "lost_earnings.grant.from": _key(
        "Bevilget fra", "Granted from", "Første dag med timerne", "First day with these hours"
    ),
    "lost_earnings.grant.hours": _key(
        "Bevilgede timer om ugen", "Granted hours a week", "Bevilgede timer om ugen", "Granted hours a week"
    ),
    "lost_earnings.grant.until": _key(
        "Bevilget til og med", "Granted until",
        "Sidste dag; kun ved en aftalt periode", "Last day; only for an agreed period",
    ),
    "lost_earnings.grant.by_wish": _key(
        "Efter eget ønske", "By own wish",
        "Færre timer, fordi forælderen ønskede det: de mistede timer løber ikke af (kun nogle kommuner)",
        "Fewer hours because the parent wished so: the hours lost do not run off (some municipalities only)",
    ),
    "lost_earnings.grant.transition": _key(
        "Overgang", "Transition",
        "Mens skole eller dagtilbud tilpasses barnet: normalt højst tre måneder",
        "While school or daycare adapts to the child: normally at most three months",
    ),
    "lost_earnings.saving": _key(
        "Besparelse", "Saving",
        "Noget, der reelt spares ved ikke at arbejde; trækkes fra nettoydelsen",
        "A real saving by not working; taken off the net benefit",
    ),
    "lost_earnings.saving.kind": _key(
        "Slags besparelse", "Kind of saving", "Det, der spares", "What is saved"
    ),
    "lost_earnings.saving.monthly": _key(
        "Besparelse om måneden", "Saving a month",
        "Kr. om måneden; transport også som km og pris pr. km", "Kr. a month; transport also as km and price per km",
    ),
    "lost_earnings.saving.km_monthly": _key(
        "Kilometer om måneden", "Kilometres a month",
        "Sparede km om måneden, kun transport", "Kilometres saved a month, transport only",
    ),
    "lost_earnings.saving.rate_per_km": _key(
        "Kroner pr. km", "Kroner per km", "Reel udgift, kr. pr. km", "Real cost, kr. per km"
    ),
    "lost_earnings.saving.from": _key(
        "Første dag", "First day", "Første dag; udeladt: fra forløbets start", "First day; left out: from the start"
    ),
    "lost_earnings.saving.until": _key(
        "Sidste dag", "Last day", "Sidste dag; udeladt: til forløbets slutning", "Last day; left out: to the end"
    ),
    "lost_earnings.saving.note": _key("Bemærkning", "Note", *_FREE),
    "lost_earnings.single_day": _key(
        "Enkeltdag", "Single day",
        "En fridag til f.eks. at ledsage barnet til behandling",
        "A day off, for example to follow the child to treatment",
    ),
    "lost_earnings.single_day.date": _key("Dato", "Date", "Dagen", "The day"),
    "lost_earnings.single_day.hours": _key("Timer", "Hours", "Tabte timer på dagen", "Hours lost on the day"),
    "lost_earnings.single_day.note": _key("Bemærkning", "Note", *_FREE),
    "lost_earnings.new_income": _key(
        "Ny indtægt", "New income",
        "Arbejdsindtægt i afviklingsperioden", "Work income in the run-off",
    ),
    "lost_earnings.new_income.from": _key("Første dag", "First day", "Første dag", "First day"),
    "lost_earnings.new_income.monthly": _key("Indtægt", "Income", "Kr. om måneden", "Kr. a month"),
    "lost_earnings.paid_holiday": _key(
        "Ferie med løn", "Paid holiday",
        "Ferie med løn fra en arbejdsgiver", "Holiday with pay from an employer",
    ),
    "lost_earnings.paid_holiday.from": _key("Første dag", "First day", "Første feriedag", "First day of holiday"),
    "lost_earnings.paid_holiday.until": _key("Sidste dag", "Last day", "Sidste feriedag", "Last day of holiday"),
    "lost_earnings.paid_holiday.hours": _key(
        "Ferietimer", "Hours of holiday",
        "Hvor mange af de bevilgede timer om ugen ferielønnen er for; udeladt: alle; 0: kun ferie fra det arbejde, der er tilbage",
        "How many of the granted hours a week the holiday pay is for; left out: all; 0: only holiday from the work that is left",
    ),
    "lost_earnings.earlier_gross": _key(
        "Tidligere bruttoydelse", "Earlier gross benefit",
        "Kun med basis_level: bruttoydelsen i tidligere kalenderår, til ferietillæg, kr. om året",
        "Only with basis_level: gross benefit of earlier calendar years, for holiday supplements, kr. a year",
    ),
    "lost_earnings.end": _key(
        "Ophør", "End", "Hvornår og hvorfor forløbet slutter", "When and why the course ends"
    ),
    "lost_earnings.end.date": _key(
        "Ophørsdato", "Date of the end",
        "Sidste dag, hvor betingelserne var opfyldt", "Last day on which the conditions held",
    ),
    "lost_earnings.end.decision_received": _key(
        "Afgørelsen modtaget", "Decision received",
        "Dagen, forælderen modtog afgørelsen, før eller efter date; afviklingen regnes fra den seneste af de to dage",
        "The day the parent received the decision, before or after date; the run-off counts from the later of the two days",
    ),
    "lost_earnings.end.run_off_until": _key(
        "Kortere afvikling", "Shorter run-off",
        "Sidste dag i en kortere afvikling, som forælderen har ønsket; kan ikke forlænge den",
        "Last day of a shorter run-off, as the parent wished; it cannot lengthen it",
    ),
    "lost_earnings.end.reason": _key("Grund", "Reason", "Hvorfor forløbet slutter", "Why the course ends"),
    "lost_earnings.tax": _key(
        "Skattekort", "Tax card", "Kun til en anslået nettoydelse", "Only for an estimated net"
    ),
    "lost_earnings.tax.rate": _key(
        "Trækprocent", "Withholding rate",
        "Trækprocenten som brøk: 37 % skrives 0.37", "The withholding rate as a fraction: 37 % is 0.37",
    ),
    "lost_earnings.tax.monthly_deduction": _key(
        "Månedligt fradrag", "Monthly deduction", "Fradrag, kr. om måneden", "Deduction, kr. a month"
    ),
    # extra costs
    "extra_costs": _key(
        "Merudgifter", "Extra costs",
        "En afgørelse om merudgiftsydelse; fastsat fra 1. september 2025 kompensationsydelse",
        "A decision on the grant for extra costs; from 1 September 2025: kompensationsydelse",
    ),
    "extra_costs.decided": _key(
        "Ydelsen fastsat", "Benefit decided",
        "Dagen for afgørelsen; den bestemmer regler og grænser",
        "The day of the decision; it selects the rules and the threshold",
    ),
    "extra_costs.from": _key(
        "Gælder fra", "In force from",
        "Første dag, afgørelsen har virkning, også før eller efter decided; udeladt: decided",
        "First day of effect, also before or after decided; left out: decided",
    ),
    "extra_costs.until": _key(
        "Gælder til og med", "In force until",
        "Sidste dag, hvor betingelserne var opfyldt", "Last day on which the conditions held",
    ),
    "extra_costs.applied": _key(
        "Ansøgt", "Applied", "Dagen for ansøgningen", "Date of application"
    ),
    "extra_costs.rules": _key(
        "Regler", "Rules",
        "De gamle regler for en ansøgning fra før reformen 1. september 2025, afgjort efter den; kræver applied",
        "The old rules for an application from before the reform of 1 September 2025, decided after it; needs applied",
    ),
    "extra_costs.group": _key(
        "Gruppe", "Group",
        'Kun regler fra 1. september 2025: 1 (fast beløb), 2 (dokumenterede udgifter) eller "best"',
        'Only rules from 1 September 2025: 1 (flat amount), 2 (documented costs) or "best"',
    ),
    "extra_costs.oneoffs_when_documented": _key(
        "Aftale om enkeltudgifter", "Agreement on one-offs",
        "Kun gruppe 2: dagen, det blev aftalt at betale enkeltudgifter, når de er dokumenteret",
        "Group 2 only: the day it was agreed to pay one-offs when they are documented",
    ),
    "extra_costs.item": _key(
        "Udgift", "Cost", "Én udgift på grund af handicappet", "One cost because of the disability"
    ),
    "extra_costs.item.kind": _key("Slags udgift", "Kind of cost", "Udgiftens slags", "The kind of cost"),
    "extra_costs.item.text": _key("Udgiften i ord", "The cost in words", *_FREE),
    "extra_costs.item.amount": _key(
        "Beløb", "Amount", "Kr. i perioden; i stedet også km eller et standardbeløb", "Kr. a period; instead also km or a standard amount"
    ),
    "extra_costs.item.km": _key(
        "Kilometer", "Kilometres",
        "Km pr. periode til statens lave takst, kun transport",
        "Kilometres a period at the state's low rate, transport only",
    ),
    "extra_costs.item.standard": _key(
        "Standardbeløb", "Standard amount",
        "Navnet på et standardbeløb i kommunens serviceniveau",
        "Name of a standard amount of the service level",
    ),
    "extra_costs.item.per": _key("Periode", "Period", "Hvor ofte udgiften kommer", "How often the cost comes"),
    "extra_costs.item.normal": _key(
        "Normal udgift", "Normal cost",
        "Det, enhver familie ville betale, kr. i samme periode", "What any family would pay, kr. in the same period",
    ),
    "extra_costs.item.covered": _key(
        "Dækket af andre", "Covered by others",
        "Det, andre dækker, kr. i samme periode", "What others cover, kr. in the same period",
    ),
    "extra_costs.item.documented": _key(
        "Dokumenteret", "Documented",
        "Dokumenteret og ikke kun sandsynliggjort", "Documented, not only likely",
    ),
    "extra_costs.item.child": _key(
        "Søskende", "Sibling",
        "Mærket på en søskende, der også har merudgifter; grænsen er fælles",
        "Label of a sibling with extra costs; the threshold is shared",
    ),
    "extra_costs.item.date": _key(
        "Dokumenteret den", "Documented on",
        'Kun per = "once": dagen, udgiften blev dokumenteret; efter from er den ikke med i skønnet',
        'Only per = "once": the day it was documented; after from it is not part of the estimate',
    ),
    # the other benefits
    "supplementary": _key(
        "Særlig supplerende ydelse", "Supplementary benefit",
        "Når en forælder med tabt arbejdsfortjeneste mister resten af sit arbejde",
        "When a parent with lost earnings loses the remaining job",
    ),
    "supplementary.parent": _key(
        "Forælderens mærke", "Label of the parent", "Et mærke som A eller B", "A label such as A or B"
    ),
    "supplementary.unemployed_from": _key(
        "Ledig fra", "Unemployed from", "Første dag uden arbejdet", "First day without the job"
    ),
    "supplementary.until": _key(
        "Til og med", "Until",
        "Sidste dag, hvis der kom nyt arbejde før de tre måneder",
        "Last day, if work was found before the three months ended",
    ),
    "supplementary.former_weekly_wage": _key(
        "Tidligere ugeløn", "Former weekly wage",
        "Løn i det mistede arbejde, kr. om ugen", "Wage of the lost job, kr. a week",
    ),
    "supplementary.former_weekly_hours": _key(
        "Tidligere ugentlige timer", "Former weekly hours",
        "Timer om ugen i det mistede arbejde", "Hours a week of the lost job",
    ),
    "supplementary.employer_payments_weekly": _key(
        "Betaling fra arbejdsgiver", "Payments from the employer",
        "Fra arbejdsgiveren eller Lønmodtagernes Garantifond, kr. om ugen",
        "From the employer or the guarantee fund, kr. a week",
    ),
    "supplementary.insured": _key(
        "A-kassemedlem", "Insured", "Medlem af en a-kasse", "Member of an unemployment fund"
    ),
    "supplementary.self_inflicted": _key(
        "Selvforskyldt", "Self-inflicted", "Selvforskyldt ledig", "Self-inflicted unemployment"
    ),
    "supplementary.dagpenge": _key(
        "Ret til dagpenge", "Unemployment benefit",
        "Har ret til dagpenge", "Entitled to unemployment benefit",
    ),
    "supplementary.offered_part_time": _key(
        "Tilbudt deltidsarbejde", "Offered part-time work",
        "Har fået tilbudt rimeligt deltidsarbejde", "Was offered reasonable part-time work",
    ),
    "supplementary.other_support": _key(
        "Anden hjælp", "Other support",
        "Får anden hjælp til at dække tabet", "Gets other support for the loss",
    ),
    "supplementary.receives_lost_earnings": _key(
        "Modtager tabt arbejdsfortjeneste", "Receives lost earnings",
        "Modtager tabt arbejdsfortjeneste; kun hvor filen intet forløb har for forælderen",
        "Receives lost earnings; only where the file has no course of the parent",
    ),
    "home_training": _key(
        "Hjemmetræning", "Home training", "Budgettet for ét års hjemmetræning", "The budget of a year's home training"
    ),
    "home_training.year": _key("År", "Year", "Kalenderår", "Calendar year"),
    "home_training.agreed_amount": _key(
        "Aftalt beløb", "Agreed amount",
        "Frivilligt aftalt beløb i stedet for de dokumenterede udgifter, kr. om året",
        "A voluntary agreement in place of the documented costs, kr. a year",
    ),
    "home_training.item": _key("Udgift", "Cost", "Én udgift til træningen", "One cost of the training"),
    "home_training.item.kind": _key("Slags udgift", "Kind of cost", "Udgiftens slags", "The kind of cost"),
    "home_training.item.text": _key("Udgiften i ord", "The cost in words", *_FREE),
    "home_training.item.amount": _key("Beløb", "Amount", "Kr. om året", "Kr. a year"),
    "companion": _key("Ledsagerordning", "Companion scheme", "Ét års ledsagelse, 12-17 år", "A year of companion hours, ages 12 to 17"),
    "companion.year": _key("År", "Year", "Kalenderår", "Calendar year"),
    "companion.from": _key(
        "Bevilget fra", "Granted from",
        "Første dag, hvis ordningen er bevilget i løbet af året; udeladt: fra januar",
        "First day, if granted in the course of the year; left out: from January",
    ),
    "companion.until": _key(
        "Bevilget til og med", "Granted until",
        "Sidste dag, hvis ordningen ophører i løbet af året", "Last day, if the scheme ends in the course of the year",
    ),
    "companion.costs": _key(
        "Ledsagerens udgifter", "Companion's costs", "Ledsagerens udgifter, kr. om året", "The companion's costs, kr. a year"
    ),
    "companion.hours_used": _key(
        "Brugte timer", "Hours used", "Brugte timer måned for måned, ÅÅÅÅ-MM", "Hours used month by month, YYYY-MM"
    ),
    "leisure": _key(
        "Fritidsaktiviteter", "Leisure activities",
        "Støtte til fritidsaktiviteter efter kommunens serviceniveau",
        "Support for leisure activities by the municipality's service level",
    ),
    "leisure.year": _key("År", "Year", "Kalenderår", "Calendar year"),
    "leisure.income_dependent": _key(
        "Økonomien vurderet", "Means assessed",
        "Familiens egne midler er vurderet og slår ikke til; kun hvor serviceniveauet spørger",
        "The family's own means were judged not to suffice; only where the service level asks",
    ),
    "leisure.deviation_reason": _key(
        "Begrundelse for at fravige niveauet", "Reason to depart from the level",
        "Hvorfor serviceniveauets antal og beløb ikke gælder for dette barn; aldrig navne eller CPR-numre",
        "Why the service level's number and amount do not hold for this child; never names or CPR numbers",
    ),
    "leisure.item": _key("Aktivitet", "Activity", "Én fritidsaktivitet", "One leisure activity"),
    "leisure.item.activity": _key("Aktivitet", "Activity", "Aktiviteten i ord", "The activity in words"),
    "leisure.item.amount": _key("Beløb", "Amount", "Kr. om året", "Kr. a year"),
    "respite": _key("Aflastning", "Respite", "Døgn med aflastning i ét år", "Days of respite in a year"),
    "respite.year": _key("År", "Year", "Kalenderår", "Calendar year"),
    "respite.days": _key("Døgn", "Days", "Bevilgede døgn i året", "Days granted in the year"),
    "respite.deviation_reason": _key(
        "Begrundelse for at fravige niveauet", "Reason to depart from the level",
        "Hvorfor serviceniveauets antal døgn ikke gælder for dette barn; aldrig navne eller CPR-numre",
        "Why the service level's days do not hold for this child; never names or CPR numbers",
    ),
    "accepted": _key(
        "Accepteret anmærkning", "Accepted finding",
        "En anmærkning fra udmaal check, der er set på og godtaget",
        "A finding of udmaal check that was looked at and accepted",
    ),
    "accepted.code": _key("Kode", "Code", "Anmærkningens kode", "The code of the finding"),
    "accepted.reason": _key("Begrundelse", "Reason", "Hvorfor den kan stå", "Why it may stand"),
}  # fmt: skip
