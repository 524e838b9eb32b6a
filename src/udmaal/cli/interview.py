"""Questions on a terminal: one line each, checked as they are answered."""

import contextlib
import sys
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.prompt import InvalidResponse, PromptBase
from rich.table import Table
from rich.text import Text as Rich

from udmaal.breakdown import Values
from udmaal.calendar_month import day_in
from udmaal.cli.language import current_language, say
from udmaal.faults import Fault, InputFaultsError
from udmaal.faults import Path as KeyPath
from udmaal.interview.answers import may_be, named, shown, value_of
from udmaal.interview.case_so_far import Doubt
from udmaal.interview.questions import (
    ASIDE,
    MORE,
    Answers,
    Question,
    Script,
    first_open,
    still_asked,
)
from udmaal.language import KeyText, Language, Text
from udmaal.municipality import known_levels
from udmaal.output import colours
from udmaal.shown import plain
from udmaal.text.case_keys import CASE_KEYS
from udmaal.text.faults import FAULTS
from udmaal.text.interview import ASIDES, MENDS, PROBLEMS, QUESTIONS
from udmaal.text.numbers import day
from udmaal.text.render import render

# Words that are no answer: back to the former question, in each language; nothing.
_BACK: Final = ("<", "tilbage", "back")
_NOTHING: Final = "-"


class _Back(Exception):  # noqa: N818 - a wish, no error
    """The user wants the former question again."""


class _Ask(PromptBase[Any]):
    """Asks until the answer can be taken; rich reads and repeats, the words are ours."""

    def __init__(self, interview: "Interview", question: Question, default: Any) -> None:
        title = _title(question)
        hint = interview.written(question, default)
        super().__init__(Rich(f"{title} [{hint}]" if hint else title), console=interview.console)
        self._interview = interview
        self._question = question
        self._default = default

    def process_response(self, value: str) -> Any:
        """Read and check an answer; what is wrong with it is told and asked again."""
        value = value.strip()
        if value.casefold() in _BACK:
            raise _Back
        try:
            return self._interview.checked(self._question, value, self._default)
        except InputFaultsError as error:
            self._interview.report(error.faults, self._question)
            raise InvalidResponse("") from None

    def on_validate_error(self, value: str, error: InvalidResponse) -> None:
        """Say nothing more: the faults were reported."""


class Interview:
    """Asks what a script asks; ``answers`` gives the answers once all are given and confirmed.

    ``doubts`` says why an answer can hardly be right; the user is asked whether it is. ``keep`` is
    told the answers whenever they are others; ``stops`` says what becomes of them when the user
    stops.
    """

    def __init__(
        self,
        script: Script,
        faults_with: Callable[[Answers], list[Fault]],
        folders: Sequence[Path],
        confirms: str,
        *,
        doubts: Callable[[Question, Any, Answers], list[Doubt]] = lambda *_: [],
        keep: Callable[[Answers], None] = lambda _: None,
        stops: str = "",
    ) -> None:
        # It breaks lines at words, at the width of the terminal.
        self.console = Console(file=sys.stderr, highlight=False, markup=False)
        self._script = script
        self._faults_with = faults_with
        self._folders = folders
        self._confirms = confirms
        self._doubts = doubts
        self._keep = keep
        self._stops = stops or say("afbryder uden at gemme", "stops and saves nothing")
        self._answers: dict[KeyPath, Any] = {}
        # What was answered before going back; it is proposed again.
        self._former: dict[KeyPath, Any] = {}
        # What was doubted and found right; it is not asked again.
        self._sure_of: set[str] = set()

    def resume(self, kept: Answers) -> int:
        """Take the answers that were kept and still hold, and give how many they are."""
        left = dict(kept)
        while question := next(
            (each for each in self._script(self._answers) if each.path in left), None
        ):
            value = left.pop(question.path)
            answers = {**self._answers, question.path: value}
            if may_be(question, value) and not self._faults_with(answers):
                found = self._doubts(question, value, self._answers)
                self._sure_of.update(doubt.text for doubt in found)
                self._answers = still_asked(answers, self._script)
        return len(self._answers)

    def answers(self) -> dict[KeyPath, Any]:
        """Ask everything, show the answers, let them be corrected, and give them."""
        self.console.print(
            say(
                "Enter tager forslaget i [ ]; < eller tilbage: ét spørgsmål tilbage; - udelader.\n"
                f"Ctrl-C {self._stops}. Aldrig navne eller CPR-numre.\n"
                "Beløb: 34250 eller 34.250,00. Datoer: 1-3-2026 eller 1. marts 2026.\n",
                "Enter takes what [ ] proposes; < or back goes back one question; - leaves out.\n"
                f"Ctrl-C {self._stops}. Never names or CPR numbers.\n"
                "Amounts: 34250 or 34,250.00. Dates: 1-3-2026 (day first) or 1 March 2026.\n",
            )
        )
        while True:
            question = first_open(self._answers, self._script) or self._to_correct()
            if question is None:
                return self._answers
            self._ask(question)

    def checked(self, question: Question, text: str, default: Any) -> Any:
        """Give the value of an answer, once the case holds with it; raises ``InputFaultsError``."""
        if text == _NOTHING and question.optional:
            value = None
        elif text or (default is None and not question.optional):
            value = value_of(question, text, current_language())
        else:
            value = default
        faults = self._faults_with({**self._answers, question.path: value})
        if faults:
            raise InputFaultsError(faults)
        return value

    def report(self, faults: Iterable[Fault], question: Question) -> None:
        """Say what is wrong with an answer in words of the questions: there is no file yet."""
        language = current_language()
        for fault in faults:
            values = fault.values
            if not fault.code.startswith("answer."):  # those have it as it was typed
                values = _as_asked(values, question, language)
            at = ""
            if fault.path not in {(), question.path}:
                asked = (each for each in self._script(self._answers) if each.path == fault.path)
                at = next((f"{_title(each)}: " for each in asked), "")
            wrong = PROBLEMS.get(fault.code, FAULTS[fault.code].problem).in_(language)
            mend = MENDS.get(fault.code, FAULTS[fault.code].mend).in_(language)
            label = (say("fejl: ", "error: "), colours.ERROR)
            self.console.print(Rich.assemble(label, plain(at + render(wrong, values, language))))
            self.console.print(f"  {say('ret', 'mend')}: {plain(render(mend, values, language))}")

    def written(self, question: Question, value: Any) -> str:
        """Write a proposed answer; of an optional question without one, that it may be left out."""
        if value is not None:
            return shown(question, value, current_language())
        return say("intet", "none") if question.optional else ""

    def _ask(self, question: Question) -> None:
        """Ask one question; who goes back takes the answer before it back, or corrects nothing."""
        default = self._former.get(question.path, question.default)
        self._explain(question)
        try:
            value = _Ask(self, question, default)()
        except _Back:
            if self._answers and question.path not in self._answers:
                self._answers.popitem()
                self._keep(self._answers)
            return
        doubted = self._doubted(question, value)
        if doubted == question.path:
            return
        answers = {**self._answers, question.path: value}
        if doubted is not None:
            self._former[doubted] = answers.pop(doubted)
        self._answers = still_asked(answers, self._script)
        self._keep(self._answers)
        self._former[question.path] = value
        understood = self.written(question, value)
        is_plain = value is None or isinstance(value, bool) or value == understood
        if not is_plain and value != default:
            self.console.print(f"  = {understood}", style="dim")

    def _doubted(self, question: Question, value: Any) -> KeyPath | None:
        """Ask whether an answer that can hardly be right is; where not, give what is asked again.

        That is the answer the doubt is about: this one, or one that only this one made doubtful.
        """
        found = self._doubts(question, value, self._answers)
        for doubt in found:
            if doubt.text in self._sure_of:
                continue
            self.console.print(doubt.text, style=colours.WARNING)
            try:
                is_right = _Ask(self, Question((ASIDE, "sure")), False)()
            except _Back:
                is_right = False
            if not is_right:
                return doubt.path if doubt.path in self._answers else question.path
            self._sure_of.add(doubt.text)
        return None

    def _explain(self, question: Question) -> None:
        words, language = words_of(question), current_language()
        text = words.text.in_(language)
        if question.path == ("municipality",):
            text += f": {', '.join(known_levels(self._folders))}"
        if text != words.title.in_(language):
            self.console.print(text, style="dim")
        options = named(question, language)
        if options:
            numbered = [f"  {place} {word}" for place, word in enumerate(options, 1)]
            beside = " ".join(numbered)
            fits = len(beside) <= self.console.width
            self.console.print(beside if fits else "\n".join(numbered))

    def _to_correct(self) -> Question | None:
        """Show the answers and give the question whose answer is to be another one."""
        asked = list(self._script(self._answers))
        self.console.print(_summary(asked, self._answers))
        corrects = say("et nummer retter", "a number corrects")
        prompt = f"Enter {self._confirms}; {corrects}"
        while True:
            said = self.console.input(f"{prompt}: ").strip()
            if said.casefold() in _BACK:
                return asked[-1]
            if not said:
                return None
            if said.isascii() and said.isdigit() and 1 <= int(said) <= len(asked):
                return asked[int(said) - 1]


def confirmed(aside: str) -> bool:
    """Ask for a yes or no; Enter is no."""
    question = Question((ASIDE, aside), default=False)
    interview = Interview(lambda _: iter([question]), lambda _: [], (), "")
    return bool(_Ask(interview, question, False)())


def words_of(question: Question) -> KeyText:
    """Give what a question asks: an aside by its name, one whether there are more by its table."""
    names = [part for part in question.path if isinstance(part, str)]
    if names[0] == ASIDE:
        words = ASIDES[f"{MORE}.{names[-1]}" if names[1] == MORE else names[1]]
    else:
        key = ".".join(names)
        words = QUESTIONS.get(key) or CASE_KEYS[key]
    if question.about is None:
        return words
    title, about = words.title, question.about
    return words._replace(title=Text(f"{title.da}: {about.da}", f"{title.en}: {about.en}"))


def _title(question: Question) -> str:
    return words_of(question).title.in_(current_language())


def _as_asked(values: Values, question: Question, language: Language) -> dict[str, Any]:
    """Write the numbers and days in what is wrong as they are written in answers."""
    written = dict(values)
    for name in ("found", "limit", "first", "last"):
        value = values.get(name)
        if isinstance(value, str):
            with contextlib.suppress(ArithmeticError):
                written[name] = shown(question, Decimal(value), language)
            with contextlib.suppress(ValueError):
                written[name] = day(day_in(value), language)
    return written


def _table_of(question: Question) -> KeyPath:
    """Give the course or decision that a question is about; nothing for what is about the case."""
    place = question.path[2:] if question.path[0] == ASIDE else question.path
    return place[:2] if len(place) > 1 and isinstance(place[1], int) else ()


def _summary(asked: Sequence[Question], answers: Answers) -> Table:
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column(justify="right", style="bold")
    table.add_column()
    table.add_column()
    language = current_language()
    tables = [_table_of(question) for question in asked]
    for place, question in enumerate(asked, 1):
        if place > 1 and tables[place - 1] != tables[place - 2]:
            table.add_row()
        value = answers[question.path]
        said = "–" if value is None else shown(question, value, language)
        table.add_row(str(place), _title(question), Rich(said))
    return table
