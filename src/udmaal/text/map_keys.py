"""What the keys of a map of a list mean: for its schema."""

from udmaal.language import KeyText, words

_VALUES = ("Oversættelse", "Translation")

MAP_KEYS: dict[str, KeyText] = {
    "": words(
        "Kort over en liste", "Map of a list",
        "Hvilken kolonne i en liste der er hvilken nøgle i sagsfilen; til udmaal import og udmaal export",
        "Which column of a list is which key of the case file; for udmaal import and udmaal export",
    ),
    "format": words("Format", "Format", "Formatets version", "Version of the format"),
    "sheet": words(
        "Ark", "Sheet", "Arkets navn; kun nødvendigt, hvis flere ark har overskrifterne",
        "Name of the sheet; only needed where several have the headings",
    ),
    "row_kind": words(
        "Rækkens slags", "Kind of row", "Overskriften på den kolonne, der siger, hvad en række er",
        "Heading of the column that says what a row is",
    ),
    "ignore": words(
        "Springes over", "Passed over", "Slags rækker, der ikke skal med", "Kinds of rows that are not wanted",
    ),
    "same": words(
        "Ens rækker", "Like rows",
        "Siger to rækker det samme om en udgift, besparelse, enkeltdag eller lønseddel, er de så én (once) eller én hver (each); udeladt: det spørges der om",
        "Where two rows say the same of a cost, saving, single day or payslip, whether they are one (once) or one each (each); left out: it is asked",
    ),
    "begins": words(
        "Listen begynder", "The list begins",
        "Den dag, listens oplysninger begynder; det, der begynder den dag, kan have en forhistorie",
        "The day from which the list has facts; what begins on it may have a history",
    ),
    "file": words(
        "Filnavn", "File name", "Sagsfilernes navne; {case_id} er sagsnummeret", "Names of the case files; {case_id} is the case number",
    ),
    "number": words(
        "Tal", "Numbers", "Hvordan tal står i hele listen; kun nødvendigt, hvor 34.250 er tvetydigt",
        "How numbers are written in the whole list; only needed where 34.250 is ambiguous",
    ),
    "date": words(
        "Datoer", "Dates", "Hvordan datoer står i hele listen; kun nødvendigt, hvor de er tvetydige",
        "How dates are written in the whole list; only needed where they are ambiguous",
    ),
    "column": words("Kolonne", "Column", "En kolonne i listen og nøglen, den udfylder", "A column of the list and the key it fills"),
    "column.heading": words("Overskrift", "Heading", "Som i listen; store og små bogstaver og tegn er uden betydning", "As in the list; capitals and signs do not matter"),
    "column.above": words(
        "Overskriften over", "Heading above", "Den flettede overskrift over kolonnen; kun nødvendig, hvor overskriften står flere gange",
        "The merged heading above the column; only needed where the heading stands several times",
    ),
    "column.key": words(
        "Nøgle", "Key",
        "Nøglen i sagsfilen, f.eks. lost_earnings.monthly_wage; en tabel alene, f.eks. lost_earnings, skiller den ene fra den anden; lost_earnings.grant.month er måneden til timer måned for måned",
        "The key of the case file, such as lost_earnings.monthly_wage; a table alone, such as lost_earnings, tells one from another; lost_earnings.grant.month is the month of hours month by month",
    ),
    "column.rows": words("Rækker", "Rows", "De slags rækker, kolonnen gælder; udeladt: alle", "The kinds of rows the column is for; left out: all"),
    "column.values": words(
        *_VALUES, "Listens ord, og hvad der står i sagsfilen; en tom tekst er en tom celle",
        "The words of the list, and what the case file has; an empty text is an empty cell",
    ),
    "column.number": words("Tal", "Numbers", "Hvordan tal står i kolonnen", "How numbers are written in the column"),
    "column.date": words("Datoer", "Dates", "Hvordan datoer står i kolonnen", "How dates are written in the column"),
    "column.repeat": words(
        "Gentages", "Repeated", "En tom celle er som den over i samme sag, som ved flettede celler",
        "An empty cell is as the one above in the same case, as with merged cells",
    ),
    "defaults": words(
        "Faste værdier", "Constants", "Nøgler og værdier, der står for tomme celler og manglende kolonner i de tabeller, rækkerne har",
        "Keys and values that stand for empty cells and missing columns, in the tables that the rows have",
    ),
    "export": words("Kolonne i udtræk", "Column of the export", "Kolonnerne, udmaal export skriver, i rækkefølge", "The columns that udmaal export writes, in order"),
    "export.heading": words("Overskrift", "Heading", "Som det andet system kræver", "As the other system wants it"),
    "export.key": words(
        "Nøgle", "Key", "Kolonnen i udtrækket, f.eks. month, gross eller monthly", "The column of the export, such as month, gross or monthly",
    ),
    "export.value": words("Fast tekst", "Fixed text", "I stedet for key: det samme i alle rækker", "In place of key: the same in all rows"),
    "export.values": words(*_VALUES, "Udmaals ord, og hvad der skal stå", "The words of udmaal, and what is to stand there"),
}  # fmt: skip
