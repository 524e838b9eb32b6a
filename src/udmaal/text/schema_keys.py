"""What the keys of the results and of the rate files mean: for their schemas."""

from udmaal.text.case_keys import KeyText
from udmaal.text.language import Text


def _key(title_da: str, title_en: str, text_da: str, text_en: str) -> KeyText:
    return KeyText(Text(title_da, title_en), Text(text_da, text_en))


SCHEMA_KEYS: dict[str, KeyText] = {
    # the files
    "result": _key(
        "Resultat", "Result",
        "Det, udmaal calc og batch skriver som JSON: én sag, flere sager, før og efter, eller en sag med fejl",
        "What udmaal calc and batch write as JSON: one case, several, before and after, or a case at fault",
    ),
    "ledger": _key(
        "Forløb måned for måned", "Ledger",
        "Det, udmaal ledger skriver som JSON", "What udmaal ledger writes as JSON",
    ),
    "rates": _key(
        "Satsfil", "Rate file",
        "De satser, der er fastsat pr. en dato; filen hedder efter datoen, ÅÅÅÅ-MM-DD.toml",
        "The rates set as of a date; the file is named after it, YYYY-MM-DD.toml",
    ),
    # every result
    "format": _key("Format", "Format", "Formatets version", "Version of the format"),
    "case_id": _key("Sagsnummer", "Case number", "Som i sagsfilen", "As in the case file"),
    "date": _key("Dato", "Date", "Den dato, der er regnet på", "The date of the calculation"),
    "from": _key("Første måned", "First month", "ÅÅÅÅ-MM", "YYYY-MM"),
    "to": _key("Sidste måned", "Last month", "ÅÅÅÅ-MM", "YYYY-MM"),
    "month": _key("Måned", "Month", "Kalendermåned, ÅÅÅÅ-MM", "Calendar month, YYYY-MM"),
    "program": _key("Program", "Program", "Programmet, der har regnet", "The program that calculated"),
    "program.name": _key("Navn", "Name", "Programmets navn", "Name of the program"),
    "program.version": _key("Version", "Version", "Programmets version", "Version of the program"),
    "case_sha256": _key(
        "Sagsfilens kontrolsum", "Fingerprint of the case", "SHA-256 af sagsfilens bytes", "SHA-256 of the bytes of the case file"
    ),
    "rates_sha256": _key(
        "Satsernes kontrolsum", "Fingerprint of the rates",
        "SHA-256 af satserne og serviceniveauet", "SHA-256 of the rates and the service level",
    ),
    "results": _key("Ydelser", "Results", "Én pr. ydelse, der løber på datoen", "One per benefit that runs on the date"),
    "assumptions": _key(
        "Antagelser", "Assumptions",
        "De antagelser, resultatet bygger på", "The assumptions that touched the result",
    ),
    "findings": _key("Anmærkninger", "Findings", "Det, en kollega ville pege på", "What a colleague would point at"),
    "benefit": _key("Ydelse", "Benefit", "Ydelsens nøgle", "The key of the benefit"),
    "parent": _key("Forælder", "Parent", "Forælderens mærke i sagsfilen", "The parent's label in the case file"),
    "sibling": _key(
        "Søskende", "Sibling",
        "Mærket på den søskende, forløbet er for; mangler, når det er for sagens barn",
        "Label of the sibling the course is for; missing where it is for the child of the case",
    ),
    "law": _key("Lov", "Law", "Den bestemmelse, ydelsen bygger på", "The provision the benefit rests on"),
    "rules": _key(
        "Regler", "Rules",
        "threshold: merudgiftsydelse, compensation: kompensationsydelse",
        "threshold: the rules before September 2025, compensation: those since",
    ),
    "where": _key(
        "Sted", "Where", "Tabellen eller nøglen i sagsfilen, med punktummer", "Table or key of the case file, dotted"
    ),
    "amounts": _key(
        "Beløb", "Amounts",
        "Tekster med to decimaler og punktum, kroner hvor intet andet er sagt",
        "Texts with two decimals and a point, kroner where nothing else is said",
    ),
    "lines": _key("Linjer", "Lines", "Mellemregningerne i rækkefølge", "The steps of the calculation, in order"),
    # a line
    "line": _key("Linje", "Line", "Ét trin i beregningen", "One step of the calculation"),
    "line.id": _key("Nøgle", "Key", "Linjens nøgle, ens på alle sprog", "Key of the line, alike in every language"),
    "line.label": _key("Betegnelse", "Label", "På det valgte sprog", "In the chosen language"),
    "line.formula": _key("Formel", "Formula", "Med tal, på det valgte sprog", "In numbers, in the chosen language"),
    "line.amount": _key("Beløb", "Amount", "I linjens enhed, to decimaler", "In the unit of the line, two decimals"),
    "line.unit": _key("Enhed", "Unit", "Enheden, ens på alle sprog", "The unit, alike in every language"),
    "line.law": _key("Lov", "Law", "Bestemmelserne, der gælder på datoen", "The provisions in force on the date"),
    "line.rates": _key("Satser", "Rates", "Nøgler på de satser, linjen bruger", "Keys of the rates the line uses"),
    # assumptions, findings
    "assumption": _key("Antagelse", "Assumption", "Hvor praksis er tavs", "Where practice is silent"),
    "assumption.code": _key("Kode", "Code", "udmaal explain forklarer den", "udmaal explain tells more"),
    "assumption.text": _key("Tekst", "Text", "På det valgte sprog", "In the chosen language"),
    "finding": _key("Anmærkning", "Finding", "Ændrer aldrig et beløb", "Never changes an amount"),
    "finding.code": _key("Kode", "Code", "udmaal explain forklarer den", "udmaal explain tells more"),
    "finding.severity": _key("Alvorsgrad", "Severity", "error, warning eller info", "error, warning or info"),
    "finding.text": _key("Tekst", "Text", "På det valgte sprog", "In the chosen language"),
    "finding.accepted": _key(
        "Accepteret", "Accepted", "Begrundelsen, hvor den er godtaget i sagen", "The reason, where the case accepts it"
    ),
    # amounts of lost earnings
    "lost_earnings": _key("Tabt arbejdsfortjeneste", "Lost earnings", "Ét forløb på datoen", "One course on the date"),
    "gross": _key("Bruttoydelse", "Gross benefit", "Kr. om måneden", "Kr. a month"),
    "pension": _key("Pensionsbidrag", "Pension contribution", "Kr. om måneden", "Kr. a month"),
    "atp_recipient": _key("ATP, modtager", "ATP, recipient", "Modtagerens tredjedel, kr. om måneden", "The recipient's third, kr. a month"),
    "atp_municipality": _key(
        "ATP, kommune", "ATP, municipality", "Kommunens to tredjedele, kr. om måneden", "The municipality's two thirds, kr. a month"
    ),
    "before_tax": _key("Før skat", "Before tax", "Bruttoydelse minus ATP, kr. om måneden", "Gross benefit less ATP, kr. a month"),
    "net": _key("Netto, anslået", "Net, estimated", "Kr. om måneden; null uden skattekort", "Kr. a month; null without tax data"),
    "savings": _key("Besparelser", "Savings", "Trækkes fra nettoydelsen, kr. om måneden", "Taken off the net benefit, kr. a month"),
    "payout": _key("Til udbetaling", "Payout", "Netto minus besparelser; null uden skattekort", "Net less savings; null without tax data"),
    "municipality_cost": _key("Kommunens udgift", "Cost to the municipality", "Kr. om måneden", "Kr. a month"),
    # amounts of extra costs
    "extra_costs": _key("Merudgifter", "Extra costs", "Merudgifts- eller kompensationsydelse", "Grant for extra costs"),
    "yearly": _key("Årlige udgifter", "Yearly costs", "Kr. om året", "Kr. a year"),
    "documented_yearly": _key("Dokumenterede udgifter", "Documented costs", "Efter listen, kr. om året", "Of the list, kr. a year"),
    "threshold": _key("Grænse", "Threshold", "Kr. om året", "Kr. a year"),
    "group": _key("Gruppe", "Group", "Den gruppe, der er regnet efter", "The group that was calculated"),
    "monthly": _key("Månedlig ydelse", "Monthly benefit", "Kr. om måneden", "Kr. a month"),
    "one_off": _key("Enkeltudgifter", "One-offs", "Kr. i alt", "Kr. in all"),
    "decided": _key("Fastsat", "Decided", "Dagen for den afgørelse, måneden betales efter", "Day of the decision that pays the month"),
    # amounts of the other benefits
    "supplementary": _key("Særlig supplerende ydelse", "Supplementary benefit", "For én forælder", "Of one parent"),
    "weekly": _key("Ugentlig ydelse", "Weekly benefit", "Kr. om ugen", "Kr. a week"),
    "first_day": _key("Første dag", "First day", "Første dag med ydelsen", "First day of the benefit"),
    "last_day": _key("Sidste dag", "Last day", "Sidste dag med ydelsen", "Last day of the benefit"),
    "total": _key("I alt", "Total", "Kr. for hele perioden", "Kr. for the whole period"),
    "home_training": _key("Hjemmetræning", "Home training", "Årets budget", "The year's budget"),
    "documented": _key("Dokumenteret", "Documented", "Kr. om året", "Kr. a year"),
    "excluded": _key("Dækkes ikke", "Excluded", "Slags, ordningen ikke dækker, kr. om året", "Kinds the scheme never covers, kr. a year"),
    "ceiling": _key("Loft", "Ceiling", "Kr. om året", "Kr. a year"),
    "payable": _key("Til udbetaling", "Payable", "Kr. om året", "Kr. a year"),
    "companion": _key("Ledsagerordning", "Companion scheme", "Årets udgifter og timer", "The year's costs and hours"),
    "hours_balance": _key("Resterende timer", "Hours left", "Timer, ikke kroner", "Hours, not kroner"),
    "leisure": _key("Fritidsaktiviteter", "Leisure activities", "Årets støtte", "The year's support"),
    "respite": _key("Aflastning", "Respite", "Døgn om året", "Days a year"),
    "days": _key("Bevilgede døgn", "Days granted", "Døgn om året", "Days a year"),
    "usual": _key("Sædvanligt", "Usual", "Døgn om året efter serviceniveauet", "Days a year by the service level"),
    "maximum": _key("Højst", "Maximum", "Døgn om året efter serviceniveauet", "Days a year by the service level"),
    # a batch
    "several": _key("Flere sager", "Several cases", "calc på flere sager", "calc on several cases"),
    "comparison": _key("Før og efter", "Before and after", "En linje fra batch --against", "A line of batch --against"),
    "before": _key("Før", "Before", "Resultatet på --against", "The result on --against"),
    "after": _key("Efter", "After", "Resultatet på --date", "The result on --date"),
    "difference": _key("Forskel", "Difference", "Ydelser, der ændrer sig; efter minus før", "Benefits that differ; after less before"),
    "drivers": _key(
        "Årsager", "Drivers", "Hvad forskellen skyldes", "What drove the difference"
    ),
    "error": _key("Sag med fejl", "Case at fault", "En linje fra batch", "A line of batch"),
    "path": _key("Sti", "Path", "Sagsfilens sti", "Path of the case file"),
    "path_bytes": _key(
        "Stiens bytes", "Bytes of the path",
        "Kun når stien ikke er UTF-8: dens bytes, procentkodet",
        "Only where the path is no UTF-8: its bytes, percent-encoded",
    ),
    "faults": _key("Fejl", "Faults", "Alle fejl i filen", "Every fault of the file"),
    "fault.code": _key("Kode", "Code", "Fejlens kode", "Code of the fault"),
    "fault.line": _key("Linje", "Line", "Fra 1; null uden et sted", "From 1; null without a place"),
    "fault.column": _key("Kolonne", "Column", "Fra 1; null uden et sted", "From 1; null without a place"),
    "fault.problem": _key("Problem", "Problem", "Hvad der er galt", "What is wrong"),
    "fault.mend": _key("Rettelse", "Mend", "Hvad der skal stå", "What would be right"),
    # a ledger
    "courses": _key("Forløb", "Courses", "Forløb med tabt arbejdsfortjeneste", "Courses of lost earnings"),
    "months": _key("Måneder", "Months", "I rækkefølge", "In order"),
    "totals": _key("I alt", "Totals", "Summen af månederne", "The sum of the months"),
    "month.gross": _key("Bruttoydelse", "Gross benefit", "Løbende, uden enkeltdage, kr.", "Running, without single days, kr."),
    "month.pension": _key("Pensionsbidrag", "Pension contribution", "Kr., enkeltdage iberegnet", "Kr., single days included"),
    "month.atp": _key("ATP", "ATP", "Kr. i måneden", "Kr. in the month"),
    "single_days": _key("Enkeltdage", "Single days", "Kr. i måneden", "Kr. in the month"),
    "holiday_1": _key("Ferietillæg, 1 %", "Holiday supplement, 1 %", "Kr., i den måned de betales", "Kr., in the month they are paid"),
    "holiday_125": _key("Ferietillæg, 12,5 %", "Holiday supplement, 12.5 %", "Kr., i den måned de betales", "Kr., in the month they are paid"),
    "paid": _key("Udbetalt", "Paid", "Kr.; null uden --paid", "Kr.; null without --paid"),
    "month.difference": _key(
        "Forskel", "Difference", "Beregnet minus udbetalt, kr.; null uden --paid", "Due less paid, kr.; null without --paid"
    ),
    "differences": _key("Forskel, delt op", "Difference in parts", "Kun med --paid", "Only with --paid"),
    "holiday": _key("Ferietillæg", "Holiday supplements", "Kr.", "Kr."),
    "owed": _key("Efterbetaling", "Owed", "Summen af måneder med for lidt udbetalt, kr.", "Sum of the months paid too little, kr."),
    "overpaid": _key("For meget udbetalt", "Overpaid", "Summen af måneder med for meget udbetalt, kr.", "Sum of the months paid too much, kr."),
    "remarks": _key("Bemærkninger", "Remarks", "Det, der skete i måneden", "What happened in the month"),
    "outstanding": _key(
        "Forfalder senere", "Outstanding", "Ferietillæg efter den sidste måned", "Holiday supplements after the last month"
    ),
    "amount": _key("Ydelse", "Benefit", "Kr. i måneden", "Kr. in the month"),
    "granted_hours": _key("Tildelte timer", "Hours granted", "Timer", "Hours"),
    "used_hours": _key("Brugte timer", "Hours used", "Timer", "Hours"),
    "lapsed_hours": _key("Bortfaldne timer", "Hours lapsed", "Timer", "Hours"),
    # a rate
    "effective": _key("Gælder fra", "Effective", "Samme dato som i filnavnet", "The same date as in the file name"),
    "rate.value": _key("Værdi", "Value", "I satsens enhed", "In the unit of the rate"),
    "rate.unit": _key("Enhed", "Unit", "Satsens enhed", "Unit of the rate"),
    "rate.status": _key(
        "Status", "Status",
        "published: offentliggjort, derived: beregnet, provisional: foreløbig",
        "published, derived (continued by the regulation), or provisional (not yet announced)",
    ),
    "rate.evidence": _key("Belæg", "Evidence", "Hvad kilden er for noget", "What kind of source it is"),
    "rate.source": _key("Kilde", "Source", "Hvor værdien står", "Where the value stands"),
    "rate.jump": _key(
        "Spring", "Jump",
        "Hvorfor værdien ligger mere end en fjerdedel fra den forrige",
        "Why the value lies more than a quarter from the one before",
    ),
}  # fmt: skip
