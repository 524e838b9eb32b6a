"""The colours of what stands out on a terminal.

They read on a dark ground and on a light one, which the plain yellow and cyan of many terminals do
not. What a colour says, the words say too.
"""

from typing import Final

ERROR: Final = "bold color(196)"
WARNING: Final = "bold color(166)"
INFO: Final = "color(31)"
BY_SEVERITY: Final = {"error": ERROR, "warning": WARNING, "info": INFO}
