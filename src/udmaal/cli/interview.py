"""Questions on a terminal: one line each, checked as they are answered."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from rich.prompt import InvalidResponse, PromptBase
from rich.table import Table
from rich.text import Text as Rich

from udmaal.cli.language import current_language, say
from udmaal.cli.messages import report_faults, stderr
from udmaal.faults import Fault, InputFaultsError
from udmaal.faults import Path as KeyPath
from udmaal.interview.answers import choices, named, shown, value_of
from udmaal.interview.questions import (
    ASIDE,
    Answers,
    Question,
    Script,
    first_open,
    still_asked,
)
from udmaal.language import KeyText, Text
from udmaal.municipality import known_levels
from udmaal.text.case_keys import CASE_KEYS
from udmaal.text.interview import ASIDES

_BACK: Final = "<"
_NOTHING: Final = "-"


class _Back(Exception):  # noqa: N818 - a wish, no error
    """The user wants the former question again."""


class _Ask(PromptBase[Any]):
    """Asks until the answer can be taken; rich reads and repeats, the words are ours."""

    def __init__(self, interview: "Interview", question: Question, default: Any) -> None:
        title = _words(question).title.in_(current_language())
        hint = interview.written(question, default)
        super().__init__(Rich(f"{title} [{hint}]" if hint else title), console=interview.console)
        self._interview = interview
        self._question = question
        self._default = default

    def process_response(self, value: str) -> Any:
        """Read and check an answer; what is wrong with it is told and asked again."""
        value = value.strip()
        if value == _BACK:
            raise _Back
        try:
            return self._interview.checked(self._question, value, self._default)
        except InputFaultsError as error:
            report_faults(error.faults)
            raise InvalidResponse("") from None

    def on_validate_error(self, value: str, error: InvalidResponse) -> None:
        """Say nothing more: the faults were reported."""


class Interview:
    """Asks what a script asks; ``answers`` gives the answers once all are given and confirmed."""

    def __init__(
        self,
        script: Script,
        faults_with: Callable[[Answers], list[Fault]],
        folders: Sequence[Path],
        confirms: str,
    ) -> None:
        self.console = stderr()
        self._script = script
        self._faults_with = faults_with
        self._folders = folders
        self._confirms = confirms
        self._answers: dict[KeyPath, Any] = {}
        # What was answered before going back; it is proposed again.
        self._former: dict[KeyPath, Any] = {}

    def answers(self) -> dict[KeyPath, Any]:
        """Ask everything, show the answers, let them be corrected, and give them."""
        self.console.print(
            say(
                "Enter tager forslaget i [ ], < går tilbage, - udelader, Ctrl-C afbryder uden at "
                "gemme.\nBeløb: 34250 eller 34.250,00. Datoer: dag-måned-år. Aldrig navne eller "
                "CPR-numre.\n",
                "Enter takes what [ ] proposes, < goes back, - leaves out, Ctrl-C stops and saves "
                "nothing.\nAmounts: 34250 or 34,250.00. Dates: day-month-year. Never names or CPR "
                "numbers.\n",
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
            raise InputFaultsError(_at_the_question(fault, question) for fault in faults)
        return value

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
            return
        self._answers = still_asked({**self._answers, question.path: value}, self._script)
        self._former[question.path] = value
        is_plain = value is None or isinstance(value, bool) or _is_free_text(question, value)
        if not is_plain and value != default:
            self.console.print(f"  = {self.written(question, value)}", style="dim")

    def _explain(self, question: Question) -> None:
        words, language = _words(question), current_language()
        text = words.text.in_(language)
        if question.path == ("municipality",):
            text += f": {', '.join(known_levels(self._folders))}"
        if text != words.title.in_(language):
            self.console.print(text, style="dim")
        options = named(question, language)
        if options:
            numbered = (f"{place} {word}" for place, word in enumerate(options, 1))
            self.console.print(f"  {'   '.join(numbered)}")

    def _to_correct(self) -> Question | None:
        """Show the answers and give the question whose answer is to be another one."""
        asked = list(self._script(self._answers))
        self.console.print(_summary(asked, self._answers))
        corrects = say("et nummer retter", "a number corrects")
        prompt = f"Enter {self._confirms}; {corrects}"
        while True:
            said = self.console.input(f"{prompt}: ").strip()
            if said == _BACK:
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


def _words(question: Question) -> KeyText:
    if question.path[0] == ASIDE:
        words = ASIDES[str(question.path[1])]
        if question.about is None:
            return words
        title, about = words.title, question.about
        return words._replace(title=Text(f"{title.da}: {about.da}", f"{title.en}: {about.en}"))
    return CASE_KEYS[".".join(part for part in question.path if isinstance(part, str))]


def _is_free_text(question: Question, value: Any) -> bool:
    return isinstance(value, str) and not choices(question)


def _at_the_question(fault: Fault, question: Question) -> Fault:
    """Leave out the place where it is the question just asked; there is no file yet."""
    path = () if fault.path == question.path else fault.path
    return replace(fault, path=path, file="", line=None, column=None, source_line=None)


def _summary(asked: Sequence[Question], answers: Answers) -> Table:
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column(justify="right", style="bold")
    table.add_column()
    table.add_column()
    language = current_language()
    for number, question in enumerate(asked, 1):
        value = answers[question.path]
        said = "–" if value is None else shown(question, value, language)
        table.add_row(str(number), _words(question).title.in_(language), Rich(said))
    return table
