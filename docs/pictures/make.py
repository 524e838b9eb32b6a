"""Draw the pictures of the documentation from what the program really shows.

    python docs/pictures/make.py

Needs ``pip install -e '.[dev]'``, Chromium, and a system with terminals (not Windows).
"""

import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path

import pypdfium2
from playwright.sync_api import sync_playwright
from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CASE = "examples/payslips-savings-tax.toml"
COURSE = "examples/course-with-run-off.toml"

# What is shown of the terminal: the command, and how many lines of it.
TERMINAL = {
    "calc": (f"calc {CASE} --date 2025-04-01", 46),
    "ledger": (f"ledger {COURSE} --from 2025-01 --to 2026-09 --plot", 26),
}
WIDTH = 80


def main() -> None:
    """Draw all pictures beside this file."""
    for name, (command, lines) in TERMINAL.items():
        (HERE / f"{name}.svg").write_text(terminal_svg(command, lines), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        draw_papers(Path(folder))


def shown(command: str) -> str:
    """Give what a command shows on a terminal, with its colours."""
    master, slave = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(WIDTH), "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    running = subprocess.Popen(
        [sys.executable, "-m", "udmaal", *command.split()],
        stdout=slave, stderr=slave, stdin=slave, cwd=ROOT, env=environment,
    )  # fmt: skip
    os.close(slave)
    parts = []
    while True:
        try:
            part = os.read(master, 1 << 16)
        except OSError:  # the other end is closed
            break
        parts.append(part)
    running.wait()
    os.close(master)
    return b"".join(parts).decode().replace("\r\n", "\n")


def terminal_svg(command: str, lines: int) -> str:
    """Give the first lines of what a command shows, as a picture."""
    console = Console(record=True, width=WIDTH, file=StringIO())
    console.print(Text(f"$ udmaal {command}", style="bold"))
    text = "\n".join(shown(command).split("\n")[:lines])
    console.print(Text.from_ansi(text))
    # Without the address of a font: a picture needs nothing from elsewhere.
    form = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    return console.export_svg(title="udmaal", code_format=form, unique_id="udmaal")


def draw_papers(folder: Path) -> None:
    """Draw two pages of the PDF, and the HTML on a telephone and on a screen."""
    pdf, html = folder / "bilag.pdf", folder / "bilag.html"
    for out in (pdf, html):
        command = ["report", CASE, "--date", "2025-04-01", "-o", str(out)]
        subprocess.run([sys.executable, "-m", "udmaal", *command], cwd=ROOT, check=True)
    pages = pypdfium2.PdfDocument(pdf)
    for number in (1, 2):
        pages[number - 1].render(scale=1.3).to_pil().save(HERE / f"bilag-side-{number}.png")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for name, width, height in (("telefon", 390, 1500), ("skaerm", 1000, 1300)):
            view = browser.new_page(viewport={"width": width, "height": height})
            view.goto(html.as_uri())
            view.screenshot(path=HERE / f"bilag-{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
