"""Findings in words: the message, and the page behind each code.

``wrong`` and ``right`` are lines of a case file; a comment in them is in both languages.
"""

from datetime import date
from typing import NamedTuple, cast

from udmaal.breakdown import Finding
from udmaal.citations.source import (
    GUIDANCE,
    NOTICE,
    Cited,
    OrderSection,
    Section,
    Statute,
    cite,
)
from udmaal.language import Language, Text
from udmaal.law.extra_costs import act as extra_costs
from udmaal.law.home_training import rule as home_training
from udmaal.law.lost_earnings import act as lost_earnings
from udmaal.text.render import render

# A source of the law, or what else a finding rests on.
Named = Cited | Text


class FindingPage(NamedTuple):
    """What a finding says, why it matters, what to do, its source and a small example.

    The law that the source names is that of the date asked for; where ``dated`` names a value of
    the finding, that of the event on that day.
    """

    message: Text
    why: Text
    mend: Text
    source: Named | tuple[Named, ...]
    wrong: str | Text
    right: str | Text
    dated: str = ""

    @property
    def sources(self) -> tuple[Named, ...]:
        """Give all it rests on."""
        several = isinstance(self.source, tuple) and not isinstance(self.source, Text)
        return cast("tuple[Named, ...]", self.source if several else (self.source,))

    @property
    def laws(self) -> tuple[Cited, ...]:
        """Give what of it is law."""
        return tuple(each for each in self.sources if not isinstance(each, Text))

    def cited(self, on: date, language: Language) -> str:
        """Name the source as it stands on a date."""
        named = (
            each.in_(language) if isinstance(each, Text) else cite(each, on)
            for each in self.sources
        )  # fmt: skip
        return "; ".join(filter(None, named))


def finding_text(finding: Finding, language: Language) -> str:
    """Give the message of a finding."""
    return render(FINDINGS[finding.code].message.in_(language), finding.values, language)


def finding_source(finding: Finding, on: date, language: Language) -> str:
    """Name the source of a finding that was made on a date, by the law of that date."""
    page = FINDINGS[finding.code]
    event = finding.values.get(page.dated)
    return page.cited(event if isinstance(event, date) else on, language)


FINDINGS: dict[str, FindingPage] = {
    "U101": FindingPage(
        Text("en ydelse er brugt som løn", "a benefit is used as wage basis"),
        Text(
            "Dagpenge, sygedagpenge, barselsdagpenge og kontanthjælp er ikke en indtægt, der kan tabes; sagen kan ikke beregnes.",
            "Unemployment, sickness, maternity and social assistance benefits are no income that can be lost; the case cannot be calculated.",
        ),
        Text(
            "Brug lønnen før ydelsen, eller occupation = \"no_attachment\" med den løn, der kunne være tjent.",
            "Use the wage before the benefit, or occupation = \"no_attachment\" with the wage that could have been earned.",
        ),
        (Statute(lost_earnings.ACT), GUIDANCE),
        'occupation = "benefit"', 'occupation = "no_attachment"',
    ),
    "U102": FindingPage(
        Text(
            "lønsedler for {count:n} måneder, den seneste {last:month}: ikke de tre måneder op til {start:day}",
            "payslips of {count:n} months, the last {last:month}: not the three months up to {start:day}",
        ),
        Text(
            "Grundlaget er normalt de tre måneder lige før forløbet, for en ledig eller en forælder på orlov de sidste tre med løn; andre måneder skal kunne begrundes.",
            "The basis is normally the three months just before the course, for one who was unemployed or on leave the last three with a wage; other months need a reason.",
        ),
        Text(
            "Brug de tre seneste lønsedler, skriv wage_until ved ledighed eller orlov, eller begrund valget.",
            "Use the three latest payslips, write wage_until for unemployment or leave, or give the reason.",
        ),
        Text("ansøgningsskema KB7973", "application form KB7973"),
        Text('month = "2024-08"  # bevillingen: from = 2025-03-01', 'month = "2024-08"  # grant: from = 2025-03-01'), 'month = "2025-02"',
    ),
    "U103": FindingPage(
        Text(
            "arbejdsgiverpensionen {pension:kr} er over {percent:n} % af {basis:kr}; kun {percent:n} % af ydelsen betales",
            "the employer pension {pension:kr} is above {percent:n} % of {basis:kr}; only {percent:n} % of the benefit is paid",
        ),
        Text("Pensionsbidraget kan højst udgøre 10 % af bruttoydelsen.", "The contribution is at most 10 % of the gross benefit."),
        Text("Oplys familien om forskellen; kontrollér beløbet på lønsedlen.", "Tell the family; check the amount on the payslip."),
        Statute(lost_earnings.ACT, "stk. 3"),
        "employer_pension = 4000.00  # monthly_wage = 30000.00", "employer_pension = 3000.00",
    ),
    "U104": FindingPage(
        Text(
            "arbejdsgiverpensionen {pension:kr} er over {percent:n} % af {basis:kr}; er eget bidrag talt med?",
            "the employer pension {pension:kr} is above {percent:n} % of {basis:kr}; is the own contribution in it?",
        ),
        Text("Kun arbejdsgiverens bidrag tæller; lønsedlen viser ofte det samlede.", "Only the employer's contribution counts; payslips often show both."),
        Text("Træk medarbejderens eget bidrag fra.", "Take the employee's own contribution off."),
        "principafgørelse 4-18",
        Text("employer_pension = 5100.00  # 17 % af 30000.00", "employer_pension = 5100.00  # 17 % of 30000.00"), "employer_pension = 3400.00",
    ),
    "U105": FindingPage(
        Text("bevilget {hours:n} timer, men forælderen arbejdede {own:n}", "{hours:n} hours granted, but the parent worked {own:n}"),
        Text("Der kan ikke tabes løn for flere timer, end forælderen havde.", "No wage can be lost for more hours than the parent had."),
        Text("Ret timerne, eller weekly_hours.", "Correct the hours, or weekly_hours."),
        Statute(lost_earnings.ACT, "stk. 3"),
        "hours = 37.0  # weekly_hours = 30.0", "hours = 30.0",
    ),
    "U106": FindingPage(
        Text("tilsammen {total:n} timer om ugen; skåret ned til {left:n} her", "together {total:n} hours a week; cut to {left:n} here"),
        Text("Hjælpen til ét barn er normalt højst 37 timer om ugen for forældrene tilsammen; grænsen er vejledende. To søskende har hver deres 37.", "Help for one child is normally at most 37 hours a week for the parents together; the limit is guidance. Two siblings have 37 each."),
        Text("Ret timerne, eller skriv over_37_reason.", "Correct the hours, or write over_37_reason."),
        GUIDANCE,
        Text("hours = 20.0  # den anden forælder: 22.0", "hours = 20.0  # the other parent: 22.0"), 'over_37_reason = "to voksne ved behandling"',
    ),
    "U107": FindingPage(
        Text("tilsammen {total:n} timer om ugen, begrundet: {reason:text}", "together {total:n} hours a week, with the reason: {reason:text}"),
        Text("Grænsen på 37 timer er vejledende og kan fraviges med en konkret begrundelse.", "The limit of 37 hours is guidance and may be departed from with a reason."),
        Text("Kontrollér, at begrundelsen også står i afgørelsen.", "Check that the reason also stands in the decision."),
        GUIDANCE,
        'over_37_reason = "aftalt"', 'over_37_reason = "to voksne ved natlig behandling"',
    ),
    "U108": FindingPage(
        Text("over et års pause ({until:day} til {from:day}): er det et nyt forløb med nyt grundlag?", "a gap of over a year ({until:day} to {from:day}): is it a new course with a new basis?"),
        Text("Et forløb beholder sit grundlag; et nyt behov senere er et nyt forløb med den seneste løn.", "A course keeps its basis; a new need later is a new course with the latest wage."),
        Text("Lav et nyt [[lost_earnings]], hvis behovet er nyt.", "Make a new [[lost_earnings]] if the need is new."),
        "principafgørelse 97-11, C-19-05",
        Text("until = 2022-05-31  # næste bevilling: from = 2024-01-01", "until = 2022-05-31  # next grant: from = 2024-01-01"), Text("[[lost_earnings]]  # et forløb for sig", "[[lost_earnings]]  # a course of its own"),
    ),
    "U109": FindingPage(
        Text("et nyt forløb {start:day} kort efter det forrige ({last:day}): burde grundlaget være det samme?", "a new course {start:day} soon after the former ({last:day}): should the basis have stayed?"),
        Text("Ændrede timer er ikke et nyt forløb; grundlaget skal blive det samme.", "Changed hours are no new course; the basis must stay."),
        Text("Saml dem i ét forløb, hvis behovet er det samme.", "Put them into one course if the need is the same."),
        "principafgørelse C-19-05",
        Text("[[lost_earnings]]  # to tabeller med en uges mellemrum", "[[lost_earnings]]  # two tables, a week apart"), Text("[[lost_earnings.grant]]  # to bevillinger i ét forløb", "[[lost_earnings.grant]]  # two grants of one course"),
    ),
    "U110": FindingPage(
        Text("loftet {ceiling:kr} var for lavt; det rettede er {corrected:kr}", "the ceiling {ceiling:kr} was too low; the corrected one is {corrected:kr}"),
        Text("De offentliggjorte lofter fra 2012 til 2019 var 3,2 % for lave; krav tilbage til 2017 er genoptaget.", "The published ceilings of 2012 to 2019 were 3.2 % too low; claims back to 2017 were reopened."),
        Text("Beregn med --corrected-ceilings, og tag stilling til genoptagelse.", "Calculate with --corrected-ceilings, and consider reopening."),
        "lov 1570/2019",
        "udmaal calc sag.toml --date 2018-05-01", "udmaal calc sag.toml --date 2018-05-01 --corrected-ceilings",
    ),
    "U111": FindingPage(
        Text("gamle regler: intet loft", "old rules: no ceiling"),
        Text("Søgt før 2011 eller udbetalt i 2010: intet loft, og grundlaget følger satsreguleringsprocenten.", "Applied for before 2011 or paid in 2010: no ceiling, and the basis follows the satsreguleringsprocent."),
        Text("Kontrollér ansøgningsdato og paid_in_2010.", "Check the date of application and paid_in_2010."),
            lost_earnings.TRANSITION,
        Text("applied = 2010-12-31  # i virkeligheden 2011-12-31", "applied = 2010-12-31  # in truth 2011-12-31"), "applied = 2011-12-31",
    ),
    "U112": FindingPage(
        Text("enkeltdagen {date:day} giver 0 kr.: alle {own:n} egne timer om ugen er allerede bevilget", "the single day {date:day} gives 0 kr.: all {own:n} own hours a week are granted already"),
        Text("Ydelsen dækker tabt løn; på en dag, hvor alle forælderens timer er bevilget, tabes der ikke mere.", "The benefit covers lost wages; on a day on which all the parent's hours are granted nothing more is lost."),
        Text("Slet enkeltdagen, eller ret bevillingens timer eller datoer.", "Delete the single day, or correct the hours or dates of the grant."),
        Statute(lost_earnings.ACT, "stk. 3"),
        Text("[[lost_earnings.single_day]]  # 37 af 37 timer er bevilget", "[[lost_earnings.single_day]]  # 37 of 37 hours granted"), Text("hours = 30.0  # bevilget af 37", "hours = 30.0  # granted of 37"),
    ),
    "U113": FindingPage(
        Text("en enkeltdag på {hours:n} timer; en femtedel af {own:n} timer om ugen er mindre", "a single day of {hours:n} hours; a fifth of {own:n} hours a week is less"),
        Text("Der kan ikke tabes flere timer på en dag, end forælderen skulle have arbejdet; en femtedel af ugen er en hel arbejdsdag.", "No more hours can be lost on a day than the parent was to work; a fifth of the week is a whole working day."),
        Text("Kontrollér dagens timer; acceptér med en begrundelse, hvis vagten var længere.", "Check the hours of the day; accept with a reason if the shift was longer."),
        Statute(lost_earnings.ACT, "stk. 3"),
        "hours = 7.4  # weekly_hours = 30.0", "hours = 6.0",
    ),
    "U114": FindingPage(
        Text("ny indtægt {income:kr} kr./md. fra {from:day} ligger uden for en afvikling og har ingen virkning", "new income {income:kr} kr./month from {from:day} lies outside a run-off and has no effect"),
        Text("Ny arbejdsindtægt nedsætter kun ydelsen i afviklingsperioden efter et ophør.", "New work income reduces the benefit only in the run-off after an end."),
        Text("Ret datoen eller ophøret; arbejder forælderen flere timer, så ret bevillingen i stedet.", "Correct the date or the end; if the parent works more hours, correct the grant instead."),
        Section("run_off", "stk. 3"),
        "[[lost_earnings.new_income]]  # reason = \"agreed_period\"", 'reason = "conditions_lapsed"',
    ),
    "U115": FindingPage(
        Text(
            "overtaget uden bruttoydelsen i {year:text}: ferietillæg og feriegodtgørelse af den mangler",
            "taken over without the gross benefit of {year:text}: the holiday supplements of it are missing",
        ),
        Text(
            "1 % og 12,5 % regnes af bruttoydelsen i kalenderåret før. Den kendes ikke, når sagen er overtaget fra et andet system med basis_level, og så mangler tillæggene i oversigten måned for måned.",
            "The 1 % and the 12.5 % are made of the gross benefit of the calendar year before. The program does not know it where a case is taken over from another system with basis_level, and then the months lack them.",
        ),
        Text(
            "Skriv bruttoydelsen i [lost_earnings.earlier_gross], eller regn tillæggene i det andet system.",
            "Write the gross benefit in [lost_earnings.earlier_gross], or work the supplements out in the other system.",
        ),
        (Section("running_supplement"), Section("ending_supplement")),
        Text("basis_level = 2025  # bevillingen: from = 2019-04-01", "basis_level = 2025  # grant: from = 2019-04-01"), '[lost_earnings.earlier_gross]\n"2024" = 356400.00',
    ),
    "U116": FindingPage(
        Text(
            "{hours:n} timer tæller, men forælderen arbejdede {own:n}: det er ikke fuld tid",
            "{hours:n} hours count, but the parent worked {own:n}: that is not full time",
        ),
        Text(
            "Andelen er de timer, der tæller, delt med forælderens egne timer. 37 timer dækker ikke hele tabet for den, der arbejdede mere.",
            "The share is the hours that count divided by the parent's own. 37 hours do not cover the whole loss of one who worked more.",
        ),
        Text(
            "Er hele arbejdet opgivet, så bevilg alle timerne og skriv over_37_reason.",
            "Where the whole job is given up, grant all the hours and write over_37_reason.",
        ),
        GUIDANCE,
        "hours = 37.0  # weekly_hours = 48.0", Text('hours = 48.0  # med over_37_reason = "hele arbejdet er opgivet"', 'hours = 48.0  # with over_37_reason = "hele arbejdet er opgivet"'),
    ),
    "U117": FindingPage(
        Text(
            "bevillingen begynder {from:day}, før der er søgt ({applied:day})",
            "the grant begins {from:day}, before the application ({applied:day})",
        ),
        Text(
            "Hjælpen gives normalt tidligst fra ansøgningen; en tidligere dag skal kunne begrundes.",
            "The help is normally given from the application at the earliest; an earlier day needs a reason.",
        ),
        Text("Ret from eller applied, eller begrund dagen.", "Correct from or applied, or give the reason of the day."),
        Statute(lost_earnings.ACT),
        "from = 2025-01-01  # applied = 2025-02-01", "from = 2025-02-01",
    ),
    "U201": FindingPage(
        Text("besparelsen pr. km er statens takst ({rate:kr})", "the saving per km is the state's rate ({rate:kr})"),
        Text("Besparelsen skal være den faktiske; statens takst som fast besparelse blev afvist.", "The saving must be the real one; the state's rate as a flat saving was rejected."),
        Text("Brug den faktiske udgift: brændstof, slid, billet.", "Use the real cost: fuel, wear, ticket."),
        "principafgørelse 20896-94",
        "rate_per_km = 2.28", "rate_per_km = 1.35",
    ),
    "U202": FindingPage(
        Text("besparelse på dagpasning, men barnet er {age:n} år", "a daycare saving, but the child is {age:n}"),
        Text("En besparelse findes kun, hvor et modul faktisk er fravalgt; skolebørn går sjældent i dagpasning.", "A saving exists only for a module really dropped; schoolchildren are seldom in daycare."),
        Text("Kontrollér, at modulet findes, eller sæt until.", "Check that the module exists, or set until."),
        Section("savings"),
        Text('kind = "daycare"  # barnet er 8 år', 'kind = "daycare"  # the child is 8'), "until = 2025-07-31",
    ),
    "U203": FindingPage(
        Text("serviceniveauet {name:text} trækker besparelser fra bruttoydelsen", "the service level {name:text} deducts savings from the gross"),
        Text("Besparelser trækkes fra nettoydelsen; fra bruttoydelsen sænker de også pension og ferietillæg.", "Savings come off the net; off the gross they also lower pension and holiday supplements."),
        Text("Ret serviceniveauet: savings_from = \"net\".", "Correct the service level: savings_from = \"net\"."),
        Section("savings"),
        'savings_from = "gross"', 'savings_from = "net"',
    ),
    "U204": FindingPage(
        Text("besparelserne {savings:kr} er over {percent:n} % af {gross:kr}", "the savings {savings:kr} are above {percent:n} % of {gross:kr}"),
        Text("Store besparelser stadfæstes sjældent i Ankestyrelsen uden dokumentation.", "Large savings seldom stand on appeal without documents."),
        Text("Kontrollér, at hver besparelse er reel; ellers acceptér med en begrundelse.", "Check that each saving is real; otherwise accept with a reason."),
        Section("savings"),
        Text("monthly = 6000.00  # bruttoydelsen er 18000", "monthly = 6000.00  # gross 18000"), "monthly = 854.00",
    ),
    "U205": FindingPage(
        Text("besparelser på {savings:kr} skal trækkes fra nettoydelsen; der er ingen skatteoplysninger", "savings of {savings:kr} come off the net; there are no tax data"),
        Text("Uden skattekort kan nettoydelsen ikke skønnes; lønsystemet må trække besparelsen fra.", "Without a tax card the net cannot be estimated; payroll must deduct the saving."),
        Text("Tilføj [lost_earnings.tax] for at se udbetalingen.", "Add [lost_earnings.tax] to see the payout."),
        Section("savings"),
        "[[lost_earnings.saving]]", "[lost_earnings.tax]",
    ),
    "U301": FindingPage(
        Text("bevillingen er tidsbegrænset til {until:day} uden en aftalt periode", "the grant is limited to {until:day} without an agreed period"),
        Text(
            "En løbende ydelse må ikke tidsbegrænses uden aftale. Slutter bevillingen den dag, forælderen selv ønskede at stoppe, er den ikke tidsbegrænset.",
            "A running benefit may not be limited in time without agreement. A grant that ends on the day the parent wished to stop is not limited.",
        ),
        Text("Slet until, eller skriv [lost_earnings.end] med reason = \"agreed_period\".", "Delete until, or write [lost_earnings.end] with reason = \"agreed_period\"."),
        "principafgørelse C-24-08",
        "until = 2025-12-31", 'reason = "agreed_period"',
    ),
    "U302": FindingPage(
        Text("ydelsen løber videre til og med {until:day} (afvikling)", "the benefit runs on until {until:day} (run-off)"),
        Text("Efter bortfald løber ydelsen i 14 uger (før 2018 til udgangen af tredje måned).", "After the conditions lapse the benefit runs for 14 weeks (before 2018 to the end of the third month)."),
        Text("Skriv slutdatoen i afgørelsen; oplys ny indtægt i [[lost_earnings.new_income]].", "Name the last day in the decision; give new income in [[lost_earnings.new_income]]."),
        (Section("run_off"), NOTICE),
        Text('reason = "moved"  # i virkeligheden er betingelserne bortfaldet', 'reason = "moved"  # in truth the conditions lapsed'), 'reason = "conditions_lapsed"', "date",
    ),
    "U303": FindingPage(
        Text("barnet fylder 18 år {date:day}", "the child turns 18 on {date:day}"),
        Text("Ingen ydelse her løber fra 18-årsdagen; familien skal vejledes i god tid.", "No benefit here runs from the 18th birthday; the family must be advised in time."),
        Text("Planlæg ophøret og overgangen til reglerne for voksne.", "Plan the end and the passage to the adult rules."),
        Statute(lost_earnings.ACT, "stk. 1"),
        Text("born = 2008-05-20  # beregnet for 2026-03-01", "born = 2008-05-20  # calculated for 2026-03-01"), 'reason = "child_18"',
    ),
    "U304": FindingPage(
        Text("kun {count:n} enkeltdage i {year}; normalt mindst {least:n}", "only {count:n} single days in {year}; normally at least {least:n}"),
        Text("To-tre dage om året er i praksis ikke nok til en bevilling; fire er en praktisk nedre grænse.", "Two or three days a year are in practice not enough for a grant; four is a practical minimum."),
        Text("Kontrollér, om flere dage mangler; begrund ellers bevillingen.", "Check whether days are missing; otherwise give the reason."),
        "principafgørelse C-8-08",
        Text("[[lost_earnings.single_day]]  # én i året", "[[lost_earnings.single_day]]  # one in the year"), Text("[[lost_earnings.single_day]]  # fire i året", "[[lost_earnings.single_day]]  # four in the year"),
    ),
    "U305": FindingPage(
        Text("nedsat fra {before:n} til {after:n} timer {from:day}: 12,5 % af den ophørte del forfalder", "reduced from {before:n} to {after:n} hours {from:day}: 12.5 % of the part that ended is due"),
        Text("Ved nedsættelse gives feriegodtgørelse af den del, der ophører.", "On a reduction the holiday allowance of the part that ends is due."),
        Text("Se beløb og måned med udmaal ledger.", "See amount and month with udmaal ledger."),
        Section("ending_supplement"),
        Text("hours = 20.0  # før 37.0, intet udbetalt", "hours = 20.0  # 37.0 before, nothing paid"), "udmaal ledger sag.toml", "from",
    ),
    "U306": FindingPage(
        Text("dagen, hvor afgørelsen blev modtaget, mangler; fristen regnes fra {date:day}", "the day the decision was received is missing; the notice counts from {date:day}"),
        Text("De 14 uger regnes fra den seneste af de to dage: bortfaldet og modtagelsen af afgørelsen.", "The 14 weeks count from the later of two days: the lapse and the receipt of the decision."),
        Text("Tilføj decision_received, også når dagen ligger før bortfaldet.", "Add decision_received, also where the day lies before the lapse."),
        NOTICE,
        "date = 2026-05-31", "decision_received = 2026-06-03", "date",
    ),
    "U309": FindingPage(
        Text("timerne er nedsat betydeligt: de hidtidige {hours:n} timer afvikles til og med {until:day}", "the hours are reduced considerably: the former {hours:n} hours run off until {until:day}"),
        Text("Efter kommunens serviceniveau afvikles de hidtidige timer som ved et ophør, når de nedsættes betydeligt.", "By the municipality's service level the former hours run off as at an end when they are reduced considerably."),
        Text("Skriv datoen i afgørelsen; var det forælderens eget ønske, så skriv by_wish = true.", "Name the date in the decision; if it was the parent's own wish, write by_wish = true."),
        Text("kommunens serviceniveau", "the municipality's service level"),
        Text("hours = 20.0  # 37.0 dagen før", "hours = 20.0  # 37.0 the day before"), "by_wish = true",
    ),
    "U307": FindingPage(
        Text(
            "seneste bevilling, ændring eller opfølgning er fra {date:day}: den årlige opfølgning mangler",
            "the last grant, change or follow-up is of {date:day}: the yearly follow-up is due",
        ),
        Text(
            "Et løbende forløb følges op mindst en gang om året: er betingelser, timer og besparelser stadig de samme?",
            "A running course is followed up at least once a year: are conditions, hours and savings still the same?",
        ),
        Text("Følg op, og skriv dagen i followed_up.", "Follow up, and write the day in followed_up."),
        (Statute(lost_earnings.ACT), Text("kommunens serviceniveau", "the municipality's service level")),
        Text("from = 2024-01-01  # beregnet for 2026-03-01", "from = 2024-01-01  # calculated for 2026-03-01"), "followed_up = 2026-02-10",
    ),
    "U308": FindingPage(
        Text(
            "overgangen fra {from:day} har varet over tre måneder",
            "the transition from {from:day} has lasted more than three months",
        ),
        Text(
            "Timer, mens skole eller dagtilbud tilpasses barnet, gives normalt højst tre måneder.",
            "Hours while school or daycare adapts to the child are normally given for at most three months.",
        ),
        Text(
            "Tag stilling til, om timerne skal fortsætte på et andet grundlag; slet ellers transition.",
            "Decide whether the hours go on for another reason; then delete transition.",
        ),
        Text("kommunens serviceniveau (Rudersdal: normalt højst tre måneder)", "the municipality's service level (Rudersdal: normally at most three months)"),
        Text("transition = true  # fire måneder senere", "transition = true  # four months later"), Text("transition = true\nuntil = 2025-05-31  # tre måneder", "transition = true\nuntil = 2025-05-31  # three months"),
    ),
    "U401": FindingPage(
        Text("årets udgifter {yearly:kr} ligger inden for 2 % af {limit:kr}", "the yearly costs {yearly:kr} are within 2 % of {limit:kr}"),
        Text("Nogle få kroner afgør, om der er ret til ydelsen.", "A few kroner decide whether there is a right to the benefit."),
        Text("Kontrollér hver post en ekstra gang.", "Check each item once more."),
        Statute(extra_costs.ACT),
        Text("amount = 459.91  # 5.518,92 om året", "amount = 459.91  # 5,518.92 a year"), Text("amount = 462.50  # efter endnu et blik på bilagene", "amount = 462.50  # after a second look at the receipts"),
    ),
    "U402": FindingPage(
        Text("udgift til {kind:term} uden normaludgift", "a cost of {kind:term} with no normal cost"),
        Text("Kun det, der ligger ud over, hvad enhver familie betaler, er en merudgift.", "Only what goes beyond what any family pays is an extra cost."),
        Text("Tilføj normal, eller acceptér med en begrundelse.", "Add normal, or accept with a reason."),
        Statute(extra_costs.ACT),
        "amount = 3000.00", "amount = 3000.00\nnormal = 1800.00",
    ),
    "U403": FindingPage(
        Text("fastsat {date:day}, for over et år siden: opfølgning mangler", "fixed {date:day}, over a year ago: follow-up is due"),
        Text("Merudgiftsydelsen følges op mindst en gang om året.", "The grant is followed up at least once a year."),
        Text("Fastsæt på ny, og tilføj afgørelsen som en ny [[extra_costs]].", "Fix it anew, and add the decision as a new [[extra_costs]]."),
        OrderSection("§ 6"),
        "decided = 2023-02-15", "decided = 2025-02-15",
    ),
    "U404": FindingPage(
        Text("gamle regler: skal fastsættes på ny senest {date:day}", "old rules: to be re-decided by {date:day}"),
        Text("Siden 1. september 2025 gælder kompensationsydelsen; gamle ydelser løber, til de fastsættes på ny.", "Since 1 September 2025 the kompensationsydelse applies; old grants run until re-decided."),
        Text("Planlæg en ny fastsættelse.", "Plan a new decision."),
        "L 201 (2024-25)",
        "decided = 2025-02-15", "decided = 2025-10-01",
    ),
    "U405": FindingPage(
        Text("de gamle regler gælder ikke fra {date:day}: ydelsen skulle være fastsat på ny", "the old rules do not hold from {date:day}: should have been re-decided"),
        Text("Ydelser fra før 1. september 2025 gælder ikke efter overgangen; sagen kan ikke beregnes.", "Grants from before 1 September 2025 do not hold after the transition; the case cannot be calculated."),
        Text("Fastsæt kompensationsydelsen, og skriv dagen i decided.", "Fix the kompensationsydelse, and write its day in decided."),
        "L 201 (2024-25)",
        "decided = 2025-02-15", "decided = 2027-08-15",
    ),
    "U406": FindingPage(
        Text("gruppe {group:n} ville give {other:kr} om året i stedet for {current:kr}", "group {group:n} would give {other:kr} a year in place of {current:kr}"),
        Text("Familien vælger gruppe og skal kunne vælge på et oplyst grundlag. Der sammenlignes over et år; enkeltudgifter tæller én gang, i de første tolv måneder.", "The family chooses the group and must know what it chooses. The groups are compared over a year; one-offs count once, in the first twelve months."),
        Text("Vejled familien om den anden gruppe.", "Advise the family of the other group."),
        "L 201 (2024-25)",
        "group = 1", 'group = "best"',
    ),
    "U407": FindingPage(
        Text("{kind:term} er dokumenteret, men dækkes ikke i gruppe 2", "{kind:term} is documented, but not covered in group 2"),
        Text("Uden for listens nr. 1–8 dækker gruppe 2 kun en udgift, der alene er over grænsen i nr. 9; ellers tæller den kun med i gruppe 1.", "Outside nos. 1–8 of the list group 2 covers a cost only where it alone is over the limit of no. 9; otherwise it counts for group 1 alone."),
        Text("Kontrollér udgiftens art, og om flere poster er én udgift; forklar familien, hvad der er udeladt.", "Check the kind, and whether several items are one cost; tell the family what is left out."),
        OrderSection("§ 5"),
        'kind = "laundry"', Text('kind = "clothing"  # hvis udgiften er til tøj', 'kind = "clothing"  # if that is what it is'),
    ),
    "U408": FindingPage(
        Text("standardbeløbet {standard:kr} er under den faktiske udgift {real:kr}", "the standard amount {standard:kr} is below the real cost {real:kr}"),
        Text("Et standardbeløb må ikke træde i stedet for en dokumenteret højere udgift.", "A standard amount may not take the place of a higher documented cost."),
        Text("Slet standard, og regn med den faktiske udgift.", "Delete standard, and use the real cost."),
        Text("Højesterets domme af 19. august 2014 (288/2013 og 289/2013)", "judgments of the Supreme Court, 19 August 2014 (288/2013 and 289/2013)"),
        'standard = "gluten_free"\namount = 1000.00', "amount = 1000.00",
    ),
    "U409": FindingPage(
        Text("gruppe 1, men en aftale om enkeltudgifter fra {date:day} binder til gruppe 2 i 12 måneder", "group 1, but an agreement on one-offs of {date:day} binds to group 2 for 12 months"),
        Text("Aftalen om enkeltudgifter, når de er dokumenteret, binder til gruppe 2 i 12 måneder.", "The agreement to pay one-offs when documented binds to group 2 for 12 months."),
        Text("Vent med skiftet, eller ret aftalens dato.", "Wait with the change, or correct the date of the agreement."),
        OrderSection("§ 5"),
        "group = 1\noneoffs_when_documented = 2026-01-01", "group = 2\noneoffs_when_documented = 2026-01-01",
    ),
    "U410": FindingPage(
        Text("enkeltudgiften på {amount:kr} kr., dokumenteret {date:day}, dækkes ikke af afgørelsen fra {decided:day}", "the one-off of {amount:kr} kr., documented on {date:day}, is not covered by the decision of {decided:day}"),
        Text("En enkeltudgift, der ikke var forudset, indgår i ingen sum og ingen grænse. Den dækkes kun, hvor afgørelsen giver grundlag for det: løbende udgifter over bagatelgrænsen, eller i gruppe 2 en aftale om at betale, når der er dokumenteret.", "A one-off that was not foreseen is in no sum and no test. It is covered only where the decision bears it: running costs from the threshold on, or in group 2 an agreement to pay when documented."),
        Text("Vurdér, om udgiften giver grund til en ny afgørelse; fortæl familien, hvorfor den ikke er betalt.", "Consider whether the cost calls for a new decision; tell the family why it is not paid."),
        OrderSection("§§ 5–6"),
        Text('per = "once"\ndate = 2026-04-14  # gruppe 2, intet aftalt', 'per = "once"\ndate = 2026-04-14  # group 2, nothing agreed'), Text("oneoffs_when_documented = 2026-02-01  # aftalt forinden", "oneoffs_when_documented = 2026-02-01  # agreed before"),
    ),
    "U411": FindingPage(
        Text("enkeltudgifternes tolv rater er betalt fra {from:day}, og de løbende udgifter, {running:kr}, er ikke over gruppe 2's grænse på {limit:kr}", "the twelve instalments of the one-offs are paid as of {from:day}, and the running costs, {running:kr}, are not over group 2's limit of {limit:kr}"),
        Text("Retten til gruppe 2 byggede på enkeltudgifterne. Ydelsen løber, til den revurderes.", "The right to group 2 rested on the one-offs. It goes on until it is reassessed."),
        Text("Revurdér gruppen; vejled familien om gruppe 1.", "Reassess the group; advise the family of group 1."),
        OrderSection("§§ 5–6"),
        Text("decided = 2025-10-01  # beregnet for 2026-10-01", "decided = 2025-10-01  # calculated for 2026-10-01"), Text("until = 2026-09-30  # og en ny afgørelse fra den dag", "until = 2026-09-30  # and a new decision from then on"),
    ),
    "U412": FindingPage(
        Text("ansøgt {applied:day}, før reformen 1. september 2025, og afgjort {decided:day}: tag stilling til, hvilke regler der gælder", "applied for on {applied:day}, before the reform of 1 September 2025, and decided on {decided:day}: settle which rules hold"),
        Text("Ansøgningen er fra de gamle regler, afgørelsen fra de nye. Dagen for afgørelsen er afgørende for reglerne, medmindre sagsfilen siger andet.", "The application is from the old rules, the decision from the new ones. The day of the decision chooses the rules unless the file says otherwise."),
        Text('Skriv det i afgørelsen: rules = "threshold" beholder de gamle regler, udeladt gælder de nye.', 'Say so in the decision: rules = "threshold" keeps the old rules; left out, the new ones hold.'),
        "L 201 (2024-25)",
        "decided = 2025-11-03\napplied = 2025-06-10", '[[accepted]]\ncode = "U412"',
    ),
    "U501": FindingPage(
        Text("{text:term} står også i {other:text}", "{text:term} also stands in {other:text}"),
        Text("En udgift, der dækkes efter en anden bestemmelse, er ikke en merudgift.", "A cost covered by another provision is no extra cost."),
        Text("Slet den ene, eller acceptér med en begrundelse.", "Delete one of them, or accept with a reason."),
        Statute(extra_costs.ACT, "stk. 1"),
        Text('text = "svømning"  # også i leisure', 'text = "svømning"  # also in leisure'), 'text = "svømmehjælp"',
    ),
    "U502": FindingPage(
        Text("hjemmeundervisning blandt udgifterne til hjemmetræning", "home schooling among the costs of home training"),
        Text("Hjemmeundervisning hører under skolen og dækkes aldrig af hjemmetræningen.", "Home schooling belongs to the school and is never covered by home training."),
        Text("Slet posten.", "Delete the item."),
        Statute(home_training.ACT, "stk. 5", servicelov=""),
        'kind = "home_schooling"', 'kind = "helper"',
    ),
    "U503": FindingPage(
        Text("{days:n} døgns aflastning er over niveauet på {most:n}", "{days:n} days of respite are above the level of {most:n}"),
        Text("Niveauet er vejledende; en afvigelse skal begrundes konkret.", "The level is guidance; a deviation needs a reason of its own."),
        Text("Begrund afvigelsen i afgørelsen, og skriv den i deviation_reason; så står den på linjen.", "Give the reason in the decision and in deviation_reason; the line then shows it."),
        Text("kommunens serviceniveau", "the municipality's service level"),
        "days = 75", "days = 52",
    ),
    "U601": FindingPage(
        Text("teksten ligner et CPR-nummer", "the text looks like a CPR number"),
        Text("Sagsfiler deles og arkiveres; de må ikke indeholde personnumre.", "Case files are shared and archived; they may hold no personal numbers."),
        Text("Slet nummeret, og brug et opdigtet id.", "Delete the number, and use an invented id."),
        Text("databeskyttelsesreglerne", "data protection"),
        "case_id = \"ddmmåå-nnnn\"", 'case_id = "2026-0457"',
    ),
    "U602": FindingPage(
        Text("bygger på satser, der ikke er set offentliggjort: {rates:rates}", "rests on rates not seen published: {rates:rates}"),
        Text("Beregnede og foreløbige satser kan blive rettet, når de offentliggøres.", "Derived and provisional rates may change when they are published."),
        Text("Kilden står under beregningen (udmaal calc); beregn igen, når satsen er offentliggjort.", "The source stands below the calculation (udmaal calc); calculate again when the rate is published."),
        Text("satserne", "the rates"),
        'status = "derived"', 'status = "published"',
    ),
    "U604": FindingPage(
        Text("{amount:kr} kan næppe passe: {why:term}", "{amount:kr} can hardly be right: {why:term}"),
        Text(
            "Et komma, der er faldet ud, en procent i stedet for kroner eller et beløb for en uge eller et år i stedet for en måned giver et forkert resultat, der ser rigtigt ud.",
            "A lost decimal point, a percentage in place of kroner, or an amount of a week or a year in place of a month gives a wrong result that looks right.",
        ),
        Text("Kontrollér beløbet; skriv en procent i employer_pension_percent. Er beløbet rigtigt, så acceptér med en begrundelse.", "Check the amount; write a percentage in employer_pension_percent. If the amount is right, accept with a reason."),
        "–",
        "employer_pension = 8.0", "employer_pension_percent = 8.0",
    ),
    "U603": FindingPage(
        Text("{code} er accepteret, men gives ikke længere", "{code} is accepted, but nothing brings it"),
        Text("En accepteret anmærkning, som ikke længere gives, skjuler, at sagen har ændret sig.", "A waiver without a use hides that the case has changed."),
        Text(
            "Slet [[accepted]]; udmaal check --fix gør det, hvis anmærkningen ikke gives på nogen anden dag.",
            "Delete the [[accepted]]; udmaal check --fix does so if no other day brings the finding.",
        ),
        Text("sagsfilen", "the case file"),
        '[[accepted]]\ncode = "U204"', Text("# slettet", "# deleted"),
    ),
    "U605": FindingPage(
        Text("{old:text} er et gammelt navn for {new:text}", "{old:text} is an old name for {new:text}"),
        Text(
            "Navnet læses stadig og giver de samme beløb, men kun det nye er beskrevet.",
            "The name is still read and gives the same amounts, but only the new one is described.",
        ),
        Text("Skriv det nye navn; udmaal check --fix gør det.", "Write the new name; udmaal check --fix does so."),
        Text("sagsfilen", "the case file"),
        'kind = "other_listed"', 'kind = "other"',
    ),
}  # fmt: skip
