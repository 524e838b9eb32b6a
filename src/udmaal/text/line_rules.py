"""The rule behind each line id in words, for ``udmaal explain``; the law of it stands beside it.

They say what rules.md says, in one to three sentences. Amounts that change by the year are named,
never given.
"""

from udmaal.text.language import Text

LINE_RULES: dict[str, Text] = {
    # lost earnings
    "payslip": Text(
        "En lønseddel tæller med bruttoløn og tillæg. Grundlaget er normalt de sidste tre måneder før forløbet.",
        "A payslip counts with gross pay and supplements. The basis is normally the last three months before the course.",
    ),
    "payslip_excluded": Text(
        "Engangsløn, eget pensionsbidrag og feriepenge er ikke løn for måneden. De vises, men tælles ikke med.",
        "One-off pay, the own pension contribution and holiday pay are not wages of the month. They are shown, but do not count.",
    ),
    "payslip_mean": Text(
        "Med flere arbejdsgivere tæller gennemsnittet af hver arbejdsgivers måneder; grundlaget er gennemsnittene lagt sammen.",
        "With several employers the mean of each employer's months counts; the basis is the means added.",
    ),
    "payslip_sum": Text(
        "Det, lønsedlerne tæller med tilsammen, når de har betalte timer: timeløn eller 14-dages løn.",
        "What the payslips count with together, where they have paid hours: hourly or fortnightly pay.",
    ),
    "payslip_hours": Text(
        "De betalte timer på lønsedlerne tilsammen. Lønnen pr. time ganges med egne timer om måneden.",
        "The paid hours of the payslips together. The pay of an hour is multiplied by the own hours of a month.",
    ),
    "home_help_ceiling": Text(
        "Kommunens timeløn for hjemmehjælp tæller aldrig med mere end loftet pr. time: loftet i forløbets første år delt med egne timer om måneden.",
        "The municipality's home-help wage never counts above the ceiling by the hour: the ceiling of the course's first year divided by the own hours a month.",
    ),
    "home_help_rate": Text(
        "En forælder uden tilknytning til arbejdsmarkedet får den løn, der kunne være tjent. Kendes den ikke, bruges kommunens timeløn for hjemmehjælp, højst loftet pr. time.",
        "A parent with no attachment to the labour market gets the wage that could have been earned. Where it is not known, the municipality's hourly home-help wage is used, at most the hourly ceiling.",
    ),
    "wage_basis": Text(
        "Grundlaget er den månedsløn, forælderen mister: oplyst, gennemsnittet af lønsedlerne (for hver arbejdsgiver), lønsedlernes timeløn ganget med egne timer, en tolvtedel af det gennemsnitlige årsresultat, en selvstændigs opgjorte tab eller den løn, der kunne være tjent. Offentlige ydelser som dagpenge og kontanthjælp er ikke løn. Grundlaget følger forløbet gennem pauser og ændrede timer.",
        "The basis is the monthly wage the parent loses: as stated, the mean of the payslips (of each employer), the payslips' pay of an hour times the own hours, a twelfth of the mean yearly result, the stated loss of the self-employed, or the wage that could have been earned. Public benefits such as unemployment benefit and social assistance are not wages. The basis stays through pauses and changes of hours.",
    ),
    "regulation": Text(
        "Grundlaget forhøjes hver 1. januar efter den første bevilling med årets procent: efter de gamle regler satsreguleringsprocenten, ellers procenten for tabt arbejdsfortjeneste. Ved regulering fra 2012 til 2023 afrundes til hele kroner, dog ikke efter de gamle regler. Lønstigninger i det tidligere job tæller ikke.",
        "The basis is raised on every 1 January after the first grant by that year's percentage: under the old rules the satsreguleringsprocent, otherwise the percentage of lost earnings. Regulations from 2012 to 2023 are rounded to whole kroner, but not under the old rules. Wage rises in the former job do not count.",
    ),
    "hours_granted": Text(
        "De timer om ugen, kommunen har bevilget på datoen. I afviklingsperioden fortsætter timerne fra den sidste dag, betingelserne var opfyldt. I kommuner, hvis serviceniveau siger det, løber de hidtidige timer også af, når de nedsættes betydeligt.",
        "The weekly hours the municipality has granted on the date. In the run-off the hours of the last day on which the conditions were met go on. Where the municipality's service level says so, former hours also run off when they are reduced considerably.",
    ),
    "hours_37": Text(
        "Forældrenes bevilgede timer for barnet kan tilsammen højst være 37 om ugen; timer derover skæres af de senere forløb i filen. Grænsen står i vejledningen, ikke i loven, og kan fraviges med en begrundelse.",
        "The parents' granted hours for the child are together at most 37 a week; hours above are cut from the later courses of the file. The limit is guidance, not statute, and may be departed from with a reason.",
    ),
    "hours_over_37": Text(
        "Forløbet har en begrundelse for mere end 37 timer i alt og skæres ikke ned. Timerne tæller stadig med for de andre forløb.",
        "The course has a reason for more than 37 hours together and is not cut. Its hours still count for the other courses.",
    ),
    "hours_own": Text(
        "Der kan ikke mistes flere timer, end forælderen arbejdede. Timerne er højst de egne timer om ugen før forløbet, i forløb for flere børn tilsammen.",
        "No more hours can be lost than the parent worked. The hours are at most the own weekly hours before the course, in courses for several children together.",
    ),
    "claim": Text(
        "Tabet er grundlaget ganget med andelen: de timer, der tæller, delt med forælderens egne timer, aldrig med faste 37. En selvstændigs tab, der er opgjort for de bevilgede timer, ganges ikke med andelen.",
        "The loss is the basis times the share: the hours that count divided by the parent's own hours, never by a fixed 37. A loss of the self-employed that is stated for the granted hours is not multiplied by the share.",
    ),
    "hourly_ceiling": Text(
        "Loftet omregnet til timer, kun til orientering; intet beregnes af det. En kommune kan have sit eget antal timer om måneden.",
        "The ceiling by the hour, for information only; nothing is calculated with it. A municipality may have its own number of hours a month.",
    ),
    "ceiling": Text(
        "Ydelsen har et loft om måneden ved fuldt tab. Ved en del af timerne gælder samme andel af loftet.",
        "The benefit has a monthly ceiling for a full loss. For a part of the hours the same share of the ceiling holds.",
    ),
    "claim_or_ceiling": Text(
        "Der ydes det mindste af tabet og loftet. I forløb efter reglerne fra før 2011 er der intet loft.",
        "The smaller of loss and ceiling is paid. Courses under the rules from before 2011 have no ceiling.",
    ),
    "after_new_income": Text(
        "Ny arbejdsindtægt i afviklingsperioden trækkes fra krone for krone. Resultatet er aldrig under 0.",
        "New work income in the run-off is taken off krone for krone. The result is never below 0.",
    ),
    "gross": Text(
        "Bruttoydelsen er det mindste af tab og loft, i afviklingsperioden efter fradrag af ny arbejdsindtægt. Pension og ferietillæg regnes af den. Trækker en kommune besparelser fra allerede her, er det i strid med bekendtgørelsen.",
        "The gross benefit is the smaller of loss and ceiling, in the run-off after new work income is taken off. Pension and holiday supplements are made from it. A municipality that takes savings off already here acts against the order.",
    ),
    "corrected_difference": Text(
        "De offentliggjorte lofter fra 1. juli 2012 til udgangen af 2019 viste sig 3,2 % for lave. Linjen viser, hvad det rettede loft giver mere om måneden; den vises kun, når der er bedt om det rettede loft.",
        "The ceilings published from 1 July 2012 to the end of 2019 proved 3.2 % too low. The line shows what the corrected ceiling gives more a month; it appears only when the corrected ceiling is asked for.",
    ),
    "employer_pension": Text(
        "Arbejdsgiverens tidligere bidrag, når det er oplyst i procent: procenten af grundlaget før regulering.",
        "The employer's former contribution where it is given in per cent: the percentage of the unregulated basis.",
    ),
    "civil_servant_pension": Text(
        "En statstjenestemand har ingen indbetalt pension. I stedet gælder 15 % af grundlaget før regulering som det tidligere bidrag.",
        "A civil servant of the state has no pension paid in. Instead 15 % of the unregulated basis stands for the former contribution.",
    ),
    "pension_percent": Text(
        "Pensionsbidraget er højst 10 % af bruttoydelsen.",
        "The pension contribution is at most 10 % of the gross benefit.",
    ),
    "pension_limit": Text(
        "Pensionsbidraget er højst det, arbejdsgiveren betalte før, ganget med andelen af timerne. Beløbet reguleres aldrig.",
        "The pension contribution is at most what the employer paid before, times the share of the hours. The amount is never regulated.",
    ),
    "pension": Text(
        "Pensionsbidraget er det mindste af de to grænser og lægges oven på loftet. Uden en arbejdsgiverordning umiddelbart før forløbet er der intet bidrag.",
        "The pension contribution is the smaller of the two limits and lies on top of the ceiling. Without an employer scheme immediately before the course there is none.",
    ),
    "atp_recipient": Text(
        "Modtageren betaler en tredjedel af ATP-bidraget, som følger antallet af timer om måneden. Udbetales der intet, er der intet bidrag.",
        "The recipient pays a third of the ATP contribution, which goes by the hours a month. Where nothing is paid there is none.",
    ),
    "atp_municipality": Text(
        "Kommunen betaler to tredjedele af ATP-bidraget oven i ydelsen, efter antallet af timer om måneden.",
        "The municipality pays two thirds of the ATP contribution on top of the benefit, by the hours a month.",
    ),
    "before_tax": Text(
        "Bruttoydelsen minus modtagerens del af ATP, ikke under 0.",
        "The gross benefit less the recipient's part of ATP, not below 0.",
    ),
    "am_bidrag": Text(
        "Arbejdsmarkedsbidrag af ydelsen før skat. Et skøn; lønsystemet afgør det.",
        "Labour-market contribution of the benefit before tax. An estimate; the payroll system decides.",
    ),
    "a_tax": Text(
        "Trækprocenten af det, der er tilbage efter arbejdsmarkedsbidrag og månedsfradrag, ikke under 0. Et skøn; lønsystemet afgør det.",
        "The tax rate of what is left after labour-market contribution and monthly deduction, not below 0. An estimate; the payroll system decides.",
    ),
    "net": Text(
        "Ydelsen før skat minus arbejdsmarkedsbidrag og A-skat. Vises kun, når sagen har skatteoplysninger.",
        "The benefit before tax less labour-market contribution and income tax. Shown only where the case has tax data.",
    ),
    "saving": Text(
        "En besparelse er det, forælderen reelt sparer ved ikke at arbejde, fx transport eller dagpasning. Den er skønnet i sagen, nedsættes ikke efter timer og omfatter aldrig kontingent til fagforening eller a-kasse.",
        "A saving is what the parent really saves by not working, such as travel or daycare. It is judged in the case, never scaled by hours, and never includes union or unemployment-insurance fees.",
    ),
    "savings": Text(
        "Alle besparelser, der gælder på datoen. De trækkes fra nettoydelsen, ikke fra bruttoydelsen, og ændrer hverken pension, ATP eller ferietillæg.",
        "All savings in force on the date. They come off the net benefit, not the gross, and change neither pension, ATP nor holiday supplements.",
    ),
    "payout": Text(
        "Nettoydelsen minus besparelserne, ikke under 0. Vises kun, når sagen har skatteoplysninger.",
        "The net benefit less the savings, not below 0. Shown only where the case has tax data.",
    ),
    "to_deduct": Text(
        "Uden skatteoplysninger kendes nettoydelsen ikke. Linjen viser, hvad der skal trækkes fra den: besparelserne, højst ydelsen før skat.",
        "Without tax data the net is not known. The line shows what is to be deducted from it: the savings, at most the benefit before tax.",
    ),
    "municipality_cost": Text(
        "Bruttoydelse, pensionsbidrag og kommunens del af ATP minus de besparelser, der trækkes fra.",
        "Gross benefit, pension contribution and the municipality's part of ATP less the savings that are deducted.",
    ),
    # lost earnings, month by month
    "gross_days": Text(
        "Gælder timerne kun en del af måneden, regnes bruttoydelsen efter kalenderdage. Hvert stykke af måneden afrundes for sig.",
        "Where the hours hold for a part of the month, the gross benefit goes by calendar days. Each part of the month is rounded by itself.",
    ),
    "pension_days": Text(
        "Gælder timerne kun en del af måneden, regnes pensionsbidraget efter kalenderdage som bruttoydelsen.",
        "Where the hours hold for a part of the month, the pension contribution goes by calendar days like the gross benefit.",
    ),
    "holiday_gross": Text(
        "For ferie, som en arbejdsgiver betaler, ydes der ikke tabt arbejdsfortjeneste. Bruttoydelsen nedsættes med feriens andel af månedens hverdage med ydelse.",
        "For holiday that an employer pays there is no benefit. The gross is reduced by the holiday's share of the month's weekdays with benefit.",
    ),
    "holiday_pension": Text(
        "Pensionsbidraget nedsættes for ferie med løn i samme forhold som bruttoydelsen. ATP ændres ikke.",
        "The pension contribution is reduced for paid holiday in the same proportion as the gross. ATP does not change.",
    ),
    "own_hours_loss": Text(
        "En selvstændigs tab er opgjort for de bevilgede timer. Til enkeltdage regnes det om til alle egne timer, så timesatsen bliver tabet pr. time.",
        "A loss of the self-employed is stated for the granted hours. For single days it is brought to all own hours, so that the hourly rate is the loss of an hour.",
    ),
    "single_day_rate": Text(
        "Enkeltdage betales pr. time: det mindste af grundlag og loft delt med egne timer om måneden, afrundet til øre først. Efter de gamle regler er der intet loft.",
        "Single days are paid by the hour: the smaller of basis and ceiling divided by the own hours a month, rounded to øre first. Under the old rules there is no ceiling.",
    ),
    "single_day": Text(
        "Timerne på en enkeltdag, fx til behandling eller møder om barnet, ganget med timesatsen.",
        "The hours of a single day, such as treatment or meetings about the child, times the hourly rate.",
    ),
    "single_day_pension": Text(
        "Pensionsbidraget af en enkeltdag er det mindste af 10 % af beløbet og det tidligere bidrag ganget med dagens andel af månedens egne timer.",
        "The pension contribution of a single day is the smaller of 10 % of the amount and the former contribution times the day's share of the own hours of a month.",
    ),
    "saving_days": Text(
        "En besparelse trækkes fra for de kalenderdage, hvor både den og ydelsen løber.",
        "A saving is deducted for the calendar days on which both it and the benefit run.",
    ),
    "holiday_1": Text(
        "Løber forløbet stadig 1. januar, gives der et ferietillæg på 1 % af sidste kalenderårs bruttoydelse. Det forfalder 1. maj og gælder også enkeltdage.",
        "Where the course still runs on 1 January, there is a holiday supplement of 1 % of last calendar year's gross benefit. It falls due on 1 May and also covers single days.",
    ),
    "holiday_125": Text(
        "Ved ophør gives der 12,5 % i feriegodtgørelse af den bruttoydelse fra sidste og dette kalenderår, som ikke allerede er godtgjort; ved færre timer den del, timerne er nedsat med. Sidste års del forfalder 1. maj eller i ophørsmåneden, hvis den er senere; dette års del forfalder, når ferieåret begynder næste kalenderår. Forløb med enkeltdage alene giver den ikke.",
        "On ending there is a holiday allowance of 12.5 % of last and this calendar year's gross benefit not yet compensated; on fewer hours, of the part by which the hours were reduced. Last year's part falls due on 1 May, or in the month of the event if that is later; this year's part when the holiday year begins in the next calendar year. Courses with single days alone do not bring it.",
    ),
    # extra costs
    "item_mileage": Text(
        "Kørsel regnes som kilometer ganget med statens lave kilometertakst på dagen for afgørelsen.",
        "Transport counts as kilometres times the state's low rate per km on the day of the decision.",
    ),
    "item_standard": Text(
        "Kommunens standardbeløb efter barnets alder på dagen for afgørelsen. Det er vejledende; en dokumenteret højere udgift kan ikke afvises alene med standardbeløbet.",
        "The municipality's standard amount by the child's age on the day of the decision. It is guidance; a documented higher cost cannot be refused by the standard amount alone.",
    ),
    "item_real": Text(
        "Den faktiske udgift, vist ved siden af standardbeløbet. Der regnes med standardbeløbet.",
        "The real cost, shown beside the standard amount. The standard amount is used.",
    ),
    "item": Text(
        "En merudgift er udgiften minus det, enhver familie ville have af den slags, og det, andre dækker. Den regnes om til kroner om året og er aldrig under 0.",
        "An extra cost is the cost less what any family would have of that kind and what others cover. It is brought to kroner a year and is never below 0.",
    ),
    "running_costs": Text(
        "De løbende merudgifter om året for alle familiens børn i filen.",
        "The running extra costs a year of all the family's children in the file.",
    ),
    "one_off_costs": Text(
        "Enkeltudgifterne for alle familiens børn i filen.",
        "The one-off costs of all the family's children in the file.",
    ),
    "yearly_costs": Text(
        "Løbende udgifter og enkeltudgifter lagt sammen.",
        "Running and one-off costs together.",
    ),
    "threshold": Text(
        "Merudgifterne skal nå bagatelgrænsen for året, hvor ydelsen sidst blev fastsat. Den er en grænse og ikke en selvrisiko: nås den, dækkes alt fra første krone.",
        "The extra costs must reach the threshold of the year in which the benefit was last fixed. It is a gate and not an excess: once reached, everything is covered from the first krone.",
    ),
    "twelfth": Text(
        "De årlige merudgifter, som den månedlige ydelse beregnes af, delt med 12. I gruppe 2 er enkeltudgifterne med i tolv rater; derefter, eller når det er aftalt at betale dem, når de er dokumenteret, regnes der af de løbende alene.",
        "The yearly extra costs the monthly benefit is made from, divided by 12. In group 2 the one-offs are in it in twelve instalments; after them, or where it was agreed to pay them when documented, it is made from the running costs alone.",
    ),
    "monthly": Text(
        "Efter de gamle regler er den månedlige ydelse en tolvtedel af merudgifterne, afrundet til nærmeste beløb, der er deleligt med 100; præcis 50 kr. rundes op. I kompensationsydelsen er den gruppens beløb uden afrunding til 100.",
        "Under the old rules the monthly benefit is a twelfth of the extra costs, rounded to the nearest amount divisible by 100; exactly 50 kr. rounds up. Under the compensation rules it is the group's amount, not rounded to 100.",
    ),
    "instalments": Text(
        "Før aftalen om at betale enkeltudgifter, når de er dokumenteret, er de betalt i rater med månedsbeløbet: en tolvtedel for hver måned før aftalens, højst tolv.",
        "Before the agreement to pay one-offs when documented they were paid by instalments with the monthly amount: a twelfth for each month before that of the agreement, at most twelve.",
    ),
    "one_off_rest": Text(
        "Det, raterne ikke har betalt af enkeltudgifterne, betales fra aftalens dag, så intet betales to gange.",
        "What the instalments have not paid of the one-offs is paid from the day of the agreement, so that nothing is paid twice.",
    ),
    "later_one_off": Text(
        "En enkeltudgift, der er dokumenteret efter skønnet, indgår i ingen sum og ingen grænse. Den dækkes i sin egen måned, når de løbende udgifter når bagatelgrænsen, eller, fastsat fra 1. juli 2020 uden løbende udgifter, når den alene når den; i gruppe 2, når den er på listen, og det var aftalt den dag. Ellers kan der være grund til en ny afgørelse.",
        "A one-off documented after the estimate is in no sum and no test. It is paid in its own month where the running costs reach the threshold or, fixed from 1 July 2020 without running costs, where it alone does; in group 2 where it is on the list and was agreed that day. Otherwise a new decision may be due.",
    ),
    "one_off": Text(
        "Når de løbende udgifter når bagatelgrænsen, dækkes enkeltudgifter krone for krone ved siden af. Fastsat fra 1. juli 2020 kan de også løfte de løbende udgifter over grænsen og indgår så i månedsbeløbet; uden løbende udgifter dækkes de, der hver for sig når grænsen. I kompensationsydelsens gruppe 2 dækkes de for sig efter aftale; i gruppe 1 aldrig.",
        "Where the running costs reach the threshold, one-offs are paid at cost beside them. Fixed from 1 July 2020 they may also lift the running costs over the threshold and are then part of the monthly amount; without running costs those are paid that alone reach the threshold. In group 2 of the compensation they are paid by themselves by agreement; in group 1 never.",
    ),
    "likely_costs": Text(
        "Alle sandsynlige merudgifter om året, løbende og enkelte. De afgør, om mindstebeløbet til gruppe 1 er nået.",
        "All likely extra costs a year, running and one-off. They decide whether the minimum of group 1 is reached.",
    ),
    "left_out": Text(
        "Gruppe 2 dækker kun dokumenterede udgifter på listen: nr. 1–8 er slags udgifter, nr. 9 enhver anden udgift, der alene er over en særlig grænse om året. Resten tæller kun i gruppe 1.",
        "Group 2 covers only documented costs on the list: nos. 1–8 are kinds of costs, no. 9 is any other cost that alone is over a limit of its own a year. The rest counts in group 1 only.",
    ),
    "other_listed": Text(
        "Listens nr. 9 er enhver anden udgift end nr. 1–8, når den enkelte udgift er over en særlig grænse i året for afgørelsen; præcis grænsen er ikke nok.",
        "No. 9 of the list is any cost other than nos. 1–8 where the single cost is over a limit of its own in the year of the decision; exactly the limit is not enough.",
    ),
    "documented_costs": Text(
        "De dokumenterede udgifter på listen om året, løbende og enkelte. De afgør, om grænsen til gruppe 2 er overskredet.",
        "The documented costs on the list a year, running and one-off. They decide whether the limit of group 2 is exceeded.",
    ),
    "group1_minimum": Text(
        "Gruppe 1 kræver, at de sandsynlige merudgifter mindst når mindstebeløbet for året, hvor ydelsen sidst blev fastsat.",
        "Group 1 requires that the likely extra costs are at least the minimum of the year in which the benefit was last fixed.",
    ),
    "group1_flat": Text(
        "Gruppe 1 giver et fast beløb om måneden, med satsen på datoen.",
        "Group 1 gives a flat amount a month, at the rate of the date.",
    ),
    "group2_limit": Text(
        "Gruppe 2 kræver, at de dokumenterede udgifter på listen er over grænsen for året, hvor ydelsen sidst blev fastsat; præcis grænsen er ikke nok.",
        "Group 2 requires that the documented costs on the list are over the limit of the year in which the benefit was last fixed; exactly the limit is not enough.",
    ),
    "group2_flat": Text(
        "Gruppe 2 giver et fast beløb om måneden oven i en tolvtedel af de dokumenterede udgifter, med satsen på datoen.",
        "Group 2 gives a flat amount a month on top of a twelfth of the documented costs, at the rate of the date.",
    ),
    "other_group": Text(
        "Familien søger om én gruppe. Linjen viser, hvad den anden ville give, så der kan vælges.",
        "The family applies for one group. The line shows what the other would give, so that it can choose.",
    ),
    # supplementary benefit
    "weekly_maximum": Text(
        "Det højeste sygedagpengebeløb om ugen. Det stiger den første mandag i januar, og fra den dag gælder det nye.",
        "The highest sickness benefit a week. It rises on the first Monday of January, and from that day the new one holds.",
    ),
    "maximum_by_hours": Text(
        "Ydelsen er højst så stor en del af de højeste sygedagpenge, som de mistede timer er af 37, og højst det hele. Sygedagpengelovens maksimum er et beløb pr. time.",
        "The benefit is at most the part of the highest sickness benefit that the lost hours are of 37, and at most the whole. The maximum of the sickness benefit act is one by the hour.",
    ),
    "weekly_share": Text(
        "Ydelsen er højst 90 % af den tidligere ugeløn i det job, der er mistet.",
        "The benefit is at most 90 % of the former weekly wage of the lost job.",
    ),
    "condition": Text(
        "Forælderen skal være medlem af en a-kasse, være uforskyldt ledig, ikke have ret til dagpenge, ikke være tilbudt rimeligt deltidsarbejde, ikke få anden støtte til tabet og modtage tabt arbejdsfortjeneste. Er en betingelse ikke opfyldt, ydes der intet.",
        "The parent must be insured against unemployment, not have caused it, not be entitled to unemployment benefit, not have been offered reasonable part-time work, get no other support for the loss and receive lost earnings. Where a condition fails, nothing is paid.",
    ),
    "weekly": Text(
        "Det mindste af de to grænser minus betalinger fra arbejdsgiver eller Lønmodtagernes Garantifond, ikke under 0.",
        "The smaller of the two limits less payments from the employer or the guarantee fund, not below 0.",
    ),
    "other_weekly_maximum": Text(
        "Det højeste sygedagpengebeløb om ugen i den del af perioden, hvor det er et andet end på datoen.",
        "The highest sickness benefit a week in the part of the period in which it is another than on the date.",
    ),
    "other_maximum_by_hours": Text(
        "Den del af det højeste sygedagpengebeløb, som de mistede timer er af 37, i den del af perioden, hvor det er et andet end på datoen.",
        "The part of the highest sickness benefit that the lost hours are of 37, in the part of the period in which it is another than on the date.",
    ),
    "other_weekly": Text(
        "Ydelsen pr. uge i den del af perioden, hvor den er en anden end på datoen.",
        "The weekly benefit in the part of the period in which it is another than on the date.",
    ),
    "period": Text(
        "Ydelsen løber fra den første dag uden arbejdet til udgangen af den tredje måned efter den, hvor ledigheden begyndte, og aldrig længere end forælderens tabte arbejdsfortjeneste, afviklingen medregnet.",
        "The benefit runs from the first day without the job to the end of the third month after the one in which unemployment began, and never longer than the parent's lost earnings, the run-off included.",
    ),
    "part_total": Text(
        "Ydelsen pr. uge ganget med de dage, hvor den gælder, og delt med 7; første og sidste dag tæller med.",
        "The weekly benefit times the days on which it holds divided by 7, first and last day included.",
    ),
    "total": Text(
        "Ydelsen pr. uge ganget med dagene og delt med 7; første og sidste dag tæller med. Er beløbet pr. uge ikke det samme i hele perioden, regnes og afrundes hver del for sig.",
        "The weekly benefit times the days divided by 7, first and last day included. Where the weekly amount is not the same in the whole period, each part is made and rounded by itself.",
    ),
    # home training
    "training_item": Text(
        "En dokumenteret udgift til hjemmetræningen, fx hjælpere, kurser og udstyr.",
        "A documented cost of the home training, such as helpers, courses and equipment.",
    ),
    "training_left_out": Text(
        "Hjemmeundervisning, merudgifter, kurser i udlandet, behandling, kropsbårne hjælpemidler, trykkammer og udstyr til respirationstræning dækkes aldrig.",
        "Home schooling, extra costs, courses abroad, treatment, body-worn aids, pressure chambers and breathing-training equipment are never covered.",
    ),
    "documented": Text(
        "De dokumenterede udgifter, som hjemmetræningen kan dække.",
        "The documented costs that home training can cover.",
    ),
    "agreed_amount": Text(
        "Familie og kommune kan frivilligt aftale et fast beløb. Det træder i stedet for de dokumenterede udgifter, under samme loft.",
        "Family and municipality may voluntarily agree on a fixed amount. It replaces the documented costs, under the same ceiling.",
    ),
    "training_ceiling": Text(
        "Hjemmetræningen har et loft om året. Tabt arbejdsfortjeneste ligger uden for loftet.",
        "Home training has a yearly ceiling. Lost earnings are outside the ceiling.",
    ),
    "payable": Text(
        "Udgifterne, højst årets beløb i hjemmetræning og ledsagerordning eller kommunens niveau for fritid. Ledsagerordningen begynder, når barnet er 12 år; spørger kommunens niveau til familiens økonomi, gives støtte til fritid kun, når familien ikke selv kan betale. En begrundelse i sagen fraviger niveauet.",
        "The costs, at most the year's amount in home training and the companion scheme, or the municipality's level for leisure. The companion scheme begins at the age of 12; where the municipality's level asks for the family's means, leisure support is given only where the family cannot pay itself. A reason in the case departs from the level.",
    ),
    # companion, leisure, respite
    "account_month": Text(
        "Ledsagerordningen giver 15 timer om måneden til børn fra 12 til 17 år. Timer kan spares op i seks måneder, den løbende medregnet; de ældste bruges først.",
        "The companion scheme gives 15 hours a month to children from 12 to 17. Hours may be saved up within six months, the current one included; the oldest are used first.",
    ),
    "companion_wages": Text(
        "De timer, der er brugt i året, ganget med den timeløn til ledsagere, kommunens serviceniveau har. Det er kommunens udgift og ikke en del af ydelsen.",
        "The hours used in the year times the hourly wage of companions in the municipality's service level. It is the municipality's cost and no part of the benefit.",
    ),
    "activity": Text(
        "En fritidsaktivitet med det oplyste beløb om året.",
        "A leisure activity with the amount a year as stated.",
    ),
    "activity_left_out": Text(
        "Kommunens serviceniveau har et antal aktiviteter pr. barn; de tæller i filens rækkefølge. Niveauet er vejledende, og en sag kan fravige det.",
        "The municipality's service level has a number of activities per child; they count in the order of the file. The level is guidance, and a case may depart from it.",
    ),
    "respite_days": Text(
        "De døgn om året, der er bevilget. De holdes op mod kommunens niveau, som er vejledende.",
        "The days a year that are granted. They are held against the municipality's level, which is guidance.",
    ),
    "usual_days": Text(
        "Kommunens sædvanlige antal døgn. Det er vejledende; en sag kan fravige det, og linjen siger det.",
        "The municipality's usual number of days. It is guidance; a case may depart from it, and the line says so.",
    ),
    "maximum_days": Text(
        "Kommunens højeste antal døgn. Det er vejledende; en sag kan fravige det, og linjen siger det.",
        "The municipality's highest number of days. It is guidance; a case may depart from it, and the line says so.",
    ),
}  # fmt: skip
