"""What the keys of respite in the case file mean, in both languages."""

from udmaal.language import KeyText, words

CASE_KEYS: dict[str, KeyText] = {
    "respite": words("Aflastning", "Respite", "Døgn med aflastning i ét år", "Days of respite in a year"),
    "respite.year": words("År", "Year", "Kalenderår", "Calendar year"),
    "respite.days": words("Døgn", "Days", "Bevilgede døgn i året", "Days granted in the year"),
    "respite.deviation_reason": words(
        "Begrundelse for at fravige niveauet", "Reason to depart from the level",
        "Hvorfor serviceniveauets antal døgn ikke gælder for dette barn; aldrig navne eller CPR-numre",
        "Why the service level's days do not hold for this child; never names or CPR numbers",
    ),
}  # fmt: skip
