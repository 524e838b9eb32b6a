"""Write a changed case file in the place of the one that it was read from."""

import hashlib
from pathlib import Path

from udmaal.faults import Fault, InputFaultsError
from udmaal.output.write import write_bytes
from udmaal.reading.source import BOM, Source, read_source


def write_back(source: Source, text: str, output: Path | None = None) -> Path:
    """Write the text a source was changed to, with the BOM it had; give where it stands.

    Without ``output`` it takes the place of the source. Raises ``InputFaultsError`` where that is
    another file by now, or as ``output.write.write``.
    """
    had_bom = hashlib.sha256(source.text.encode()).hexdigest() != source.sha256
    data = (BOM if had_bom else b"") + text.encode()
    if output is None and read_source(source.name).sha256 != source.sha256:
        raise InputFaultsError([Fault("change.meanwhile", file=source.name)])
    target = output or Path(source.name)
    write_bytes(data, target, over=None if output is not None else "case")
    return target
