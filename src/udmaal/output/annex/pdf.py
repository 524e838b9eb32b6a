"""The annex as PDF/A-2b, tagged (PDF/UA-1), with its fonts in it."""

import json
from dataclasses import asdict
from datetime import UTC, datetime, time
from importlib.resources import as_file, files

import typst

from udmaal.output.annex.content import Annex
from udmaal.output.picture import FONTS


def annex_pdf(annex: Annex) -> bytes:
    """Set the annex as PDF; the same annex gives the same bytes.

    The fonts are those that come with the libraries, never those of the machine.
    """
    content = {**asdict(annex), "on": annex.on.isoformat()}
    with as_file(files("udmaal.output.annex") / "templates" / "annex.typ") as template:
        return typst.compile(
            template,
            font_paths=[FONTS],
            ignore_system_fonts=True,
            sys_inputs={"annex": json.dumps(content, ensure_ascii=False)},
            pdf_standards=["a-2b", "ua-1"],
            timestamp=datetime.combine(annex.on, time(), UTC),
        )
