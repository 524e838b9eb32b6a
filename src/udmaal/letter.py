"""The municipality's letter file: who writes, and how to appeal, for the head and end of papers.

It belongs to the municipality and never to a case.
"""

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal
from xml.etree import ElementTree

from pydantic import Field

from udmaal.case.fields import PLAIN, Label, Table
from udmaal.faults import Fault, InputFaultsError
from udmaal.reading.source import read_source, read_toml
from udmaal.reading.validation import check_read, placed, several_tables

_MOST_BYTES = 1 << 20
_SVG = "http://www.w3.org/2000/svg"

AddressLine = Annotated[str, Field(min_length=1, max_length=100, pattern=PLAIN)]
Guidance = Annotated[str, Field(min_length=1, max_length=5000, pattern=PLAIN)]


class LetterFile(Table):
    """A letter file, format 1; texts stand on papers as they are written here."""

    format: Literal[1] = Field(examples=["1"])
    name: Label = Field(examples=['"Lilleby Kommune"'])
    office: Label | None = Field(None, examples=['"Børn og Familie"'])
    address: Annotated[tuple[AddressLine, ...], Field(strict=False, max_length=6)] = Field(
        (), examples=['["Rådhustorvet 1", "9999 Lilleby"]']
    )
    phone: Label | None = Field(None, examples=['"00 00 00 00"'])
    mail: Label | None = Field(None, examples=['"familie@lilleby.example"'])
    appeal: Guidance | None = Field(None, examples=['"Du kan klage inden fire uger."'])
    logo: Label | None = Field(None, examples=['"lilleby.svg"'])


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter file that was read: ``logo_svg`` is its logo, whatever form it was saved in.

    ``files`` are the files it was read from, ``sha256`` is of them all.
    """

    fields: LetterFile
    logo_svg: str
    files: tuple[Path, ...]
    sha256: str


def read_letter(path: Path) -> Letter:
    """Read a letter file and its logo; raises ``InputFaultsError`` with every fault of them."""
    source = read_source(path)
    parsed = read_toml(source, several_tables(LetterFile))
    checked = check_read(LetterFile, parsed)
    faults = list(checked.faults)
    fields = checked.model
    svg, files = "", [path]
    if fields is not None and fields.logo is not None and ("logo",) not in checked.unsure:
        place = path.parent / fields.logo
        try:
            svg = _svg_of(place, fields.logo)
        except InputFaultsError as error:
            faults += error.faults
        files.append(place)
    if fields is None or faults or parsed.faults:
        raise InputFaultsError([*parsed.faults, *placed(faults, source, parsed)])
    digest = sha256(f"{source.sha256} {svg}".encode())
    return Letter(fields, svg, tuple(files), digest.hexdigest())


def _svg_of(file: Path, name: str) -> str:
    """Give a logo as SVG; a PNG is laid into one. Raises ``InputFaultsError``."""
    reads = {".png": _svg_around_png, ".svg": _svg_text}.get(file.suffix.lower())
    if reads is None:
        raise _logo_fault("letter.logo_kind", name)
    try:
        with file.open("rb") as opened:
            data = opened.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _logo_fault("letter.logo_missing", name, reason=reason) from error
    if len(data) > _MOST_BYTES:
        raise _logo_fault("letter.logo_large", name, most=_MOST_BYTES)
    try:
        return reads(data)
    except Exception as error:  # whatever a broken picture makes the libraries say
        raise _logo_fault("letter.logo_broken", name) from error


def _logo_fault(code: str, name: str, **values: object) -> InputFaultsError:
    return InputFaultsError([Fault(code, ("logo",), {"name": name, **values})])


def _svg_text(data: bytes) -> str:
    if ElementTree.fromstring(data).tag != f"{{{_SVG}}}svg":
        raise ValueError(_SVG)
    return data.decode("utf-8-sig")


def _svg_around_png(data: bytes) -> str:
    from io import BytesIO  # noqa: PLC0415 - few papers have a PNG

    from PIL import Image  # noqa: PLC0415

    with Image.open(BytesIO(data), formats=["PNG"]) as picture:
        width, height = picture.size
        picture.load()
    address = f"data:image/png;base64,{b64encode(data).decode()}"
    return (
        f'<svg xmlns="{_SVG}" xmlns:xlink="http://www.w3.org/1999/xlink" width="{width}" '
        f'height="{height}" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" xlink:href="{address}"/></svg>'
    )
