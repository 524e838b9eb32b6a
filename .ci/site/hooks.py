"""What the site needs besides the pages of ``docs/``, and what its Markdown does otherwise.

Pages of the top folder come in, files and folders of the repository that a page links to become
pages of their own, and every link leads to one of them.
"""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[2]
# Pages of the top folder, by the name they have in the site.
TOP = {
    "README.md": "start.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "SECURITY.md": "security.md",
}
# The pages that are written in Danish; their language is said in the page.
DANISH = {
    "sagsbehandler", "skaerme", "bilag", "reform-2027", "excel", "windows", "kommandoer", "opslag",
    "loven", "satser", "ansvar", "privatliv",
}  # fmt: skip
FILES = "files"
_LANGUAGES = {".py": "python", ".toml": "toml", ".sh": "sh", ".json": "json", ".csv": "text"}
_FENCE = re.compile(r"^(`{3,})[^\n]*\n.*?^\1\s*$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?<=\]\()([^)\s]+)(?=\))")
_MARKER = re.compile(r"^<!-- .*? -->\n", re.MULTILINE)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages of the top folder, and those of all that is linked to."""
    for name, there in TOP.items():
        text = (ROOT / name).read_text(encoding="utf-8")
        files.append(File.generated(config, there, content=text))
    worker = Path(__file__).with_name("iframe-worker.js").read_text(encoding="utf-8")
    files.append(File.generated(config, "assets/iframe-worker.js", content=worker))
    seen: set[str] = set()
    sources = [*(ROOT / name for name in TOP), *(ROOT / "docs").glob("*.md")]
    for source in sources:
        for target in _targets(source):
            for path in _with_what_is_in(ROOT / target):
                name = path.relative_to(ROOT).as_posix()
                if name not in seen:
                    seen.add(name)
                    files.append(File.generated(config, _page_of(name), content=_shown(path)))
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Lead links to where their targets are in the site, and drop the markers of tests."""
    here = page.file.src_uri
    if here.startswith(f"{FILES}/"):
        return markdown
    names = {there: name for name, there in TOP.items()}
    source = names.get(here, f"docs/{here}")

    def led(found: re.Match[str]) -> str:
        target, hash_, anchor = found[0].partition("#")
        if "://" in target or not target:
            return found[0]
        there = _site_path(_joined(source, target))
        return f"{posixpath.relpath(there, posixpath.dirname(here) or '.')}{hash_}{anchor}"

    text, at = "", 0
    for fence in _FENCE.finditer(markdown):
        text += _LINK.sub(led, _MARKER.sub("\n", markdown[at : fence.start()])) + fence[0]
        at = fence.end()
    return text + _LINK.sub(led, _MARKER.sub("\n", markdown[at:]))


def on_post_page(output: str, page: Page, **_: object) -> str:
    """Say the language of a page: the words around it are Danish."""
    danish = page.file.src_uri.removesuffix(".md") in DANISH
    return output if danish else output.replace('<article class="', '<article lang="en" class="', 1)


def _targets(source: Path) -> Iterator[str]:
    """Give what a page links to outside the site's own pages, from the top folder."""
    name = source.relative_to(ROOT).as_posix()
    for target in _LINK.findall(_FENCE.sub("", source.read_text(encoding="utf-8"))):
        path = target.partition("#")[0]
        if path and "://" not in path:
            joined = _joined(name, path)
            if _site_path(joined).startswith(f"{FILES}/"):
                yield joined


def _joined(source: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), target))


def _site_path(name: str) -> str:
    """Give the place in the site of a file of the repository."""
    if name in TOP:
        return TOP[name]
    return name.removeprefix("docs/") if name.startswith("docs/") else _page_of(name)


def _page_of(name: str) -> str:
    return f"{FILES}/{name}/index.md" if (ROOT / name).is_dir() else f"{FILES}/{name}.md"


def _with_what_is_in(path: Path) -> Iterator[Path]:
    yield path
    if path.is_dir():
        for inner in sorted(path.iterdir()):
            if inner.suffix in _LANGUAGES or (inner.is_dir() and inner.name != "__pycache__"):
                yield from _with_what_is_in(inner)


def _shown(path: Path) -> str:
    """Write the page of a file, or of a folder with what is in it; searching passes it over."""
    name = path.relative_to(ROOT).as_posix()
    head = f"---\nsearch:\n  exclude: true\n---\n# `{name}`\n\n"
    if path.is_dir():
        inner = [each for each in _with_what_is_in(path) if each.parent == path]
        return head + "".join(
            f"- [{each.name}]({each.name}{'/index' if each.is_dir() else ''}.md)\n"
            for each in inner
        )
    text = path.read_text(encoding="utf-8")
    return f"{head}````{_LANGUAGES.get(path.suffix, 'text')}\n{text.rstrip()}\n````\n"
