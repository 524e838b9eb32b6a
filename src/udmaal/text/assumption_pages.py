"""Behind each assumption: what speaks for it, and what another reading would change."""

from typing import NamedTuple

from udmaal.language import Text


class AssumptionPage(NamedTuple):
    """What speaks for an assumption, and what would change without it."""

    reason: Text
    otherwise: Text


def _page(reason_da: str, reason_en: str, otherwise_da: str, otherwise_en: str) -> AssumptionPage:
    return AssumptionPage(Text(reason_da, reason_en), Text(otherwise_da, otherwise_en))


ASSUMPTION_PAGES: dict[str, AssumptionPage] = {
    "A01": _page(
        "Bidraget dækkede den fulde arbejdstid; en del af timerne svarer til en del af bidraget.",
        "The contribution covered the full hours; a part of the hours answers to a part of it.",
        "Med hele bidraget som loft ville deltidsbevillinger give op til 10 % af ydelsen i pension.",
        "With the whole contribution as limit, part grants would get up to 10 % of the benefit.",
    ),
    "A03": _page(
        "Besparelsen er reel, uanset hvor stort tabet er.",
        "The saving is real however large the loss is.",
        "Med en undtagelse ville forældre over loftet få en højere udbetaling.",
        "With an exception, parents above the ceiling would be paid more.",
    ),
    "A04": _page(
        "Lønsystemer og kommuner regner måneder efter kalenderdage.",
        "Payroll systems and municipalities count months by calendar days.",
        "Efter arbejdsdage ville måneder med en ændring blive lidt højere eller lavere.",
        "By working days, months with a change would be a little higher or lower.",
    ),
    "A05": _page(
        "Vejledningen giver 12,5 % af sidste års del; det løbende års del ville ellers gå tabt.",
        "Guidance gives 12.5 % of last year's part; the current year's would otherwise be lost.",
        "Uden den praksis ville 12,5 % af det løbende års del falde bort ved nedsættelse.",
        "Without that practice the 12.5 % of the current year's part would fall away.",
    ),
    "A06": _page(
        "Godtgørelsen følger ferieåret, som skiftede fra maj til september i 2020-2021.",
        "The allowance follows the holiday year, which moved from May to September in 2020-2021.",
        "Kun måneden for udbetalingen ville ændre sig, ikke beløbet.",
        "Only the month of payment would change, not the amount.",
    ),
    "A07": _page(
        "Personkredsen er børn under 18 år; retten ophører efter loven, ikke ved en afgørelse.",
        "The benefit is for children under 18; the right ends by law, not by a decision.",
        "Med afvikling ville ydelsen løbe i 14 uger efter 18-årsdagen.",
        "With a run-off the benefit would go on for 14 weeks after the birthday.",
    ),
    "A08": _page(
        "Betingelserne falder bort ved dødsfaldet, og forælderen skal kunne finde arbejde.",
        "The conditions lapse with the death, and the parent needs time to find work.",
        "Uden afvikling ville ydelsen ophøre dagen efter dødsfaldet.",
        "Without a run-off the benefit would stop the day after the death.",
    ),
    "A09": _page(
        "Ferie holdes på hverdage, og ydelsen er et månedsbeløb.",
        "Holidays are taken on weekdays, and the benefit is a monthly amount.",
        "Efter kalenderdage ville fradraget blive lidt større for hele uger.",
        "By calendar days the deduction would be a little larger for whole weeks.",
    ),
    "A10": _page(
        "Almindelig afrunding; loven siger blot nærmeste beløb.",
        "Ordinary rounding; the act only says the nearest amount.",
        "Blev der rundet ned, ville familien få 100 kr. mindre om måneden.",
        "Rounded down the family would get 100 kr. less a month.",
    ),
    "A11": _page(
        "Bekendtgørelsen taler om familiens udgifter og valg af gruppe og er tavs om flere børn.",
        "The order speaks of the family's costs and choice of group; it is silent on several children.",
        "Gaves ydelsen pr. barn, kunne en familie få det faste beløb flere gange.",
        "By child a family could get the flat amount several times.",
    ),
    "A12": _page(
        "Bekendtgørelsens § 18 henviser til sygedagpengelovens § 50, stk. 1, hvis maksimum er et beløb pr. time. Ydelsen er om ugen; § 50 deler efter arbejdstimer; kalenderdage delt med 7 gør forskellen lille.",
        "§ 18 of the order points to § 50, stk. 1, of the sickness benefit act, whose maximum is one by the hour. The benefit is by the week; § 50 divides by working hours, calendar days / 7 make the difference small.",
        "Med hele ugens maksimum ville ydelsen blive højere for deltidsjob med høj løn; linjen viser beløbet. Efter arbejdstimer kunne en påbegyndt uge give lidt mere eller mindre.",
        "With the whole weekly maximum the benefit would be higher for well-paid part-time jobs; the line shows the amount. By working hours a part of a week could give a little more or less.",
    ),
    "A13": _page(
        "Enkeltdage optjener kun det løbende tillæg; der er ingen ydelse, der ophører.",
        "Single days only earn the running supplement; there is no benefit that ends.",
        "Ellers ville et ophør give 12,5 % af årets enkeltdage.",
        "Otherwise an end would give 12.5 % of the year's single days.",
    ),
    "A14": _page(
        "Timerne ændrer sig i et forløb; en regulering af den nedsatte ydelse kunne ikke følge dem.",
        "Hours change in a course; a regulation of the reduced benefit could not follow them.",
        "Blev der afrundet efter timer, kunne beløbene afvige op til en krone pr. regulering.",
        "Rounded after hours, amounts would differ by up to a krone a regulation.",
    ),
    "A15": _page(
        "Ydelsen er en månedlig ydelse som de andre og afrundes som de.",
        "It is a monthly benefit like the others and rounded like them.",
        "Uden afrunding ville familien få præcis en tolvtedel.",
        "Without rounding the family would get exactly a twelfth.",
    ),
    "A16": _page(
        "Før 1. juli 2020 blev de løbende udgifter skønnet; enkeltudgifter kom ved siden af. For dem, "
        "der dokumenteres senere, siger § 5 det selv: de forudsætter en løbende ydelse.",
        "Before 1 July 2020 the running costs were estimated; one-offs came beside them. Of those "
        "documented later § 5 says it itself: they presuppose a running benefit.",
        "Ellers kunne en stor enkeltudgift give ret til ydelsen.",
        "Otherwise one large one-off could give the right to the benefit.",
    ),
    "A17": _page(
        "§ 16 taler om den, der ophører med at modtage ydelsen; C-19-05 bevarer grundlaget, ikke godtgørelsen. Det, der forfaldt i en måned, ændres så aldrig af en senere bevilling.",
        "§ 16 speaks of whoever ceases to receive; C-19-05 keeps the basis, not the supplement. What was due in a month then never changes by a later grant.",
        "Var en pause ikke et ophør, måtte de 12,5 % vente til forløbets slutning, og det, der var optjent før en pause over to årsskifter, ville gå tabt.",
        "Without an ending the 12.5 % would wait for the end of the course, and what was earned before a pause over two turns of the year would be lost.",
    ),
    "A18": _page(
        "Ydelsen er et månedsbeløb, og bekendtgørelsen har ingen regel om dele af en måned.",
        "The benefit is a monthly amount, and the order has no rule on part months.",
        "Regnet efter dage ville familien få mindre i en påbegyndt måned og i den måned, afgørelsen slutter.",
        "By days the family would get less in a month begun and in the month a decision ends.",
    ),
    "A19": _page(
        "Summen er årets udgifter, og en tolvtedel betales om måneden: efter tolv rater er de betalt.",
        "The sum is that of a year, and a twelfth is paid a month: after twelve they are paid.",
        "Uden en sidste rate ville en enkeltudgift blive betalt igen og igen; i færre rater ville den komme før.",
        "Without a last instalment a one-off would be paid again and again; in fewer it came sooner.",
    ),
    "A20": _page(
        "Rudersdals serviceniveau giver afvikling, når timerne nedsættes med mindst 15; loven hindrer ikke en kommune i at give mere.",
        "Rudersdal's service level gives a run-off when the hours are reduced by at least 15; the act does not keep a municipality from giving more.",
        "Uden den lokale regel ville de nye timer gælde fra bevillingens første dag.",
        "Without the local rule the new hours would hold from the first day of the grant.",
    ),
}  # fmt: skip
