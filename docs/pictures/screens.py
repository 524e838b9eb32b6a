"""The screens of ``docs/skaerme.md``: what four commands show on terminals of three widths.

``docs/pictures/make.py`` draws them with the other pictures; this alone draws only them:

    python docs/pictures/screens.py

A test holds the pictures against what the commands show. Needs a system with terminals (not
Windows).
"""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import Final, NamedTuple

import pexpect
from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME, TerminalTheme
from rich.text import Text

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parents[1]
# How many rows of a command stand on its picture: one screen.
ROWS: Final = 44
COMMANDS: Final = {
    "calc": "calc examples/two-parents-over-37.toml --date 2026-03-01",
    "compare": "compare examples/two-parents-over-37.toml 2025-06-01 2026-03-01",
    "due": "due examples/story-of-six-years.toml examples/two-parents-over-37.toml"
    " --from 2026-11-01 --to 2027-05",
    "check": "check examples/two-parents-over-37.toml examples/self-employed.toml"
    " --date 2026-03-01",
}
WIDTHS: Final = (80, 100, 160)
# The palette of a usual terminal, on its usual dark ground and on paper white.
_COLOURS: Final = [
    (12, 12, 12), (197, 15, 31), (19, 161, 14), (193, 156, 0),
    (0, 55, 218), (136, 23, 152), (58, 150, 221), (204, 204, 204),
]  # fmt: skip
_BRIGHT: Final = [
    (118, 118, 118), (231, 72, 86), (22, 198, 12), (249, 241, 165),
    (59, 120, 255), (180, 0, 158), (97, 214, 214), (242, 242, 242),
]  # fmt: skip
THEMES: Final = {
    "moerk": TerminalTheme((12, 12, 12), (204, 204, 204), _COLOURS, _BRIGHT),
    "lys": TerminalTheme((255, 255, 255), (12, 12, 12), _COLOURS, _BRIGHT),
}
_ESCAPE: Final = re.compile(r"\x1b\[[0-9;]*m")


class Screen(NamedTuple):
    """A command on a terminal of a width, with its colours or, by ``NO_COLOR``, without."""

    name: str
    width: int
    colours: bool

    def __str__(self) -> str:
        return f"{self.name}-{self.width}{'' if self.colours else '-no-color'}"

    @property
    def command(self) -> str:
        """What is typed behind ``udmaal``."""
        return COMMANDS[self.name]

    def rows(self) -> str:
        """Give the first screen of what is shown, with its colours."""
        text = shown(ROOT, self.command, self.width, colours=self.colours)
        return "\n".join(text.split("\n")[:ROWS])

    def pictures(self) -> Iterator[tuple[Path, TerminalTheme]]:
        """Give the files it is drawn to, each in the colours of a terminal."""
        if not self.colours:
            yield HERE / f"skaerm-{self}.svg", THEMES["lys"]
            return
        for name, theme in THEMES.items():
            yield HERE / f"skaerm-{self}-{name}.svg", theme


SCREENS: Final = [
    *(Screen(name, width, colours=True) for name in COMMANDS for width in WIDTHS),
    *(Screen(name, WIDTHS[0], colours=False) for name in COMMANDS),
]


def main() -> None:
    """Draw the screens beside this file."""
    for screen in SCREENS:
        rows = screen.rows()
        for path, theme in screen.pictures():
            svg = terminal_svg(screen.command, rows, screen.width, theme)
            path.write_text(svg, encoding="utf-8")


def shown(
    folder: Path, command: str, width: int, answers: Sequence[str] = (), *, colours: bool = True
) -> str:
    """Give what a command shows on a terminal, with its colours; ``answers`` are typed."""
    screen = StringIO()
    environment = {k: v for k, v in os.environ.items() if not k.startswith("UDMAAL_")}
    environment |= {"TERM": "xterm-256color", "COLUMNS": str(width)}
    environment.pop("NO_COLOR", None)
    if not colours:
        environment["NO_COLOR"] = "1"
    terminal = pexpect.spawn(
        sys.executable, ["-m", "udmaal", *command.split()],
        cwd=str(folder), env=environment, encoding="utf-8", dimensions=(60, width), timeout=30,
    )  # fmt: skip
    terminal.logfile_read = screen
    for answer in answers:
        terminal.expect(r"(: |\]: )$")
        terminal.sendline(answer)
    terminal.expect(r"nummer retter: $" if answers else pexpect.EOF)
    terminal.close()
    return screen.getvalue().replace("\r\n", "\n")


def terminal_svg(
    command: str, text: str, width: int, theme: TerminalTheme = SVG_EXPORT_THEME
) -> str:
    """Give what a command shows, as a picture."""
    console = Console(record=True, width=width, file=StringIO())
    console.print(Text(f"$ udmaal {command}", style="bold"))
    console.print(Text.from_ansi(text))
    # Without the address of a font: a picture needs nothing from elsewhere. The rows need no frames
    # of their own either, which are half of the file.
    form = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    form = form.replace("{lines}", "")
    svg = console.export_svg(title="udmaal", code_format=form, unique_id="udmaal", theme=theme)
    return re.sub(r' clip-path="url\(#udmaal-line-\d+\)"', "", svg)


def without_colours(text: str) -> str:
    """Give what is shown as plain text."""
    return _ESCAPE.sub("", text)


if __name__ == "__main__":
    main()
