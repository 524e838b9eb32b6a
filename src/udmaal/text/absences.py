"""Why a benefit gives no result on a date."""

from udmaal.breakdown import Absence
from udmaal.language import Language, Text
from udmaal.text.render import render

ABSENCES: dict[str, Text] = {
    "not_begun": Text("begynder først {first:day}", "begins on {first:day}"),
    "paused": Text(
        "pause fra {first:day} til og med {last:day}", "paused from {first:day} to {last:day}"
    ),
    "hours_later": Text(
        "timer er først bevilget fra {first:day}; enkeltdage vises måned for måned (udmaal ledger)",
        "hours are granted only from {first:day}; single days stand in udmaal ledger",
    ),
    "hours_ended": Text(
        "de bevilgede timer løb til og med {last:day}; enkeltdage vises måned for måned (udmaal ledger)",
        "the granted hours ran to {last:day}; single days stand in udmaal ledger",
    ),
    "single_days": Text(
        "kun enkeltdage; de vises måned for måned (udmaal ledger)",
        "single days only; they stand in udmaal ledger",
    ),
    "ended": Text("sidste dag var {last:day}", "the last day was {last:day}"),
    "ended.reason": Text(
        "sidste dag var {last:day}: {reason:term}", "the last day was {last:day}: {reason:term}"
    ),
    "ended.run_off": Text("afviklingen sluttede {last:day}", "the run-off ended on {last:day}"),
    "ended.lost_earnings": Text(
        "sidste dag var {last:day}, som for tabt arbejdsfortjeneste",
        "the last day was {last:day}, as of the lost earnings",
    ),
    "ended.three_months": Text(
        "sidste dag var {last:day}, udgangen af den tredje måned",
        "the last day was {last:day}, the end of the third month",
    ),
    "decided_later": Text("fastsat først fra {first:day}", "fixed only from {first:day}"),
    "other_year": Text("oplyst for {year}", "given for {year}"),
    "child_18": Text("barnet fyldte 18 år {date:day}", "the child turned 18 on {date:day}"),
}


def absence_text(absence: Absence, language: Language) -> str:
    """Say why there is no benefit."""
    return render(ABSENCES[absence.code].in_(language), absence.values, language)
