"""What readers have to know of a plan before they read on: is it in force, and who says it."""

from collections.abc import Iterator

from ogdplan.model.plan import Header
from ogdplan.model.vocabularies import Stage
from ogdplan.report.meeting.heading import is_official
from ogdplan.report.page import said
from ogdplan.report.segments import Line
from ogdplan.report.tongue import Tongue, mark

_NOT_ADOPTED = {
    Stage.DRAFT: mark("This plan is a draft: nobody has adopted it yet."),
    Stage.CONSULTATION: mark("This plan is out for comments: nobody has adopted it yet."),
    Stage.SUBMITTED: mark(
        "This plan was handed to those who decide on it: they have not adopted it yet."
    ),
}


def notices(header: Header, words: Tongue) -> tuple[Line, ...]:
    """Return what stands at the top of the page of a plan."""
    return tuple(said(each) for each in _said(header, words))


def _said(header: Header, words: Tongue) -> Iterator[str]:
    if header.stage in _NOT_ADOPTED:
        yield words.say(_NOT_ADOPTED[header.stage])
    if not is_official(header):
        yield words.say(
            "This page was put together from public sources; it is no statement of the government."
        )
