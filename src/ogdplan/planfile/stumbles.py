r"""Where people stumble over TOML, and what helps them.

tomli says where it gave up and in its own terms. The line tells more: what was meant is mostly
plain to see. Each stumble looks at the line and, when it knows what happened, says where and how.
"""

from ogdplan.planfile.structure_stumbles import HEADERS_AND_KEYS, LISTS_AND_REST
from ogdplan.planfile.stumble import Line, Stumble
from ogdplan.planfile.value_stumbles import VALUES


def stumble_of(line: Line) -> Stumble:
    """Return what happened on a line that tomli refuses."""
    for look in (*HEADERS_AND_KEYS, *VALUES, *LISTS_AND_REST):
        if found := look(line):
            return found
    end = max(line.at + 1, len(line.words))
    message = "this does not fit here" if line.at < len(line.words) else "the line ends too early"
    return Stumble(line.at, end, message, "look at the line for a missing quote, bracket or comma")
