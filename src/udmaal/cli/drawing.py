"""What must be done before anything is drawn."""

import atexit
import os

from udmaal.cli.options import needs


def ready_to_draw() -> None:
    """Hold matplotlib to a folder of this run; it would leave a list of fonts in the user's home.

    Raises ``CommandError`` where it is not installed.
    """
    import tempfile  # noqa: PLC0415 - most runs draw nothing

    needs("matplotlib", "report")
    if "MPLCONFIGDIR" not in os.environ:
        folder = tempfile.TemporaryDirectory(prefix="udmaal-")
        atexit.register(folder.cleanup)
        os.environ["MPLCONFIGDIR"] = folder.name
