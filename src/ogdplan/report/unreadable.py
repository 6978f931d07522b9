"""Files that yield no plan, beside what the others yield."""

from collections.abc import Sequence

from ogdplan.actions.library import Failed
from ogdplan.findings import Severity
from ogdplan.report.findings.as_json import finding_value
from ogdplan.report.page import Block, Lines, said
from ogdplan.report.segments import Style


def unreadable_value(failed: Sequence[Failed]) -> list[dict[str, object]]:
    """Return the files as JSON, with what keeps them from being plans: their errors.

    A file that the system would not give has none.
    """
    return [
        {
            "path": each.place.shown,
            "findings": [
                finding_value(finding)
                for finding in each.findings
                if finding.severity is Severity.ERROR
            ],
        }
        for each in failed
    ]


def named_value(failed: Sequence[Failed]) -> list[dict[str, object]]:
    """Return for the public only which files they are: what is wrong in one quotes it.

    A note or a contact may stand there.
    """
    return [{"path": each.place.shown, "findings": []} for each in failed]


def unread(failed: Sequence[Failed]) -> tuple[Block, ...]:
    """Return the lines that say which files are not in what is shown; none for none."""
    lines = [
        said((f"{each.place.shown} could not be read and is not included", Style.ERROR))
        for each in failed
    ]
    return (Lines(tuple(lines)),) if lines else ()
