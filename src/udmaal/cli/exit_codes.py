"""The exit codes (interface.md § 2); 0 is done."""

from typing import Final

FAULT: Final = 1
USAGE: Final = 2
INTERRUPTED: Final = 130
