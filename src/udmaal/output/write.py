"""Where the bytes go: standard output, or a file that appears whole or not at all."""

import contextlib
import errno
import json
import os
import sys
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


def write(text: str, output: Path | None, *, new: bool = False) -> None:
    """Write UTF-8 to a file, atomically, or to standard output.

    A ``new`` file takes no other's place, not even one that appears meanwhile. Raises
    ``InputFaultsError`` where the file cannot be written.
    """
    write_bytes(text.encode("utf-8"), output, new=new)


def write_bytes(data: bytes, output: Path | None, *, new: bool = False) -> None:
    """Write bytes to a file, atomically, or to standard output; raises as ``write``."""
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        with atomic_file(output, new=new) as file:
            file.write(data)
    except FileExistsError as error:
        raise InputFaultsError([Fault("output.exists", file=str(output))]) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        fault = Fault("output.unwritable", values={"reason": reason}, file=str(output))
        raise InputFaultsError([fault]) from error


@contextlib.contextmanager
def atomic_file(output: Path, *, new: bool = False) -> Iterator[IO[bytes]]:
    """Give a file that takes the place of ``output`` when the block ends well.

    It lies beside the target and is renamed; a reader sees the old file or the new, never a part.
    Raises ``FileExistsError`` where the target is to be ``new`` and is not.
    """
    target = output.resolve()
    if new and target.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(output))
    if target.exists() and not target.is_file() and not target.is_dir():
        with target.open("wb") as device:  # a device or a pipe cannot be renamed over
            yield device
        return
    # The name is known before the file is there, so that an interrupt never leaves it behind.
    part = target.with_name(f".{target.name}.{os.urandom(4).hex()}")
    try:
        with open(part, "xb", opener=_private) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        mode = target.stat().st_mode if target.exists() else 0o666 & ~_umask()
        part.chmod(mode & 0o777)
        if new:
            _take_free_name(part, target)
        else:
            part.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def _take_free_name(file: Path, target: Path) -> None:
    """Rename a file; raises ``FileExistsError`` where the name is taken, whoever was first."""
    if os.name == "nt":
        file.rename(target)  # Windows never renames over a file
        return
    try:
        target.hardlink_to(file)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: taken first, then filled by the rename
        target.touch(exist_ok=False)
        file.replace(target)
    else:
        file.unlink()


def _private(path: str, flags: int) -> int:
    """Open a file that nobody else may read while it is written."""
    return os.open(path, flags, 0o600)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
