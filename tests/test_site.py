"""The documents as a site: every page in its navigation, every link led, read without network."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from conftest import ROOT

SITE: Final = ROOT / ".ci" / "site"
CHROMIUM: Final = shutil.which("chromium") or shutil.which("google-chrome")
CONFIG: Final = SITE / "mkdocs.yml"
_PAGE = re.compile(r"^ +- (?:\"[^\"]+\": )?([\w-]+\.md)$", re.MULTILINE)
_FROM_OUTSIDE = re.compile(r"<(?:script|link|img|iframe)[^>]*(?:src|href)=\"?(?:https?:)?//")


def navigation() -> list[str]:
    """Give the pages of the navigation, as they stand in it."""
    return _PAGE.findall(CONFIG.read_text(encoding="utf-8").partition("\nnav:\n")[2])


@pytest.mark.fast
def test_every_page_stands_in_one_group_of_the_navigation() -> None:
    sys.path.insert(0, str(SITE))
    try:
        hooks = pytest.importorskip("hooks", exc_type=ImportError)
    finally:
        sys.path.remove(str(SITE))
    pages = {path.name for path in (ROOT / "docs").glob("*.md")} | set(hooks.TOP.values())
    missing = pages - set(navigation())
    assert missing == set(), f"put into a group of nav in {CONFIG.name}: {sorted(missing)}"
    assert sorted(navigation()) == sorted(pages)
    assert {f"{name}.md" for name in hooks.DANISH} <= pages


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("material")
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file",
         str(CONFIG), "--site-dir", str(folder)],
        cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder


def test_every_link_leads_to_a_file_of_the_site(site: Path) -> None:
    wrong = [
        f"{page.relative_to(site)}: {target}"
        for page in site.rglob("*.html")
        for target in _targets(page)
        if not (page.parent / target).resolve().exists()
    ]
    assert wrong == []


def _targets(page: Path) -> Iterator[str]:
    if page.name == "404.html":  # for a server, with links from its top
        return
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"<(?:a|img|script|link)\b[^>]*?\b(?:href|src)=\"?([^\" >]+)", text):
        path = target.partition("#")[0].partition("?")[0]
        if path and "://" not in target and not target.startswith(("mailto:", "data:")):
            yield path


def test_nothing_comes_from_outside(site: Path) -> None:
    for page in site.rglob("*.html"):
        assert not _FROM_OUTSIDE.search(page.read_text(encoding="utf-8")), page


@pytest.mark.skipif(CHROMIUM is None, reason="no browser is installed")
def test_it_is_read_and_searched_from_a_folder_without_network(site: Path) -> None:
    api = pytest.importorskip("playwright.sync_api")
    asked: list[str] = []
    said: list[str] = []
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_context(offline=True).new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto((site / "index.html").as_uri())
        for wanted, found in (
            ("afvikling", "loven.html"),
            ("bagatelgrænsen", "loven.html"),
            ("fingerprint", "journal.html"),
        ):
            page.fill("input.md-search__input", "")
            page.type("input.md-search__input", wanted)  # it searches at each key
            page.wait_for_selector(f'a.md-search-result__link[href*="{found}"]', timeout=20_000)
        for name in navigation():
            there = name.replace("README.md", "index.md").replace(".md", ".html")
            page.goto((site / there).as_uri())
            assert page.locator("article h1").count() >= 1, name
            wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert page.evaluate(wide) <= 0, name
        browser.close()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert said == []
