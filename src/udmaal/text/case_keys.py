"""What every table and key of the case file means: for the schema and for ``udmaal new``.

Keys are dotted paths without numbers, ``lost_earnings.grant.from``; the empty path is the file
itself. The title is what a form would ask; the text says what to write, with its unit. The model
(`udmaal.case.model`) holds form and bounds and no words; a test holds both together. The words of a
benefit's table stand in its folder.
"""

from collections.abc import Sequence

from udmaal.language import KeyText, Language, words
from udmaal.law.benefits import BENEFITS
from udmaal.text.terms import TERMS


def key_comment(path: str, choices: Sequence[object], language: Language) -> str:
    """Say what a key holds, and what each of its choices means."""
    text = CASE_KEYS[path].text.in_(language)
    if not choices or not set(map(str, choices)) <= set(TERMS):
        return text
    return f"{text}: {', '.join(_choice(str(each), language) for each in choices)}"


def _choice(choice: str, language: Language) -> str:
    meaning = TERMS[choice].in_(language)
    return choice if meaning == choice else f"{choice} ({meaning})"


CASE_KEYS: dict[str, KeyText] = {
    "": words(
        "Sagsfil", "Case file",
        "Én sag: ét barn og de ydelser, der skal beregnes. Beløb er kroner med punktum som decimaltegn",
        "One case: one child and the benefits to calculate. Amounts are kroner with a decimal point",
    ),
    "format": words("Format", "Format", "Filformatets version", "Version of the file format"),
    "case_id": words(
        "Sagsnummer", "Case number",
        "Fri tekst, højst 64 tegn; aldrig et CPR-nummer eller et navn",
        "Free text, at most 64 characters; never a CPR number or a name",
    ),
    "municipality": words(
        "Kommunens serviceniveau", "Municipality's service level",
        "Navnet på et serviceniveau; udeladt: landets regler alene",
        "Name of a service level; left out: national rules alone",
    ),
    "child": words("Barnet", "The child", "Det barn, sagen handler om", "The child the case is about"),
    "child.born": words("Barnets fødselsdato", "Child's date of birth", "Barnets fødselsdato", "Child's date of birth"),
    "child.sex": words(
        "Barnets køn", "Child's sex",
        "Kun nødvendigt, hvor et standardbeløb afhænger af køn",
        "Only needed where a standard amount differs by sex",
    ),
    "sibling": words(
        "Søskende", "Sibling",
        "En søskende med sit eget forløb med tabt arbejdsfortjeneste i filen; forløbet skriver mærket i child",
        "A sibling with a course of lost earnings of its own in the file; the course writes the label in child",
    ),
    "sibling.label": words(
        "Søskendes mærke", "Label of the sibling", "Et mærke som B, aldrig et navn", "A label such as B, never a name"
    ),
    "sibling.born": words(
        "Søskendes fødselsdato", "Sibling's date of birth", "Søskendes fødselsdato", "Sibling's date of birth"
    ),
    **{key: text for benefit in BENEFITS for key, text in benefit.case_keys.items()},
    "accepted": words(
        "Accepteret anmærkning", "Accepted finding",
        "En anmærkning fra udmaal check, der er set på og godtaget",
        "A finding of udmaal check that was looked at and accepted",
    ),
    "accepted.code": words("Kode", "Code", "Anmærkningens kode", "The code of the finding"),
    "accepted.reason": words("Begrundelse", "Reason", "Hvorfor den kan stå", "Why it may stand"),
}  # fmt: skip
