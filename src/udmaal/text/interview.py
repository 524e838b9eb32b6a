"""The words of questions that are not about one key of the case file."""

from udmaal.language import KeyText, Text, words
from udmaal.law.benefits import BY_KEY
from udmaal.text.terms import TERMS

# The first of each is written, all are understood.
YES = (Text("ja", "yes"), Text("j", "y"))
NO = (Text("nej", "no"), Text("n", "n"))

# The choices in words.
SAID: dict[str, Text] = {
    **{key: Text(*map(str.lower, benefit.names[""])) for key, benefit in BY_KEY.items()},
    **TERMS,
    "both": Text("begge dele", "both"),
    "payslip": Text("på lønsedler", "on payslips"),
    "monthly_wage": Text("som en løn om måneden", "as a wage a month"),
    "yearly_results": Text("ud fra flere års resultater", "from several years' results"),
    "monthly_loss": Text("som et dokumenteret tab om måneden", "as a documented loss a month"),
    "none": Text("intet", "none"),
    "employer_pension": Text("kr. om måneden", "kr. a month"),
    "employer_pension_percent": Text("procent af lønnen", "per cent of the wage"),
}

# The facts that ``udmaal change`` adds.
FACTS: dict[str, Text] = {
    "hours": Text("nye timer", "new hours"),
    "decision": Text("ny afgørelse om merudgifter", "new decision on extra costs"),
    "end": Text("ophør af tabt arbejdsfortjeneste", "end of lost earnings"),
    "costs-end": Text("ophør af merudgiftsydelse", "end of extra costs"),
    "single-day": Text("enkeltdag", "single day"),
    "payslip": Text("lønseddel", "payslip"),
    "follow-up": Text("opfølgning", "follow-up"),
}
# What becomes of an item in the next decision.
ITEM_CHOICES: dict[str, Text] = {
    "keep": Text("behold", "keep"),
    "change": Text("ret", "change"),
    "remove": Text("udelad", "leave out"),
}

ASIDES: dict[str, KeyText] = {
    "benefits": KeyText(
        Text("Hvad er der søgt om", "What was applied for"),
        Text(
            "De mindre ydelser står i filen som muligheder",
            "The smaller benefits stand in the file as choices",
        ),
    ),
    "more.lost_earnings": KeyText(
        Text("Et forløb mere", "One more course"),
        Text("Den anden forælder, eller et senere forløb", "The other parent, or a later course"),
    ),
    "more.payslip": KeyText(
        Text("En lønseddel mere", "One more payslip"),
        Text(
            "Normalt de tre sidste måneder før forløbet",
            "Normally the last three months before the course",
        ),
    ),
    "more.saving": KeyText(
        Text("En besparelse mere", "One more saving"),
        Text("Hver slags for sig", "Each kind by itself"),
    ),
    "more.extra_costs": KeyText(
        Text("En afgørelse mere", "One more decision"),
        Text(
            "En senere afgørelse om merudgifter; den ældste først",
            "A later decision on extra costs; the oldest first",
        ),
    ),
    "more.item": KeyText(
        Text("En udgift mere", "One more cost"),
        Text(
            "Én ad gangen, som de står i ansøgningen",
            "One at a time, as they stand in the application",
        ),
    ),
    "wage": KeyText(
        Text("Hvordan er lønnen oplyst", "How is the wage given"),
        Text(
            "Grundlaget er normalt de sidste tre lønsedler",
            "The basis is normally the last three payslips",
        ),
    ),
    "loss": KeyText(
        Text("Hvordan er tabet opgjort", "How is the loss worked out"),
        Text(
            "Årenes resultater af hele virksomheden, eller det dokumenterede tab",
            "The years' results of the whole business, or the documented loss",
        ),
    ),
    "hourly": KeyText(
        Text("Timeløn eller 14-dages løn", "Hourly or fortnightly pay"),
        Text(
            "Så spørges der om de betalte timer på hver lønseddel",
            "The paid hours of each payslip are then asked for",
        ),
    ),
    "employers": KeyText(
        Text("Flere arbejdsgivere", "Several employers"),
        Text(
            "Så regnes gennemsnittet for hver arbejdsgiver, og de lægges sammen",
            "Then the mean is worked out for each employer, and they are added",
        ),
    ),
    "pension": KeyText(
        Text("Pension fra den tidligere arbejdsgiver", "Pension from the former employer"),
        Text("Arbejdsgiverens eget bidrag", "The employer's own contribution"),
    ),
    "saving": KeyText(
        Text("Er der en besparelse", "Is there a saving"),
        Text(
            "Transport eller pasning, der reelt spares ved ikke at arbejde",
            "Transport or care that is really saved by not working",
        ),
    ),
    "by_km": KeyText(
        Text("Opgjort i kilometer", "Given in kilometres"),
        Text("Ellers i kroner", "Otherwise in kroner"),
    ),
    "tax": KeyText(
        Text("Skal nettobeløbet anslås", "Estimate the net amount"),
        Text("Ud fra skattekortet", "From the tax card"),
    ),
    "sure": KeyText(
        Text("Er det rigtigt", "Is that right"),
        Text("Nej: spørg igen", "No: ask again"),
    ),
    "fact": KeyText(
        Text("Hvad er nyt", "What is new"),
        Text(
            "Det føjes til sagen; det gamle bliver stående",
            "It is added to the case; the old stays",
        ),
    ),
    "course": KeyText(
        Text("Hvilket forløb", "Which course"),
        Text("Det forløb, oplysningen hører til", "The course that the fact is about"),
    ),
    "former": KeyText(
        Text("Udgift", "Cost"),
        Text("Fra den seneste afgørelse", "From the last decision"),
    ),
    "write": KeyText(
        Text("Skriv", "Write"),
        Text("Skriv ændringen i filen", "Write the change to the file"),
    ),
    "item": KeyText(
        Text("En udgift mere", "One more cost"),
        Text(
            "Én ad gangen, som de står i ansøgningen",
            "One at a time, as they stand in the application",
        ),
    ),
}

# Questions whose words in the catalogue name keys of the file, or its notation.
QUESTIONS: dict[str, KeyText] = {
    "case_id": words(
        "Sagsnummer", "Case number",
        "Aldrig et CPR-nummer eller et navn", "Never a CPR number or a name",
    ),
    "lost_earnings.parent": words(
        "Forælderens mærke", "Label of the parent",
        "A eller B, aldrig et navn; samme mærke for et senere forløb for samme forælder",
        "A or B, never a name; the same label for a later course of the same parent",
    ),
    "lost_earnings.monthly_wage": words(
        "Månedsløn før ydelsen", "Monthly wage before",
        "Løn før forløbet (eller løn, der kunne være tjent), kr. om måneden",
        "Wage before the course (or that could have been earned), kr. a month",
    ),
    "lost_earnings.yearly_results": words(
        "Årsresultater", "Yearly results",
        "Flere års resultater af hele virksomheden, kr. om året, med semikolon imellem",
        "Several years' results of the whole business, kr. a year, with semicolons between them",
    ),
    "lost_earnings.monthly_loss": words(
        "Opgjort tab om måneden", "Stated loss a month",
        "Det dokumenterede tab eller en vikars løn for de bevilgede timer, kr. om måneden",
        "The documented loss or a substitute's cost for the granted hours, kr. a month",
    ),
    "lost_earnings.employer_pension": words(
        "Arbejdsgiverens pensionsbidrag", "Employer's pension contribution",
        "Kr. om måneden", "Kr. a month",
    ),
    "lost_earnings.employer_pension_percent": words(
        "Arbejdsgiverens pension i procent", "Employer's pension in per cent",
        "Procent af lønnen før forløbet", "Per cent of the wage before the course",
    ),
    "lost_earnings.payslip.month": words(
        "Lønseddel for", "Payslip of", "Kalendermåned, f.eks. marts 2026", "Calendar month, such as March 2026"
    ),
    "lost_earnings.payslip.hours": words(
        "Betalte timer", "Paid hours", "Lønsedlens betalte timer", "The paid hours of the payslip"
    ),
    "lost_earnings.payslip.employer": words(
        "Arbejdsgiver", "Employer", "Et mærke som 1 eller 2, aldrig et navn", "A label such as 1 or 2, never a name"
    ),
    "lost_earnings.saving.monthly": words(
        "Besparelse om måneden", "Saving a month", "Kr. om måneden", "Kr. a month"
    ),
    "lost_earnings.end.decision_received": words(
        "Afgørelsen modtaget", "Decision received",
        "Dagen, forælderen modtog afgørelsen; afviklingen regnes fra den dag eller ophøret, hvis det er senere",
        "The day the parent received the decision; the run-off counts from that day, or from the end if it is later",
    ),
    "lost_earnings.tax.rate": words(
        "Trækprocent", "Withholding rate", "Fra skattekortet, f.eks. 37 %", "From the tax card, such as 37 %"
    ),
    "extra_costs.from": words(
        "Gælder fra", "In force from",
        "Første dag, afgørelsen har virkning; uden: dagen for afgørelsen",
        "First day of effect; without: the day of the decision",
    ),
    "extra_costs.item.amount": words(
        "Beløb", "Amount", "Merudgiften i kr.; perioden kommer om lidt", "The extra cost in kr.; the period comes next"
    ),
    "extra_costs.item.date": words(
        "Dokumenteret den", "Documented on",
        "Kun en enkeltudgift: dagen, den blev dokumenteret", "Only a one-off cost: the day it was documented",
    ),
}  # fmt: skip

# What to do about an answer that does not hold, where the words for files name keys or notation.
MENDS: dict[str, Text] = {
    "value.at_most": Text(
        "skriv et tal på højst {limit}; mangler der et komma?",
        "write a number of at most {limit}; is a decimal point missing?",
    ),
    "value.too_big": Text("skriv et mindre tal", "write a smaller number"),
    "text.form": Text("skriv almindelig tekst uden styretegn", "write plain text, no control characters"),
    "wage.benefit": Text(
        "vælg det, forælderen levede af før ydelsen, og brug lønnen derfra",
        "choose what the parent lived on before the benefit, and use the wage of it",
    ),
    "wage.no_home_help": Text(
        "skriv den løn, der kunne være tjent; serviceniveauet har ingen timeløn for hjemmehjælp",
        "write the wage that could have been earned; the service level has no home-help wage",
    ),
    "payslip.twice": Text(
        "skriv en anden måned; er der flere arbejdsgivere eller 14-dages løn, så gå tilbage til det",
        "write another month; with several employers or fortnightly pay, go back to that question",
    ),
    "course.before_coverage": Text(
        "skriv en senere dato; et ældre forløb skrives i filen med lønnen på et senere års niveau",
        "write a later date; an older course is written in the file, its wage at a later year's level",
    ),
    "course.overlap": Text(
        "slut det ene forløb, før det andet begynder, eller giv den anden forælder sit eget mærke",
        "end one course before the other begins, or give the other parent a label of its own",
    ),
    "child.not_born": Text("ret datoen, eller barnets fødselsdato", "correct the date, or the child's birth"),
    "extra_costs.not_rising": Text(
        "skriv afgørelserne med den ældste først", "write the decisions with the oldest first"
    ),
    "extra_costs.redecide": Text(
        "fastsæt kompensationsydelsen med en ny afgørelse", "fix the kompensationsydelse by a new decision"
    ),
    "extra_costs.from_before_reform": Text(
        "skriv en dato fra {first:day}", "write a date from {first:day} on"
    ),
}  # fmt: skip

# What is wrong with an answer, where the words for files name a place in one.
PROBLEMS: dict[str, Text] = {
    "course.overlap": Text(
        "forælder {parent:text} har to forløb for samme barn med timer på samme dag ({date:day})",
        "parent {parent:text} has two courses for one child with hours on one day ({date:day})",
    ),
}

# Why an answer can hardly be right.
IN_THE_FUTURE = Text("{said} ligger i fremtiden", "{said} lies in the future")
GROWN_UP = Text("barnet fylder 18 år {day:day}", "the child turns 18 on {day:day}")
