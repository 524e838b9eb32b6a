"""Draw the pictures of the guide and of ``docs/skaerme.md`` from what the program really shows.

    python docs/pictures/make.py

Needs ``pip install -e '.[dev]'``, Chromium, and a system with terminals (not Windows).
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
import screens
from playwright.sync_api import sync_playwright
from screens import shown, terminal_svg

HERE = Path(__file__).resolve().parent
GUIDE = HERE.parent / "sagsbehandler.md"
DATE = "2026-02-01"
WIDTH = 80
# What a case worker answers to the questions of ``udmaal new``; an empty answer takes the default.
ANSWERS = ["2026-0001", "", "14. maj 2016", "", "", "12-01-2026", "1-2-2026", "20", "", "", "",
           "2", "324.000", "n", "32.400,00", "2", "3200", "", "", ""]  # fmt: skip


def main() -> None:
    """Draw all pictures beside this file, from the case of the guide."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "sag.toml").write_text(case_of_the_guide(), encoding="utf-8")
        asked = shown(folder, "new ny.toml", WIDTH, ANSWERS)
        (HERE / "new.svg").write_text(terminal_svg("new ny.toml", asked, WIDTH), encoding="utf-8")
        command = f"calc sag.toml --date {DATE}"
        told = shown(folder, command, WIDTH)
        (HERE / "calc.svg").write_text(terminal_svg(command, told, WIDTH), encoding="utf-8")
        picture = HERE / "what-if.svg"
        run(folder, "what-if", "sag.toml", "--date", DATE, "--set", "hours=2..37",
            "--picture", str(picture))  # fmt: skip
        draw_papers(folder)
    screens.main()


def case_of_the_guide() -> str:
    """Give the case of the guide, as it stands after its correction."""
    text = GUIDE.read_text(encoding="utf-8")
    (case,) = re.findall(r"<!-- file: sag.toml -->\n```toml\n(.*?)```", text, re.DOTALL)
    ((old, new),) = re.findall(
        r"<!-- replaces: sag.toml: (.*?) -->\n```toml\n(.*?)\n```", text, re.DOTALL
    )
    return str(case).replace(old, new)


def run(folder: Path, *arguments: str) -> None:
    """Run udmaal in a folder."""
    command = [sys.executable, "-m", "udmaal", *arguments]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def draw_papers(folder: Path) -> None:
    """Draw two pages of the PDF, and the HTML on a telephone and on a screen."""
    pdf, html = folder / "bilag.pdf", folder / "bilag.html"
    for out in (pdf, html):
        run(folder, "report", "sag.toml", "--date", DATE, "-o", str(out))
    pages = pypdfium2.PdfDocument(pdf)
    for number in (1, 2):
        pages[number - 1].render(scale=1.3).to_pil().save(HERE / f"bilag-side-{number}.png")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for name, width, height in (("telefon", 390, 1300), ("skaerm", 1000, 1200)):
            view = browser.new_page(viewport={"width": width, "height": height})
            view.goto(html.as_uri())
            view.screenshot(path=HERE / f"bilag-{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
