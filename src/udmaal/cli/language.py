"""The language of this run, known before the options are read: help is written in it too."""

import os
import sys
from functools import lru_cache

from udmaal.text.language import DEFAULT, LANGUAGES, Language


@lru_cache(maxsize=1)
def current_language() -> Language:
    """Give the language named by ``--lang`` anywhere on the line, by ``UDMAAL_LANG``, or Danish."""
    wanted = os.environ.get("UDMAAL_LANG", DEFAULT)
    for option, value in zip(sys.argv, [*sys.argv[1:], ""], strict=True):
        if option == "--":
            break
        if option == "--lang":
            wanted = value
        elif option.startswith("--lang="):
            wanted = option.removeprefix("--lang=")
    return next((language for language in LANGUAGES if language == wanted), DEFAULT)


def say(da: str, en: str) -> str:
    """Choose between a Danish and an English text."""
    return da if current_language() == "da" else en
