"""What a key that the format does not have is meant to be, and what is said of it."""

from collections.abc import Mapping
from functools import lru_cache

from ogdplan.findings import DataPath
from ogdplan.model.faults import Fault
from ogdplan.model.kinds import TABLES, field_named, fields_of, table_model
from ogdplan.model.plan import Header
from ogdplan.planfile.hints import did_you_mean
from ogdplan.reference.languages import recommended_tag
from ogdplan.reference.suggestions import closest

Data = Mapping[str, object]
"""What tomli makes of a file."""

# By the keys and tables of the format, in the order in which they are thought of. Spelling alone
# would take a `comment` for the `commitment` and a `name` for the `number`.
_OTHER_WORDS_FOR = {
    "title": "name heading",
    "name": "title",
    "criterion": "title name",
    "note": "comment comments remark remarks notes",
    "lead": "responsible owner institution agency ministry organisation organization",
    "publisher": "responsible owner institution agency ministry organisation organization lead",
    "supporting": "partner partners support",
    "reported_by": "author by",
    "assessor": "author by institution",
    "due": "deadline due-date end end-date until",
    "end": "deadline due due-date end-date until",
    "planned": "deadline due due-date",
    "start": "begin begins start-date date",
    "on": "date day",
    "completed": "done finished achieved completion-date",
    "resolved": "done finished",
    "released": "published",
    "progress": "percent percentage completion",
    "stage": "status",
    "status": "stage state",
    "kind": "type category",
    "category": "kind type theme",
    "theme": "category kind type",
    "framework": "kind type",
    "summary": "description abstract",
    "expected_output": "output deliverable deliverables result results description",
    "problem": "description",
    "text": "description message report",
    "url": "link website homepage portal",
    "portal": "link website homepage url",
    "evidence": "proof documents links link url",
    "sdgs": "goal goals",
    "about": "milestone commitment dataset record",
    "value": "score",
    "reason": "why comment note",
    "format": "version",
    "plan": "header metadata meta action-plan",
    "institutions": "organisations organizations agencies ministries partners stakeholders",
    "instruments": "laws policies regulations",
    "commitments": "promises objectives goals",
    "milestones": "activities activity actions action tasks task",
    "updates": "reports progress news",
    "challenges": "risks problems issues barriers obstacles",
    "next_steps": "steps",
    "events": "meetings workshops trainings",
    "resources": "documents links",
    "assessments": "evaluations reviews scores",
}
_OTHER_WORDS = {key: frozenset(words.split()) for key, words in _OTHER_WORDS_FOR.items()}


def unknown_key(path: DataPath, value: object, data: Data, *, guess: bool) -> Fault:
    """Return the fault of a key that its table, or the top of the file, does not have."""
    table, name = path[:-1], shortened(str(path[-1]))
    if table:
        where = f"[{table[0]}]" if table[0] == "plan" else f"[[{table[0]}]]"
        message = f'"{name}" is no key of {where}'
    elif _holds_tables(value):
        heading = f"[{name}]" if isinstance(value, dict) else f"[[{name}]]"
        message = f"{heading} is no table of a plan file"
    else:
        message = f'"{name}" is no key of a plan file'
    meant = meant_path(path, data) if guess else None
    help_text = _way_home(path, meant, data) if meant else _known_here(path, value)
    return Fault("unknown-field", message, help_text)


def meant_path(path: DataPath, data: Data) -> DataPath | None:
    """Return where the value of an unknown key belongs, None when that cannot be told.

    A key that is right but for its table belongs into `[plan]` or to the top of the file.
    """
    table, name = path[:-1], str(path[-1])
    if path == ("plan", "format"):
        return ("format",)
    if not table and is_stray(name, data[name]):
        return ("plan", name)
    if _language_of(path):
        return (*table, _text_of(name))
    found = _meanings(name, _known(path))
    given = table_at(table, data)
    meant = next((key for key in found if key not in given), next(iter(found), None))
    return (*table, meant) if meant else None


def is_stray(name: str, value: object) -> bool:
    """Return whether a key that stands above every table is one of `[plan]`."""
    spec = field_named(Header, name)
    return spec is not None and (spec.is_text or not _holds_tables(value))


def stray_keys(data: Data) -> tuple[str, ...]:
    """Return the keys of `[plan]` that stand above every table, in the order of the file."""
    return tuple(name for name, value in data.items() if is_stray(name, value))


def table_at(path: DataPath, data: Data) -> Data:
    """Return the table that a path leads to; an empty one where there is none."""
    table: object = data
    for step in path:
        if isinstance(table, dict):
            table = table.get(step)
        elif isinstance(table, list) and isinstance(step, int):
            table = table[step]
    return table if isinstance(table, dict) else {}


def shortened(name: str) -> str:
    """Return a key for a message; a long one is cut."""
    return name if len(name) <= 60 else f"{name[:57]}…"


def _way_home(path: DataPath, meant: DataPath, data: Data) -> str:
    """Return what to do with a key that belongs somewhere, or is spelled otherwise."""
    table, name = meant[:-1], str(meant[-1])
    is_elsewhere = len(path) != len(meant)
    if language := _language_of(path):
        return did_you_mean([f"{name}.{language}"])
    if name in table_at(table, data):
        there = "in [plan]" if table and is_elsewhere else "there"
        return f'"{name}" stands {there} already; keep one of the two'
    if is_elsewhere:
        return f"move it {'below the line' if table else 'to the top of the file, above'} [plan]"
    if table or name == "format":
        return did_you_mean([name])
    return f"did you mean {'[plan]' if name == 'plan' else f'[[{name}]]'}?"


def _known_here(path: DataPath, value: object) -> str:
    if len(path) == 1 and not _holds_tables(value):
        return "only format stands at the top; all else stands below a line such as [plan]"
    known = (key for key in _known(path) if key != "format")
    return f"known here: {', '.join(known)}"


def _known(path: DataPath) -> tuple[str, ...]:
    """Return the keys that the table of a key may have, in the order of the format."""
    model = table_model(str(path[0])) if len(path) > 1 else None
    return tuple(spec.name for spec in fields_of(model)) if model else TABLES


# Files made by a program have the same slip in every record.
@lru_cache(maxsize=1024)
def _meanings(name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    word = "-".join(name.casefold().replace("_", " ").replace("-", " ").split())
    if word.replace("-", "_") in known:
        return (word.replace("-", "_"),)
    found = tuple(key for key in known if word in _OTHER_WORDS.get(key, ()))
    return found or closest(name, known)


def _language_of(path: DataPath) -> str | None:
    """Return the language of `title_es`, which should be `title.es`; None of any other key."""
    model = table_model(str(path[0])) if len(path) > 1 else None
    text, _, tag = str(path[-1]).rpartition("_")
    spec = field_named(model, text) if model else None
    return recommended_tag(tag) if spec and spec.is_text else None


def _text_of(name: str) -> str:
    return name.rpartition("_")[0]


def _holds_tables(value: object) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list) and any(isinstance(each, dict) for each in value)
    )
