"""The annex as one HTML file: no script, no other file, readable on a telephone and in print."""

from base64 import b64encode
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from udmaal.output.annex.content import Annex
from udmaal.output.annex.signs import Tell, for_html, tell_nobody, with_shown


def annex_html(annex: Annex, tell: Tell = tell_nobody) -> str:
    """Set the annex as HTML; what comes from the case file is escaped.

    ``tell`` is told each text with a sign that HTML may not hold; its name stands in its place.
    """
    annex, unshown = with_shown(annex, for_html)
    for each in unshown:
        tell(each)
    return _environment().get_template("annex.html").render(annex=annex, words=annex.words)


@cache
def _environment() -> Environment:
    """Give the environment in which the template is read once."""
    environment = Environment(
        loader=PackageLoader("udmaal.output.annex"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["data_url"] = _data_url
    return environment


def _data_url(svg: str) -> str:
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
