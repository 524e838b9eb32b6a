"""What was paid, out of every file a case worker has: CSV of any kind, xlsx and ods."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import EXAMPLES, udmaal
from udmaal.comparison.paid import PaidFile, paid_in
from udmaal.faults import InputFaultsError
from udmaal.language import LANGUAGES, MONTHS, Language
from udmaal.reading import workbook
from udmaal.reading.tables import Broken, tables_from_bytes
from udmaal.text.faults import told

pytestmark = pytest.mark.fast

Cells = Sequence[Any]


def xlsx(*sheets: tuple[str, Sequence[Cells]], hidden: Sequence[str] = ()) -> bytes:
    """Make a workbook; a date gets the format of dates, ``=...`` an error or no value at all."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        as_date = book.add_format({"num_format": "dd-mm-yyyy"})
        for name, rows in sheets:
            sheet = book.add_worksheet(name)
            if name in hidden:
                sheet.hide()
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, date):
                        sheet.write_datetime(number, column, cell, as_date)
                    elif cell == "=error":
                        sheet.write_formula(number, column, "=1/0", None, "#DIV/0!")
                    elif isinstance(cell, str) and cell.startswith("="):
                        sheet.write_formula(number, column, cell, None, "")
                    elif cell != "":
                        sheet.write(number, column, cell)
    return file.getvalue()


_ODS = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
 office:version="1.3"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>
</office:document-content>"""


def ods(*sheets: tuple[str, Sequence[Cells]], extra: str = "") -> bytes:
    """Make an OpenDocument workbook as the format has it."""
    tables = ""
    for name, rows in sheets:
        inside = "".join(
            f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows
        )
        tables += f'<table:table table:name="{name}">{inside}{extra}</table:table>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        "</manifest:manifest>"
    )
    parts: dict[str, str | bytes] = {
        "mimetype": kind,
        "content.xml": _ODS.format(tables=tables),
        "META-INF/manifest.xml": manifest,
    }
    return packed(parts)


def _ods_cell(cell: Any) -> str:
    if cell == "":
        return "<table:table-cell/>"
    if cell == "=error":
        kind = 'office:value-type="string" office:string-value="" calcext:value-type="error"'
        return f"<table:table-cell {kind}><text:p>#DIV/0!</text:p></table:table-cell>"
    if isinstance(cell, date):
        kind, shown = f'office:value-type="date" office:date-value="{cell}"', f"{cell:%d-%m-%y}"
    elif isinstance(cell, str):
        kind, shown = 'office:value-type="string"', cell
    else:
        kind, shown = f'office:value-type="float" office:value="{cell}"', str(cell)
    return f"<table:table-cell {kind}><text:p>{shown}</text:p></table:table-cell>"


def packed(parts: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return file.getvalue()


def csv(rows: Iterable[Cells], separator: str = ";") -> bytes:
    return "".join(separator.join(map(str, row)) + "\r\n" for row in rows).encode()


def read(data: bytes, name: str = "udbetalt") -> PaidFile:
    return paid_in(tables_from_bytes(name, data))


def told_of(data: bytes, language: Language = "da") -> list[str]:
    """Give every fault of a file as it is told, without the name of the file."""
    with pytest.raises(InputFaultsError) as caught:
        read(data)
    for fault in caught.value.faults:
        assert all(told(fault, each) for each in LANGUAGES)
    return [told(fault, language).removeprefix("udbetalt: ") for fault in caught.value.faults]


def paid(file: PaidFile) -> list[str]:
    """Write the payments one a line: month, parent, gross, pension, holiday."""
    return [
        " ".join([str(each.month), *filter(None, [each.parent.text]), *map(str, each.amounts)])
        for each in file.payments
    ]


ONE = "2026-03 17567.57 0.00 0.00"


@pytest.mark.parametrize(
    "text",
    [
        "måned;beløb\n2026-03;17567,57\n",
        "Måned;Beløb\nmar-26;17.567,57 kr.\n",
        "MÅNED;UDBETALT\nmarts 2026;kr. 17.567,57\n",
        "Dato;Brutto\n01-03-2026;17567,57\n",
        "Udbetalingsdato;Beløb i kr.\n1.3.2026;17 567,57\n",
        "Periode;Bruttobeløb (kr.)\n202603;17567.57\n",
        "Måned,Beløb\nmarts-26,\"17.567,57\"\n",
        "Month,Gross\n2026-03,17567.57\n",
        "month,amount\nMarch 2026,\"17,567.57\"\n",
        "måned\tbeløb\r\n2026-03\t17567,57\r\n",
        "sep=;\r\nmåned;beløb\r\n2026-03;17567,57\r\n",
        "Udbetalinger 2026;\n;\nMåned;Beløb\n2026-03;17567,57\n",
        "Måned;Dato;Beløb\n2026-03;31-03-2026;17567,57\n",
        "Måned;Brutto;Udbetalt\n2026-03;17567,57;9000,00\n",
        "måned;beløb\n2026-03;17567,57\nI alt;17567,57\n",
        "måned;beløb\n2026-03;17567,57\n\nTotal:;17567,57\nUdskrevet 1. april;\n",
        "måned;beløb\n2026-03;17567,57\n;17567,57\n",
        "nr;måned;beløb\n1;2026-03;17567,57\nI alt;;17567,57\n",
        "måned;beløb\n2026-03;17567,57\n2026-04;\n",
        "måned;beløb;note\n;;se brevet\n2026-03;17567,57;\n",
        "Måned;Brutto;Enkeltdage\n2026-03;17000,00;567,57\n",
        '"måned";"beløb";"note"\n"2026-03";"17567,57";"to\nlinjer"\n',
    ],
)  # fmt: skip
def test_one_payment_in_many_forms(text: str) -> None:
    assert paid(read(text.encode())) == [ONE]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_encoding_of_a_danish_spreadsheet_program(encoding: str) -> None:
    rows = "Måned\tBeløb\tForælder\r\n2026-03\t17567,57\tÆ\r\n"
    assert paid(read(rows.encode(encoding))) == ["2026-03 Æ 17567.57 0.00 0.00"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("måned;brutto;pension;ferie\n2026-03;1,00;-;\n2026-04;-;2,00;3,00-\n",
         ["2026-03 1.00 0.00 0.00", "2026-04 0.00 2.00 -3.00"]),
        ("måned;beløb\n2026-03;1,00\n2026-03;2,50\n", ["2026-03 1.00 0.00 0.00",
                                                       "2026-03 2.50 0.00 0.00"]),
        ("måned;forælder;beløb\n2026-03;Forælder A;1,00\n2026-03;B;2,00\n",
         ["2026-03 A 1.00 0.00 0.00", "2026-03 B 2.00 0.00 0.00"]),
        ("Måned;Forælder A;;Forælder B;\n;Brutto;Pension;Brutto;Pension\n2026-03;1;2;3;4\n",
         ["2026-03 A 1.00 2.00 0.00", "2026-03 B 3.00 4.00 0.00"]),
        ("Måned;Brutto, forælder A;Brutto, forælder B\n2026-03;1;\n2026-04;;2\n",
         ["2026-03 A 1.00 0.00 0.00", "2026-04 B 2.00 0.00 0.00"]),
        ("Måned;Forælder A;Forælder B\n2026-03;1;2\nI alt;1;2\n",
         ["2026-03 A 1.00 0.00 0.00", "2026-03 B 2.00 0.00 0.00"]),
        ("måned;ferie 1 %;ferie 12,5 %\n2026-05;10,00;2,00\n", ["2026-05 0.00 0.00 12.00"]),
        ("ydelse;måned;kr\nTabt arbejdsfortjeneste;2026-03;1\nMerudgiftsydelse;2026-03;5\n",
         ["2026-03 1.00 0.00 0.00"]),
        ("month,amount,remarks\n2026-03,1,a; b\n", ["2026-03 1.00 0.00 0.00"]),
        ("benefit;month;kr\nLost earnings;2026-03;1\nLost earnings, sibling B;2026-04;2\n",
         ["2026-03 1.00 0.00 0.00", "2026-04 2.00 0.00 0.00"]),
    ],
)  # fmt: skip
def test_what_the_rows_say(text: str, rows: list[str]) -> None:
    assert paid(read(text.encode())) == rows


def test_a_part_without_a_column_is_not_compared() -> None:
    assert read(b"month,amount\n2026-03,1\n").parts == {"gross"}
    assert read(b"month,gross,holiday_1\n2026-03,1,0\n").parts == {"gross", "holiday"}


TABLE: list[Cells] = [
    ["Udbetalinger 2026"],
    [],
    ["Måned", "Brutto", "Pension"],
    [date(2026, 3, 1), 17567.57, 1500],
    ["apr-26", "17.567,57 kr.", "-"],
    ["I alt", 35135.14, 1500],
]
OF_TABLE = ["2026-03 17567.57 1500.00 0.00", "2026-04 17567.57 0.00 0.00"]


@pytest.mark.parametrize("make", [xlsx, ods])
def test_a_workbook(make: Callable[..., bytes]) -> None:
    assert paid(read(make(("Ark1", TABLE)))) == OF_TABLE
    notes: list[Cells] = [["Måned", "Note"], ["2026-03", "ringet"]]
    assert paid(read(make(("Noter", notes), ("Udbetalt", TABLE)))) == OF_TABLE
    assert told_of(make(("Ark1", TABLE), ("Ark2", TABLE)))[0].startswith(
        "flere ark har en tabel over udbetalinger: Ark1, Ark2;"
    )


def test_a_hidden_sheet_is_not_read() -> None:
    assert paid(read(xlsx(("Ark1", TABLE), ("Kladde", TABLE), hidden=["Kladde"]))) == OF_TABLE


@pytest.mark.parametrize("make", [xlsx, ods])
@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        (0.1 + 0.2, "0.30"), (17567.57, "17567.57"), (1e-9, "0.00"), (-250.5, "-250.50"),
        (37000 / 12, "3083.33"), (1234.56789, "1234.57"), (999999999, "999999999.00"),
        (123456789.01, "123456789.01"), (2.675000001, "2.68"), (0.0049999, "0.00"),
    ],
)  # fmt: skip
def test_a_number_of_a_spreadsheet_is_exact(
    make: Callable[..., bytes], cell: float, amount: str
) -> None:
    rows: list[Cells] = [["Måned", "Beløb"], ["2026-03", cell]]
    assert [str(each.amounts.gross) for each in read(make(("Ark1", rows))).payments] == [amount]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("måned;beløb\n2026-03;17.567\n05/06/26;x\n2026-13;1\n;7\n", [
            "2:9: linje 2, kolonne 2: 17.567 kan være 17.567,00 kr. eller 17,567 kr.",
            "3:1: linje 3, kolonne 1: 05/06/26 kan være juni 2026 eller juni 2005",
            "3:10: linje 3, kolonne 2: x er ikke et entydigt beløb",
            "4:1: linje 4, kolonne 1: 2026-13 er ikke en måned",
            "5:1: linje 5, kolonne 1: rækken har ingen måned",
        ]),
        ("måned;beløb;udbetalt\n2026-03;1;2\n", [
            "1:13: linje 1, kolonne 3: to kolonner kan være den samme: beløb og udbetalt",
        ]),
        ("måned;brutto;betalt;forskel\n2026-03;1;1;0\n", [
            "2:13: linje 2, kolonne 4: filen er selv en sammenligning, med en forskel her",
        ]),
        ("måned,brutto,pension\n2026-03,29000,50,0\n", [
            "2:1: linje 2, kolonne 1: linjen har 4 felter, overskrifterne er 3",
        ]),
        ("ydelse;måned;beløb\nBørnepenge;2026-03;1\n", [
            "2:1: linje 2, kolonne 1: Børnepenge er ikke en ydelse, der kendes",
        ]),
        ("måned;beløb;note\n;5,00;total for marts\n", [
            "2:1: linje 2, kolonne 1: rækken har ingen måned",
        ]),
        ("hej\n", ["filen har ingen række med overskrifter til måned og beløb"]),
        ("beløb\n1\n", [
            "1:1: linje 1, kolonne 1: tabellen mangler en kolonne med måned eller dato",
        ]),
    ],
)  # fmt: skip
def test_what_is_unclear_is_asked_back_with_its_place(text: str, faults: list[str]) -> None:
    told = told_of(text.encode())
    assert [each.removeprefix("udbetalt:").partition(";")[0] for each in told] == faults


@pytest.mark.parametrize("make", [xlsx, ods])
def test_a_cell_of_a_workbook_is_named_as_the_program_names_it(
    make: Callable[..., bytes],
) -> None:
    blanks = [""] * 26
    rows: list[Cells] = [
        ["", *blanks, "Måned", "Beløb"],
        ["", *blanks, "2026-03", 17.567],
        ["", *blanks, 46082, "=error"],
        ["", *blanks, "03-2026", date(2026, 3, 1)],
    ]
    told = [each.partition(";")[0] for each in told_of(make(("Ark 1", rows)))]
    assert told == [
        "ark Ark 1, celle AC2: 17,567 kan være 17.567,00 kr. eller 17,567 kr.",
        "ark Ark 1, celle AC3: cellens formel giver en fejl eller er ikke regnet ud",
        "ark Ark 1, celle AB3: 46.082 er ikke en måned",
        "ark Ark 1, celle AC4: 1. marts 2026 er ikke et entydigt beløb",
    ]


def test_a_formula_that_was_never_calculated_is_not_nothing() -> None:
    rows: list[Cells] = [["Måned", "Beløb"], ["2026-03", "=B1*2"]]
    data = _edited(xlsx(("Ark1", rows)), rb"<v></v>", b"")
    (sheet,) = tables_from_bytes("x", data).sheets
    assert sheet.rows[1].cells == ("2026-03", Broken.BROKEN)
    assert told_of(data)[0].startswith("ark Ark1, celle B2: cellens formel")


def _edited(data: bytes, old: bytes, new: bytes, part: str = "xl/worksheets/sheet1.xml") -> bytes:
    """Change a part of a workbook, as an attack would."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        parts: dict[str, str | bytes] = {name: book.read(name) for name in book.namelist()}
    before = parts[part]
    assert isinstance(before, bytes)
    parts[part] = re.sub(old, lambda _: new, before)
    assert parts[part] != before
    return packed(parts)


PLAIN = xlsx(("Ark1", TABLE))
_FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
_LONG = (b"<si><t>" + b"x" * 30000 + b"</t></si>", b"".join(
    b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (row, row) for row in range(10, 9000)
))  # fmt: skip
_REPEATED = (
    '<table:table-row table:number-rows-repeated="1000000"><table:table-cell '
    'table:number-columns-repeated="16000" office:value-type="float" office:value="1"/>'
    "</table:table-row>"
)


def _lying(data: bytes) -> bytes:
    """Say in the directory of the zip that the sheet is of one byte."""
    name = b"xl/worksheets/sheet1.xml"
    at = data.rindex(name) - 46 + 24
    return data[:at] + (1).to_bytes(4, "little") + data[at + 4 :]


ATTACKS: dict[str, tuple[bytes, str]] = {
    "a cell far away": (_edited(PLAIN, rb"</sheetData>", _FAR), "for stort"),
    "a long text in every cell": (
        _edited(
            _edited(PLAIN, rb"</sheetData>", _LONG[1] + b"</sheetData>"),
            rb"(?s)<si>.*?</si>", _LONG[0], "xl/sharedStrings.xml",
        ),
        "for stort",
    ),
    "cells repeated without end": (ods(("Ark1", TABLE), extra=_REPEATED), "for stort"),
    "more spaces than there is memory": (
        ods(
            ("Ark1", TABLE),
            extra='<table:table-row table:number-rows-repeated="9000"><table:table-cell '
            'office:value-type="string"><text:p><text:s text:c="99999999"/></text:p>'
            "</table:table-cell></table:table-row>",
        ),
        "for stort",
    ),
    "too many rows": (b"a;b\n" * 10_001, "over 10.000 rækker"),
    "a zip of zeros": (packed({"xl/workbook.xml": bytes(64 << 20)}), "for stort"),
    "too many parts": (packed({f"{number}.xml": "" for number in range(3000)}), "for stort"),
    "a size that is a lie": (_lying(PLAIN), "beskadiget"),
    "a part that is no XML": (_edited(PLAIN, rb"</sheetData>", b"<"), "beskadiget"),
    "entities": (
        _edited(PLAIN, rb"<worksheet ", b'<!DOCTYPE a [<!ENTITY b "' + b"c" * 99 + b'"><!ENTITY d "'
                + b"&b;" * 9999 + b'">]><worksheet a="' + b"&d;" * 999 + b'" '),
        "beskadiget",
    ),
    "cut short": (PLAIN[:3000], "beskadiget"),
    "a part twice, in other letters": (
        packed({"content.xml": "<a/>", "Content.xml": "<a/>"}), "beskadiget",
    ),
    "another encoding": (
        packed({"content.xml": '<?xml version="1.0" encoding="cp037"?><a/>'}), "beskadiget",
    ),
    "macros": (packed({"xl/workbook.xml": "<a/>", "xl/vbaProject.bin": "x"}), "makroer"),
    "a binary workbook": (packed({"xl/workbook.bin": "x"}), "ældre format"),
    "a document": (packed({"word/document.xml": "<a/>"}), "ikke et regneark"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "ældre format"),
    "a password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "adgangskode",
    ),
    "an OpenDocument password": (
        packed({"content.xml": "x", "META-INF/manifest.xml": "<a><encryption-data/></a>"}),
        "adgangskode",
    ),
    "an empty workbook": (xlsx(("Ark1", [])), "tom"),
    "an empty file": (b"", "tom"),
    "blank lines": (b"\r\n\r\n", "tom"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "hverken tekst"),
    "a long cell": (b"a;b\n" + b"x" * 200_000, "kan ikke læses"),
    "a long text": (b"1;2\n" * 300_000, "over 1 MiB"),
}  # fmt: skip


@pytest.mark.parametrize("what", ATTACKS)
def test_what_is_no_table_is_refused_in_words(what: str) -> None:
    data, words = ATTACKS[what]
    assert len(data) < 2 << 20
    (fault,) = told_of(data)
    assert words in fault


@given(where=st.integers(0, len(PLAIN) - 1), sign=st.integers(0, 255), cut=st.booleans())
@settings(max_examples=150)
def test_a_damaged_workbook_is_read_or_refused(where: int, sign: int, cut: bool) -> None:
    data = PLAIN[:where] if cut else PLAIN[:where] + bytes([sign]) + PLAIN[where + 1 :]
    try:
        found = paid(read(data))
    except InputFaultsError as error:
        found = [told(fault, "da") for fault in error.faults]
    else:
        assert found == OF_TABLE
    assert all(found)


def test_without_the_library_a_workbook_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> None:
        raise ImportError

    monkeypatch.setattr(workbook, "_read", missing)
    assert 'pip install "udmaal[excel]"' in told_of(PLAIN)[0]


_NAMES = MONTHS["da"]
_MONTH_FORMS: tuple[Callable[[date], Any], ...] = (
    lambda day: f"{day:%Y-%m}", lambda day: f"{day:%d-%m-%Y}", lambda day: f"{day:%Y-%m-%d}",
    lambda day: f"{day.day}.{day.month}.{day.year}", lambda day: f"{day.month}-{day.year}",
    lambda day: f"{_NAMES[day.month - 1]} {day.year}", lambda day: f"{day:%Y%m}",
    lambda day: f"{_NAMES[day.month - 1][:3]}-{day:%y}", lambda day: day,
    lambda day: f"{_NAMES[day.month - 1]}-{day:%y}",
)  # fmt: skip


def _danish(amount: Decimal, group: str) -> str:
    return f"{amount:,.2f}".replace(",", "_").replace(".", ",").replace("_", group)


_AMOUNT_FORMS: tuple[Callable[[Decimal], Any], ...] = (
    lambda amount: _danish(amount, "."), lambda amount: _danish(amount, ""),
    lambda amount: f"{_danish(amount, '.')} kr.", lambda amount: f"kr. {_danish(amount, '.')}",
    lambda amount: _danish(amount, "\u00a0"),
    lambda amount: f"{_danish(abs(amount), '.')}{'-' * (amount < 0)}",
    lambda amount: f"{amount:.2f}", lambda amount: f"{amount:,.2f}", float,
    lambda amount: "-" if amount == 0 else f"{amount:.2f}",
)  # fmt: skip
_ROWS = st.lists(
    st.tuples(
        st.dates(date(2014, 1, 1), date(2026, 12, 31)),
        st.integers(-(10**9), 10**9).map(lambda ore: Decimal(ore).scaleb(-2)),
        st.sampled_from(_MONTH_FORMS),
        st.sampled_from(_AMOUNT_FORMS),
    ),
    min_size=1,
    max_size=12,
)
_FILES: tuple[Callable[[Sequence[Cells]], bytes], ...] = (
    csv, lambda rows: csv(rows, "\t"), lambda rows: xlsx(("Ark1", rows)),
    lambda rows: ods(("Ark1", rows)), lambda rows: csv(rows).decode().encode("cp1252"),
    lambda rows: csv(rows, "\t").decode().encode("utf-16"),
)  # fmt: skip


@given(rows=_ROWS, make=st.sampled_from(_FILES), total=st.booleans())
@settings(max_examples=200)
def test_what_was_written_in_any_form_is_read(
    rows: list[tuple[date, Decimal, Callable[[date], Any], Callable[[Decimal], Any]]],
    make: Callable[[Sequence[Cells]], bytes],
    total: bool,
) -> None:
    table: list[Cells] = [["Måned", "Beløb"]]
    table += [[month(day), amount(kroner)] for day, kroner, month, amount in rows]
    if total:
        table.append(["I alt", f"{sum(kroner for _, kroner, _, _ in rows):.2f}"])
    found = [(str(each.month), each.amounts.gross) for each in read(make(table)).payments]
    assert found == [(f"{day:%Y-%m}", kroner) for day, kroner, _, _ in rows]


def _differences(out: str) -> set[str | None]:
    return {
        month["difference"] for course in json.loads(out)["courses"] for month in course["months"]
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_its_own_ledger_has_no_differences(
    example: Path, language: Language, tmp_path: Path
) -> None:
    own = tmp_path / "own.csv"
    made = udmaal("ledger", example, "--to", "2026-12", "-f", "csv", "-o", own, "--lang", language)
    assert made.code == 0
    ran = udmaal("ledger", example, "--to", "2026-12", "--paid", own, "-f", "json")
    if "lost_earnings" in example.read_text("utf-8"):
        assert (ran.code, ran.err) == (0, "")
        assert _differences(ran.out) - {None} == {"0.00"}
    else:
        assert ran.code == 1
        assert "ingen udbetalinger af tabt arbejdsfortjeneste" in ran.err


COURSE = "examples/course-with-run-off.toml"


def test_payments_of_a_month_are_added_and_each_is_named(tmp_path: Path) -> None:
    file = tmp_path / "udbetalt.xlsx"
    rows: list[Cells] = [
        ["Måned", "Beløb"],
        [date(2025, 4, 1), 17000],
        ["maj 2025", 17438.35],
        ["apr-25", 438.35],
    ]
    file.write_bytes(xlsx(("Ark1", rows)))
    options = ("ledger", COURSE, "--from", "2025-04", "--to", "2025-05", "--paid", file)
    ran = udmaal(*options)
    assert ran.code == 0
    assert "2025-04 udbetalt ad flere gange: 17.000,00 + 438,35 (række 2, 4 i filen)" in ran.out
    assert ran.err == (
        "bemærk: filen har ingen kolonne for pension og ferietillæg; det er ikke sammenlignet\n"
    )
    assert "rows 2, 4 of the file" in udmaal(*options, "--lang", "en").out
    stored = tmp_path / "ledger.json"
    assert _differences(udmaal(*options, "-f", "json").out) == {"0.00"}
    assert udmaal(*options, "-f", "json", "-o", stored).code == 0
    assert udmaal("verify", stored, COURSE, "--paid", file).code == 0


@pytest.mark.parametrize(
    ("rows", "code", "words"),
    [
        ("sag;måned;beløb\neksempel-forloeb;2025-04;17438,35\nanden;2025-04;9\n", 0, ""),
        ("sag;måned;beløb\nanden;2025-04;9\n", 1, "kolonne 1: filen er om sag anden, ikke om e"),
        ("forælder;måned;beløb\na;2025-04;17438,35\n", 0, ""),
        ("forælder;måned;beløb\nC;2025-04;1\n", 1, "linje 2, kolonne 1: forælder C findes ikke"),
        ("måned;beløb\n2024-01;1\n2025-04;x\n", 1, "linje 3, kolonne 2: x er ikke"),
        ("måned;beløb\n2024-01;1\n", 1, "linje 2, kolonne 1: 2024-01 ligger uden for"),
    ],
)  # fmt: skip
def test_a_file_against_the_case(rows: str, code: int, words: str, tmp_path: Path) -> None:
    file = tmp_path / "udbetalt.csv"
    file.write_text(rows, "utf-8")
    ran = udmaal(
        "ledger", COURSE, "--from", "2025-04", "--to", "2025-05", "--paid", file, "-f", "json"
    )
    assert ran.code == code
    assert words in ran.err
    if code == 0:
        assert _differences(ran.out) == {"0.00", None}


def test_standard_input_may_be_a_workbook() -> None:
    ran = udmaal(
        "ledger", COURSE, "--from", "2026-03", "--to", "2026-04", "--paid", "-", "-f", "json",
        stdin=PLAIN,
    )  # fmt: skip
    assert ran.code == 0
    assert _differences(ran.out) == {"829.44", "2329.44"}


def test_a_workbook_without_the_library_is_a_wrong_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    ran = udmaal("ledger", COURSE, "--paid", "x.xlsx")
    assert ran.code == 2
    assert "udmaal[excel]" in ran.err
