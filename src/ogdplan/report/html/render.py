"""A paper as one HTML file: no script, nothing to load, the same bytes each time."""

from ogdplan.report.html.chapters import Paper
from ogdplan.report.html.environment import environment
from ogdplan.report.html.outline import outline


def render(paper: Paper) -> str:
    """Return the paper as HTML that any browser shows without a network, ended by LF.

    All that the paper holds is shown as text; only web addresses, and links to files beside
    this one, lead anywhere.
    """
    template = environment().get_template("paper.html")
    return template.render(
        paper=paper, chapters=outline(paper), tongue=paper.tongue, one_page=paper.one_page
    )
