"""A proposal as a file, so that it can be kept and repeated: facts, rates, service levels.

```toml
format = 1
name = "Forslag A: højst 20 timer"
set = ["lost_earnings[*].grant[*].hours=20"]
rates = "satser"
municipality_dir = "serviceniveau"
```

Folders are found from where the file lies.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from udmaal.case.fields import Label, Table, Text
from udmaal.faults import Fault, InputFaultsError
from udmaal.reading.source import Source, read_source, read_toml
from udmaal.reading.validation import check_read, placed, several_tables
from udmaal.settings import Setting, read_settings

_Set = Annotated[str, Field(min_length=1, max_length=500)]


class _File(Table):
    """The file of a proposal."""

    format: Literal[1] = Field(examples=["1"])
    name: Text = Field(default="", examples=['"Forslag A"'])
    set: Annotated[tuple[_Set, ...], Field(strict=False, max_length=100)] = Field(
        default=(), examples=['["lost_earnings[*].grant[*].hours=20"]']
    )
    rates: Label | None = Field(default=None, examples=['"satser"'])
    municipality_dir: Label | None = Field(default=None, examples=['"serviceniveau"'])


class Proposal(NamedTuple):
    """What is proposed; ``None`` and nothing for what stays."""

    name: str
    settings: tuple[Setting, ...]
    rates: Path | None
    municipality_dir: Path | None


def read_proposal(path: Path) -> Proposal:
    """Read a proposal; raises ``InputFaultsError`` with every fault of it, each with its place."""
    source = read_source(path)
    parsed = read_toml(source, several_tables(_File))
    checked = check_read(_File, parsed)
    faults = placed(checked.faults, source, parsed)
    file = checked.model
    settings: tuple[Setting, ...] = ()
    folders: list[Path | None] = [None, None]
    if file is not None:
        try:
            settings = read_settings(file.set)
        except InputFaultsError as error:
            faults += [replace(fault, file=source.name) for fault in error.faults]
        named = {"rates": file.rates, "municipality_dir": file.municipality_dir}
        folders = [None if name is None else path.parent / name for name in named.values()]
        faults += _missing(dict(zip(named, folders, strict=True)).items(), source)
    if faults or file is None:
        raise InputFaultsError(faults)
    return Proposal(file.name, settings, *folders)


def _missing(folders: Iterable[tuple[str, Path | None]], source: Source) -> list[Fault]:
    return placed(
        (
            Fault("proposal.no_folder", (key,), {"folder": str(folder)})
            for key, folder in folders
            if folder is not None and not folder.is_dir()
        ),
        source,
    )
