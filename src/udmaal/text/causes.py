"""Why an amount differs from one date to the next, or from one file of a case to another."""

from udmaal.language import Text

CAUSES: dict[str, Text] = {
    "rules": Text(
        "Andre regler: {after} i stedet for {before}", "Other rules: {after} in place of {before}"
    ),
    "decision": Text(
        "Afgørelsen af {decided:day} er trådt i stedet for den af {former:day}",
        "The decision of {decided:day} has taken the place of that of {former:day}",
    ),
    "regulation": Text(
        "Regulering 1. januar {year}: {percent:n} %", "Regulation 1 January {year}: {percent:n} %"
    ),
    "regulation.none": Text(
        "Ingen regulering 1. januar {year} ({percent:n} %)",
        "No regulation 1 January {year} ({percent:n} %)",
    ),
    "hours": Text("Timer: {before:n} → {after:n} om ugen", "Hours: {before:n} → {after:n} a week"),
    "hours.since": Text(
        "Timer: {before:n} → {after:n} om ugen fra {since:day}",
        "Hours: {before:n} → {after:n} a week from {since:day}",
    ),
    "rate": Text(
        "{name}: {before:kr} → {after:kr} {unit} fra {effective:day}",
        "{name}: {before:kr} → {after:kr} {unit} from {effective:day}",
    ),
    "rate.number": Text(
        "{name}: {before:n} → {after:n} {unit} fra {effective:day}",
        "{name}: {before:n} → {after:n} {unit} from {effective:day}",
    ),
    "fact.number": Text(
        "{label}: {before:n} → {after:n} {unit}", "{label}: {before:n} → {after:n} {unit}"
    ),
    "fact.formula": Text("{label}: {formula}", "{label}: {formula}"),
    "fact": Text(
        "{label}: {before:kr} → {after:kr} {unit}", "{label}: {before:kr} → {after:kr} {unit}"
    ),
    "fact.new": Text("Nyt: {label}, {amount} ({formula})", "New: {label}, {amount} ({formula})"),
    "fact.gone": Text("Ikke længere: {label}, {amount}", "No longer: {label}, {amount}"),
    "facts": Text("Andre oplysninger i sagen", "Other facts of the case"),
    "begun": Text("Ydelsen er begyndt {first:day}", "The benefit began on {first:day}"),
    "begun.pause": Text(
        "Pausen fra {first:day} til og med {last:day} er slut",
        "The pause from {first:day} to {last:day} is over",
    ),
    "begun.year": Text("Ydelsen er oplyst for {year}", "The benefit is given for {year}"),
    "begun.decision": Text(
        "Afgørelsen af {decided:day} gælder", "The decision of {decided:day} is in force"
    ),
    "begun.no_table": Text(
        "Ydelsen stod ikke i sagen før", "The benefit did not stand in the case before"
    ),
    "begun.again": Text(
        "Der er en ydelse igen (før: {why})", "There is a benefit again (before: {why})"
    ),
    "ended": Text("Ydelsen er ophørt; {why}", "The benefit has ended; {why}"),
    "ended.run_off": Text(
        "Ydelsen er ophørt: forløbet sluttede {end:day} ({reason:term}), afviklingen {last:day}",
        "The benefit has ended: the course ended on {end:day} ({reason:term}), the run-off on "
        "{last:day}",
    ),
    "ended.for_now": Text("Ingen ydelse: {why}", "No benefit: {why}"),
    "ended.no_table": Text(
        "Ydelsen står ikke længere i sagen", "The benefit no longer stands in the case"
    ),
}
# What decides a step of the calculation, where it is not what decided before.
DECIDED: Text = Text(
    "Bestemt af: {after} (før: {before})", "Decided by: {after} (before: {before})"
)
DECIDED_NEW: Text = Text("Bestemt af: {after}", "Decided by: {after}")
DECIDED_NO_LONGER: Text = Text(
    "Ikke længere bestemt af: {before}", "No longer decided by: {before}"
)
