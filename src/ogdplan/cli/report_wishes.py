"""What the options of `report` say: which sections, in which voice."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ogdplan.cli.streams import STDOUT
from ogdplan.errors import UnknownNameError, UsageError
from ogdplan.reference.suggestions import closest
from ogdplan.report.meeting.section import SectionName
from ogdplan.report.meeting.wishes import ReportFormat, Wishes

_BY_ENDING = {
    ".html": ReportFormat.HTML,
    ".htm": ReportFormat.HTML,
    ".md": ReportFormat.MARKDOWN,
    ".markdown": ReportFormat.MARKDOWN,
    ".json": ReportFormat.JSON,
    ".csv": ReportFormat.CSV,
    ".txt": ReportFormat.TERMINAL,
    ".toml": ReportFormat.TERMINAL,
    "": ReportFormat.TERMINAL,
}
_ANY = frozenset({"", ".txt", ".toml"})
"""The endings that say nothing against another format; what is called a plan is refused later."""

_SECTIONS = tuple(name.value for name in SectionName)


def voice_of(given: ReportFormat | None, output: Path | None) -> ReportFormat:
    """Return the voice that someone named, else that of the file's ending.

    Raises UsageError for an ending that no voice has, and for one that contradicts the name.
    """
    ending = output.suffix.lower() if output and output != STDOUT else ""
    found = _BY_ENDING.get(ending)
    if found is None:
        raise UsageError(f"ogdplan cannot write {ending}", hint=_instead_of(ending, output))
    if given is None or given is found:
        return found
    if ending not in _ANY:
        hint = f"leave out --format for {found.value}, or give the file another ending"
        raise UsageError(f"--format {given} contradicts the ending {ending}", hint=hint)
    return given


def _instead_of(ending: str, output: Path | None) -> str:
    if ending == ".pdf" and output:
        page = output.with_suffix(".html").name
        return f"write {page}, open it in a browser and print it as PDF"
    return f"endings that it knows: {', '.join(filter(_is_told, _BY_ENDING))}, or none"


def _is_told(ending: str) -> bool:
    return ending not in ("", ".toml")


def sections_named(given: Sequence[str] | None) -> tuple[SectionName, ...] | None:
    """Return the sections that someone named, in one option or several; None for all."""
    if given is None:
        return None
    names = [name.strip() for names in given for name in names.split(",")]
    found = {_section(name) for name in names if name}
    if not found:
        raise UsageError("--sections names no section", hint=_there_are())
    return tuple(name for name in SectionName if name in found)


def refuse_contradiction(wishes: Wishes, voice: ReportFormat) -> None:
    """Raise UsageError for wishes that do not go together."""
    if wishes.one_page and wishes.sections is not None:
        hint = "leave out one of them: the page has its own sections"
        raise UsageError("--one-page and --sections exclude each other", hint=hint)
    if voice is not ReportFormat.CSV:
        return
    if wishes.one_page:
        hint = "leave out --one-page, or use --format json"
        raise UsageError("CSV is one table, and --one-page has several", hint=hint)
    if wishes.sections is not None and len(wishes.sections) > 1:
        names = ", ".join(wishes.sections)
        hint = "name one section, none for the milestones, or use --format json"
        raise UsageError(f"CSV is one table, and several are named: {names}", hint=hint)


def _section(name: str) -> SectionName:
    if name in _SECTIONS:
        return SectionName(name)
    near = closest(name, _SECTIONS)
    error = UnknownNameError("section", name, candidates=near)
    hint = f"{error.hint} {_there_are()}" if error.hint else _there_are()
    raise UsageError(error.message, hint=hint)


def _there_are() -> str:
    return f"there are: {', '.join(_SECTIONS)}"


def offered_sections(incomplete: str) -> Iterator[str]:
    """Yield the names that may be meant; after a comma one more, each once."""
    before, comma, begun = incomplete.rpartition(",")
    taken = set(before.split(","))
    for name in _SECTIONS:
        if name.startswith(begun) and name not in taken:
            yield f"{before}{comma}{name}"
