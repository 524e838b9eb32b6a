"""The assumptions, made where practice is silent (loven.md#antagelser)."""

from udmaal.language import Text

ASSUMPTIONS: dict[str, Text] = {
    "A01": Text(
        "Loftet for pension (det tidligere arbejdsgiverbidrag) er ganget med andelen af timer; "
        "bekendtgørelsen siger intet om delvis bevilling.",
        "The pension limit (the former employer's contribution) is scaled by the share of hours; "
        "the order says nothing of part grants.",
    ),
    "A03": Text(
        "Hele besparelsen trækkes fra, selv om tabet er over loftet; bekendtgørelsen har ingen "
        "undtagelse.",
        "The full saving is deducted although the loss is above the ceiling; the order has no "
        "exception.",
    ),
    "A04": Text(
        "Ændringer inde i en måned regnes efter kalenderdage.",
        "Changes inside a month count by calendar days.",
    ),
    "A05": Text(
        "De 12,5 % gives også ved nedsættelse af timer: for sidste år efter vejledningen, for det "
        "løbende år efter vores udvidelse.",
        "The 12.5 % is also given on a reduction of hours: for last year by guidance, for the "
        "current year by our extension.",
    ),
    "A06": Text(
        "De 12,5 % af årets ydelse udbetales ved ferieårets start i næste kalenderår: maj til og "
        "med 2020, derefter september.",
        "The 12.5 % of the current year is paid at the start of the holiday year in the next "
        "calendar year: May up to 2020, September after.",
    ),
    "A07": Text(
        "Ingen afvikling, når barnet fylder 18 år; § 17 har ingen undtagelse for alder, så et krav "
        "kunne rejses.",
        "No run-off at the 18th birthday; § 17 has no exception for age, and a claim could be made.",
    ),
    "A08": Text(
        "Afvikling gives også ved barnets død.", "The run-off is also given at the child's death."
    ),
    "A09": Text(
        "Ferie med løn trækkes fra efter hverdage i måneden og den del af timerne, ferien er for; "
        "bekendtgørelsen siger ”i det omfang” og angiver intet beløb pr. dag.",
        "Holiday with pay is deducted by weekdays of the month and the part of the hours it is for; "
        'the order says "to the extent" and gives no amount per day.',
    ),
    "A10": Text(
        "Præcis 50 kr. rundes op til nærmeste 100 kr.", "Exactly 50 kr. rounds up to the next 100."
    ),
    "A11": Text(
        "Én ydelse pr. familie, også med flere børn; bekendtgørelsen taler om familiens udgifter og "
        "siger intet om flere børn.",
        "One benefit per family, also for several children; the order speaks of the family's costs "
        "and is silent on several children.",
    ),
    "A12": Text(
        "Særlig supplerende ydelse regnes efter det mistede jobs timer, fordi § 18 henviser til "
        "sygedagpengelovens § 50, stk. 1, et maksimum pr. time, og efter kalenderdage delt med 7; "
        "der kan argumenteres for hele ugens maksimum.",
        "The supplementary benefit goes by the lost job's hours, since § 18 points to § 50, stk. 1, "
        "of the sickness benefit act, an hourly maximum, and by calendar days divided by 7; the "
        "whole weekly maximum can be argued.",
    ),
    "A13": Text(
        "Forløb med enkeltdage alene får 1 % og ikke 12,5 %, også når de ophører.",
        "Courses with single days only get the 1 % and no 12.5 %, also when they end for good.",
    ),
    "A14": Text(
        "Grundlaget reguleres og afrundes ved fuld tid, selv om bekendtgørelsen taler om ydelsen "
        "efter timer; årene før 2021 læses som 2021–2023.",
        "The basis is regulated and rounded at full hours, although the order speaks of the benefit "
        "after hours; the years before 2021 are read like 2021–2023.",
    ),
    "A15": Text(
        "Ydelsen i tolv kalendermåneder af løbende udgifter og enkeltudgifter tilsammen afrundes "
        "som enhver anden.",
        "The benefit of twelve calendar months made from running costs and one-offs together is "
        "rounded like any other.",
    ),
    "A16": Text(
        "Før 1. juli 2020 løfter enkeltudgifter ikke skønnet over bagatelgrænsen.",
        "Before 1 July 2020 one-offs do not lift the estimate over the threshold.",
    ),
    "A17": Text(
        "En pause er et ophør som ethvert andet for de 12,5 %, og det er en flytning også; § 16 taler om "
        "den, der ophører med at modtage ydelsen.",
        "A pause is an ending like any other for the 12.5 %, and so is a move; § 16 speaks of whoever "
        "ceases to receive.",
    ),
    "A18": Text(
        "En måned med merudgiftsydelse betales hel efter den afgørelse, der gælder på dens første "
        "dag, ellers efter den, der begynder i den; bekendtgørelsen kender ingen dele af en måned.",
        "A month of extra costs is paid whole by the decision in force on its first day, else by "
        "the one that begins in it; the order has no part months.",
    ),
    "A19": Text(
        "Enkeltudgifter i gruppe 2 betales i tolv rater; § 5, stk. 2, siger månedlige rater og ikke "
        "hvor mange.",
        "One-offs in group 2 are paid in twelve instalments; § 5, stk. 2, says monthly instalments "
        "and not how many.",
    ),
    "A20": Text(
        "Ved en betydelig nedsættelse løber de hidtidige timer af efter kommunens serviceniveau; 231-10 "
        "giver kun afvikling ved helt ophør.",
        "At a considerable reduction the former hours run off by the municipality's service level; "
        "231-10 gives a run-off only at full cessation.",
    ),
}
