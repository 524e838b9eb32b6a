"""A spreadsheet program that is not ours, LibreOffice, calculates formulas for the tests.

Formulas are written as in any xlsx file: English names, commas between arguments, a point in
numbers (``=ROUND(B3*B7/37,2)``). One start of the program calculates many sheets; it has a profile
of its own, so neither the settings nor an open window of who runs the tests plays a part.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

# What stands in a cell by its address ("B3"): a number, or a text, which is a formula after "=".
Sheet = Mapping[str, str | int | Decimal]
# What was calculated, by address: a number, or a text; an error is a text such as "#DIV/0!".
Values = dict[str, Decimal | str]

_PROGRAM: Final = shutil.which("soffice")
_SECONDS: Final = 300
# Stored as the result of each formula, so that none passes that was not calculated.
_NOT_CALCULATED: Final = "not calculated"
# Left alone, the program shows the results stored in an xlsx file as they are, and errors and the
# numbers within texts in the language of the machine.
_SETTINGS: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Linguistic/General">
<prop oor:name="UILocale" oor:op="fuse"><value>en-US</value></prop>
</item>
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>en-US</value></prop>
</item>
</oor:items>
"""
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def missing() -> str | None:
    """Give the reason why nothing can be calculated here, if there is one."""
    return None if _PROGRAM else "no LibreOffice on this machine"


def calculated(sheets: Mapping[str, Sheet]) -> dict[str, Values]:
    """Calculate sheets, each on its own under any name; a formula sees the cells of its sheet."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "sheets.xlsx"
        with xlsxwriter.Workbook(file) as workbook:
            for cells in sheets.values():
                sheet = workbook.add_worksheet()
                for address, content in cells.items():
                    if not isinstance(content, str):
                        sheet.write_number(address, content)
                    elif content.startswith("="):
                        sheet.write_formula(address, content, None, _NOT_CALCULATED)
                    else:
                        sheet.write_string(address, content)
        return dict(zip(sheets, calculated_file(file).values(), strict=True))


def calculated_file(file: Path) -> dict[str, Values]:
    """Calculate all formulas of an xlsx file anew; give the values of each sheet by its name.

    Numbers have the 15 digits that a spreadsheet shows at most.
    """
    return calculated_files([file])[0]


def calculated_files(files: Sequence[Path]) -> list[dict[str, Values]]:
    """Calculate several files, each with a name of its own, in one start of the program."""
    assert files, "without any, the program waits for its user"
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        profile = Path(folder) / "profile"
        settings = profile / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        said = _run(
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            *("--convert-to", "ods", "--outdir", folder),
            *map(str, files),
        )
        return [_sheets(Path(folder, file.name).with_suffix(".ods"), said) for file in files]


def _sheets(made: Path, said: str) -> dict[str, Values]:
    # The program ends with code 0 also where it could not read the file.
    assert made.exists(), said
    with ZipFile(made) as archive:
        content = ET.fromstring(archive.read("content.xml"))
    tables = content.findall(f"{_OFFICE}body/{_OFFICE}spreadsheet/{_TABLE}table")
    return {table.attrib[f"{_TABLE}name"]: _values(table) for table in tables}


def _run(*arguments: str) -> str:
    assert _PROGRAM, missing()
    with subprocess.Popen(
        [_PROGRAM, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            return process.communicate(timeout=_SECONDS)[0]
        finally:
            if process.poll() is None:
                # What calculates is a child of what was started.
                if sys.platform == "win32":
                    process.kill()
                else:
                    os.killpg(process.pid, signal.SIGKILL)


def _values(table: ET.Element) -> Values:
    """Read a sheet; equal cells and rows beside each other are stored once with their number."""
    values: Values = {}
    row_number = 0
    for row in table.iter(f"{_TABLE}table-row"):
        rows = range(row_number, row_number + int(row.get(f"{_TABLE}number-rows-repeated", 1)))
        row_number = rows.stop
        column_number = 0
        for cell in row:
            repeated = int(cell.get(f"{_TABLE}number-columns-repeated", 1))
            columns = range(column_number, column_number + repeated)
            column_number = columns.stop
            if cell.get(f"{_OFFICE}value-type"):
                value = _value(cell)
                values |= {xl_rowcol_to_cell(r, c): value for r in rows for c in columns}
    return values


def _value(cell: ET.Element) -> Decimal | str:
    number = cell.get(f"{_OFFICE}value")
    if number is not None:
        return Decimal(number)
    return "\n".join("".join(line.itertext()) for line in cell.findall(f"{_TEXT}p"))
