"""What readers have to know of a plan before they read on: is it in force."""

from ogdplan.model.plan import Header
from ogdplan.model.vocabularies import Stage
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
    """Return what stands at the top of the page of a plan, beside the facts about it."""
    if header.stage not in _NOT_ADOPTED:
        return ()
    return (said(words.say(_NOT_ADOPTED[header.stage])),)
