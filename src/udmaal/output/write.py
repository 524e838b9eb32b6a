"""Where the bytes go: standard output, or a file that appears whole or not at all."""

import contextlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from udmaal.faults import Fault, InputFaultsError


def json_text(value: Any) -> str:
    """Write JSON, two spaces, keys in the given order; the same value gives the same bytes."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def toml_text(value: dict[str, Any]) -> str:
    """Write TOML; keys without a value are left out, since TOML has no null."""
    import tomli_w  # noqa: PLC0415 - this format alone needs it

    return tomli_w.dumps(_without_none(value))


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_none(inner) for key, inner in value.items() if inner is not None}
    return [_without_none(inner) for inner in value] if isinstance(value, list) else value


def write(text: str, output: Path | None) -> None:
    """Write UTF-8 to a file, atomically, or to standard output.

    Raises ``InputFaultsError`` where the file cannot be written.
    """
    write_bytes(text.encode("utf-8"), output)


def write_bytes(data: bytes, output: Path | None) -> None:
    """Write bytes to a file, atomically, or to standard output; raises as ``write``."""
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        with atomic_file(output) as file:
            file.write(data)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        fault = Fault("output.unwritable", values={"reason": reason}, file=str(output))
        raise InputFaultsError([fault]) from error


@contextlib.contextmanager
def atomic_file(output: Path) -> Iterator[IO[bytes]]:
    """Give a file that takes the place of ``output`` when the block ends well.

    It lies beside the target and is renamed; a reader sees the old file or the new, never a part.
    """
    target = output.resolve()
    if target.exists() and not target.is_file() and not target.is_dir():
        with target.open("wb") as device:  # a device or a pipe cannot be renamed over
            yield device
        return
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        mode = target.stat().st_mode if target.exists() else 0o666 & ~_umask()
        Path(name).chmod(mode & 0o777)
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
