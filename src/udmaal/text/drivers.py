"""What drives a difference between two calculations of a case."""

from udmaal.language import Text

DRIVERS: dict[str, Text] = {
    "rate": Text("ny sats", "another rate"),
    "regulation": Text("årets regulering", "the yearly regulation"),
    "hours": Text("andre timer", "other hours"),
    "age": Text("barnet er fyldt 18 år", "the child turned 18"),
    "rules": Text("andre regler", "other rules"),
    "decision": Text("en anden afgørelse", "another decision"),
    "period": Text("ydelsen er begyndt eller ophørt", "the benefit began or ended"),
    "facts": Text("andre oplysninger i sagen", "other facts of the case"),
}
