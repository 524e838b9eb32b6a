"""What the keys of the companion scheme in the case file mean, in both languages."""

from udmaal.language import KeyText, words

CASE_KEYS: dict[str, KeyText] = {
    "companion": words("Ledsagerordning", "Companion scheme", "Ét års ledsagelse, 12-17 år", "A year of companion hours, ages 12 to 17"),
    "companion.year": words("År", "Year", "Kalenderår", "Calendar year"),
    "companion.from": words(
        "Bevilget fra", "Granted from",
        "Første dag, hvis ordningen er bevilget i løbet af året; udeladt: fra januar",
        "First day, if granted in the course of the year; left out: from January",
    ),
    "companion.until": words(
        "Bevilget til og med", "Granted until",
        "Sidste dag, hvis ordningen ophører i løbet af året", "Last day, if the scheme ends in the course of the year",
    ),
    "companion.costs": words(
        "Ledsagerens udgifter", "Companion's costs", "Ledsagerens udgifter, kr. om året", "The companion's costs, kr. a year"
    ),
    "companion.hours_used": words(
        "Brugte timer", "Hours used", "Brugte timer måned for måned, ÅÅÅÅ-MM", "Hours used month by month, YYYY-MM"
    ),
}  # fmt: skip
