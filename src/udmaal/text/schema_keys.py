"""What the keys of the results and of the rate files mean: for their schemas."""

from udmaal.language import KeyText, words

SCHEMA_KEYS: dict[str, KeyText] = {
    # the files
    "result": words(
        "Resultat", "Result",
        "Det, udmaal calc og batch skriver som JSON: én sag, flere sager, før og efter, eller en sag med fejl",
        "What udmaal calc and batch write as JSON: one case, several, before and after, or a case at fault",
    ),
    "ledger": words(
        "Forløb måned for måned", "Ledger",
        "Det, udmaal ledger skriver som JSON", "What udmaal ledger writes as JSON",
    ),
    "due": words(
        "Frister", "What falls due",
        "Det, udmaal due skriver som JSON", "What udmaal due writes as JSON",
    ),
    "rates": words(
        "Satsfil", "Rate file",
        "De satser, der er fastsat pr. en dato; filen hedder efter datoen, ÅÅÅÅ-MM-DD.toml",
        "The rates set as of a date; the file is named after it, YYYY-MM-DD.toml",
    ),
    # what falls due
    "due.from": words("Fra", "From", "Periodens første dag", "The first day of the period"),
    "due.to": words("Til", "To", "Periodens sidste dag", "The last day of the period"),
    "due.cases": words("Antal sager", "Number of cases", "Sager uden fejl, der er set på", "Cases without fault that were looked at"),
    "due.list": words("Frister", "Deadlines", "Efter dag, sag og person", "By day, case and person"),
    "due.date": words("Dag", "Day", "Dagen, det forfalder", "The day on which it falls due"),
    "due.overdue": words(
        "Overskredet", "Overdue",
        "Om dagen ligger før perioden, og det stadig er åbent", "Whether the day is before the period and it is still open",
    ),
    "due.kind": words("Slags", "Kind", "Koden, som --select og --ignore tager", "The code that --select and --ignore take"),
    "due.title": words("Navn", "Name", "Hvad der forfalder, i få ord", "What falls due, in few words"),
    "due.text": words("Opgave", "Task", "Hvad der skal gøres", "What is to be done"),
    "due.amount": words(
        "Beløb", "Amount",
        "Kr., der udbetales; null, hvor intet udbetales, eller beløbet ikke er kendt endnu",
        "Kr. that are paid; null where nothing is paid or the amount is not known yet",
    ),
    "due.law": words("Lov", "Law", "Det, det bygger på", "What it rests on"),
    # the letter file
    "letter": words(
        "Brevoplysninger", "Letter file",
        "Det om kommunen, der står på bilag; udmaal report --letter", "What annexes say of the municipality; udmaal report --letter",
    ),
    "letter.name": words("Kommune", "Municipality", "Kommunens navn", "The municipality's name"),
    "letter.office": words("Afdeling", "Office", "Den afdeling, der skriver", "The office that writes"),
    "letter.address": words("Adresse", "Address", "Adressens linjer", "The lines of the address"),
    "letter.phone": words("Telefon", "Telephone", "Telefonnummer", "Telephone number"),
    "letter.mail": words("E-post", "E-mail", "Adresse til sikker post eller e-post", "Address for secure mail or e-mail"),
    "letter.appeal": words(
        "Klagevejledning", "Guidance on appeal",
        "Afsnit, adskilt af en tom linje; står sidst i bilaget", "Paragraphs with an empty line between; the annex ends with them",
    ),
    "letter.logo": words(
        "Logo", "Logo", "En fil, .png eller .svg, set fra mappen med denne fil", "A file, .png or .svg, as seen from the folder of this one",
    ),
    # every result
    "format": words("Format", "Format", "Formatets version", "Version of the format"),
    "case_id": words("Sagsnummer", "Case number", "Som i sagsfilen", "As in the case file"),
    "date": words("Dato", "Date", "Den dato, der er regnet på", "The date of the calculation"),
    "known": words(
        "Som kendt", "As known",
        "Den dag, sagen er kendt på; kun med --known", "The day as of which the case is known; only with --known",
    ),
    "from": words("Første måned", "First month", "ÅÅÅÅ-MM", "YYYY-MM"),
    "to": words("Sidste måned", "Last month", "ÅÅÅÅ-MM", "YYYY-MM"),
    "month": words("Måned", "Month", "Kalendermåned, ÅÅÅÅ-MM", "Calendar month, YYYY-MM"),
    "program": words("Program", "Program", "Programmet, der har regnet", "The program that calculated"),
    "program.name": words("Navn", "Name", "Programmets navn", "Name of the program"),
    "program.version": words("Version", "Version", "Programmets version", "Version of the program"),
    "case_sha256": words(
        "Sagsfilens kontrolsum", "Fingerprint of the case", "SHA-256 af sagsfilens bytes", "SHA-256 of the bytes of the case file"
    ),
    "rates_sha256": words(
        "Satsernes kontrolsum", "Fingerprint of the rates",
        "SHA-256 af satserne og serviceniveauet", "SHA-256 of the rates and the service level",
    ),
    "results": words("Ydelser", "Results", "Én pr. ydelse, der løber på datoen", "One per benefit that runs on the date"),
    "assumptions": words(
        "Antagelser", "Assumptions",
        "De antagelser, resultatet bygger på", "The assumptions that touched the result",
    ),
    "findings": words("Anmærkninger", "Findings", "Det, en kollega ville pege på", "What a colleague would point at"),
    "benefit": words("Ydelse", "Benefit", "Ydelsens nøgle", "The key of the benefit"),
    "parent": words("Forælder", "Parent", "Forælderens mærke i sagsfilen", "The parent's label in the case file"),
    "sibling": words(
        "Søskende", "Sibling",
        "Mærket på den søskende, forløbet er for; mangler, når det er for sagens barn",
        "Label of the sibling the course is for; missing where it is for the child of the case",
    ),
    "law": words("Lov", "Law", "Den bestemmelse, ydelsen bygger på", "The provision the benefit rests on"),
    "rules": words(
        "Regler", "Rules",
        "threshold: merudgiftsydelse, compensation: kompensationsydelse",
        "threshold: the rules before September 2025, compensation: those since",
    ),
    "where": words(
        "Sted", "Where", "Tabellen eller nøglen i sagsfilen, med punktummer", "Table or key of the case file, dotted"
    ),
    "amounts": words(
        "Beløb", "Amounts",
        "Tekster med to decimaler og punktum, kroner hvor intet andet er sagt",
        "Texts with two decimals and a point, kroner where nothing else is said",
    ),
    "lines": words("Linjer", "Lines", "Mellemregningerne i rækkefølge", "The steps of the calculation, in order"),
    # a line
    "line": words("Linje", "Line", "Ét trin i beregningen", "One step of the calculation"),
    "line.id": words("Nøgle", "Key", "Linjens nøgle, ens på alle sprog", "Key of the line, alike in every language"),
    "line.label": words("Betegnelse", "Label", "På det valgte sprog", "In the chosen language"),
    "line.formula": words("Formel", "Formula", "Med tal, på det valgte sprog", "In numbers, in the chosen language"),
    "line.amount": words("Beløb", "Amount", "I linjens enhed, to decimaler", "In the unit of the line, two decimals"),
    "line.unit": words("Enhed", "Unit", "Enheden, ens på alle sprog", "The unit, alike in every language"),
    "line.law": words("Lov", "Law", "Bestemmelserne, der gælder på datoen", "The provisions in force on the date"),
    "line.rates": words("Satser", "Rates", "Nøgler på de satser, linjen bruger", "Keys of the rates the line uses"),
    # assumptions, findings
    "assumption": words("Antagelse", "Assumption", "Hvor praksis er tavs", "Where practice is silent"),
    "assumption.code": words("Kode", "Code", "udmaal explain forklarer den", "udmaal explain tells more"),
    "assumption.text": words("Tekst", "Text", "På det valgte sprog", "In the chosen language"),
    "finding": words("Anmærkning", "Finding", "Ændrer aldrig et beløb", "Never changes an amount"),
    "finding.code": words("Kode", "Code", "udmaal explain forklarer den", "udmaal explain tells more"),
    "finding.severity": words("Alvorsgrad", "Severity", "error, warning eller info", "error, warning or info"),
    "finding.text": words("Tekst", "Text", "På det valgte sprog", "In the chosen language"),
    "finding.accepted": words(
        "Accepteret", "Accepted", "Begrundelsen, hvor den er godtaget i sagen", "The reason, where the case accepts it"
    ),
    # amounts of lost earnings
    "lost_earnings": words("Tabt arbejdsfortjeneste", "Lost earnings", "Ét forløb på datoen", "One course on the date"),
    "gross": words("Bruttoydelse", "Gross benefit", "Kr. om måneden", "Kr. a month"),
    "pension": words("Pensionsbidrag", "Pension contribution", "Kr. om måneden", "Kr. a month"),
    "atp_recipient": words("ATP, modtager", "ATP, recipient", "Modtagerens tredjedel, kr. om måneden", "The recipient's third, kr. a month"),
    "atp_municipality": words(
        "ATP, kommune", "ATP, municipality", "Kommunens to tredjedele, kr. om måneden", "The municipality's two thirds, kr. a month"
    ),
    "before_tax": words("Før skat", "Before tax", "Bruttoydelse minus ATP, kr. om måneden", "Gross benefit less ATP, kr. a month"),
    "net": words("Netto, anslået", "Net, estimated", "Kr. om måneden; null uden skattekort", "Kr. a month; null without tax data"),
    "savings": words("Besparelser", "Savings", "Trækkes fra nettoydelsen, kr. om måneden", "Taken off the net benefit, kr. a month"),
    "payout": words("Til udbetaling", "Payout", "Netto minus besparelser; null uden skattekort", "Net less savings; null without tax data"),
    "municipality_cost": words("Kommunens udgift", "Cost to the municipality", "Kr. om måneden", "Kr. a month"),
    # amounts of extra costs
    "extra_costs": words("Merudgifter", "Extra costs", "Merudgifts- eller kompensationsydelse", "Grant for extra costs"),
    "yearly": words("Årlige udgifter", "Yearly costs", "Kr. om året", "Kr. a year"),
    "documented_yearly": words("Dokumenterede udgifter", "Documented costs", "Efter listen, kr. om året", "Of the list, kr. a year"),
    "threshold": words("Grænse", "Threshold", "Kr. om året", "Kr. a year"),
    "group": words("Gruppe", "Group", "Den gruppe, der er regnet efter", "The group that was calculated"),
    "monthly": words("Månedlig ydelse", "Monthly benefit", "Kr. om måneden", "Kr. a month"),
    "one_off": words("Enkeltudgifter", "One-offs", "Kr. i alt", "Kr. in all"),
    "decided": words("Fastsat", "Decided", "Dagen for den afgørelse, måneden betales efter", "Day of the decision that pays the month"),
    # amounts of the other benefits
    "supplementary": words("Særlig supplerende ydelse", "Supplementary benefit", "For én forælder", "Of one parent"),
    "weekly": words("Ugentlig ydelse", "Weekly benefit", "Kr. om ugen", "Kr. a week"),
    "first_day": words("Første dag", "First day", "Første dag med ydelsen", "First day of the benefit"),
    "last_day": words("Sidste dag", "Last day", "Sidste dag med ydelsen", "Last day of the benefit"),
    "total": words("I alt", "Total", "Kr. for hele perioden", "Kr. for the whole period"),
    "home_training": words("Hjemmetræning", "Home training", "Årets budget", "The year's budget"),
    "documented": words("Dokumenteret", "Documented", "Kr. om året", "Kr. a year"),
    "excluded": words("Dækkes ikke", "Excluded", "Slags, ordningen ikke dækker, kr. om året", "Kinds the scheme never covers, kr. a year"),
    "ceiling": words("Loft", "Ceiling", "Kr. om året", "Kr. a year"),
    "payable": words("Til udbetaling", "Payable", "Kr. om året", "Kr. a year"),
    "companion": words("Ledsagerordning", "Companion scheme", "Årets udgifter og timer", "The year's costs and hours"),
    "hours_balance": words("Resterende timer", "Hours left", "Timer, ikke kroner", "Hours, not kroner"),
    "leisure": words("Fritidsaktiviteter", "Leisure activities", "Årets støtte", "The year's support"),
    "respite": words("Aflastning", "Respite", "Døgn om året", "Days a year"),
    "days": words("Bevilgede døgn", "Days granted", "Døgn om året", "Days a year"),
    "usual": words("Sædvanligt", "Usual", "Døgn om året efter serviceniveauet", "Days a year by the service level"),
    "maximum": words("Højst", "Maximum", "Døgn om året efter serviceniveauet", "Days a year by the service level"),
    # a batch
    "several": words("Flere sager", "Several cases", "calc på flere sager", "calc on several cases"),
    "comparison": words("Før og efter", "Before and after", "En linje fra batch --against", "A line of batch --against"),
    "before": words("Før", "Before", "Resultatet på --against", "The result on --against"),
    "after": words("Efter", "After", "Resultatet på --date", "The result on --date"),
    "difference": words("Forskel", "Difference", "Ydelser, der ændrer sig; efter minus før", "Benefits that differ; after less before"),
    "drivers": words(
        "Årsager", "Drivers", "Hvad forskellen skyldes", "What drove the difference"
    ),
    # a comparison
    "compare": words(
        "Side om side", "Side by side",
        "En sag på flere datoer, eller to filer af den", "A case on several dates, or two files of it",
    ),
    "compare.facts": words(
        "Oplysninger", "Facts",
        "Det, to filer ikke siger ens", "What two files do not say alike",
    ),
    "compare.comparisons": words(
        "Sammenligninger", "Comparisons",
        "Én af alle datoer, eller med --against én for hver dato", "One of all dates, or with --against one for each date",
    ),
    "compare.sides": words(
        "Sider", "Sides",
        "Datoerne, eller de to filer, i kolonnernes orden", "The dates, or the two files, in the order of the columns",
    ),
    "compare.differs": words("Forskellig", "Differs", "Om noget beløb er forskelligt", "Whether any amount differs"),
    "compare.benefits": words(
        "Ydelser", "Benefits",
        "Hver ydelse og person, der har noget på en af siderne", "Each benefit and person that has anything on a side",
    ),
    "compare.file": words("Fil", "File", "Kun med --against", "Only with --against"),
    "compare.key": words("Nøgle", "Key", "Beløbets nøgle i resultatet, eller sagsfilens", "The key of the amount in the result, or of the case file"),
    "compare.label": words("Navn", "Label", "Navnet i ord", "The name in words"),
    "compare.before": words("Før", "Before", "På siden før; null: der var intet", "On the side before; null: there was nothing"),
    "compare.after": words("Efter", "After", "På siden efter; null: der er intet", "On the side after; null: there is nothing"),
    "compare.amounts": words(
        "Beløb", "Amounts",
        "De vigtigste, og andre der er forskellige", "The main ones, and others that differ",
    ),
    "compare.values": words("På hver side", "On each side", "null: ikke der", "null: not there"),
    "compare.differences": words(
        "Forskelle", "Differences",
        "Fra hver side til den næste; en ydelse, der ikke gives, tæller som 0", "From each side to the next; a benefit that is not given counts as 0",
    ),
    "compare.steps": words("Skridt", "Steps", "Fra hver side til den næste: hvorfor", "From each side to the next: why"),
    "compare.causes": words("Årsager", "Causes", "Hvad forskellen skyldes, i ord", "What the difference is due to, in words"),
    "compare.code": words("Kode", "Code", "Hvilken slags årsag", "Which kind of cause"),
    "compare.text": words("Tekst", "Text", "I ord med tallene", "In words with the numbers"),
    "compare.decides": words(
        "Bestemmer", "Decides",
        "Det, der bestemmer et beløb og ikke gjorde det før", "What decides an amount and did not before",
    ),
    "compare.lines": words(
        "Linjer", "Lines",
        "De linjer, der er ændret; uden med --short", "The lines that changed; none with --short",
    ),
    "compare.unchanged_lines": words("Uændrede linjer", "Unchanged lines", "Antal", "Number of them"),
    "error": words("Sag med fejl", "Case at fault", "En linje fra batch", "A line of batch"),
    "set": words(
        "Sat", "Set",
        "Hvad der er sat i stedet for sagsfilens værdier, i en samlet beregning med --set eller --proposal",
        "What is set in place of the values of the case file, in a batch with --set or --proposal",
    ),
    "path": words("Sti", "Path", "Sagsfilens sti", "Path of the case file"),
    "path_bytes": words(
        "Stiens bytes", "Bytes of the path",
        "Kun når stien ikke er UTF-8: dens bytes, procentkodet",
        "Only where the path is no UTF-8: its bytes, percent-encoded",
    ),
    "faults": words("Fejl", "Faults", "Alle fejl i filen", "Every fault of the file"),
    "fault.code": words("Kode", "Code", "Fejlens kode", "Code of the fault"),
    "fault.line": words("Linje", "Line", "Fra 1; null uden et sted", "From 1; null without a place"),
    "fault.column": words("Kolonne", "Column", "Fra 1; null uden et sted", "From 1; null without a place"),
    "fault.problem": words("Problem", "Problem", "Hvad der er galt", "What is wrong"),
    "fault.mend": words("Rettelse", "Mend", "Hvad der skal stå", "What would be right"),
    # a ledger
    "courses": words("Forløb", "Courses", "Forløb med tabt arbejdsfortjeneste", "Courses of lost earnings"),
    "months": words("Måneder", "Months", "I rækkefølge", "In order"),
    "totals": words("I alt", "Totals", "Summen af månederne", "The sum of the months"),
    "month.gross": words("Bruttoydelse", "Gross benefit", "Løbende, uden enkeltdage, kr.", "Running, without single days, kr."),
    "month.pension": words("Pensionsbidrag", "Pension contribution", "Kr., enkeltdage iberegnet", "Kr., single days included"),
    "month.atp": words("ATP", "ATP", "Kr. i måneden", "Kr. in the month"),
    "single_days": words("Enkeltdage", "Single days", "Kr. i måneden", "Kr. in the month"),
    "holiday_1": words("Ferietillæg, 1 %", "Holiday supplement, 1 %", "Kr., i den måned de betales", "Kr., in the month they are paid"),
    "holiday_125": words("Ferietillæg, 12,5 %", "Holiday supplement, 12.5 %", "Kr., i den måned de betales", "Kr., in the month they are paid"),
    "paid": words("Udbetalt", "Paid", "Kr.; null uden --paid", "Kr.; null without --paid"),
    "month.difference": words(
        "Forskel", "Difference", "Beregnet minus udbetalt, kr.; null uden --paid", "Due less paid, kr.; null without --paid"
    ),
    "differences": words("Forskel, delt op", "Difference in parts", "Kun med --paid", "Only with --paid"),
    "holiday": words("Ferietillæg", "Holiday supplements", "Kr.", "Kr."),
    "owed": words("Efterbetaling", "Owed", "Summen af måneder med for lidt udbetalt, kr.", "Sum of the months paid too little, kr."),
    "overpaid": words("For meget udbetalt", "Overpaid", "Summen af måneder med for meget udbetalt, kr.", "Sum of the months paid too much, kr."),
    "back_payments": words("Efterbetalinger", "Back payments", "Af afgørelser truffet i perioden, der virker tilbage; kun hvor der er nogen", "Of decisions made in the period that work back; only where there are any"),
    "back.then": words("Dengang", "Then", "Det, måneden gav efter de tidligere afgørelser", "What was due in the month by the earlier decisions"),
    "back.now": words("Nu", "Now", "Det, måneden giver efter afgørelsen", "What is due in the month by the decision"),
    "back.difference": words("Forskel", "Difference", "Nu minus dengang, kr.; under 0 kræves det ikke tilbage", "Now less then, kr.; below 0 it is not claimed back"),
    "back.decided": words("Fastsat", "Decided", "Dagen for afgørelsen", "Day of the decision"),
    "back.first_day": words("Første dag", "First day", "Den dag, afgørelsen virker fra", "The day from which the decision has effect"),
    "back.amount": words("Efterbetaling", "Back payment", "Summen af måneder, der giver mere nu, kr.", "Sum of the months with more due now, kr."),
    "remarks": words("Bemærkninger", "Remarks", "Det, der skete i måneden", "What happened in the month"),
    "outstanding": words(
        "Forfalder senere", "Outstanding", "Ferietillæg efter den sidste måned", "Holiday supplements after the last month"
    ),
    "amount": words("Ydelse", "Benefit", "Kr. i måneden", "Kr. in the month"),
    "granted_hours": words("Bevilgede timer", "Hours granted", "Timer", "Hours"),
    "used_hours": words("Brugte timer", "Hours used", "Timer", "Hours"),
    "lapsed_hours": words("Bortfaldne timer", "Hours lapsed", "Timer", "Hours"),
    # a rate
    "effective": words("Gælder fra", "Effective", "Samme dato som i filnavnet", "The same date as in the file name"),
    "rate.value": words("Værdi", "Value", "I satsens enhed", "In the unit of the rate"),
    "rate.unit": words("Enhed", "Unit", "Satsens enhed", "Unit of the rate"),
    "rate.status": words(
        "Status", "Status",
        "published: offentliggjort, derived: beregnet, provisional: foreløbig",
        "published, derived (continued by the regulation), or provisional (not yet announced)",
    ),
    "rate.evidence": words("Belæg", "Evidence", "Hvad kilden er for noget", "What kind of source it is"),
    "rate.source": words("Kilde", "Source", "Hvor værdien står", "Where the value stands"),
    "rate.source_da": words("Kilde på dansk", "Source in Danish", "Kilden, som en dansk tekst henviser til den; uden den vises source", "The source as a Danish text cites it; without it, source is shown"),
    "rate.jump": words(
        "Spring", "Jump",
        "Hvorfor værdien ligger mere end en fjerdedel fra den forrige",
        "Why the value lies more than a quarter from the one before",
    ),
}  # fmt: skip
