"""What happened in a month of a ledger."""

from udmaal.language import Language, Text
from udmaal.ledger import Remark
from udmaal.text.render import render

REMARKS: dict[str, Text] = {
    "start": Text("forløbet begynder {date:day}", "the course begins {date:day}"),
    "taken_over": Text(
        "forløbet er overtaget med grundlag fra {date:day}",
        "the course is taken over with the basis of {date:day}",
    ),
    "no_earlier_gross": Text(
        "bruttoydelsen i {year} er ikke oplyst: 1 % og 12,5 % af den er ikke med",
        "the gross benefit of {year} is not given: 1 % and 12.5 % of it are left out",
    ),
    "hours": Text(
        "fra {date:day}: {after:n} timer om ugen (før {before:n})",
        "from {date:day}: {after:n} hours a week ({before:n} before)",
    ),
    "kept": Text(
        "bevilget {granted:n} timer, men de hidtidige {hours:n} afvikles til og med {until:day}",
        "granted {granted:n} hours, but the former {hours:n} run off until {until:day}",
    ),
    "cut": Text(
        "bevilget {granted:n} timer, skåret ned til 37 timer i alt",
        "granted {granted:n} hours, cut to 37 hours together",
    ),
    "pause": Text(
        "pause efter {date:day} til og med {until:day}", "pause after {date:day} until {until:day}"
    ),
    "regulation": Text(
        "grundlag og loft reguleret for {year}", "basis and ceiling regulated for {year}"
    ),
    "new_income": Text(
        "ny arbejdsindtægt {income:kr} kr./md. fra {date:day}",
        "new work income {income:kr} kr./month from {date:day}",
    ),
    "single_day": Text(
        "enkeltdag {date:day}, {hours:n} timer", "single day {date:day}, {hours:n} hours"
    ),
    "single_day.covered": Text(
        "enkeltdag {date:day}, {hours:n} timer: alle egne timer er bevilget, intet tabes",
        "single day {date:day}, {hours:n} hours: all own hours are granted, nothing is lost",
    ),
    "paid_holiday": Text(
        "ferie med løn, {days:n} af {of:n} hverdage",
        "holiday with pay, {days:n} of {of:n} weekdays",
    ),
    "saving": Text(
        "besparelse fra {date:day}, {note:or_kind}: {monthly:kr} kr./md.",
        "saving from {date:day}, {note:or_kind}: {monthly:kr} kr./month",
    ),
    "saving_ends": Text(
        "besparelse til og med {date:day}: {note:or_kind}",
        "saving until {date:day}: {note:or_kind}",
    ),
    "payments": Text(
        "udbetalt ad flere gange: {amounts:sum} (række {rows} i filen)",
        "paid in several payments: {amounts:sum} (rows {rows} of the file)",
    ),
    "end": Text("ophør {date:day}: {reason:term}", "end {date:day}: {reason:term}"),
    "run_off": Text(
        "afvikling fra {date:day} til og med {until:day}",
        "run-off from {date:day} until {until:day}",
    ),
    "run_off_end": Text("afviklingen slutter {date:day}", "the run-off ends {date:day}"),
    "last_day": Text("sidste dag {date:day}", "last day {date:day}"),
    "birthday_18": Text(
        "barnet fylder 18 år dagen efter {date:day}", "the child turns 18 the day after {date:day}"
    ),
    # extra costs
    "decision": Text(
        "afgørelsen af {decided:day} gælder fra {date:day}",
        "the decision of {decided:day} holds from {date:day}",
    ),
    "decision.replaces": Text(
        "afgørelsen af {decided:day} gælder fra {date:day} og afløser den af {former:day}",
        "the decision of {decided:day} holds from {date:day} in place of that of {former:day}",
    ),
    "decision.ends": Text(
        "afgørelsen af {decided:day} gælder til og med {date:day}",
        "the decision of {decided:day} holds until {date:day}",
    ),
    "monthly": Text(
        "{after:kr} kr. om måneden (før {before:kr}) efter afgørelsen af {decided:day}",
        "{after:kr} kr. a month ({before:kr} before) by the decision of {decided:day}",
    ),
    "monthly.same": Text(
        "{after:kr} kr. om måneden som før, nu efter afgørelsen af {decided:day}",
        "{after:kr} kr. a month as before, now by the decision of {decided:day}",
    ),
    "monthly.nothing": Text(
        "intet månedligt beløb efter afgørelsen af {decided:day}",
        "no monthly amount by the decision of {decided:day}",
    ),
    "flat": Text(
        "det faste beløb er {after:kr} kr. i {year} (før {before:kr})",
        "the flat amount is {after:kr} kr. in {year} ({before:kr} before)",
    ),
    "instalments": Text(
        "enkeltudgifter på {amount:kr} kr. betales i rater med månedsbeløbet",
        "one-offs of {amount:kr} kr. are paid by instalments with the monthly amount",
    ),
    "instalments.paid": Text(
        "enkeltudgifternes tolv rater er betalt", "the twelve instalments of the one-offs are paid"
    ),
    "instalments.stopped": Text(
        "ingen flere rater til enkeltudgifter", "no more instalments of the one-offs"
    ),
    "agreement": Text(
        "enkeltudgifter betales, når de er dokumenteret, efter aftale fra {date:day}",
        "one-offs are paid when documented, by agreement from {date:day}",
    ),
    "one_off": Text(
        "enkeltudgifter på {amount:kr} kr. efter afgørelsen af {decided:day}",
        "one-offs of {amount:kr} kr. by the decision of {decided:day}",
    ),
    "twelve_months": Text(
        "ydelsen er for tolv kalendermåneder, til og med {last:month}",
        "the benefit is for twelve calendar months, until {last:month}",
    ),
    "twelve_months.over": Text(
        "de tolv kalendermåneder er gået med {last:month}",
        "the twelve calendar months are over with {last:month}",
    ),
    "back_payment": Text(
        "efterbetaling {amount:kr} kr. efter afgørelsen af {decided:day}, der gælder fra {date:day}",
        "back payment {amount:kr} kr. by the decision of {decided:day}, which holds from {date:day}",
    ),
    "back_payment.some_less": Text(
        "efterbetaling {amount:kr} kr. efter afgørelsen af {decided:day}, der gælder fra "
        "{date:day}; en måned, der giver mindre end før, kræves ikke tilbage",
        "back payment {amount:kr} kr. by the decision of {decided:day}, which holds from "
        "{date:day}; a month with less due than before is not claimed back",
    ),
    "back_payment.less": Text(
        "afgørelsen af {decided:day} giver ingen efterbetaling; i nogle måneder giver den mindre "
        "end før: det kræves ikke tilbage",
        "the decision of {decided:day} brings no back payment; in some months it gives less than "
        "before: it is not claimed back",
    ),
    # the companion scheme
    "scheme": Text("ordningen begynder {date:day}", "the scheme begins {date:day}"),
    "scheme.ends": Text("ordningen slutter {date:day}", "the scheme ends {date:day}"),
    "lapsed": Text(
        "{hours:n} timer bortfalder: ikke brugt inden {months:n} måneder",
        "{hours:n} hours lapse: not used within {months:n} months",
    ),
    "overdrawn": Text(
        "{hours:n} timer brugt ud over dem, der var tilbage",
        "{hours:n} hours used beyond those at hand",
    ),
    # the supplementary benefit
    "supplement": Text("ydelsen begynder {date:day}", "the benefit begins {date:day}"),
    "supplement.weekly": Text(
        "fra {date:day}: {after:kr} kr. om ugen (før {before:kr})",
        "from {date:day}: {after:kr} kr. a week ({before:kr} before)",
    ),
    "supplement.three_months": Text(
        "ydelsen slutter {date:day}: de tre måneder efter ledighedens første er gået",
        "the benefit ends {date:day}: the three months after the first of unemployment are over",
    ),
    "supplement.until": Text(
        "ydelsen slutter {date:day}, som oplyst", "the benefit ends {date:day}, as stated"
    ),
    "supplement.lost_earnings": Text(
        "ydelsen slutter {date:day} med den tabte arbejdsfortjeneste",
        "the benefit ends {date:day} with the lost earnings",
    ),
}


def remark_text(remark: Remark, language: Language) -> str:
    """Give a remark in words."""
    return render(REMARKS[remark.code].in_(language), remark.values, language)
