"""``udmaal explain``: what a code, a rate or a line means."""

import difflib
from typing import Annotated

from udmaal.cli.completion import page_keys
from udmaal.cli.declare import argument, option
from udmaal.cli.language import say
from udmaal.cli.messages import CommandError
from udmaal.cli.session import Session, with_session
from udmaal.language import Text

HELP = Text(
    "Forklar en anmærkning, antagelse, sats eller linje.\n\n"
    "Eksempel: udmaal explain U201; udmaal explain lost_earnings.ceiling",
    "Explain a finding, an assumption, a rate or a line.\n\n"
    "Example: udmaal explain U201; udmaal explain lost_earnings.ceiling",
)


@with_session(levels=False)
def explain(
    session: Session,
    key: Annotated[
        str | None,
        argument(metavar=Text("KODE", "CODE"), show_default=False, autocompletion=page_keys),
    ] = None,
    everything: Annotated[
        bool, option("--all", help=Text("Vis det hele.", "Show everything."))
    ] = False,
) -> int:
    """Print the page of a key, or of all."""
    from udmaal.output.explain import all_pages, known_keys, page  # noqa: PLC0415 - help needs none
    from udmaal.output.write import write  # noqa: PLC0415

    if everything:
        write(all_pages(session.language), None)
        return 0
    text = page(key, session.rates, session.language) if key else None
    if text is None:
        near = difflib.get_close_matches(key or "", known_keys(), 3, 0.5)
        raise CommandError(
            say(f"{key} kendes ikke", f"unknown: {key}") if key else say(
                "KODE mangler", "CODE is missing"),
            say(f"mente du {', '.join(near)}?" if near else "se udmaal explain --all",
                f"did you mean {', '.join(near)}?" if near else "see udmaal explain --all"),
        )  # fmt: skip
    write(text, None)
    return 0
