"""The assumptions, made where practice is silent (loven.md#antagelser)."""

from udmaal.language import Text

ASSUMPTIONS: dict[str, Text] = {
    "A01": Text(
        "Loftet over pensionsbidraget (arbejdsgiverens tidligere bidrag) er efter kommunens praksis ganget med andelen af timer; bekendtgørelsen siger intet om delvis bevilling.",
        "By the municipality's practice the pension limit (the former employer's contribution) is scaled by the share of hours; the order says nothing of part grants.",
    ),
    "A03": Text(
        "Hele besparelsen trækkes fra, selv om tabet er over loftet; bekendtgørelsen har ingen "
        "undtagelse.",
        "The full saving is deducted although the loss is above the ceiling; the order has no "
        "exception.",
    ),
    "A04": Text(
        "Kommunen beregner ændringer inde i en måned efter kalenderdage.",
        "The municipality counts changes inside a month by calendar days.",
    ),
    "A05": Text(
        "De 12,5 % gives også ved nedsættelse af timer: for sidste år efter vejledningen, for det løbende år efter kommunens praksis.",
        "The 12.5 % is also given on a reduction of hours: for last year by guidance, for the current year by the municipality's practice.",
    ),
    "A06": Text(
        "Kommunen udbetaler de 12,5 % af det løbende års ydelse, når ferieåret begynder i det næste kalenderår: i maj til og med 2020, derefter i september.",
        "The municipality pays the 12.5 % of the current year at the start of the holiday year in the next calendar year: in May up to 2020, in September after.",
    ),
    "A07": Text(
        "Der gives ingen afvikling, når barnet fylder 18 år, fordi retten ophører efter loven; bekendtgørelsens § 17 nævner ikke alderen, så spørgsmålet er ikke afklaret.",
        "There is no run-off at the 18th birthday, since the right ends by the act; § 17 of the order does not mention the age, so that the question is not settled.",
    ),
    "A08": Text(
        "Kommunen giver også afvikling, når barnet dør.",
        "The municipality gives the run-off also when the child has died.",
    ),
    "A09": Text(
        "Kommunen trækker ferie med løn fra efter månedens hverdage og den del af timerne, ferien er for; bekendtgørelsen siger »i det omfang« og angiver intet beløb pr. dag.",
        'The municipality deducts holiday with pay by weekdays of the month and the part of the hours it is for; the order says "to the extent" and gives no amount per day.',
    ),
    "A10": Text(
        "Kommunen runder præcis 50 kr. op til nærmeste 100 kr.",
        "The municipality rounds exactly 50 kr. up to the next 100.",
    ),
    "A11": Text(
        "Der gives én ydelse pr. familie, også når flere børn har merudgifter; bekendtgørelsen taler om familiens udgifter og siger intet om flere børn.",
        "There is one benefit per family, also where several children have extra costs; the order speaks of the family's costs and is silent on several children.",
    ),
    "A12": Text(
        "Særlig supplerende ydelse beregnes efter timerne i det mistede arbejde, fordi bekendtgørelsens § 18 henviser til sygedagpengelovens § 50, stk. 1, der har et maksimum pr. time, og efter kalenderdage delt med 7; bestemmelsen kan også læses sådan, at hele ugens maksimum gælder.",
        "The supplementary benefit goes by the lost job's hours, since § 18 of the order points to § 50, stk. 1, of the sickness benefit act, an hourly maximum, and by calendar days divided by 7; the rule can also be read so that the whole weekly maximum holds.",
    ),
    "A13": Text(
        "Forløb med enkeltdage alene giver efter kommunens praksis 1 % i ferietillæg og ikke 12,5 %, heller ikke når de ophører.",
        "By the municipality's practice courses with single days only get the 1 % and no 12.5 %, also when they end for good.",
    ),
    "A14": Text(
        "Grundlaget reguleres og afrundes efter kommunens praksis ved fuld tid, selv om bekendtgørelsen taler om ydelsen for de bevilgede timer; reglerne for årene før 2021 læses som dem for 2021–2023.",
        "By the municipality's practice the basis is regulated and rounded at full hours, although the order speaks of the benefit after hours; the rules of the years before 2021 are read like those of 2021–2023.",
    ),
    "A15": Text(
        "En ydelse, der gives i tolv kalendermåneder for løbende udgifter og enkeltudgifter tilsammen, afrundes som enhver anden månedlig ydelse.",
        "The benefit of twelve calendar months made from running costs and one-offs together is rounded like any other monthly one.",
    ),
    "A16": Text(
        "I afgørelser fra før 1. juli 2020 løfter enkeltudgifter ikke de skønnede udgifter over bagatelgrænsen.",
        "In decisions from before 1 July 2020 one-offs do not lift the estimated costs over the threshold.",
    ),
    "A17": Text(
        "En pause og en flytning er for de 12,5 % et ophør som ethvert andet; bekendtgørelsens § 16 taler om den, der ophører med at modtage ydelsen.",
        "A pause and a move are an ending like any other for the 12.5 %; § 16 of the order speaks of whoever ceases to receive.",
    ),
    "A18": Text(
        "Kommunen betaler merudgiftsydelse for hele måneder: efter den afgørelse, der gælder på månedens første dag, ellers efter den, der begynder i måneden; bekendtgørelsen har ingen regel om dele af en måned.",
        "The municipality pays extra costs by whole months: by the decision in force on the first day of the month, else by the one that begins in it; the order has no rule on part months.",
    ),
    "A19": Text(
        "Enkeltudgifter i gruppe 2 betales efter kommunens praksis i tolv rater; bekendtgørelsens § 5, stk. 2, taler om månedlige rater og siger ikke, hvor mange.",
        "By the municipality's practice one-offs in group 2 are paid in twelve instalments; § 5, stk. 2, of the order says monthly instalments and not how many.",
    ),
    "A20": Text(
        "Ved en betydelig nedsættelse afvikles de hidtidige timer efter kommunens serviceniveau; efter principafgørelse 231-10 gives der kun afvikling ved helt ophør.",
        "At a considerable reduction the former hours run off by the municipality's service level; principafgørelse 231-10 gives a run-off only at full cessation.",
    ),
}
