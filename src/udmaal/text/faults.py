"""What is wrong with an input, and what would be right."""

from datetime import date
from typing import Final, NamedTuple

from udmaal.faults import Cell, Fault
from udmaal.language import Language, Text
from udmaal.shown import plain, shown
from udmaal.text.render import render


class FaultText(NamedTuple):
    """The problem and its mend."""

    problem: Text
    mend: Text


def _fault(problem_da: str, problem_en: str, mend_da: str, mend_en: str) -> FaultText:
    return FaultText(Text(problem_da, problem_en), Text(mend_da, mend_en))


_CELL = Text("ark {sheet}, celle {cell}", "sheet {sheet}, cell {cell}")
_CELL_OF_TEXT = Text("linje {row}, kolonne {column}", "line {row}, column {column}")


def problem(fault: Fault, language: Language) -> str:
    """Say what is wrong."""
    return shown(render(FAULTS[fault.code].problem.in_(language), fault.values, language))


def mend(fault: Fault, language: Language) -> str:
    """Say what would be right."""
    text = _MAKE_THE_YEAR if _is_later_than_the_rates(fault) else FAULTS[fault.code].mend
    return shown(render(text.in_(language), fault.values, language))


def _is_later_than_the_rates(fault: Fault) -> bool:
    if fault.code != "date.not_covered":
        return False
    on, last = fault.values["date"], fault.values["last"]
    return isinstance(on, date) and isinstance(last, date) and on > last


def headline(fault: Fault, language: Language) -> str:
    """Say where it is and what is wrong: ``file:line:column: cell: key: problem``."""
    place = ":".join(str(part) for part in (fault.file, fault.line, fault.column) if part)
    cell = cell_name(fault.cell, language) if fault.cell else ""
    return plain(": ".join(filter(None, (place, cell, fault.where, problem(fault, language)))))


def cell_name(cell: Cell, language: Language) -> str:
    """Name a cell: ``ark Ark1, celle C7``; of a text ``linje 7, kolonne 3``."""
    if not cell.sheet:
        return _CELL_OF_TEXT.in_(language).format(row=cell.row, column=cell.column)
    letters, number = "", cell.column
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return _CELL.in_(language).format(sheet=cell.sheet, cell=f"{letters}{cell.row}")


def told(fault: Fault, language: Language) -> str:
    """Say all of it on one line: the headline, then the mend."""
    return f"{headline(fault, language)}; {plain(mend(fault, language))}"


_MAKE_THE_YEAR: Final = Text(
    "lav satserne for {year} i din egen mappe med satser (udmaal rates regulate {year} "
    "--lost-earnings PROCENT --satsregulering PROCENT --rates MAPPE), eller vælg en dato i perioden",
    "make the rates of {year} in your own folder of rates (udmaal rates regulate {year} "
    "--lost-earnings PERCENT --satsregulering PERCENT --rates DIR), or choose a date in that range",
)
FAULTS: dict[str, FaultText] = {
    # the file
    "file.missing": _fault(
        "filen findes ikke", "the file does not exist",
        "ret stien, eller opret filen", "correct the path, or create the file",
    ),
    "file.unreadable": _fault(
        "filen kan ikke læses ({reason})", "the file cannot be read ({reason})",
        "giv læseadgang til filen", "allow the file to be read",
    ),
    "file.directory": _fault(
        "det er en mappe, ikke en fil", "this is a folder, not a file",
        "angiv en fil i mappen", "name a file in the folder",
    ),
    "file.device": _fault(
        "det er en enhed, ikke en fil", "this is a device, not a file",
        "angiv en fil, eller brug - for standard input", "name a file, or use - for standard input",
    ),
    "file.too_large": _fault(
        "filen fylder over {most} MiB", "the file is larger than {most} MiB",
        "kontrollér, at det er den rigtige fil", "check that this is the right file",
    ),
    "file.empty": _fault(
        "filen er tom", "the file is empty",
        "skriv mindst format, case_id og [child]", "write at least format, case_id and [child]",
    ),
    "file.utf16": _fault(
        "filen er gemt som UTF-16", "the file is saved as UTF-16",
        "gem den som UTF-8", "save it as UTF-8",
    ),
    "file.latin1": _fault(
        "filen er gemt som Latin-1 (Windows-1252), ikke UTF-8",
        "the file is saved as Latin-1 (Windows-1252), not UTF-8",
        "gem den som UTF-8", "save it as UTF-8",
    ),
    "file.encoding": _fault(
        "filen er ikke UTF-8-tekst", "the file is not UTF-8 text",
        "gem den som UTF-8; kontrollér, at det er en tekstfil",
        "save it as UTF-8; check that it is a text file",
    ),
    "output.unwritable": _fault(
        "filen kan ikke skrives ({reason})", "the file cannot be written ({reason})",
        "angiv en anden fil, eller skaf plads og skriveadgang",
        "name another file, or make room and allow writing",
    ),
    "output.twice": _fault(
        "to udskrifter skal skrives i samme fil", "two outputs would go to the same file",
        "angiv to forskellige filer", "name two different files",
    ),
    "output.exists": _fault(
        "filen findes allerede og bliver ikke overskrevet",
        "the file exists already and is not overwritten",
        "angiv et andet filnavn", "name another file",
    ),
    "output.is_read": _fault(
        "filen læses af kommandoen og bliver ikke overskrevet",
        "the file is read by the command and is not overwritten",
        "angiv en anden fil at skrive i", "name another file to write to",
    ),
    "output.is_case": _fault(
        "filen er en sagsfil og bliver ikke overskrevet",
        "the file is a case file and is not overwritten",
        "angiv en anden fil at skrive i", "name another file to write to",
    ),
    "output.is_rates": _fault(
        "filen er en satsfil og bliver ikke overskrevet",
        "the file is a rate file and is not overwritten",
        "angiv en anden fil at skrive i", "name another file to write to",
    ),
    "output.is_level": _fault(
        "filen er et serviceniveau og bliver ikke overskrevet",
        "the file is a service level and is not overwritten",
        "angiv en anden fil at skrive i", "name another file to write to",
    ),
    "log.foreign": _fault(
        "filen er ikke en journal fra --log", "the file is no journal of --log",
        "angiv en ny fil, f.eks. journal.jsonl", "name a new file, such as journal.jsonl",
    ),
    "output.not_set": _fault(
        "bilaget kan ikke sættes som PDF", "the annex cannot be set as PDF",
        "skriv det som HTML, og gem det som PDF fra browseren",
        "write it as HTML, and save it as PDF from a browser",
    ),
    "output.is_letter": _fault(
        "filen er kommunens brevoplysninger og bliver ikke overskrevet",
        "the file is the municipality's letter file and is not overwritten",
        "angiv en anden fil at skrive i", "name another file to write to",
    ),
    # Papers
    "parent.unknown": _fault(
        "sagen har ingen forælder {parent}", "the case has no parent {parent}",
        "vælg blandt {known}", "choose among {known}",
    ),
    "parent.none": _fault(
        "sagen har ingen forælder {parent}; alle dens ydelser er familiens",
        "the case has no parent {parent}; all its benefits are the family's",
        "udelad --parent", "leave --parent out",
    ),
    "pattern.folder": _fault(
        "{name} er ikke et filnavn: det har \"{sign}\"", "{name} is no file name: it has \"{sign}\"",
        "angiv mappen med --output-dir", "name the folder with --output-dir",
    ),
    "pattern.field": _fault(
        "{name} har {field}, som ikke er en af de kendte", "{name} has {field}, which is none of those known",
        "vælg blandt {known}", "choose among {known}",
    ),
    "letter.logo_kind": _fault(
        "logoet {name} er hverken .png eller .svg", "the logo {name} is neither .png nor .svg",
        "gem det som PNG eller SVG", "save it as PNG or SVG",
    ),
    "letter.logo_missing": _fault(
        "logoet {name} kan ikke læses ({reason})", "the logo {name} cannot be read ({reason})",
        "skriv filens navn set fra mappen med denne fil", "name the file as seen from the folder of this one",
    ),
    "letter.logo_large": _fault(
        "logoet {name} er over {most} byte", "the logo {name} is larger than {most} bytes",
        "gem det mindre: 600 billedpunkter i bredden er nok", "save it smaller: 600 pixels across are enough",
    ),
    "letter.logo_broken": _fault(
        "logoet {name} er ikke et billede, der kan læses", "the logo {name} is no picture that can be read",
        "gem det igen som PNG eller SVG", "save it again as PNG or SVG",
    ),
    # TOML
    "toml.duplicate": _fault(
        "nøglen eller tabellen står der allerede", "the key or table is there already",
        "slet den ene, eller brug [[...]] til flere af samme slags",
        "delete one of them, or use [[...]] for several of a kind",
    ),
    "toml.key_twice": _fault(
        "nøglen {key} står allerede på linje {line}", "the key {key} is there already, on line {line}",
        "behold kun den ene", "keep only one of them",
    ),
    "toml.table_twice": _fault(
        "tabellen [{key}] står allerede på linje {line}",
        "the table [{key}] is there already, on line {line}",
        "saml nøglerne i én tabel, og slet den anden", "put the keys into one table, and delete the other",
    ),
    "toml.table_several": _fault(
        "tabellen [{key}] står der flere gange", "the table [{key}] is there several times",
        "er der flere, så skriv [[{key}]] med to par parenteser over hver af dem",
        "where there are several, write [[{key}]] with double brackets above each of them",
    ),
    "toml.table_name": _fault(
        "tabellens navn kan ikke læses", "the name of the table cannot be read",
        "skriv navnet med a-z, 0-9 og _ uden mellemrum, f.eks. [child] eller [[lost_earnings]]",
        "write the name with a-z, 0-9 and _ without spaces, for example [child] or [[lost_earnings]]",
    ),
    "toml.danish_date": _fault(
        "datoen {found} er ikke skrevet år-måned-dag", "the date {found} is not written year-month-day",
        "skriv år-måned-dag: {meant}", "write year-month-day: {meant}",
    ),
    "toml.short_year": _fault(
        "datoen {found} er ikke skrevet år-måned-dag, og året har kun to cifre",
        "the date {found} is not written year-month-day, and its year has two digits only",
        "skriv år-måned-dag med hele året, f.eks. 2016-05-14",
        "write year-month-day with the whole year, for example 2016-05-14",
    ),
    "toml.decimal_comma": _fault(
        "{found} er skrevet med decimalkomma", "{found} is written with a decimal comma",
        "skriv decimaler med punktum: {meant}", "write decimals with a point: {meant}",
    ),
    "toml.thousands": _fault(
        "{found} er skrevet med tegn mellem tusinderne", "{found} is written with thousands signs",
        "skriv tallet uden, og decimaler med punktum: {meant}",
        "write the number without, and decimals with a point: {meant}",
    ),
    "toml.unit": _fault(
        "ved tallet står {found}", "the number has {found} beside it",
        "skriv tallet alene", "write the number alone",
    ),
    "toml.letters": _fault(
        "nøglen {key} har bogstaver ud over a-z", "the key {key} has letters beyond a-z",
        "nøgler er engelske og skrives med a-z, 0-9 og _; æ, ø og å hører til i tekster",
        "keys are English and written with a-z, 0-9 and _; æ, ø and å belong in texts",
    ),
    "toml.colon": _fault(
        "efter nøglen står et kolon", "a colon follows the key",
        "skriv et lighedstegn: nøgle = værdi", "write an equals sign: key = value",
    ),
    "toml.yes_no": _fault(
        "ja og nej skrives true og false, ikke {found}",
        "yes and no are written true and false, not {found}",
        "skriv {meant}", "write {meant}",
    ),
    "toml.unquoted": _fault(
        "teksten {found} mangler anførselstegn", "the text {found} lacks its quotes",
        'skriv "{found}"', 'write "{found}"',
    ),
    "toml.quote_missing": _fault(
        "teksten mangler det ene anførselstegn", "the text lacks one of its quotes",
        'sæt et før og et efter teksten, "sådan"', 'put one before and one after it, "like this"',
    ),
    "toml.quotes_inside": _fault(
        "der står anførselstegn inde i teksten", "there are quotes inside the text",
        "skriv enkelte anførselstegn inde i den: \"han sagde 'ja'\"",
        "write single quotes inside it: \"he said 'yes'\"",
    ),
    "toml.smart_quotes": _fault(
        "anførselstegnet {found} kommer fra et tekstbehandlingsprogram",
        "the quote {found} comes from a word processor",
        'skriv lige anførselstegn, "sådan"', 'write straight quotes, "like this"',
    ),
    "toml.backslash": _fault(
        "en omvendt skråstreg i en tekst læses som et særligt tegn",
        "a backslash in a text is read as a special sign",
        "skriv / eller \\\\, eller sæt teksten i enkelte anførselstegn, 'sådan'",
        "write / or \\\\, or put the text in single quotes, 'like this'",
    ),
    "toml.invisible": _fault(
        "her står et usynligt tegn ({sign}), kopieret fra et andet program",
        "there is an invisible sign ({sign}) here, copied from another program",
        "slet det, og skriv et almindeligt mellemrum, hvor der skal være et",
        "delete it, and write a plain space where there should be one",
    ),
    "toml.date": _fault(
        "datoen findes ikke", "there is no such date",
        "skriv en rigtig dato som ÅÅÅÅ-MM-DD, f.eks. 2025-03-01",
        "write a real date as YYYY-MM-DD, for example 2025-03-01",
    ),
    "toml.string": _fault(
        "teksten er ikke afsluttet eller har et ulovligt tegn",
        "the text is not closed or holds an illegal character",
        'sæt teksten i lige anførselstegn på én linje, "sådan"',
        'put the text in straight quotes on one line, "like this"',
    ),
    "toml.equals": _fault(
        "der mangler et lighedstegn efter nøglen", "an equals sign is missing after the key",
        "skriv nøgle = værdi", "write key = value",
    ),
    "toml.bracket": _fault(
        "en parentes er ikke lukket", "a bracket is not closed",
        "luk den: [tabel], [[tabel]] eller [1, 2]", "close it: [table], [[table]] or [1, 2]",
    ),
    "toml.value": _fault(
        "værdien kan ikke læses", "the value cannot be read",
        'tal skrives 1234.50 (punktum, ingen tusindtal-tegn), datoer 2025-03-01, tekst "i '
        'anførselstegn", ja/nej true/false',
        'write numbers as 1234.50 (a point, no thousands signs), dates as 2025-03-01, text "in '
        'quotes", yes/no as true/false',
    ),
    "toml.after": _fault(
        "der står mere på linjen efter værdien", "something follows the value on its line",
        "skriv én værdi pr. linje; decimaler med punktum: 1234.50",
        "write one value per line; decimals with a point: 1234.50",
    ),
    "toml.statement": _fault(
        "linjen er ikke en nøgle, en tabel eller en kommentar",
        "the line is no key, table or comment",
        "skriv nøgle = værdi, [tabel] eller # kommentar; æ, ø og å kun i tekster",
        "write key = value, [table] or # comment; æ, ø and å only in texts",
    ),
    "toml.syntax": _fault(
        "filen er ikke gyldig TOML: {message}", "the file is not valid TOML: {message}",
        "ret linjen", "correct the line",
    ),
    "toml.too_deep": _fault(
        "tabeller eller parenteser er indlejret for dybt",
        "tables or brackets are nested too deeply",
        "en sagsfil har højst tabeller i tabeller", "a case file has at most tables in tables",
    ),
    "toml.number_too_long": _fault(
        "et tal har tusindvis af cifre", "a number has thousands of digits",
        "skriv beløbet i kroner", "write the amount in kroner",
    ),
    # single values
    "value.missing": _fault(
        "{key} mangler", "{key} is missing", "tilføj {example}", "add {example}"
    ),
    "value.to_fill_in": _fault(
        "ikke udfyldt endnu: {what:key}", "not filled in yet: {what:key}",
        "{what:key_text}; skriv f.eks. {example}", "{what:key_text}; write for example {example}",
    ),
    "key.unknown": _fault(
        "nøglen {key} kendes ikke", "unknown key {key}",
        "her kan stå: {known}", "known here: {known}",
    ),
    "key.unknown_near": _fault(
        "nøglen {key} kendes ikke", "unknown key {key}",
        "mente du {near}?", "did you mean {near}?",
    ),
    "type.number": _fault(
        "her skal stå et tal, ikke {found}", "a number is wanted here, not {found}",
        "skriv tallet uden anførselstegn: {example}", "write the number without quotes: {example}",
    ),
    "type.integer": _fault(
        "her skal stå et helt tal, ikke {found}", "a whole number is wanted here, not {found}",
        "skriv f.eks. {example}", "write for example {example}",
    ),
    "type.text": _fault(
        "her skal stå en tekst, ikke {found}", "a text is wanted here, not {found}",
        "sæt den i anførselstegn: {example}", "put it in quotes: {example}",
    ),
    "type.bool": _fault(
        "her skal stå true eller false, ikke {found}", "true or false is wanted here, not {found}",
        "skriv {example}", "write {example}",
    ),
    "type.date": _fault(
        "her skal stå en dato, ikke {found}", "a date is wanted here, not {found}",
        "skriv den uden anførselstegn og klokkeslæt: {example}",
        "write it without quotes and time of day: {example}",
    ),
    "type.table": _fault(
        "her skal stå en tabel, ikke {found}", "a table is wanted here, not {found}",
        "skriv {example} på en linje for sig og nøglerne under den",
        "write {example} on a line of its own and the keys below it",
    ),
    "type.list": _fault(
        "her kan stå flere, men {found} er ikke en liste",
        "several may stand here, but {found} is no list",
        "skriv {example} med to par parenteser eller en liste",
        "write {example} with double brackets, or a list",
    ),
    "value.choice": _fault(
        "{found} er ikke en af mulighederne", "{found} is none of the choices",
        "vælg en af: {choices}", "choose one of: {choices}",
    ),
    "value.choice_near": _fault(
        "{found} er ikke en af mulighederne", "{found} is none of the choices",
        'mente du "{near}"? Mulighederne er: {choices}',
        'did you mean "{near}"? The choices are: {choices}',
    ),
    "value.above": _fault(
        "{found} er for lidt", "{found} is too little",
        "skriv et tal over {limit}", "write a number above {limit}",
    ),
    "value.at_least": _fault(
        "{found} er for lidt", "{found} is too little",
        "skriv et tal på mindst {limit}", "write a number of at least {limit}",
    ),
    "value.below": _fault(
        "{found} er for meget", "{found} is too much",
        "skriv et tal under {limit}", "write a number below {limit}",
    ),
    "value.at_most": _fault(
        "{found} er for meget", "{found} is too much",
        "skriv et tal på højst {limit}; mangler der et punktum?",
        "write a number of at most {limit}; is a decimal point missing?",
    ),
    "value.finite": _fault(
        "{found} er ikke et tal, der kan regnes med", "{found} is no number to calculate with",
        "skriv f.eks. {example}", "write for example {example}",
    ),
    "value.decimals": _fault(
        "{found} har for mange decimaler", "{found} has too many decimals",
        "skriv højst {limit} decimaler", "write at most {limit} decimals",
    ),
    "value.thousands": _fault(
        "{found} er {amount:n} kr. skrevet med tre decimaler",
        "{found} is kr. {amount:n} written with three decimals",
        "mente du {meant:n} kr.? Så skriv {meant} uden punktum; ellers skriv {exact}",
        "did you mean kr. {meant:n}? Then write {meant} without a point; otherwise write {exact}",
    ),
    "value.too_big": _fault(
        "{found} er for stort", "{found} is too big",
        "skriv f.eks. {example}", "write for example {example}",
    ),
    "value.invalid": _fault(
        "værdien {found} kan ikke bruges ({message})", "the value {found} cannot be used ({message})",
        "skriv f.eks. {example}", "write for example {example}",
    ),
    "date.range": _fault(
        "datoen {found} kan ikke passe", "the date {found} cannot be right",
        "skriv en dato mellem {first} og {last}", "write a date between {first} and {last}",
    ),
    "text.too_long": _fault(
        "teksten er for lang", "the text is too long",
        "højst {limit} tegn", "at most {limit} characters",
    ),
    "text.empty": _fault(
        "teksten er tom", "the text is empty", "skriv f.eks. {example}", "write for example {example}"
    ),
    "text.form": _fault(
        "{found} har ikke den rigtige form", "{found} does not have the right form",
        "skriv f.eks. {example} (måneder som ÅÅÅÅ-MM, år med fire cifre, ingen styretegn)",
        "write for example {example} (months as YYYY-MM, years with four digits, no control "
        "characters)",
    ),
    "list.empty": _fault(
        "listen er tom", "the list is empty",
        "skriv mindst én: {example}", "write at least one: {example}",
    ),
    "list.too_long": _fault(
        "listen er for lang", "the list is too long",
        "højst {limit} af slagsen", "at most {limit} of the kind",
    ),
    # between values
    "date.order": _fault(
        "{found:day} ligger før {first:day}", "{found:day} lies before {first:day}",
        "skriv en dato fra {first:day}", "write a date from {first:day} on",
    ),
    "wage.two_forms": _fault(
        "lønnen er oplyst på flere måder: {forms}", "the wage is given in several forms: {forms}",
        "behold kun én", "keep only one of them",
    ),
    "wage.none": _fault(
        "der mangler en løn", "a wage is missing",
        "tilføj monthly_wage, [[lost_earnings.payslip]] eller, for selvstændige, yearly_results "
        "eller monthly_loss",
        "add monthly_wage, [[lost_earnings.payslip]] or, if self-employed, yearly_results or "
        "monthly_loss",
    ),
    "wage.not_self_employed": _fault(
        "{key} gælder kun selvstændige", "{key} is for the self-employed only",
        'skriv occupation = "self_employed", eller brug monthly_wage',
        'write occupation = "self_employed", or use monthly_wage',
    ),
    "wage.no_result": _fault(
        "årsresultaterne giver tilsammen ikke over 0", "the yearly results together are not above 0",
        "et tab kræver en indtægt; kontrollér tallene",
        "a loss needs an income; check the figures",
    ),
    "wage.benefit": _fault(
        "dagpenge, sygedagpenge, barselsdagpenge og kontanthjælp er ikke en løn og kan ikke være "
        "grundlag (BL § 87)",
        "unemployment, sickness, maternity and social assistance benefits are no wage and cannot "
        "be the basis (BL § 87)",
        'brug lønnen før ydelsen, eller occupation = "no_attachment"',
        'use the wage before the benefit, or occupation = "no_attachment"',
    ),
    "wage.no_home_help": _fault(
        "uden tilknytning til arbejdsmarkedet mangler en løn at regne med",
        "without attachment to the labour market a wage to calculate with is missing",
        "tilføj monthly_wage (løn, der kunne være tjent), eller home_help_hourly i kommunens "
        "serviceniveau",
        "add monthly_wage (a wage that could have been earned), or home_help_hourly in the "
        "service level",
    ),
    "sibling.twice": _fault(
        "der er to søskende med mærket {label:text}", "there are two siblings with the label {label:text}",
        "giv hver sit mærke", "give each a label of its own",
    ),
    "child.unknown": _fault(
        "barnet {child:text} er ikke blandt sagens søskende ({known:text})",
        "the child {child:text} is not among the siblings of the case ({known:text})",
        "tilføj [[sibling]] med label og born, eller slet child, hvis forløbet er for sagens barn",
        "add [[sibling]] with label and born, or delete child if the course is for the child of the "
        "case",
    ),
    "run_off.too_long": _fault(
        "{found:day} ligger efter den sidste dag, ydelsen kan løbe videre: {last:day}",
        "{found:day} lies after the last day the benefit may run on: {last:day}",
        "afviklingen kan kun forkortes: skriv en dato til og med {last:day}, eller slet run_off_until",
        "the run-off can only be shortened: write a date up to {last:day}, or delete run_off_until",
    ),
    "payslip.twice": _fault(
        "der er to lønsedler for {month:month} fra samme arbejdsgiver",
        "there are two payslips of {month:month} from one employer",
        "læg dem sammen i én, skriv employer ved flere arbejdsgivere, eller hours på dem alle",
        "add them up in one, write employer where there are several, or hours on all of them",
    ),
    "payslip.some_hours": _fault(
        "lønsedlen har ingen hours, men andre har", "the payslip has no hours, but others have",
        "skriv de betalte timer på alle lønsedler, eller slet hours på dem alle",
        "write the paid hours on every payslip, or delete hours from all of them",
    ),
    "pension.two_forms": _fault(
        "pensionen er oplyst både i kroner og i procent",
        "the pension is given both in kroner and in per cent",
        "behold kun employer_pension eller employer_pension_percent",
        "keep only employer_pension or employer_pension_percent",
    ),
    "child.not_born": _fault(
        "{date:day} ligger før barnets fødsel {born:day}",
        "{date:day} lies before the child's birth {born:day}",
        "ret datoen, eller born under [child]", "correct the date, or born under [child]",
    ),
    "grant.overlap": _fault(
        "bevillingen fra {from:day} begynder, før den forrige er sluttet ({until:day})",
        "the grant from {from:day} begins before the former has ended ({until:day})",
        "ret from, eller slut den forrige dagen før med until",
        "correct from, or end the former the day before with until",
    ),
    "grant.after_end": _fault(
        "bevillingen begynder {from:day}, efter at forløbet er slut {end:day}",
        "the grant begins {from:day}, after the course has ended {end:day}",
        "ret datoen, eller lav et nyt [[lost_earnings]]-forløb",
        "correct the date, or make a new [[lost_earnings]] course",
    ),
    "single_day.outside": _fault(
        "enkeltdagen {date:day} ligger uden for forløbet ({first:day} til {last:day})",
        "the single day {date:day} lies outside the course ({first:day} to {last:day})",
        "ret datoen, eller lav et nyt [[lost_earnings]]-forløb",
        "correct the date, or make a new [[lost_earnings]] course",
    ),
    "course.empty": _fault(
        "forløbet har hverken bevilling eller enkeltdage",
        "the course has neither a grant nor single days",
        "tilføj [[lost_earnings.grant]] eller [[lost_earnings.single_day]]",
        "add [[lost_earnings.grant]] or [[lost_earnings.single_day]]",
    ),
    "course.before_coverage": _fault(
        "forløbet begynder {start:day}; programmet dækker fra {first:day}",
        "the course begins {start:day}; the program covers dates from {first:day}",
        "for et ældre forløb: giv lønnen på et senere års niveau med basis_level",
        "for an older course: give the wage at the level of a later year with basis_level",
    ),
    "course.overlap": _fault(
        "forælder {parent:text} har to forløb for samme barn med timer på samme dag ({date:day}); det andet er "
        "lost_earnings[{other}]",
        "parent {parent:text} has two courses for one child with hours on one day ({date:day}); the other is "
        "lost_earnings[{other}]",
        "slut det ene forløb, før det andet begynder, giv forælderen et andet mærke, eller skriv "
        "child, hvis det ene er for en søskende",
        "end one course before the other begins, give the parent another label, or write child if "
        "one of them is for a sibling",
    ),
    "date.before_coverage": _fault(
        "{date:day} ligger før {first:day}, som programmet dækker fra",
        "{date:day} lies before {first:day}, from which the program covers",
        "ret datoen", "correct the date",
    ),
    "year.before_coverage": _fault(
        "{year} ligger før {first}, som programmet dækker fra",
        "{year} lies before {first}, from which the program covers",
        "ret året", "correct the year",
    ),
    "year.twice": _fault(
        "året {year} står i to tabeller", "the year {year} stands in two tables",
        "saml året i én tabel, eller ret årstallet",
        "put the year into one table, or correct it",
    ),
    "date.other_year": _fault(
        "{date:day} ligger ikke i tabellens år, {year}",
        "{date:day} does not lie in the table's year, {year}",
        "ret datoen eller year", "correct the date or year",
    ),
    "supplementary.receives": _fault(
        "det mangler, om forælder {parent} modtager tabt arbejdsfortjeneste: filen har intet forløb "
        "for forælderen",
        "whether parent {parent} receives lost earnings is missing: the file has no course of the "
        "parent",
        "skriv receives_lost_earnings = true eller false, eller skriv forløbet i [[lost_earnings]]",
        "write receives_lost_earnings = true or false, or write the course in [[lost_earnings]]",
    ),
    "companion.hours_outside": _fault(
        "timer brugt i {month:month}, men ordningen er bevilget fra {first:month} til {last:month}",
        "hours used in {month:month}, but the scheme is granted from {first:month} to {last:month}",
        "ret måneden, from eller until", "correct the month, from or until",
    ),
    "leisure.means": _fault(
        "det mangler, om familiens egne midler slår til: serviceniveauet {name} spørger efter det",
        "whether the family's own means suffice is missing: the service level {name} asks for it",
        "skriv income_dependent = true, hvis de ikke slår til, ellers false",
        "write income_dependent = true if they do not suffice, else false",
    ),
    "basis_level.early": _fault(
        "grundlaget er givet på niveau {level}, men tidligst muligt er {least}",
        "the basis is given at the level of {level}, but the earliest possible is {least}",
        "giv grundlaget på niveau {least} eller senere", "give the basis at the level of {least} or "
        "later",
    ),
    "basis_level.later": _fault(
        "{date:day} ligger før grundlagets niveau {level}",
        "{date:day} lies before the level of the basis, {level}",
        "regn på en dato fra 1. januar {level}", "calculate on a date from 1 January {level} on",
    ),
    "earlier_gross.no_level": _fault(
        "earlier_gross gælder kun sammen med basis_level",
        "earlier_gross goes with basis_level only",
        "tilføj basis_level, eller slet tabellen", "add basis_level, or delete the table",
    ),
    "earlier_gross.late": _fault(
        "{year:text} regnes af programmet selv (grundlagets niveau er {level})",
        "{year:text} is calculated by the program itself (the basis is at the level of {level})",
        "behold kun år før {level}", "keep only years before {level}",
    ),
    "saving.two_forms": _fault(
        "besparelsen er oplyst både pr. måned og i km", "the saving is given by month and in km",
        "behold kun monthly, eller km_monthly og rate_per_km",
        "keep only monthly, or km_monthly and rate_per_km",
    ),
    "saving.half": _fault(
        "en besparelse i km kræver både km_monthly og rate_per_km",
        "a saving in km needs both km_monthly and rate_per_km",
        "tilføj den, der mangler", "add the missing one",
    ),
    "saving.none": _fault(
        "besparelsen har intet beløb", "the saving has no amount",
        "tilføj monthly = 854.00", "add monthly = 854.00",
    ),
    "saving.km_kind": _fault(
        "kun transport kan regnes i km", "only transport can be given in km",
        'brug monthly, eller kind = "transport"', 'use monthly, or kind = "transport"',
    ),
    "extra_costs.before_coverage": _fault(
        "merudgifter fastsat {decided:day} hører til en tidligere ordning",
        "extra costs fixed {decided:day} belong to an earlier scheme",
        "programmet dækker fastsættelser fra {first:day}",
        "the program covers decisions from {first:day} on",
    ),
    "extra_costs.not_rising": _fault(
        "{found:day} ligger ikke efter den forrige afgørelses {before:day}",
        "{found:day} does not come after {before:day} of the decision before",
        "skriv afgørelserne med den ældste først; både decided og from skal stige",
        "write the decisions with the oldest first; both decided and from must rise",
    ),
    "extra_costs.redecide": _fault(
        "en merudgiftsydelse fra før 1. september 2025 gælder ikke {date:day}: den skulle være "
        "fastsat på ny før {last:day} (L 201, 2024-25)",
        "a grant from before 1 September 2025 does not hold on {date:day}: it had to be re-decided "
        "before {last:day} (L 201, 2024-25)",
        "fastsæt kompensationsydelsen, og skriv dagen i decided",
        "fix the kompensationsydelse, and write that day in decided",
    ),
    "extra_costs.from_before_reform": _fault(
        "en afgørelse efter kompensationsreglerne har ingen virkning {from:day}: de gælder fra "
        "{first:day}",
        "a decision under the compensation rules has no effect on {from:day}: they hold from "
        "{first:day}",
        'skriv en dato fra {first:day}; for en ansøgning fra før reformen: rules = "threshold" og '
        "applied",
        'write a date from {first:day} on; for an application from before the reform: rules = '
        '"threshold" and applied',
    ),
    "extra_costs.no_application": _fault(
        'rules = "threshold" kræver dagen for ansøgningen',
        'rules = "threshold" needs the date of application',
        "tilføj applied = 2025-06-10", "add applied = 2025-06-10",
    ),
    "extra_costs.old_rules": _fault(
        'rules = "threshold" gælder kun en ansøgning fra før 1. september 2025, der er afgjort fra '
        "den dag til og med 31. august 2027",
        'rules = "threshold" is only for an application from before 1 September 2025 that was '
        "decided from that day to 31 August 2027",
        "ret applied og decided, eller slet rules", "correct applied and decided, or delete rules",
    ),
    "item.no_amount": _fault(
        "udgiften har intet beløb", "the cost has no amount",
        "tilføj amount, km (kun transport) eller standard",
        "add amount, km (transport only) or standard",
    ),
    "item.two_amounts": _fault(
        "udgiften er oplyst på flere måder: {forms}", "the cost is given in several forms: {forms}",
        "behold kun én", "keep only one of them",
    ),
    "item.km_kind": _fault(
        "kun transport kan regnes i km", "only transport can be given in km",
        'brug amount, eller kind = "transport"', 'use amount, or kind = "transport"',
    ),
    "item.date_not_once": _fault(
        "kun en enkeltudgift har en dato", "only a one-off cost has a date",
        'skriv per = "once", eller slet date', 'write per = "once", or delete date',
    ),
    "standard.unknown": _fault(
        "serviceniveauet har intet standardbeløb {name} for et barn på {age} år",
        "the service level has no standard amount {name} for a child aged {age}",
        "brug amount; niveauet har: {known}", "use amount; the level has: {known}",
    ),
    "standard.no_sex": _fault(
        "standardbeløbet {name} afhænger af barnets køn ved {age} år",
        "the standard amount {name} depends on the child's sex at age {age}",
        'tilføj sex = "girl" eller sex = "boy" under [child]',
        'add sex = "girl" or sex = "boy" under [child]',
    ),
    "standard.other_period": _fault(
        "standardbeløbet {name} er fastsat for en anden periode", "the standard amount {name} is for another period",
        'skriv per = "{per}"', 'write per = "{per}"',
    ),
    # service levels
    "municipality.unknown": _fault(
        "kommunen {name} kendes ikke", "unknown municipality {name}",
        "kendte: {known}; en egen fil findes med --municipality-dir",
        "known: {known}; a file of your own is found with --municipality-dir",
    ),
    "municipality.unknown_near": _fault(
        "kommunen {name} kendes ikke", "unknown municipality {name}",
        "mente du {near}? En egen fil findes med --municipality-dir",
        "did you mean {near}? A file of your own is found with --municipality-dir",
    ),
    # ledger
    "ledger.nothing": _fault(
        "sagen har ingen ydelse, der løber måned for måned",
        "the case has no benefit that runs month by month",
        "tilføj [[lost_earnings]] eller [extra_costs], eller brug udmaal calc",
        "add [[lost_earnings]] or [extra_costs], or use udmaal calc",
    ),
    "ledger.nothing_known": _fault(
        "sagen, som den var kendt {known}, har ingen ydelse, der løber måned for måned",
        "the case, as it was known on {known}, has no benefit that runs month by month",
        "vælg en senere dag til --known",
        "choose a later day for --known",
    ),
    "ledger.order": _fault(
        "den første måned {first} ligger efter den sidste {last}",
        "the first month {first} lies after the last {last}",
        "byt om på --from og --to", "exchange --from and --to",
    ),
    "ledger.before_level": _fault(
        "{month} ligger før grundlagets niveau {level}",
        "{month} lies before the level of the basis, {level}",
        "begynd med --from {level}-01", "begin with --from {level}-01",
    ),
    # batch
    "batch.unexpected": _fault(
        "programmet gik i stå på noget, det burde have fanget ({message})",
        "the program stopped at something it should have caught ({message})",
        "meld det med sagsfilen (uden persondata)",
        "report it with the case file (without personal data)",
    ),
    "batch.more": _fault(
        "og {count} fejl mere", "and {count} more faults",
        "ret de første, og kør igen", "mend the first ones, and run again",
    ),
    "proposal.no_folder": _fault(
        "mappen {folder:text} findes ikke", "there is no folder {folder:text}",
        "skriv, hvor mappen ligger, set fra forslagets fil",
        "write where the folder lies, as seen from the file of the proposal",
    ),
    "batch.other_run": _fault(
        "filen er begyndt med andet: {keys}", "the file was begun with something else: {keys}",
        "brug de samme satser, datoer, filer og valg, eller en ny --output",
        "use the same rates, dates, files and options, or another --output",
    ),
    # a file of tables
    "table.empty": _fault(
        "filen er tom: den har ingen rækker", "the file is empty: it has no rows",
        "kontrollér, at det er den rigtige fil, og at arket ikke er skjult",
        "check that it is the right file, and that the sheet is not hidden",
    ),
    "table.no_text": _fault(
        "filen er hverken tekst, .xlsx eller .ods", "the file is neither text, .xlsx nor .ods",
        "gem den fra regnearket som .xlsx, .ods eller CSV",
        "save it from the spreadsheet program as .xlsx, .ods or CSV",
    ),
    "table.row": _fault(
        "rækken kan ikke læses", "the row cannot be read",
        "ret anførselstegnene, eller del den lange tekst op",
        "correct the quotation marks, or divide the long text",
    ),
    "table.no_workbook": _fault(
        "filen er en zip-fil, men ikke et regneark", "the file is a zip file, but no workbook",
        "gem den fra regnearket som .xlsx eller .ods",
        "save it from the spreadsheet program as .xlsx or .ods",
    ),
    "table.unreadable": _fault(
        "regnearket er beskadiget og kan ikke læses", "the workbook is damaged and cannot be read",
        "åbn det i regnearksprogrammet, og gem det igen som .xlsx eller .ods",
        "open it in the spreadsheet program, and save it again as .xlsx or .ods",
    ),
    "table.old": _fault(
        "regnearket er gemt i et ældre format", "the workbook is saved in an older format",
        "gem det som .xlsx eller .ods", "save it as .xlsx or .ods",
    ),
    "table.encrypted": _fault(
        "regnearket er beskyttet med adgangskode", "the workbook is protected by a password",
        "gem en kopi uden adgangskode", "save a copy without the password",
    ),
    "table.macros": _fault(
        "regnearket indeholder makroer", "the workbook has macros",
        "gem det som .xlsx eller .ods uden makroer", "save it as .xlsx or .ods without macros",
    ),
    "table.too_large": _fault(
        "regnearket er for stort at læse", "the workbook is too large to read",
        "gem tabellen alene i en ny fil; slet tomme rækker og kolonner med formatering",
        "save the table alone in a new file; delete empty rows and columns that are formatted",
    ),
    "table.rows": _fault(
        "tabellen har over {most:n} rækker", "the table has more than {most:n} rows",
        "gem de rækker, det gælder, i en ny fil", "save the rows it is about in a new file",
    ),
    "table.library": _fault(
        "regneark kræver python_calamine, som ikke er installeret",
        "workbooks need python_calamine, which is not installed",
        'installér med pip install "udmaal[excel]", eller gem arket som CSV',
        'install with pip install "udmaal[excel]", or save the sheet as CSV',
    ),
    "table.broken": _fault(
        "cellens formel giver en fejl eller er ikke regnet ud",
        "the formula of the cell gives an error or was not calculated",
        "ret formlen, og gem regnearket fra regnearksprogrammet, eller skriv tallet",
        "correct the formula, and save the workbook from the spreadsheet program, or write the number",
    ),
    # what was paid
    "paid.header": _fault(
        "filen har ingen række med overskrifter til måned og beløb",
        "the file has no row with headings for month and amount",
        "skriv en øverste række som måned;brutto;pension;ferie (eller kun måned;beløb)",
        "write a first row such as month,gross,pension,holiday (or only month,amount)",
    ),
    "paid.no_month_column": _fault(
        "tabellen mangler en kolonne med måned eller dato", "the table lacks a column of months or dates",
        "skriv måned eller dato over den", "write month or date above it",
    ),
    "paid.no_amount_column": _fault(
        "tabellen mangler en kolonne med beløb", "the table lacks a column of amounts",
        "skriv beløb, brutto, pension eller ferie over den",
        "write amount, gross, pension or holiday above it",
    ),
    "paid.none": _fault(
        "tabellen har ingen udbetalinger af tabt arbejdsfortjeneste",
        "the table has no payments of lost earnings",
        "skriv en række for hver måned, der er udbetalt for", "write a row for each month that was paid",
    ),
    "paid.sheets": _fault(
        "flere ark har en tabel over udbetalinger: {sheets:text}",
        "several sheets have a table of payments: {sheets:text}",
        "gem det rigtige ark i en fil for sig", "save the right sheet in a file of its own",
    ),
    "paid.columns": _fault(
        "to kolonner kan være den samme: {one:text} og {other:text}",
        "two columns may be the same: {one:text} and {other:text}",
        "behold den ene, eller giv den anden en anden overskrift",
        "keep one of them, or give the other another heading",
    ),
    "paid.compared": _fault(
        "filen er selv en sammenligning, med en forskel her",
        "the file is a comparison itself, with a difference here",
        "brug filen over det udbetalte, eller slet kolonnerne betalt og forskel",
        "use the file of what was paid, or delete the columns paid and difference",
    ),
    "paid.no_month": _fault(
        "rækken har ingen måned", "the row has no month",
        "skriv måneden; er det en sum, så skriv I alt", "write the month; of a sum write total",
    ),
    "paid.month": _fault(
        "{found:cell} er ikke en måned", "{found:cell} is no month",
        "skriv måneden som 2025-04, april 2025 eller 01-04-2025",
        "write the month as 2025-04, April 2025 or 01-04-2025 (day first)",
    ),
    "paid.month_unsure": _fault(
        "{found:cell} kan være {one:month} eller {other:month}",
        "{found:cell} may be {one:month} or {other:month}",
        "skriv året med fire cifre", "write the year with four digits",
    ),
    "paid.amount": _fault(
        "{found:cell} er ikke et entydigt beløb", "{found:cell} is no unambiguous amount",
        "skriv beløbet med øre: 17438,35 eller 17438.35",
        "write the amount with two decimals: 17438.35 or 17438,35",
    ),
    "paid.amount_unsure": _fault(
        "{found:cell} kan være {one:kr} kr. eller {other:n} kr.",
        "{found:cell} may be kr. {one:kr} or kr. {other:n}",
        "skriv beløbet med to decimaler", "write the amount with two decimals",
    ),
    "paid.cells": _fault(
        "linjen har {found} felter, overskrifterne er {wanted}",
        "the line has {found} cells, there are {wanted} headings",
        "ret linjen; står der komma i et beløb, så brug semikolon mellem felterne",
        "correct the line; with commas in amounts use semicolons between the cells",
    ),
    "paid.benefit": _fault(
        "{found:text} er ikke en ydelse, der kendes", "{found:text} is no benefit that is known",
        "skriv tabt arbejdsfortjeneste, eller slet rækken", "write lost earnings, or delete the row",
    ),
    "paid.case": _fault(
        "filen er om sag {found:text}, ikke om {case:text}",
        "the file is about case {found:text}, not about {case:text}",
        "brug filen for denne sag", "use the file of this case",
    ),
    "paid.outside": _fault(
        "{month} ligger uden for {first} til {last}", "{month} lies outside {first} to {last}",
        "udvid med --from og --to, eller slet linjen", "widen with --from and --to, or delete it",
    ),
    "paid.parent": _fault(
        "forælder {parent:text} findes ikke i sagen", "there is no parent {parent:text} in the case",
        "skriv en af: {known:text}", "write one of: {known:text}",
    ),
    "paid.which_parent": _fault(
        "sagen har flere forældre, og filen siger ikke, hvem der fik udbetalt",
        "the case has several parents, and the file does not say who was paid",
        "tilføj kolonnen forælder: {known:text}", "add the column parent: {known:text}",
    ),
    # a list of cases and its map
    "list.no_sheet": _fault(
        "filen har intet ark {sheet:text}", "the file has no sheet {sheet:text}",
        "ret sheet i kortet; arkene er {known:text}", "correct sheet in the map; the sheets are {known:text}",
    ),
    "list.no_head": _fault(
        "filen har ingen række med kortets overskrifter: {wanted:text}",
        "the file has no row with the headings of the map: {wanted:text}",
        "ret heading i kortet, så de er som i listen", "correct heading in the map, to be as in the list",
    ),
    "list.no_headings": _fault(
        "filen har ingen række med overskrifter", "the file has no row of headings",
        "skriv en overskrift over hver kolonne", "write a heading above each column",
    ),
    "list.sheets": _fault(
        "flere ark har kortets overskrifter: {sheets:text}", "several sheets have the headings of the map: {sheets:text}",
        "skriv sheet = \"navnet på arket\" i kortet", "write sheet = \"name of the sheet\" in the map",
    ),
    "list.no_column": _fault(
        "listen har ingen kolonne {heading:text}", "the list has no column {heading:text}",
        "ret heading i kortet, eller slet kolonnen der; mente du {near:text}?",
        "correct heading in the map, or delete the column there; did you mean {near:text}?",
    ),
    "list.several": _fault(
        "listen har flere kolonner {heading:text}", "the list has several columns {heading:text}",
        "skriv i kortet, hvad der står over den: above = \"...\"; ellers giv den ene en anden overskrift",
        "write in the map what stands above it: above = \"...\"; else give one of them another heading",
    ),
    "list.no_case": _fault(
        "listen har ingen rækker under overskrifterne", "the list has no rows below its headings",
        "kontrollér, at det er den rigtige fil", "check that it is the right file",
    ),
    "list.no_case_id": _fault(
        "rækken har intet sagsnummer", "the row has no case number",
        "skriv sagsnummeret; står det kun i sagens første række, så skriv repeat = true i kortet",
        "write the case number; where only the first row of a case has it, write repeat = true in the map",
    ),
    "list.row_kind": _fault(
        "rækker af slagsen {found:text} er ikke i kortet", "rows of the kind {found:text} are not in the map",
        "skriv slagsen i rows ved en kolonne, eller i ignore, hvis rækkerne ikke skal med",
        "write the kind in rows of a column, or in ignore where the rows are not wanted",
    ),
    "list.which": _fault(
        "det kan ikke ses, hvilken tabel {table:text} rækken hører til", "no telling which table {table:text} the row belongs to",
        "skriv forælderen, datoen eller året i rækken, eller giv kortet en kolonne med key = \"{table:text}\"",
        "write the parent, the date or the year in the row, or give the map a column with key = \"{table:text}\"",
    ),
    "list.other": _fault(
        "{key:text} er {found:cell} her, men {first:cell} i række {row}", "{key:text} is {found:cell} here, but {first:cell} in row {row}",
        "ret den ene; er det to forløb eller afgørelser, så giv kortet en kolonne, der skiller dem",
        "correct one of them; of two courses or decisions give the map a column that tells them apart",
    ),
    "list.same": _fault(
        "rækken siger det samme om {table:text} som række {row}", "the row says the same of {table:text} as row {row}",
        "skriv i kortet, om det er én og samme, same = \"once\", eller én for hver række, same = \"each\"",
        "say in the map whether it is one and the same, same = \"once\", or one for each row, same = \"each\"",
    ),
    "list.same_file": _fault(
        "sagen ville få samme filnavn som sag {first:text}: {name:text}", "the case would have the file name of case {first:text}: {name:text}",
        "ret et af sagsnumrene; store og små bogstaver og særlige tegn skiller ikke filnavne",
        "change one of the case numbers; capitals and special signs tell no file names apart",
    ),
    "list.cpr": _fault(
        "cellen ligner et CPR-nummer", "the cell looks like a CPR number",
        "brug et sagsnummer eller et mærke; et CPR-nummer skrives aldrig i en sagsfil",
        "use a case number or a label; a CPR number is never written into a case file",
    ),
    "list.masked": _fault(
        "et CPR-nummer er skjult i {key:text}", "a CPR number was masked in {key:text}",
        "slet det i listen", "delete it in the list",
    ),
    "list.name": _fault(
        "cellen ligner et navn på en person", "the cell looks like the name of a person",
        "brug et mærke som A eller B; oversæt i kortet med values", "use a label such as A or B; translate with values in the map",
    ),
    "list.choice": _fault(
        "{found:text} er ikke en af mulighederne", "{found:text} is none of the choices",
        "oversæt i kortet med values til en af: {choices:text}", "translate with values in the map to one of: {choices:text}",
    ),
    "list.yes_no": _fault(
        "{found:text} er hverken ja eller nej", "{found:text} is neither yes nor no",
        "oversæt i kortet med values til true eller false", "translate with values in the map to true or false",
    ),
    "list.day": _fault(
        "{found:text} er ikke en dato", "{found:text} is no date",
        "skriv dd-mm-åååå, eller sig i kortet, hvordan datoer står: date = \"year-month-day\"",
        "write dd-mm-yyyy, or say in the map how dates are written: date = \"year-month-day\"",
    ),
    "list.day_unsure": _fault(
        "{found:text} kan være {one:day} eller {other:day}", "{found:text} may be {one:day} or {other:day}",
        "sig i kortet, hvordan datoer står: date = \"day-month-year\"",
        "say in the map how dates are written: date = \"day-month-year\"",
    ),
    "list.number": _fault(
        "{found:text} er ikke et tal", "{found:text} is no number",
        "skriv tallet uden andre tegn, f.eks. 7,4", "write the number without other signs, such as 7.4",
    ),
    "list.number_unsure": _fault(
        "{found:text} kan være {one:n} eller {other:n}", "{found:text} may be {one:n} or {other:n}",
        "sig i kortet, hvordan tal står: number = \"1.234,56\"", "say in the map how numbers are written: number = \"1.234,56\"",
    ),
    "list.whole": _fault(
        "{found:text} er ikke et helt tal", "{found:text} is no whole number",
        "skriv et helt tal", "write a whole number",
    ),
    "list.history": _fault(
        "det første i listen er fra {first:day}, den dag listen begynder; der kan være afgjort noget før",
        "the first in the list is of {first:day}, the day on which the list begins; something may have been decided before",
        "tilføj de tidligere afgørelser, eller skriv basis_level og earlier_gross",
        "add the earlier decisions, or write basis_level and earlier_gross",
    ),
    "list.history_applied": _fault(
        "der er søgt {applied:day}, men det første i listen er fra {first:day}: tidligere afgørelser mangler",
        "it was applied for on {applied:day}, but the first in the list is of {first:day}: earlier decisions are missing",
        "tilføj de tidligere afgørelser, eller skriv basis_level og earlier_gross",
        "add the earlier decisions, or write basis_level and earlier_gross",
    ),
    "list.earlier_gross": _fault(
        "forløbet er overtaget uden bruttoydelsen i {year}: ferietillæg af den mangler (U115)",
        "the course is taken over without the gross benefit of {year}: its holiday supplements are missing (U115)",
        "giv kortet en kolonne med key = \"lost_earnings.earlier_gross.{year}\"",
        "give the map a column with key = \"lost_earnings.earlier_gross.{year}\"",
    ),
    "map.key": _fault(
        "nøglen {key:text} kan ikke udfyldes fra en kolonne", "no column can fill the key {key:text}",
        "mente du {near:text}? udmaal schema case viser alle nøgler", "did you mean {near:text}? udmaal schema case shows all keys",
    ),
    "map.person": _fault(
        "{found:text} er oplysninger om en person og bliver aldrig overført", "{found:text} says who a person is and is never taken over",
        "slet kolonnen i kortet; brug sagsnummer og mærker som A og B",
        "delete the column in the map; use the case number and labels such as A and B",
    ),
    "map.rows": _fault(
        "rows siger, hvilke rækker kolonnen gælder, men kortet har ikke row_kind",
        "rows says which rows the column is for, but the map has no row_kind",
        "skriv row_kind = \"overskriften på kolonnen med rækkens slags\"",
        "write row_kind = \"heading of the column with the kind of row\"",
    ),
    "map.twice": _fault(
        "nøglen {key:text} udfyldes af to kolonner i samme række", "the key {key:text} is filled by two columns in the same row",
        "slet den ene, eller skriv rows, så de gælder hver sin slags rækker",
        "delete one, or write rows, so that each is for rows of another kind",
    ),
    "map.no_case": _fault(
        "kortet har ingen kolonne til sagsnummeret, der gælder alle rækker",
        "the map has no column for the case number that is for all rows",
        "tilføj en [[column]] med key = \"case_id\" og uden rows", "add a [[column]] with key = \"case_id\" and without rows",
    ),
    "map.no_hours": _fault(
        "kortet har en kolonne med måneder til timer, men ingen timer", "the map has a column of months for hours, but no hours",
        "tilføj en [[column]] med key = \"lost_earnings.grant.hours\"", "add a [[column]] with key = \"lost_earnings.grant.hours\"",
    ),
    "map.export": _fault(
        "kolonnen skal have enten key eller value", "the column needs either key or value",
        "skriv key = \"gross\" for et beløb, eller value = \"4711\" for en fast tekst",
        "write key = \"gross\" for an amount, or value = \"4711\" for a fixed text",
    ),
    "map.export_key": _fault(
        "{key:text} er ikke en kolonne i udtrækket", "{key:text} is no column of the export",
        "skriv en af: {known:text}", "write one of: {known:text}",
    ),
    # answers to the questions of udmaal new
    "answer.missing": _fault(
        "her mangler et svar", "an answer is missing here",
        "skriv f.eks. {example}", "write for example {example}",
    ),
    "answer.date": _fault(
        "{found} er ikke en dato", "{found} is no date",
        "skriv f.eks. 15-03-2026 eller 15. marts 2026", "write for example 15-03-2026 or 15 March 2026",
    ),
    "answer.month": _fault(
        "{found} er ikke en måned", "{found} is no month",
        "skriv f.eks. 03-2026 eller marts 2026", "write for example 03-2026 or March 2026",
    ),
    "answer.amount": _fault(
        "{found} er ikke et tal", "{found} is no number",
        "skriv f.eks. {example}", "write for example {example}",
    ),
    "answer.several": _fault(
        "{found} kan betyde flere ting: {meanings}", "{found} can mean several things: {meanings}",
        "skriv det helt ud, f.eks. {first}", "write it out, for example {first}",
    ),
    "answer.yes_no": _fault(
        "{found} er hverken ja eller nej", "{found} is neither yes nor no",
        "skriv j eller n", "write y or n",
    ),
    "answer.cpr": _fault(
        "teksten ligner et CPR-nummer", "the text looks like a CPR number",
        "brug et opdigtet id", "use an invented id",
    ),
    "kept.form": _fault(
        "filen har ingen svar fra udmaal new", "the file has no answers of udmaal new",
        "slet den, og begynd forfra", "delete it, and begin again",
    ),
    # a new fact
    "change.place": _fault(
        "det nye kan ikke sættes ind, uden at andet i filen flyttes",
        "the fact cannot be put in without moving what stands in the file",
        "skriv det selv i filen, eller giv tabellen sin egen overskrift, f.eks. [[lost_earnings]]",
        "write it into the file yourself, or give the table a header of its own, such as [[lost_earnings]]",
    ),
    "change.not_out": _fault(
        "tabellen kan ikke tages ud, uden at andet i filen flyttes",
        "the table cannot be taken out without moving what else stands in the file",
        "slet den selv i filen", "delete it in the file yourself",
    ),
    "change.meanwhile": _fault(
        "filen er ændret, siden den blev læst", "the file was changed after it was read",
        "kør kommandoen igen", "run the command again",
    ),
    "change.only": _fault(
        "{found:text} hører ikke til det nye", "{found:text} does not belong to the fact",
        "sæt {key}", "set {key}",
    ),
    "change.nothing": _fault(
        "her mangler en værdi", "a value is missing here",
        "sæt {key}, f.eks. {key}=2026-03-01", "set {key}, for example {key}=2026-03-01",
    ),
    "change.no_item": _fault(
        "den seneste afgørelse har ingen udgift nr. {number:n}",
        "the last decision has no item no. {number:n}",
        "tæl udgifterne fra 0, som de står i filen", "count the items from 0, as they stand in the file",
    ),
    # a stored result
    "json.syntax": _fault(
        "filen er ikke gyldig JSON; den er ændret eller afkortet",
        "the file is not valid JSON; it was changed or cut off",
        "brug filen, som udmaal skrev den med --format json",
        "use the file as udmaal wrote it with --format json",
    ),
    "json.too_deep": _fault(
        "parenteserne er indlejret for dybt til et resultat",
        "the brackets are nested too deeply for a result",
        "brug filen, som udmaal skrev den med --format json",
        "use the file as udmaal wrote it with --format json",
    ),
    "json.number": _fault(
        "filen indeholder et tal, intet resultat har",
        "the file holds a number that no result has",
        "brug filen, som udmaal skrev den med --format json",
        "use the file as udmaal wrote it with --format json",
    ),
    "json.duplicate": _fault(
        "nøglen {key} står der to gange", "the key {key} is there twice",
        "brug filen, som udmaal skrev den med --format json",
        "use the file as udmaal wrote it with --format json",
    ),
    "result.foreign": _fault(
        "filen er ikke et resultat fra udmaal", "the file is no result of udmaal",
        "angiv først resultatet (calc eller ledger med --format json), så sagsfilen",
        "name the result first (calc or ledger with --format json), then the case file",
    ),
    "result.key": _fault(
        "resultatet mangler denne nøgle, eller dens værdi kan ikke passe",
        "the result lacks this key, or its value cannot be right",
        "brug filen, som udmaal skrev den med --format json",
        "use the file as udmaal wrote it with --format json",
    ),
    "result.format": _fault(
        "resultatet har format {found}; programmet kender kun 1",
        "the result has format {found}; the program knows only 1",
        "brug den version af udmaal, der skrev det", "use the version of udmaal that wrote it",
    ),
    "result.error": _fault(
        "sagen kunne ikke beregnes; her står dens fejl og intet resultat",
        "the case could not be calculated; here are its faults and no result",
        "ret sagen, og beregn den", "mend the case, and calculate it",
    ),
    "result.comparison": _fault(
        "filen sammenligner to beregninger (batch --against)",
        "the file compares two calculations (batch --against)",
        "angiv et resultat af én beregning", "name a result of one calculation",
    ),
    "result.other_cases": _fault(
        "filen har intet resultat for sagen {case_id:text}",
        "the file has no result of the case {case_id:text}",
        "angiv resultatet af denne sag", "name the result of this case",
    ),
    "result.paid": _fault(
        "resultatet er sammenlignet med det udbetalte", "the result was compared with what was paid",
        "angiv den samme fil med --paid", "name the same file with --paid",
    ),
    # what-if
    "set.form": _fault(
        "{found:text} er ikke NØGLE=VÆRDIER", "{found:text} is not KEY=VALUES",
        "skriv f.eks. hours=5..37, monthly_wage=20000..45000/2500 eller "
        "occupation=employee,self_employed",
        "write for example hours=5..37, monthly_wage=20000..45000/2500 or "
        "occupation=employee,self_employed",
    ),
    "set.unknown": _fault(
        "nøglen {key:text} kendes ikke i sagen", "unknown key {key:text} in the case",
        "mente du {near:text}?", "did you mean {near:text}?",
    ),
    "set.several": _fault(
        "nøglen {key:text} kan være flere", "the key {key:text} may be several",
        "skriv en af: {known:text}", "write one of: {known:text}",
    ),
    "set.twice": _fault(
        "nøglen {key:text} er sat to gange", "the key {key:text} is set twice",
        "saml værdierne i én --set", "put the values together in one --set",
    ),
    "set.no_date": _fault(
        "{found:text} er ingen beregningsdato", "{found:text} is no calculation date",
        "skriv ÅÅÅÅ-MM-DD eller ÅÅÅÅ-MM; en dato i sagen har sin tabel foran, f.eks. end.date",
        "write YYYY-MM-DD or YYYY-MM; a date of the case has its table before it, such as end.date",
    ),
    "set.date_option": _fault(
        "datoen for beregningen står i ingen sag", "the date of the calculation stands in no case",
        "sæt den med --date, og sammenlign med --against", "set it with --date, and compare with --against",
    ),
    "set.one": _fault(
        "nøglen {key:text} har flere værdier", "the key {key:text} has several values",
        "skriv én værdi; udmaal what-if viser flere", "write one value; udmaal what-if shows several",
    ),
    "set.range": _fault(
        "{found:text} er ikke et interval mellem to tal eller to datoer",
        "{found:text} is no range between two numbers or two dates",
        "skriv f.eks. 5..37, 5..10/0.5 eller 2025-01-01..2025-12-01",
        "write for example 5..37, 5..10/0.5 or 2025-01-01..2025-12-01",
    ),
    "set.backwards": _fault(
        "{found:text} slutter, før det begynder", "{found:text} ends before it begins",
        "skriv den mindste værdi først", "write the smallest value first",
    ),
    "set.step": _fault(
        "{found:text} har ikke et trin, der kan bruges", "{found:text} has no step that can be used",
        "skriv et tal over 0, ved datoer hele måneder", "write a number above 0, of dates whole months",
    ),
    "set.too_many": _fault(
        "{count:n} kombinationer er for mange", "{count:n} combinations are too many",
        "brug større trin eller færre værdier; højst {most:n}",
        "use larger steps or fewer values; at most {most:n}",
    ),
    # rates
    "rates.no_folder": _fault(
        "mappen med satser findes ikke", "there is no such folder of rates",
        "ret --rates eller UDMAAL_RATES", "correct --rates or UDMAAL_RATES",
    ),
    "rates.empty_folder": _fault(
        "mappen har ingen satsfiler", "the folder has no rate files",
        "læg filer som 2026-01-01.toml i den", "put files such as 2026-01-01.toml into it",
    ),
    "rates.file_name": _fault(
        "filnavnet er ikke en dato", "the file name is no date",
        "kald filen ÅÅÅÅ-MM-DD.toml efter den dato, satserne gælder fra",
        "name the file YYYY-MM-DD.toml after the date the rates apply from",
    ),
    "rates.other_date": _fault(
        "filen hedder {name}, men effective er {effective}",
        "the file is named {name}, but effective is {effective}",
        "lad navn og dato være ens", "make name and date agree",
    ),
    "rates.unknown_key": _fault(
        "satsen {key} kendes ikke", "unknown rate {key}",
        "nærmeste kendte: {near}", "nearest known: {near}",
    ),
    "rates.number_wanted": _fault(
        "{key} mangler et tal", "{key} lacks a number",
        "skriv f.eks. value = 28443", "write for example value = 28443",
    ),
    "rates.period_wanted": _fault(
        "{key} skal være et antal dage eller måneder", "{key} must be a number of days or months",
        'skriv value = "98 days" eller value = "3 months"',
        'write value = "98 days" or value = "3 months"',
    ),
    "rates.unit": _fault(
        "{key} har enheden {found}", "{key} has the unit {found}",
        "enheden er {units}; omregn værdien", "the unit is {units}; convert the value",
    ),
    "rates.no_value": _fault(
        "satsen {key:rate} har ingen værdi {date:day}", "the rate {key:rate} has no value on {date:day}",
        "tilføj den i en satsfil", "add it in a rate file",
    ),
    "confirm.place": _fault(
        "satsen kan ikke bekræftes, uden at andet i filen flyttes",
        "the rate cannot be confirmed without moving what stands in the file",
        "giv satsen sin egen tabel med [{key}] over value, unit, status og source",
        "give the rate a table of its own, with [{key}] above value, unit, status and source",
    ),
    "confirm.published": _fault(
        "{key:rate} fra {date:day} er allerede offentliggjort, med kilden {source}",
        "{key:rate} from {date:day} is published already, with the source {source}",
        "brug --force, hvis værdi eller kilde skal rettes",
        "use --force to correct the value or the source",
    ),
    "confirm.shipped": _fault(
        "det er de medfølgende satser, og de bliver aldrig ændret",
        "these are the shipped rates, and they are never changed",
        "lav en kopi af mappen, og angiv kopien med --rates",
        "make a copy of the folder, and name the copy with --rates",
    ),
    "verify.no_values": _fault(
        "{key:rate} har ingen værdi i nogen fil", "{key:rate} has no value in any file",
        "tilføj den", "add it",
    ),
    "verify.gap": _fault(
        "{key:rate} mangler for {year}", "{key:rate} is missing for {year}",
        "tilføj værdien i {year}-01-01.toml", "add the value in {year}-01-01.toml",
    ),
    "verify.carried_over": _fault(
        "{key:rate} er ikke fastsat for {year}; værdien fra før gælder videre",
        "{key:rate} is not set for {year}; the value from before goes on",
        "tilføj værdien, når den er kendt", "add the value when it is known",
    ),
    "verify.unlike": _fault(
        "{key:rate} er {found:n} ({status:term}), men reguleringen giver {expected:n}",
        "{key:rate} is {found:n} ({status:term}), but the regulation gives {expected:n}",
        "ret værdien, eller skriv status = \"published\" med kilden",
        "correct the value, or write status = \"published\" with its source",
    ),
    "verify.jump": _fault(
        "{key:rate} er {found:n} i stedet for {expected:n}: mere end en fjerdedel fra de {former:n}, der "
        "gjaldt før {effective:day}",
        "{key:rate} is {found:n} in place of {expected:n}: more than a quarter from the {former:n} in "
        "force before {effective:day}",
        "ret værdien (tal skrives med punktum for decimaler og uden tusindtalstegn); er den "
        'rigtig, så skriv hvorfor: jump = "..."',
        "correct the value (numbers have a point before the decimals and no thousands sign); "
        'where it is right, say why: jump = "..."',
    ),
    "verify.retired": _fault(
        "{key} bruges ikke længere og bliver sprunget over",
        "{key} is no longer used and is passed over",
        "slet tabellen [{key}]", "delete the table [{key}]",
    ),
    "verify.start": _fault(
        "{key:rate} er {found:n} ({status:term}) uden en værdi før sig at regne efter",
        "{key:rate} is {found:n} ({status:term}) with no value before it to check against",
        "kontrollér kilden", "check the source",
    ),
    "date.not_covered": _fault(
        "{date:day} har ingen satser; der er satser fra {first:day} til {last:day}",
        "{date:day} has no rates; there are rates from {first:day} to {last:day}",
        "vælg en dato i perioden, eller tilføj en satsfil",
        "choose a date in that range, or add a rate file",
    ),
}  # fmt: skip
