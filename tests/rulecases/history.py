"""The rules of history by example: a plan as it was, and as it is."""

from dataclasses import replace

from rulecases.case import PREAMBLE, Case

HEADER = PREAMBLE.replace("lead", 'stage = "submitted"\nlead')
"""A plan of which nothing is said about its schedule."""

MARKED = HEADER.replace("[plan]", "⟦[plan]⟧")


def milestone(fields: str = "", *, name: str = "portal", title: str = "Open the portal") -> str:
    """Return a milestone with further fields."""
    head = f'id = "{name}"\ntitle = "{title}"\nlead = "office"\n'
    return f"[[milestones]]\n{head}{fields}\n\n"


def report(name: str, fields: str = "", text: str = "It goes on", about: str = "portal") -> str:
    """Return a report of January 2018 about the milestone with further fields."""
    on = "" if "on = " in fields else "on = 2018-01-20\n"
    of = f'about = "{about}"\n' if about else ""
    return f'[[updates]]\nid = "{name}"\n{of}text = "{text}"\n{on}{fields}\n\n'


def general(text: str) -> str:
    """Return a report about the plan as a whole."""
    return report("general", text=text, about="")


def challenge(fields: str = "", title: str = "Nobody knows what there is") -> str:
    """Return a challenge with further fields."""
    head = f'id = "no-list"\ntitle = "{title}"\ncategory = "unknown-holdings"'
    return f"[[challenges]]\n{head}\n{fields}\n\n"


def step(fields: str = "") -> str:
    """Return a next step with further fields."""
    return f'[[next_steps]]\nid = "champion"\ntitle = "Appoint a champion"\n{fields}\n\n'


def commitment(fields: str = "") -> str:
    """Return a commitment with further fields."""
    return f'[[commitments]]\nid = "publish"\ntitle = "Publish data"\n{fields}\n\n'


DUE = 'due = "2018-03"'
MOVED = 'due = ⟦"2018-06"⟧'
MOVE = report("later", 'due_from = "2018-03"\ndue_to = "2018-06"')

MOVES = (
    Case(
        "due-moved-silently",
        milestone(MOVED),
        milestone(MOVED) + MOVE,
        message="due was 2018-03 and is 2018-06, and no report records this move",
        record="portal",
        before=milestone(DUE),
    ),
    Case(
        "due-moved-silently",
        milestone("due = ⟦2018-03-30⟧"),
        # The same last day, said more exactly.
        milestone("due = ⟦2018-03-31⟧"),
        before=milestone(DUE),
    ),
    Case(
        "due-moved-silently",
        # The report was there before, of another move.
        milestone('due = ⟦"2018-09"⟧') + report("x", 'due_from = "2018-06"\ndue_to = "2018-09"'),
        milestone('due = ⟦"2018-09"⟧')
        + MOVE
        + report("x", 'due_from = "2018-06"\ndue_to = "2018-09"'),
        before=milestone(DUE),
    ),
    Case(
        "due-moved-silently",
        # It came back to where it was once, and only the way there has a report.
        milestone('due = ⟦"2018-06"⟧') + MOVE,
        milestone('due = ⟦"2018-06"⟧')
        + MOVE
        + report("x", 'on = 2018-01-21\ndue_from = "2018-06"\ndue_to = "2018-09"')
        + report("y", 'on = 2018-01-22\ndue_from = "2018-09"\ndue_to = "2018-06"'),
        before=milestone('due = "2018-09"') + MOVE,
    ),
    Case(
        "due-moved-silently",
        # A second move has a report, and the first has none.
        milestone('due = ⟦"2018-09"⟧') + report("y", 'due_from = "2018-06"\ndue_to = "2018-09"'),
        milestone('due = "2018-09"')
        + MOVE
        + report("y", 'on = 2018-01-21\ndue_from = "2018-06"\ndue_to = "2018-09"'),
        message="due was 2018-03 and is 2018-09, and no report records the move from 2018-03 to "
        "2018-06",
        before=milestone(DUE),
    ),
    Case(
        "due-moved-silently",
        milestone().replace("[[milestones]]", "⟦[[milestones]]⟧"),
        milestone() + report("why", "", "The law has to come first"),
        message="due was 2018-03 and is gone, and no report says why",
        before=milestone(DUE),
    ),
    Case(
        "due-moved-silently",
        # With another id, and the same title: it is the same work.
        milestone(MOVED, name="site"),
        milestone(MOVED, name="site", title="Build a site"),
        record="site",
        before=milestone(DUE),
    ),
)

COMPLETED = "completed = 2017-12-06\nevidence = ['https://example.org']"

REOPENED = (
    Case(
        "reopened-silently",
        milestone('status = ⟦"limited"⟧\nevidence = ["https://example.org"]'),
        milestone('status = "limited"\nevidence = ["https://example.org"]')
        + report("june", 'status = "limited"'),
        message="it was completed (2017-12-06) and is limited, and no report says why",
        record="portal",
        before=milestone(COMPLETED),
    ),
    Case(
        "reopened-silently",
        milestone("note = 'A mistake'").replace("[[milestones]]", "⟦[[milestones]]⟧"),
        milestone("withdrawn = 2018-01-10"),
        message="it was completed (2017-12-06) and is not-started, and no report says why",
        before=milestone(COMPLETED),
    ),
    Case(
        "reopened-silently",
        # A report without a status does not say how it stands.
        milestone('status = ⟦"in-progress"⟧') + report("june"),
        milestone('status = "in-progress"') + report("june", 'status = "in-progress"'),
        message="it was withdrawn and is in-progress, and no report says why",
        before=milestone('status = "withdrawn"'),
    ),
    Case(
        "reopened-silently",
        commitment('status = ⟦"substantial"⟧'),
        # Nothing is said of it any more: it is completed, for its milestones are.
        commitment() + milestone(COMPLETED + '\ncommitment = "publish"'),
        record="publish",
        before=commitment("completed = 2017-12-06"),
    ),
    Case(
        "reopened-silently",
        challenge("status = ⟦'mitigating'⟧\ndescription = 'It is back'")
        + general("Something else"),
        challenge("status = 'mitigating'") + general("Challenge no-list is back"),
        message="it was resolved (2017-11) and is mitigating, and no report says why",
        record="no-list",
        before=challenge('resolved = "2017-11"'),
    ),
    Case(
        "reopened-silently",
        step().replace("[[next_steps]]", "⟦[[next_steps]]⟧") + general("Champions"),
        step() + general("We must appoint a champion again"),
        message="it was done and is open, and no report says why",
        record="champion",
        before=step("status = 'done'"),
    ),
    Case(
        "reopened-silently",
        step("status = ⟦'in-progress'⟧"),
        step("status = 'dropped'"),
        before=step("status = 'done'"),
    ),
)

FIRST = report("first", 'status = "limited"')

REWRITTEN = (
    Case(
        "update-rewritten",
        milestone() + report("first", 'status = "limited"').replace('"It goes on"', '⟦"It is"⟧'),
        milestone() + FIRST + "evidence = ['Minutes']\nnote = 'x'\nsources = ['Minutes']\n",
        message='this report was rewritten: text changed from "It goes on" to "It is"',
        record="first",
        before=milestone() + FIRST,
    ),
    Case(
        "update-rewritten",
        milestone() + report("first", "status = ⟦'substantial'⟧\nprogress = 60"),
        milestone() + FIRST.replace("text", "text.en") + "text.es = 'Sigue'\n",
        message="this report was rewritten: status changed from limited to substantial; "
        "progress set to 60 %",
        before=milestone() + FIRST,
    ),
    Case(
        "update-rewritten",
        milestone() + report("first").replace("[[updates]]", "⟦[[updates]]⟧"),
        milestone() + report("renamed", 'status = "limited"'),
        message="this report was rewritten: status removed (was limited)",
        before=milestone() + FIRST,
    ),
    Case(
        "update-rewritten",
        # Who follows a new id says the same.
        milestone(name="site") + report("first", 'status = "limited"', about="site") + "period = ⟦"
        "'2017'⟧\n",
        milestone(name="site") + report("first", 'status = "limited"', about="site"),
        message="this report was rewritten: period set to 2017",
        before=milestone() + FIRST,
    ),
    Case(
        "update-rewritten",
        milestone().replace("[[milestones]]", "⟦[[milestones]]⟧"),
        milestone() + FIRST,
        message='the report "first" of 2018-01-20 is gone',
        record="portal",
        before=milestone() + FIRST,
    ),
    Case(
        "update-rewritten",
        MARKED + milestone(),
        HEADER + milestone() + report("first", about="") + "evidence = ['A', 'B']\n",
        message='the report "first" of 2018-01-20 is gone, and its evidence with it',
        before=milestone() + report("first", about="") + "evidence = ['B']\n",
    ),
    Case(
        "update-rewritten",
        milestone() + report("first") + "evidence = ⟦['A']⟧\n",
        milestone() + report("first") + "evidence = ['A', 'B']\n",
        message="this report was rewritten: evidence removed: B",
        before=milestone() + report("first") + "evidence = ['B', 'A']\n",
    ),
)

REMOVED = (
    Case(
        "evidenced-record-removed",
        MARKED,
        HEADER + milestone("withdrawn = 2018-01-10\nevidence = ['https://example.org']"),
        message='the milestone "Open the portal" (portal) had evidence and is gone',
        record="portal",
        before=milestone(COMPLETED),
    ),
    Case(
        "evidenced-record-removed",
        MARKED,
        HEADER + milestone(COMPLETED, name="site"),
        # Its reports are gone with it, and that is one cause.
        before=milestone() + report("first") + "evidence = ['Minutes']\n",
    ),
    Case(
        "evidenced-record-removed",
        MARKED,
        HEADER + commitment() + report("first", about="publish") + "evidence = ['Minutes']\n",
        message='the commitment "Publish data" (publish) had evidence and is gone',
        before=commitment() + report("first", about="publish") + "evidence = ['Minutes']\n",
    ),
)


def in_plan(case: Case) -> Case:
    """Return the case with the header of a plan before each text that has none."""
    fires, near_miss, before = (
        text if "format" in text else HEADER + text
        for text in (case.fires, case.near_miss, case.before or "")
    )
    return replace(case, fires=fires, near_miss=near_miss, before=before)


CASES: tuple[Case, ...] = tuple(map(in_plan, (*MOVES, *REOPENED, *REWRITTEN, *REMOVED)))
