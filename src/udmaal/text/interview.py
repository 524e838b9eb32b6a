"""The words of questions that are not about one key of the case file."""

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

# The facts that ``udmaal change`` adds.
FACTS: dict[str, Text] = {
    "hours": Text("nye timer", "new hours"),
    "decision": Text("ny afgørelse om merudgifter", "new decision on extra costs"),
    "end": Text("ophør af tabt arbejdsfortjeneste", "end of lost earnings"),
    "costs-end": Text("ophør af merudgiftsydelse", "end of extra costs"),
    "single-day": Text("enkeltdag", "single day"),
    "payslip": Text("lønseddel", "payslip"),
    "follow-up": Text("opfølgning", "follow-up"),
}
# What becomes of an item in the next decision.
ITEM_CHOICES: dict[str, Text] = {
    "keep": Text("behold", "keep"),
    "change": Text("ret", "change"),
    "remove": Text("udelad", "leave out"),
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
    "fact": KeyText(
        Text("Hvad er nyt", "What is new"),
        Text(
            "Det føjes til sagen; det gamle bliver stående",
            "It is added to the case; the old stays",
        ),
    ),
    "course": KeyText(
        Text("Hvilket forløb", "Which course"),
        Text("Det forløb, oplysningen hører til", "The course that the fact is about"),
    ),
    "former": KeyText(
        Text("Udgift", "Cost"),
        Text("Fra den seneste afgørelse", "From the last decision"),
    ),
    "write": KeyText(
        Text("Skriv", "Write"),
        Text("Skriv ændringen i filen", "Write the change to the file"),
    ),
    "item": KeyText(
        Text("En udgift mere", "One more cost"),
        Text(
            "Én ad gangen, som de står i ansøgningen",
            "One at a time, as they stand in the application",
        ),
    ),
}
