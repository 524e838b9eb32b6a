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
        "bevilget {granted:n} timer, men de hidtidige {hours:n} løber af til og med {until:day}",
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
}


def remark_text(remark: Remark, language: Language) -> str:
    """Give a remark in words."""
    return render(REMARKS[remark.code].in_(language), remark.values, language)
