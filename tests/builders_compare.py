"""Changes between two plans for tests, from the few lines of TOML that differ."""

from builders import a_plan
from ogdplan.compare.changes import Change, between

OFFICES = """
[[institutions]]
id = "mef"
name = "Ministry of Economy"
acronym = "MEF"
sector = "government"

[[institutions]]
id = "antai"
name = "Transparency Authority"
sector = "government"
"""


def changed(old: str, new: str, always: str = "") -> tuple[Change, ...]:
    """Return the changes between two plans; what is in `always` both of them have."""
    return between(a_plan(old + always), a_plan(new + always), plan_id="panama")


def told(old: str, new: str, always: str = "") -> list[str]:
    """Return the changes between two plans in words."""
    return [change.summary for change in changed(old, new, always)]


def told_of_milestone(old: str, new: str, reports: str = "", before: str = "") -> str:
    """Return what is told of a milestone whose fields were `old` and are `new`.

    `reports` are updates that only the new plan has, `before` those of both.
    """
    portal = '[[milestones]]\nid = "portal"\ntitle = "The portal"\n'
    found = told(f"{portal}{old}\n{before}", f"{portal}{new}\n{before}{reports}", OFFICES)
    (summary,) = (each for each in found if each.startswith("portal: "))
    return summary.removeprefix("portal: ")


def a_report(name: str, fields: str, text: str = "It went on") -> str:
    """Return an update about the milestone, with `on` unless the fields give it."""
    on = "" if "on = " in fields else "on = 2018-02-01\n"
    return f'\n[[updates]]\nid = "{name}"\nabout = "portal"\ntext = "{text}"\n{on}{fields}\n'


def a_move(name: str, old: str, new: str, text: str = "It took longer") -> str:
    """Return an update that moves the milestone's deadline, reported on the day it had been."""
    return a_report(name, f'on = "{old}"\ndue_from = "{old}"\ndue_to = "{new}"', text)
