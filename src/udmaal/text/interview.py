"""The words of the questions of ``udmaal new`` that are not about one key of the case file."""

from udmaal.language import KeyText, Text
from udmaal.law.benefits import BY_KEY
from udmaal.text.terms import TERMS

# The first of each is written, all are understood.
YES = (Text("ja", "yes"), Text("j", "y"))
NO = (Text("nej", "no"), Text("n", "n"))

# The choices in words.
SAID: dict[str, Text] = {
    **TERMS,
    **{key: Text(*map(str.lower, benefit.names[""])) for key, benefit in BY_KEY.items()},
    "both": Text("begge dele", "both"),
}

ASIDES: dict[str, KeyText] = {
    "benefits": KeyText(
        Text("Hvad er der søgt om", "What was applied for"),
        Text(
            "De mindre ydelser står i filen som muligheder",
            "The smaller benefits stand in the file as choices",
        ),
    ),
    "lost_earnings": KeyText(
        Text("Et forløb mere", "One more course"),
        Text("Den anden forælder, eller et senere forløb", "The other parent, or a later course"),
    ),
    "saving": KeyText(
        Text("Er der en besparelse", "Is there a saving"),
        Text(
            "Transport eller pasning, der reelt spares ved ikke at arbejde",
            "Transport or care that is really saved by not working",
        ),
    ),
    "item": KeyText(
        Text("En udgift mere", "One more cost"),
        Text(
            "Én ad gangen, som de står i ansøgningen",
            "One at a time, as they stand in the application",
        ),
    ),
}
