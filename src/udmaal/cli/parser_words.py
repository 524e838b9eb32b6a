"""What the option parser finds wrong, in the language of the run; it knows only English."""

import re

from udmaal.cli.language import current_language
from udmaal.language import Text

# The parser's words, and ours with what it names.
_WORDS = tuple(
    (re.compile(pattern, re.DOTALL), text)
    for pattern, text in (
        (r"Option '?(.+?)'? requires an argument\.", Text("valget {0} mangler en værdi",
                                                         "the option {0} lacks a value")),
        (r"Option '?(.+?)'? does not take a value\.", Text("valget {0} tager ingen værdi",
                                                          "the option {0} takes no value")),
        (r"Missing command\.", Text("der mangler en kommando", "a command is missing")),
        (r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)", Text("for meget: {0}",
                                                                    "too much: {0}")),
        (r"(?:Value error, )?'(.*)' is not one of (.+?)\.", Text("{0} er ikke en af {1}",
                                                                "{0} is none of {1}")),
        (r"Input should be greater than or equal to (\d+)", Text("skriv mindst {0}",
                                                                "write at least {0}")),
        (r"Input should be less than or equal to (\d+)", Text("skriv højst {0}",
                                                             "write at most {0}")),
        (r"Input should be a valid integer.*", Text("skriv et helt tal", "write a whole number")),
    )
)  # fmt: skip


def parser_words(message: str) -> str:
    """Say a message of the parser; one it never had before, as it stands."""
    for pattern, text in _WORDS:
        found = pattern.fullmatch(message)
        if found is not None:
            return text.in_(current_language()).format(
                *(part.replace("'", "") for part in found.groups())
            )
    return message
