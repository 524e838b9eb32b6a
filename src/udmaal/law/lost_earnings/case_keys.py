"""What the keys of lost earnings in the case file mean, in both languages."""

from udmaal.language import FREE_TEXT, KeyText, words

CASE_KEYS: dict[str, KeyText] = {
    "lost_earnings": words(
        "Tabt arbejdsfortjeneste", "Lost earnings",
        "Ét forløb for én forælder; flere tabeller: flere forældre eller forløb",
        "One course of one parent; several tables: several parents or courses",
    ),
    "lost_earnings.parent": words(
        "Forælderens mærke", "Label of the parent",
        "Et mærke som A eller B, aldrig et navn; samme mærke i to tabeller er to forløb for én forælder",
        "A label such as A or B, never a name; the same label in two tables is two courses of one parent",
    ),
    "lost_earnings.child": words(
        "Barnet, forløbet er for", "The child of the course",
        "Mærket på en søskende fra [[sibling]]; udeladt: sagens barn. De 37 timer gælder hvert barn, egne timer og ATP forælderen",
        "Label of a sibling of [[sibling]]; left out: the child of the case. The 37 hours are by child, own hours and ATP by parent",
    ),
    "lost_earnings.applied": words(
        "Ansøgningsdato", "Date of application",
        "Dato for ansøgningen; udeladt: den første bevillings dato",
        "Date of the application; left out: the first grant's date",
    ),
    "lost_earnings.weekly_hours": words(
        "Ugentlig arbejdstid før ydelsen", "Weekly working hours before",
        "Forælderens egen samlede arbejdstid før forløbet, timer om ugen",
        "The parent's own total working hours before the course, hours a week",
    ),
    "lost_earnings.paid_in_2010": words(
        "Modtog ydelsen i 2010", "Was paid in 2010",
        "Fik tabt arbejdsfortjeneste på et tidspunkt i 2010: de gamle regler uden loft",
        "Was paid lost earnings at any time in 2010: the old rules, no ceiling",
    ),
    "lost_earnings.occupation": words(
        "Beskæftigelse før ydelsen", "Occupation before",
        "Det, forælderen levede af før forløbet", "What the parent lived on before the course",
    ),
    "lost_earnings.monthly_wage": words(
        "Månedsløn før ydelsen", "Monthly wage before",
        "Løn før forløbet (eller løn, der kunne være tjent), kr. om måneden; ellers lønsedler eller årsresultater",
        "Wage before the course (or that could have been earned), kr. a month; else payslips or yearly results",
    ),
    "lost_earnings.yearly_results": words(
        "Årsresultater", "Yearly results",
        "Kun selvstændige: flere års resultater af hele virksomheden, kr. om året",
        "Self-employed only: several years' results of the whole business, kr. a year",
    ),
    "lost_earnings.monthly_loss": words(
        "Opgjort tab om måneden", "Stated loss a month",
        "Kun selvstændige: det dokumenterede tab eller en vikars løn for de bevilgede timer, kr. om måneden; i stedet for yearly_results",
        "Self-employed only: the documented loss or a substitute's cost for the granted hours, kr. a month; in place of yearly_results",
    ),
    "lost_earnings.wage_until": words(
        "Sidste måned med løn", "Last month of wage",
        "Kun hvis forælderen var ledig eller på orlov før forløbet: den sidste lønmåned, ÅÅÅÅ-MM",
        "Only where the parent was unemployed or on leave before the course: the last month of wage, YYYY-MM",
    ),
    "lost_earnings.basis_level": words(
        "Grundlagets niveau", "Level of the basis",
        "Lønnen er givet på dette års niveau, f.eks. for en sag fra et andet system; kun senere år reguleres",
        "The wage is given at this year's level, as for a case from another system; only later years are regulated",
    ),
    "lost_earnings.employer_pension": words(
        "Arbejdsgiverens pensionsbidrag", "Employer's pension contribution",
        "Den tidligere arbejdsgivers pensionsbidrag, kr. om måneden; udeladt: intet",
        "The former employer's pension contribution, kr. a month; left out: none",
    ),
    "lost_earnings.employer_pension_percent": words(
        "Arbejdsgiverens pension i procent", "Employer's pension in per cent",
        "I stedet for employer_pension: arbejdsgiverens bidrag i procent af lønnen før forløbet (10.0 er 10 %)",
        "In place of employer_pension: the employer's contribution in per cent of the wage before (10.0 is 10 %)",
    ),
    "lost_earnings.civil_servant": words(
        "Statstjenestemand", "Civil servant",
        "Tjenestemandspension: 15 % af grundlaget i stedet for employer_pension",
        "Civil servant's pension: 15 % of the basis in place of employer_pension",
    ),
    "lost_earnings.over_37_reason": words(
        "Begrundelse for over 37 timer", "Reason for more than 37 hours",
        "Kun hvor der tilsammen er bevilget over 37 timer om ugen til barnet",
        "Only where more than 37 hours a week together were granted for the child",
    ),
    "lost_earnings.followed_up": words(
        "Seneste opfølgning", "Last follow-up",
        "Dagen for den seneste årlige opfølgning", "The day of the last yearly follow-up",
    ),
    "lost_earnings.payslip": words(
        "Lønseddel", "Payslip",
        "Én pr. måned og arbejdsgiver, normalt de tre sidste måneder før forløbet; med hours gerne flere om måneden; i stedet for monthly_wage",
        "One a month and employer, normally of the last three months before the course; with hours also several a month; in place of monthly_wage",
    ),
    "lost_earnings.payslip.employer": words(
        "Arbejdsgiver", "Employer",
        "Kun ved flere arbejdsgivere: et mærke som 1 eller 2; gennemsnittene lægges sammen",
        "Only with several employers: a label such as 1 or 2; the means are added",
    ),
    "lost_earnings.payslip.hours": words(
        "Betalte timer", "Paid hours",
        "Kun ved timeløn eller 14-dages løn, og så på alle lønsedler: lønsedlens betalte timer",
        "Only for hourly or fortnightly pay, and then on every payslip: the paid hours of the slip",
    ),
    "lost_earnings.payslip.month": words("Måned", "Month", "Kalendermåned, ÅÅÅÅ-MM", "Calendar month, YYYY-MM"),
    "lost_earnings.payslip.gross": words(
        "Bruttoløn", "Gross pay", "Bruttoløn i måneden, kr.", "Gross pay in the month, kr."
    ),
    "lost_earnings.payslip.supplements": words(
        "Faste tillæg", "Regular supplements",
        "Tillæg i måneden, der tæller med, kr.", "Supplements in the month that count, kr.",
    ),
    "lost_earnings.payslip.excluded": words(
        "Tæller ikke med", "Does not count",
        "Udbetalt, men ikke del af grundlaget: engangsbeløb, egen pension, feriepenge, kr.",
        "Paid but no part of the basis: one-off pay, own pension, holiday pay, kr.",
    ),
    "lost_earnings.grant": words(
        "Bevilling", "Grant",
        "Timer bevilget fra en dato, til den næste bevilling", "Hours granted from a date, until the next grant",
    ),
    "lost_earnings.grant.from": words(
        "Bevilget fra", "Granted from", "Første dag med timerne", "First day with these hours"
    ),
    "lost_earnings.grant.hours": words(
        "Bevilgede timer om ugen", "Granted hours a week", "Bevilgede timer om ugen", "Granted hours a week"
    ),
    "lost_earnings.grant.until": words(
        "Bevilget til og med", "Granted until",
        "Sidste dag; kun ved en aftalt periode", "Last day; only for an agreed period",
    ),
    "lost_earnings.grant.by_wish": words(
        "Efter eget ønske", "By own wish",
        "Færre timer, fordi forælderen ønskede det: de mistede timer afvikles ikke (kun nogle kommuner)",
        "Fewer hours because the parent wished so: the hours lost do not run off (some municipalities only)",
    ),
    "lost_earnings.grant.transition": words(
        "Overgang", "Transition",
        "Mens skole eller dagtilbud tilpasses barnet: normalt højst tre måneder",
        "While school or daycare adapts to the child: normally at most three months",
    ),
    "lost_earnings.saving": words(
        "Besparelse", "Saving",
        "Noget, der reelt spares ved ikke at arbejde; trækkes fra nettoydelsen",
        "A real saving by not working; taken off the net benefit",
    ),
    "lost_earnings.saving.kind": words(
        "Slags besparelse", "Kind of saving", "Det, der spares", "What is saved"
    ),
    "lost_earnings.saving.monthly": words(
        "Besparelse om måneden", "Saving a month",
        "Kr. om måneden; transport også som km og pris pr. km", "Kr. a month; transport also as km and price per km",
    ),
    "lost_earnings.saving.km_monthly": words(
        "Kilometer om måneden", "Kilometres a month",
        "Sparede km om måneden, kun transport", "Kilometres saved a month, transport only",
    ),
    "lost_earnings.saving.rate_per_km": words(
        "Kroner pr. km", "Kroner per km", "Reel udgift, kr. pr. km", "Real cost, kr. per km"
    ),
    "lost_earnings.saving.from": words(
        "Første dag", "First day", "Første dag; udeladt: fra forløbets start", "First day; left out: from the start"
    ),
    "lost_earnings.saving.until": words(
        "Sidste dag", "Last day", "Sidste dag; udeladt: til forløbets slutning", "Last day; left out: to the end"
    ),
    "lost_earnings.saving.note": words("Bemærkning", "Note", *FREE_TEXT),
    "lost_earnings.single_day": words(
        "Enkeltdag", "Single day",
        "En fridag til f.eks. at ledsage barnet til behandling",
        "A day off, for example to follow the child to treatment",
    ),
    "lost_earnings.single_day.date": words("Dato", "Date", "Dagen", "The day"),
    "lost_earnings.single_day.hours": words("Timer", "Hours", "Tabte timer på dagen", "Hours lost on the day"),
    "lost_earnings.single_day.note": words("Bemærkning", "Note", *FREE_TEXT),
    "lost_earnings.new_income": words(
        "Ny indtægt", "New income",
        "Arbejdsindtægt i afviklingsperioden", "Work income in the run-off",
    ),
    "lost_earnings.new_income.from": words("Første dag", "First day", "Første dag", "First day"),
    "lost_earnings.new_income.monthly": words("Indtægt", "Income", "Kr. om måneden", "Kr. a month"),
    "lost_earnings.paid_holiday": words(
        "Ferie med løn", "Paid holiday",
        "Ferie med løn fra en arbejdsgiver", "Holiday with pay from an employer",
    ),
    "lost_earnings.paid_holiday.from": words("Første dag", "First day", "Første feriedag", "First day of holiday"),
    "lost_earnings.paid_holiday.until": words("Sidste dag", "Last day", "Sidste feriedag", "Last day of holiday"),
    "lost_earnings.paid_holiday.hours": words(
        "Ferietimer", "Hours of holiday",
        "Hvor mange af de bevilgede timer om ugen ferielønnen er for; udeladt: alle; 0: kun ferie fra det arbejde, der er tilbage",
        "How many of the granted hours a week the holiday pay is for; left out: all; 0: only holiday from the work that is left",
    ),
    "lost_earnings.earlier_gross": words(
        "Tidligere bruttoydelse", "Earlier gross benefit",
        "Kun med basis_level: bruttoydelsen i tidligere kalenderår, til ferietillæg, kr. om året",
        "Only with basis_level: gross benefit of earlier calendar years, for holiday supplements, kr. a year",
    ),
    "lost_earnings.end": words(
        "Ophør", "End", "Hvornår og hvorfor forløbet slutter", "When and why the course ends"
    ),
    "lost_earnings.end.date": words(
        "Ophørsdato", "Date of the end",
        "Sidste dag, hvor betingelserne var opfyldt", "Last day on which the conditions held",
    ),
    "lost_earnings.end.decision_received": words(
        "Afgørelsen modtaget", "Decision received",
        "Dagen, forælderen modtog afgørelsen, før eller efter date; afviklingen regnes fra den seneste af de to dage",
        "The day the parent received the decision, before or after date; the run-off counts from the later of the two days",
    ),
    "lost_earnings.end.run_off_until": words(
        "Kortere afvikling", "Shorter run-off",
        "Sidste dag i en kortere afvikling, som forælderen har ønsket; kan ikke forlænge den",
        "Last day of a shorter run-off, as the parent wished; it cannot lengthen it",
    ),
    "lost_earnings.end.reason": words("Grund", "Reason", "Hvorfor forløbet slutter", "Why the course ends"),
    "lost_earnings.tax": words(
        "Skattekort", "Tax card", "Kun til en anslået nettoydelse", "Only for an estimated net"
    ),
    "lost_earnings.tax.rate": words(
        "Trækprocent", "Withholding rate",
        "Trækprocenten som brøk: 37 % skrives 0.37", "The withholding rate as a fraction: 37 % is 0.37",
    ),
    "lost_earnings.tax.monthly_deduction": words(
        "Månedligt fradrag", "Monthly deduction", "Fradrag, kr. om måneden", "Deduction, kr. a month"
    ),
}  # fmt: skip
