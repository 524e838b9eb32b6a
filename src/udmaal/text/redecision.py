"""What a case is that is decided anew, and what it may be decided to, in words."""

from typing import Final

from udmaal.language import Text

STATUS: Final = {
    "to_redecide": Text("skal afgøres på ny", "to be decided anew"),
    "overdue": Text("frist overskredet", "overdue"),
    "unpaid": Text("får intet efter de gamle regler", "gets nothing under the old rules"),
    "new_rules": Text("afgjort efter de nye regler", "decided under the new rules"),
    "decided_later": Text("en afgørelse på dagen eller senere", "a decision on the day or later"),
    "child_18": Text("barnet er fyldt 18 år", "the child has turned 18"),
    "ended": Text("ophørt", "ended"),
    "fault": Text("fejl", "fault"),
}
ALTERNATIVE: Final = {
    "group_1": Text("gruppe 1", "group 1"),
    "group_2": Text("gruppe 2", "group 2"),
    "group_2_documented": Text("gruppe 2, alt dokumenteret", "group 2, all documented"),
    "nothing": Text("ingen ydelse", "no benefit"),
}
