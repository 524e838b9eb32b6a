"""The fixed words of the annex to a decision letter.

What the family gets, from when, and why, is said by the benefits and the kinds of their lines.
"""

from udmaal.language import Text, same

TITLE = Text("Sådan er beløbet regnet ud", "How the amount was worked out")
KIND = Text("Bilag til afgørelsen", "Annex to the decision")
SUBTITLE = Text(
    "Sag {case_id} · regnet ud med reglerne og satserne {on:day}",
    "Case {case_id} · worked out with the rules and rates of {on:day}",
)
SERVICE_LEVEL = Text("Serviceniveau: {name}", "Service level: {name}")
INTRO = Text(
    "Bilaget viser først, hvad familien får og fra hvornår. Derefter står hver mellemregning med "
    "tal, lov og sats, så den kan regnes efter med en lommeregner. Et tal i kantet parentes, f.eks. "
    "[1], henviser til listen over satser.",
    "This annex first shows what the family gets and from when. Then every step follows with its "
    "figures, law and rate, so that it can be checked with a pocket calculator. A number in square "
    "brackets, such as [1], points to the list of rates.",
)
# On the paper of one of several
FOR = Text("til {name}", "for {name}")
INTRO_OF_ONE = Text(
    "Bilaget gælder alene ydelserne til {name}. Af andres forhold står der kun de timer, der tæller "
    "med i de 37 timer om ugen for barnet.",
    "This annex is about the benefits of {name} alone. Of others it only has the hours that count "
    "within the 37 hours a week for the child.",
)
INTRO_WITH_FAMILY = Text(
    "Bilaget gælder ydelserne til {name} og familiens fælles ydelser. Af andres forhold står der kun "
    "de timer, der tæller med i de 37 timer om ugen for barnet.",
    "This annex is about the benefits of {name} and those of the family as a whole. Of others it "
    "only has the hours that count within the 37 hours a week for the child.",
)
INTRO_OF_FAMILY = Text(
    "Bilaget gælder alene familiens fælles ydelser.",
    "This annex is about the benefits of the family as a whole alone.",
)
FAMILY = Text("familien", "the family")
REASON_KEPT_BACK = Text(
    "Kommunens begrundelse står i sagen.", "The municipality's reason is in the case."
)

# From the letter file
CONTACT = Text("Spørgsmål til bilaget", "Questions about this annex")
APPEAL = Text("Klagevejledning", "How to appeal")
PHONE = Text("Telefon {phone}", "Telephone {phone}")

# Headings
SUMMARY_OF_ONE = Text("Ydelserne", "The benefits")
SUMMARY = Text("Det får familien", "What the family gets")
BENEFIT = Text("Ydelse", "Benefit")
HOW_MUCH = Text("Hvor meget", "How much")
FROM_WHEN = Text("Hvornår", "When")
WATERFALL = Text("Fra løn til ydelse, {name}", "From wage to benefit, {name}")
STEPS = Text("Mellemregninger", "Every step")
RATE = Text("Sats", "Rate")
VALUE = Text("Værdi", "Value")
IN_FORCE = Text("Gælder fra", "In force from")
STATUS = Text("Status", "Status")
SOURCE = Text("Kilde", "Source")
MONTH_BY_MONTH = Text("Måned for måned, {first} til {last}", "Month by month, {first} to {last}")
COURSE = Text("Ydelsen måned for måned, {name}", "The benefit month by month, {name}")
ACCEPTED = Text(
    "Forhold, kommunen har taget stilling til", "Points the municipality has considered"
)
ACCEPTED_REASON = Text("Kommunens begrundelse: {reason}", "The municipality's reason: {reason}")
ASSUMPTIONS = Text("Antagelser, hvor reglerne er tavse", "Assumptions where the rules are silent")
RATES_USED = Text("Satser, der er brugt", "Rates that were used")
CHECKING = Text("Sådan kan beregningen kontrolleres", "How to check the calculation")
CASE_FINGERPRINT = Text(
    "Sagsfilens fingeraftryk (SHA-256)", "Fingerprint of the case file (SHA-256)"
)
RATES_FINGERPRINT = Text("Satsernes fingeraftryk (SHA-256)", "Fingerprint of the rates (SHA-256)")
PROGRAM = Text("Program", "Program")
CHECKING_TEXT = Text(
    "Med samme sagsfil, satser og program giver beregningen altid de samme tal. Den gentages med:",
    "The same case file, rates and program always give the same figures. It is repeated by:",
)
CASE_FILE = Text("sag.toml", "case.toml")
CHECK_COMMAND = "udmaal calc {file} --date {on}"
# The whole case would show more than the paper may; the paper itself is made again.
CHECK_PAPER = "udmaal report {file} --date {on}"
WITH_LEDGER = " --ledger {first}..{last}"
WITH_PARENT = " --parent {parent}"
WITH_REASONS = " --with-reasons"
FAMILY_APART = " --family apart"
ONLY_FAMILY = " --family only"
TO_FILE = " -o {file}"
PAPER_FILE = Text("bilag.html", "annex.html")
WITH_CORRECTED = " --corrected-ceilings"
WITH_KNOWN = " --known {known}"
KRONER = Text("{name}: {amount:kr} kr.", "{name}: {amount:kr} kr.")
PAGE = Text("Side {page} af {pages}", "Page {page} of {pages}")

# What the short forms in the citations stand for.
ABBREVIATIONS: dict[str, Text] = {
    "BL": Text("barnets lov", "barnets lov, the act on children"),
    "SEL": Text("serviceloven", "serviceloven, the act on social services"),
    "BEK": Text("bekendtgørelse, nummer/år", "ministerial order, number/year"),
    "vejl.": Text("vejledning, nummer/år", "ministerial guidance, number/year"),
    "stk.": Text("stykke i paragraffen", "paragraph of the section"),
}

# The pictures
GROSS = Text("Bruttoydelse", "Gross benefit")
LESS = same("− {}")
WATERFALL_ALT = Text(
    "Søjler fra løn til ydelse, kr. om måneden: {steps}.",
    "Bars from wage to benefit, kr. a month: {steps}.",
)
COURSE_ALT = Text(
    "Søjler pr. måned fra {first:month} til {last:month}: bruttoydelsen er højest {most:kr} kr. i "
    "{when:month}; med enkeltdage og ferie i alt {total:kr} kr. Tallene står i tabellen.",
    "Bars a month from {first:month} to {last:month}: the gross benefit is highest, {most:kr} kr., "
    "in {when:month}; with single days and holiday {total:kr} kr. in all. The table has the figures.",
)
KRONER_A_MONTH = Text("kr. om måneden", "kr. a month")
SINGLE_DAYS = Text("Enkeltdage", "Single days")
HOLIDAY = Text("Ferie (1 % og 12,5 %)", "Holiday (1 % and 12.5 %)")
