"""Where the bytes go: standard output, or a file that appears whole or not at all."""

import contextlib
import errno
import json
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from udmaal.faults import Fault, InputFaultsError
from udmaal.reading.source import STDIN
from udmaal.shown import readable

if TYPE_CHECKING:
    from udmaal.output.file_kind import FileKind


_KIND_FAULTS: "dict[FileKind, str]" = {
    "case": "output.is_case",
    "rates": "output.is_rates",
    "level": "output.is_level",
    "letter": "output.is_letter",
}


# Where the bytes of files go while none is to be written.
_UNWRITTEN: ContextVar[dict[str, bytes] | None] = ContextVar("_UNWRITTEN", default=None)


@contextlib.contextmanager
def unwritten() -> Iterator[dict[str, bytes]]:
    """Write no file in the block; what would have been in it stands under its name."""
    made: dict[str, bytes] = {}
    token = _UNWRITTEN.set(made)
    try:
        yield made
    finally:
        _UNWRITTEN.reset(token)


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


def refuse_to_replace(
    output: Path | None, read: Iterable[str | Path] = (), over: "FileKind | None" = None
) -> None:
    """Raise ``InputFaultsError`` where an output would take the place of an input.

    That is a file of ``read`` (``-``: standard input), by the file and not by its spelling, or any
    case, rate or service-level file but one of the kind ``over``. Standard output is a file too
    where a shell has led it into one. A file that is not there yet replaces nothing.
    """
    found = _identity(output if output is not None else sys.stdout)
    if found is None:
        return
    name = str(output) if output is not None else ""
    if any(_identity(sys.stdin if str(path) == STDIN else path) == found for path in read):
        raise InputFaultsError([Fault("output.is_read", file=name)])
    if output is not None:
        from udmaal.output.file_kind import kind_of  # noqa: PLC0415 - few outputs are there already

        kind = kind_of(output)
        if kind is not None and kind != over:
            raise InputFaultsError([Fault(_KIND_FAULTS[kind], file=name)])


def reader_gone(error: OSError) -> bool:
    """Tell whether the reader of a pipe has gone, which Windows calls an invalid argument."""
    invalid = os.name == "nt" and error.errno == errno.EINVAL and error.filename is None
    return invalid or isinstance(error, BrokenPipeError)


def _identity(file: Any) -> tuple[int, int] | str | None:
    """Tell a plain file from every other, however it is named; ``None`` for what is none."""
    try:
        # Plainly, since a batch asks it of every case: a path object takes twice the time.
        found = os.fstat(file.fileno()) if hasattr(file, "fileno") else os.stat(file)  # noqa: PTH116
    except (OSError, TypeError, ValueError):  # not there, no name of a file, or closed
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    if found.st_ino == 0:  # a file share of Windows that numbers no files
        return None if hasattr(file, "fileno") else os.path.normcase(Path(file).resolve())
    return found.st_dev, found.st_ino


def write(
    text: str, output: Path | None, *, new: bool = False, over: "FileKind | None" = None
) -> None:
    """Write UTF-8 to a file, atomically, or to standard output.

    A ``new`` file takes no other's place, not even one that appears meanwhile. Raises
    ``InputFaultsError`` where the file cannot be written, or holds an input (as
    ``refuse_to_replace``).
    """
    write_bytes(readable(text).encode("utf-8"), output, new=new, over=over)


def write_bytes(
    data: bytes, output: Path | None, *, new: bool = False, over: "FileKind | None" = None
) -> None:
    """Write bytes to a file, atomically, or to standard output; raises as ``write``."""
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        with atomic_file(output, new=new, over=over) as file:
            file.write(data)
    except FileExistsError as error:
        raise InputFaultsError([Fault("output.exists", file=str(output))]) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        fault = Fault("output.unwritable", values={"reason": reason}, file=str(output))
        raise InputFaultsError([fault]) from error


@contextlib.contextmanager
def atomic_file(
    output: Path, *, new: bool = False, over: "FileKind | None" = None
) -> Iterator[IO[bytes]]:
    """Give a file that takes the place of ``output`` when the block ends well.

    It lies beside the target and is renamed; a reader sees the old file or the new, never a part.
    Raises ``FileExistsError`` where the target is to be ``new`` and is not, ``InputFaultsError`` as
    ``refuse_to_replace``.
    """
    made = _UNWRITTEN.get()
    if made is not None:
        kept = BytesIO()
        yield kept
        made[str(output)] = kept.getvalue()
        return
    target = output.resolve()
    if new and target.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(output))
    refuse_to_replace(output, over=over)
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


@contextlib.contextmanager
def growing_file(file: Path, *, anew: bool) -> Iterator[IO[bytes]]:
    """Give a file that shows each byte once it is written; its folder is made where there is none.

    Raises ``OSError``, and ``InputFaultsError`` as ``refuse_to_replace``.
    """
    if _UNWRITTEN.get() is not None:
        yield BytesIO()
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    refuse_to_replace(file)
    if anew:
        file.write_bytes(b"")
    with file.open("ab", buffering=0) as growing:
        yield growing


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
