"""What the keys of home training in the case file mean, in both languages."""

from udmaal.language import FREE_TEXT, KeyText, words

CASE_KEYS: dict[str, KeyText] = {
    "home_training": words(
        "Hjemmetræning", "Home training", "Budgettet for ét års hjemmetræning", "The budget of a year's home training"
    ),
    "home_training.year": words("År", "Year", "Kalenderår", "Calendar year"),
    "home_training.agreed_amount": words(
        "Aftalt beløb", "Agreed amount",
        "Frivilligt aftalt beløb i stedet for de dokumenterede udgifter, kr. om året",
        "A voluntary agreement in place of the documented costs, kr. a year",
    ),
    "home_training.item": words("Udgift", "Cost", "Én udgift til træningen", "One cost of the training"),
    "home_training.item.kind": words("Slags udgift", "Kind of cost", "Udgiftens slags", "The kind of cost"),
    "home_training.item.text": words("Udgiften i ord", "The cost in words", *FREE_TEXT),
    "home_training.item.amount": words("Beløb", "Amount", "Kr. om året", "Kr. a year"),
}  # fmt: skip
