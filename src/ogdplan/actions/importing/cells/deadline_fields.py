"""The fields of a deadline: its day, its words, and what else they say go together."""

from collections.abc import Collection, Iterator, Mapping

from ogdplan.model.deadlines.deadline import Deadline, deadline
from ogdplan.model.kinds import Kind
from ogdplan.model.vocabularies import Timing
from ogdplan.model.when import When
from ogdplan.planfile.operations import Value, is_same

Said = dict[str, Value | None]

_UNTIL_KNOWN = (Timing.ONGOING, Timing.CONDITIONAL)
"""What stands instead of a date, until there is one."""

_STARTS = ("start", "started")


def day_of_field(name: str, read: Deadline) -> When | None:
    """Return the day or period of a field: for a start what a period begins with, else its end."""
    return read.beginning if name in _STARTS else read.due


def end_of_event(
    kind: Kind, name: str, read: Deadline, *, answered: Collection[str]
) -> Value | None:
    """Return the last day of an event whose one cell names both: "12-14 May 2018"."""
    is_span = read.start is not None and read.due is not None
    if kind.name != "event" or name != "start" or "end" in answered or not is_span:
        return None
    return read.due.value if read.due else None


def fields_of_deadline(
    read: Deadline,
    old: Mapping[str, Value],
    *,
    answered: Collection[str],
    edited: Collection[str],
    country: str | None,
) -> Iterator[tuple[str, Value | None]]:
    """Yield what a deadline cell says for a record, None for what it takes away.

    `old` is what the plan has, `answered` are the fields with cells of their own that say
    something, `edited` those whose cells say another thing than the plan.
    """
    said: Said = {
        "due": read.due.value if read.due else None,
        "due_text": read.text or None,
        "timing": read.timing.value if read.timing else None,
        "start": read.start.value if read.start else None,
    }
    if not _is_another(said, old, answered):
        yield from ((n, v) for n, v in said.items() if v is not None and n not in answered)
        return
    gone = {"due", "due_text", *_said_by_words(old, country)}
    for name, value in said.items():
        if name in edited:
            continue
        if value is not None or (name in gone and name in old):
            yield name, value


def _is_another(said: Said, old: Mapping[str, Value], answered: Collection[str]) -> bool:
    """Return whether a cell has another deadline than the plan, not the same in other words."""
    if said["due"] is None and said["due_text"] == old.get("due_text"):
        return False
    if _differs(said["due"], old.get("due")):
        return True
    if said["timing"] is not None and said["timing"] != old.get("timing"):
        return True
    words = said["due_text"] if "due_text" not in answered else None
    return words is not None and words != old.get("due_text")


def _differs(one: Value | None, other: Value | None) -> bool:
    if one is None or other is None:
        return one is not other
    return not is_same(one, other)


def _said_by_words(old: Mapping[str, Value], country: str | None) -> Iterator[str]:
    """Yield the fields that the words of the old deadline gave, which go with them."""
    words = old.get("due_text")
    read = deadline(words, country=country) if isinstance(words, str) else None
    if isinstance(read, Deadline) and read.start and read.start.value == old.get("start"):
        yield "start"
    says_timing = isinstance(read, Deadline) and read.timing == old.get("timing")
    stands_instead = "due" not in old and old.get("timing") in _UNTIL_KNOWN
    if says_timing or stands_instead:
        yield "timing"
