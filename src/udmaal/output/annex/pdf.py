"""The annex as PDF/A-2b, tagged (PDF/UA-1), with its fonts in it."""

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import as_file, files

import typst

from udmaal.faults import Fault, InputFaultsError
from udmaal.output.annex.content import Annex
from udmaal.output.annex.signs import Tell, for_any_pdf, for_pdf, tell_nobody, with_shown
from udmaal.output.picture import FONTS

_STDERR = 2


def annex_pdf(annex: Annex, tell: Tell = tell_nobody) -> bytes:
    """Set the annex as PDF; the same annex gives the same bytes.

    ``tell`` is told each text that no font can show as it is. Raises ``InputFaultsError`` where the
    typesetter fails on plain letters too.
    """
    for shows in (for_pdf, for_any_pdf):
        content, unshown = with_shown(annex, shows)
        with contextlib.suppress(_NotSetError):
            data = _set(content)
            for each in unshown:
                tell(each)
            return data
    raise InputFaultsError([Fault("output.not_set")])


class _NotSetError(Exception):
    """The typesetter could not set a text."""


def _set(annex: Annex) -> bytes:
    """Set the annex; the fonts are those that come with the libraries, never the machine's.

    The typesetter stops on some texts, on a few with a panic, which is no ``Exception`` and is
    also written to standard error; neither is anything a reader can use.
    """
    content = {**asdict(annex), "on": annex.on.isoformat()}
    with as_file(files("udmaal.output.annex") / "templates" / "annex.typ") as template:
        try:
            with _unheard():
                return typst.compile(
                    template,
                    font_paths=_fonts(),
                    sys_inputs={"annex": json.dumps(content, ensure_ascii=False)},
                    pdf_standards=["a-2b", "ua-1"],
                    timestamp=datetime.combine(annex.on, time(), UTC),
                )
        except (KeyboardInterrupt, SystemExit, MemoryError):
            raise
        except BaseException as error:
            raise _NotSetError from error


@cache
def _fonts() -> typst.Fonts:
    """Find the fonts, once in the life of a process."""
    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])


@contextlib.contextmanager
def _unheard() -> Iterator[None]:
    """Keep what a library writes to standard error by itself from the reader."""
    try:
        kept = os.dup(_STDERR)
    except OSError:  # there is no standard error
        yield
        return
    nothing = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nothing, _STDERR)
        yield
    finally:
        os.dup2(kept, _STDERR)
        os.close(kept)
        os.close(nothing)
