"""The templates, and the only ways in which text gets into them."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ogdplan.report import chart
from ogdplan.report.html import addresses
from ogdplan.report.page import Chart, Fit, Sheet
from ogdplan.report.safety import visible
from ogdplan.report.segments import Line, Style, plain, words

_WIDTH_OF_CHARTS = 80


@cache
def environment() -> Environment:
    """Return where templates are filled; each template is compiled once.

    Every value passes through `visible` and is escaped, whatever a template does with it.
    """
    found = Environment(
        loader=PackageLoader("ogdplan.report.html"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_safe,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters.update(
        web_address=addresses.web_address,
        address=addresses.address,
        style_class=_style_class,
        place=_place,
        words=words,
        head_column=_head_column,
        drawn_in_letters=_drawn_in_letters,
        class_name=lambda value: type(value).__name__.lower(),
    )
    return found


def _safe(value: object) -> object:
    return value if isinstance(value, Markup) else visible(str(value), keep_newlines=True)


def _style_class(style: Style) -> str:
    return "" if style is Style.PLAIN else style.name.lower()


def _place(percent: float) -> str:
    """Return a place or size within a drawing, without digits that nobody sees."""
    return f"{percent:.2f}".rstrip("0").rstrip(".") + "%"


def _head_column(sheet: Sheet) -> int:
    """Return the column that says what a row is about: the first of long words, else the first."""
    long = (index for index, column in enumerate(sheet.columns) if column.fit is Fit.WRAPPED)
    return next(long, 0)


def _drawn_in_letters(block: Chart) -> str:
    lines: tuple[Line, ...] = tuple(chart.drawn(block, width=_WIDTH_OF_CHARTS))
    return plain(lines)
