"""Pictures: one look for all, drawn to SVG with the same bytes for the same values."""

import os
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from udmaal.language import Language
from udmaal.text import numbers

with TemporaryDirectory(prefix="udmaal-") as _folder:
    # matplotlib keeps a list of fonts in the user's home, where nobody asked for it; unless a
    # folder was named for it, the list goes away at once.
    _chosen = os.environ.setdefault("MPLCONFIGDIR", _folder)
    from matplotlib import get_data_path, rc_context
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis
    from matplotlib.figure import Figure
    from matplotlib.ft2font import FT2Font, LoadFlags
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    if _chosen == _folder:
        del os.environ["MPLCONFIGDIR"]

# The fonts that pictures are measured with.
FONTS = Path(get_data_path(), "fonts", "ttf")

FAMILY = "DejaVu Sans, Verdana, Arial, sans-serif"
SIZE = 9  # points

# Colours of Okabe and Ito, which people with any colour vision tell apart.
BLUE = "#0072B2"
ORANGE = "#E69F00"
GREEN = "#009E73"
RED = "#D55E00"
PURPLE = "#CC79A7"
SKY = "#56B4E9"
BLACK = "#000000"
GREY = "#B0B0B0"
# Lines that may lie on each other differ in colour and in dashes.
LINES = (
    (BLUE, "-"), (RED, "--"), (GREEN, "-."), (PURPLE, ":"), (BLACK, "-"), (ORANGE, "--"),
    (SKY, "-."),
)  # fmt: skip

# Decorates whatever draws. Text stays text, so that it can be searched; ids stay from run to run.
styled = rc_context(
    {"svg.fonttype": "none", "svg.hashsalt": "udmaal", "font.size": SIZE, "axes.linewidth": 0.6}
)


def new_figure(width: float, height: float) -> tuple[Figure, Axes]:
    """Give an empty figure of a size in inches, and its axes."""
    figure = Figure(figsize=(width, height), layout="constrained")
    return figure, figure.subplots()


def new_panels(width: float, heights: Sequence[float]) -> tuple[Figure, list[Axes]]:
    """Give an empty figure with axes below each other, sizes in inches."""
    figure = Figure(figsize=(width, sum(heights)), layout="constrained")
    panels = figure.subplots(len(heights), height_ratios=heights, squeeze=False)
    return figure, [panel for (panel,) in panels]


def svg_text(figure: Figure) -> str:
    """Give a figure as SVG."""
    text = StringIO()
    figure.savefig(text, format="svg", metadata={"Date": None})
    return text.getvalue()


@lru_cache(maxsize=1024)
def text_width(text: str, *, bold: bool = False) -> float:
    """Give the width of a text in points."""
    font = _font(bold)
    font.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
    return float(font.get_width_height()[0]) / 64


@cache
def _font(bold: bool) -> FT2Font:
    font = FT2Font(str(FONTS / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")))
    font.set_size(SIZE, 72)
    return font


def kroner_axis(axis: Axis, language: Language) -> None:
    """Write the ticks of an axis as whole kroner, the way the language writes them."""
    axis.set_major_locator(MaxNLocator(nbins=6, integer=True))
    axis.set_major_formatter(
        FuncFormatter(lambda value, _: numbers.number(Decimal(round(value)), language))
    )


def number_axis(axis: Axis, language: Language) -> None:
    """Write the ticks of an axis as plain numbers, the way the language writes them."""
    axis.set_major_locator(MaxNLocator(nbins=10))
    axis.set_major_formatter(
        FuncFormatter(lambda value, _: numbers.number(Decimal(f"{value:.6f}"), language))
    )


def png_bytes(figure: Figure) -> bytes:
    """Give a figure as PNG, sharp enough to print."""
    data = BytesIO()
    figure.savefig(data, format="png", dpi=200, metadata={"Software": None})
    return data.getvalue()
