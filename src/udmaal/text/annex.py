"""The words of the annex to a decision letter: plain sentences that a parent understands.

``AMOUNTS`` say what the family gets, ``SINCE`` from when. ``NOTES`` explain a line to the family;
they stand under the formula key of the line and are filled with its values.
"""

from udmaal.text.language import Text, same

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

# Headings
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
WITH_CORRECTED = " --corrected-ceilings"
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

AMOUNTS: dict[str, Text] = {
    "nothing": Text("Der udbetales ikke noget", "Nothing is paid"),
    "lost_earnings": Text(
        "{before_tax:kr} kr. om måneden før skat", "{before_tax:kr} kr. a month before tax"
    ),
    "extra_costs": Text("{monthly:kr} kr. om måneden", "{monthly:kr} kr. a month"),
    "extra_costs.with_one_off": Text(
        "{monthly:kr} kr. om måneden og {one_off:kr} kr. til enkeltudgifter",
        "{monthly:kr} kr. a month and {one_off:kr} kr. for one-off costs",
    ),
    "supplementary": Text(
        "{weekly:kr} kr. om ugen før skat, i alt {total:kr} kr.",
        "{weekly:kr} kr. a week before tax, {total:kr} kr. together",
    ),
    "home_training": Text("{payable:kr} kr. for året", "{payable:kr} kr. for the year"),
    "companion": Text(
        "{payable:kr} kr. for året til ledsagerens udgifter; {hours_balance:n} timer er tilbage",
        "{payable:kr} kr. for the year for the companion's costs; {hours_balance:n} hours are left",
    ),
    "leisure": Text("{payable:kr} kr. for året", "{payable:kr} kr. for the year"),
    "respite": Text("{days:n} døgn for året", "{days:n} days for the year"),
}

SINCE: dict[str, Text] = {
    "from": Text("fra {first:day}", "from {first:day}"),
    "from_until": Text("fra {first:day} til og med {last:day}", "from {first:day} to {last:day}"),
    "open": Text("pr. {on:day}; bevilget fra {first:day}", "on {on:day}; granted from {first:day}"),
    "closed": Text(
        "pr. {on:day}; bevilget fra {first:day} til og med {last:day}",
        "on {on:day}; granted from {first:day} to {last:day}",
    ),
    "run_off": Text(
        "pr. {on:day}; afvikling fra {first:day} til og med {last:day}",
        "on {on:day}; run-off from {first:day} to {last:day}",
    ),
    "kept": Text(
        "pr. {on:day}; de hidtidige timer løber af til og med {last:day}",
        "on {on:day}; the former hours run off until {last:day}",
    ),
    "decided": Text("pr. {on:day}; fastsat {first:day}", "on {on:day}; fixed on {first:day}"),
    "year": Text("i {year}", "in {year}"),
}

NOTES: dict[str, Text] = {
    # lost earnings
    "claim": Text(
        "Der er regnet med {hours:n} timer om ugen ud af {own:n} timers arbejde om ugen.",
        "{hours:n} hours a week out of {own:n} working hours a week are counted.",
    ),
    "claim.loss": Text(
        "Tabet er opgjort for de bevilgede timer; det ganges ikke med andelen af timer.",
        "The loss is stated for the granted hours; it is not multiplied by the share of hours.",
    ),
    "hours_granted.run_off": Text(
        "Betingelserne er ikke længere opfyldt. Ydelsen løber videre i en afviklingsperiode.",
        "The conditions are no longer met. The benefit runs on for a notice period.",
    ),
    "hours_granted.kept": Text(
        "Timerne er sat ned til {granted:n} om ugen. Efter kommunens serviceniveau gives de hidtidige "
        "timer til og med {until:day}.",
        "The hours are reduced to {granted:n} a week. By the municipality's service level the former "
        "hours are given until {until:day}.",
    ),
    "claim_or_ceiling": Text(
        "Tabet er {claim:kr} kr. om måneden. Det er ikke over lovens loft for de timer, "
        "{ceiling:kr} kr., så hele tabet dækkes.",
        "The loss is {claim:kr} kr. a month. It is not above the legal ceiling for these hours, "
        "{ceiling:kr} kr., so the whole loss is covered.",
    ),
    "claim_or_ceiling.capped": Text(
        "Tabet er {claim:kr} kr. om måneden. Lovens loft for de timer er {ceiling:kr} kr., og mere "
        "kan kommunen ikke betale.",
        "The loss is {claim:kr} kr. a month. The legal ceiling for these hours is {ceiling:kr} kr., "
        "and the municipality cannot pay more.",
    ),
    "no_ceiling": Text(
        "Forløbet følger de ældre regler, som ikke har noget loft.",
        "The course follows the older rules, which have no ceiling.",
    ),
    "after_new_income": Text(
        "Ny arbejdsindtægt på {income:kr} kr. om måneden er trukket fra.",
        "New work income of {income:kr} kr. a month is deducted.",
    ),
    "after_savings": Text(
        "Besparelser på {savings:kr} kr. om måneden, fordi forælderen arbejder mindre, er trukket fra.",
        "Savings of {savings:kr} kr. a month because the parent works less are deducted.",
    ),
    "pension": Text(
        "Kommunen betaler desuden {amount:kr} kr. om måneden til pension.",
        "The municipality also pays {amount:kr} kr. a month into a pension.",
    ),
    "payout": Text(
        "Efter skat og besparelser er det cirka {amount:kr} kr. om måneden. Det er et skøn efter "
        "skattekortet; den endelige skat beregnes ved udbetalingen.",
        "After tax and savings it is about {amount:kr} kr. a month. This is an estimate by the tax "
        "card; the final tax is worked out at payment.",
    ),
    "to_deduct": Text(
        "Fra beløbet efter skat trækkes {amount:kr} kr. om måneden, som familien sparer, fordi "
        "forælderen arbejder mindre.",
        "{amount:kr} kr. a month, which the family saves because the parent works less, are "
        "deducted from the amount after tax.",
    ),
    # extra costs
    "yearly_costs": Text(
        "Merudgifterne er opgjort til {amount:kr} kr. om året.",
        "The extra costs are put at {amount:kr} kr. a year.",
    ),
    "monthly": Text(
        "En tolvtedel af årets udgifter er {amount:kr} kr.; det afrundes til nærmeste {step:n} kr.",
        "A twelfth of the year's costs is {amount:kr} kr.; it is rounded to the nearest {step:n} kr.",
    ),
    "monthly.below": Text(
        "Det når ikke bagatelgrænsen på {threshold:kr} kr. om året, så der udbetales ikke noget.",
        "This does not reach the threshold of {threshold:kr} kr. a year, so nothing is paid.",
    ),
    "monthly.expired": Text(
        "De tolv måneder, ydelsen var bevilget for, er gået.",
        "The twelve months the benefit was granted for have passed.",
    ),
    "likely_costs": Text(
        "De sandsynlige merudgifter er {amount:kr} kr. om året.",
        "The likely extra costs are {amount:kr} kr. a year.",
    ),
    "group1_minimum.below": Text(
        "Til gruppe 1 skal de være mindst {amount:kr} kr. om året.",
        "For group 1 they must be at least {amount:kr} kr. a year.",
    ),
    "group1_minimum": Text(
        "De når grænsen for gruppe 1 på {amount:kr} kr. om året.",
        "They reach the limit of group 1, {amount:kr} kr. a year.",
    ),
    "group2_limit": Text(
        "De dokumenterede udgifter på listen, {yearly:kr} kr., er over grænsen for gruppe 2 på "
        "{amount:kr} kr. om året.",
        "The documented costs on the list, {yearly:kr} kr., are above the limit of group 2, "
        "{amount:kr} kr. a year.",
    ),
    "group2_limit.not_over": Text(
        "De dokumenterede udgifter på listen, {yearly:kr} kr., er ikke over grænsen for gruppe 2 på "
        "{amount:kr} kr. om året.",
        "The documented costs on the list, {yearly:kr} kr., are not above the limit of group 2, "
        "{amount:kr} kr. a year.",
    ),
    "twelfth.instalments_paid": Text(
        "Enkeltudgifterne er betalt i tolv rater. Nu dækkes de løbende udgifter, {yearly:kr} kr. om året.",
        "The one-off costs were paid in twelve instalments. Now the running costs are covered, "
        "{yearly:kr} kr. a year.",
    ),
    "one_off_rest": Text(
        "Af enkeltudgifterne på {one_offs:kr} kr. er {paid:kr} kr. betalt i rater med månedsbeløbet.",
        "Of the one-off costs of {one_offs:kr} kr., {paid:kr} kr. were paid by instalments with the "
        "monthly amount.",
    ),
    # hours
    "hours_37": Text(
        "Der er bevilget {granted:n} timer om ugen, men for barnet tæller højst {limit:n} timer om "
        "ugen tilsammen.",
        "{granted:n} hours a week are granted, but for one child at most {limit:n} hours a week "
        "together count.",
    ),
    "hours_37.used_up": Text(
        "For barnet tæller højst {limit:n} timer om ugen tilsammen; de er brugt af den anden forælder.",
        "For one child at most {limit:n} hours a week together count; the other parent has them.",
    ),
    "hours_own": Text(
        "Der kan ikke dækkes flere timer end forælderens egne {own:n} om ugen, så de {hours:n} timer "
        "er skåret ned til {own:n}.",
        "No more than the parent's own {own:n} hours a week can be covered, so the {hours:n} hours "
        "are cut to {own:n}.",
    ),
    "hours_own.shared": Text(
        "Der kan ikke dækkes flere timer end forælderens egne {own:n} om ugen; {used:n} af dem er "
        "dækket i forælderens andre forløb.",
        "No more than the parent's own {own:n} hours a week can be covered; {used:n} of them are "
        "covered in the parent's other courses.",
    ),
    "hours_own.used_up": Text(
        "Der kan ikke dækkes flere timer end forælderens egne {own:n} om ugen; de er alle dækket i "
        "forælderens andre forløb.",
        "No more than the parent's own {own:n} hours a week can be covered; all of them are covered "
        "in the parent's other courses.",
    ),
    # supplementary benefit
    "weekly": Text(
        "Ydelsen er en andel af den mistede løn, {share:kr} kr. om ugen, dog højst {maximum:kr} kr. "
        "for de mistede timer.",
        "The benefit is a share of the lost wage, {share:kr} kr. a week, at most {maximum:kr} kr. "
        "for the lost hours.",
    ),
    "period.lost_earnings": Text(
        "Den løber ikke længere end ydelsen for tabt arbejdsfortjeneste, der ophører {last:day}.",
        "It runs no longer than the benefit for lost earnings, which ends on {last:day}.",
    ),
    "condition.insured": Text(
        "Ydelsen kræver medlemskab af en a-kasse.",
        "The benefit requires membership of an unemployment fund.",
    ),
    "condition.self_inflicted": Text(
        "Ydelsen gives ikke, når ledigheden er selvforskyldt.",
        "The benefit is not given when the unemployment is self-inflicted.",
    ),
    "condition.dagpenge": Text(
        "Ydelsen gives ikke ved ret til dagpenge.",
        "The benefit is not given with a right to unemployment benefit.",
    ),
    "condition.offered_part_time": Text(
        "Ydelsen gives ikke, når der er tilbudt rimeligt deltidsarbejde.",
        "The benefit is not given when reasonable part-time work was offered.",
    ),
    "condition.other_support": Text(
        "Ydelsen gives ikke, når der fås anden støtte til tabet.",
        "The benefit is not given when other support for the loss is received.",
    ),
    "condition.receives_lost_earnings": Text(
        "Ydelsen gives kun til den, der modtager tabt arbejdsfortjeneste.",
        "The benefit is given only to those who receive lost earnings.",
    ),
    # the yearly benefits
    "payable.training": Text(
        "Kommunen dækker udgifterne op til årets loft på {ceiling:kr} kr.",
        "The municipality covers the costs up to the year's ceiling of {ceiling:kr} kr.",
    ),
    "payable.too_young": Text(
        "Ledsagerordningen gælder fra barnet fylder 12 år.",
        "The companion scheme begins when the child turns 12.",
    ),
    "payable.at_most": Text(
        "Udgifterne dækkes med højst {limit:kr} kr. om året.",
        "The costs are covered by at most {limit:kr} kr. a year.",
    ),
    "payable.deviation": Text(
        "Kommunens serviceniveau er fraveget: {reason:text}.",
        "The municipality's service level is departed from: {reason:text}.",
    ),
    "payable.own_means": Text(
        "Støtten gives ikke, når familien selv har råd.",
        "The support is not given when the family's own means suffice.",
    ),
}

# Of a course taken over from another system
NO_EARLIER_GROSS = Text(
    "Bruttoydelsen i {year} er ikke oplyst her. Ferietillæg og feriegodtgørelse (1 % og 12,5 %) af "
    "den er derfor ikke regnet med.",
    "The gross benefit of {year} is not given here. The holiday supplements (1 % and 12.5 %) of it "
    "are therefore not counted.",
)
# In place of "the whole loss is covered", where hours were cut or something is deducted.
COUNTED_LOSS = Text(
    "Tabet for de timer, der tæller med, er {claim:kr} kr. om måneden. Det er ikke over lovens loft "
    "for de timer, {ceiling:kr} kr.",
    "The loss for the hours that count is {claim:kr} kr. a month. It is not above the legal ceiling "
    "for these hours, {ceiling:kr} kr.",
)
# What is known of the end of a course on a day before it.
ENDS = Text("Ydelsen slutter {last:day}.", "The benefit ends on {last:day}.")
ENDS_WITH_RUN_OFF = Text(
    "Betingelserne er opfyldt til og med {end:day}. Derefter løber ydelsen videre i en "
    "afviklingsperiode til og med {last:day}.",
    "The conditions are met to {end:day}. After that the benefit runs on for a notice period, to "
    "{last:day}.",
)

# The steps of the picture from wage to benefit
WAGE = Text("Løn om måneden", "Wage a month")
LOSS = Text("Tab om måneden", "Loss a month")
OTHER_HOURS = Text("Løn for øvrige timer", "Wage for other hours")
ABOVE_CEILING = Text("Over loftet", "Above the ceiling")
NEW_INCOME = Text("Ny arbejdsindtægt", "New work income")
SAVED = Text("Besparelser", "Savings")
GROSS = Text("Bruttoydelse", "Gross benefit")
ATP = Text("ATP", "ATP")
BEFORE_TAX = Text("Ydelse før skat", "Benefit before tax")
AM = Text("AM-bidrag (skøn)", "Labour-market tax (est.)")
A_TAX = Text("A-skat (skøn)", "Income tax (estimate)")
NET = Text("Efter skat (skøn)", "After tax (estimate)")
PAYOUT = Text("Til udbetaling (skøn)", "Payout (estimate)")
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
