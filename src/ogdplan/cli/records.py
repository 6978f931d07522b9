"""Records listed and shown, for every kind alike."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from ogdplan.actions import records as action
from ogdplan.actions.languages import tables_of
from ogdplan.actions.library import load
from ogdplan.cli.options import Format, PageFormat, Session
from ogdplan.model.kinds import Kind
from ogdplan.report import record as card_report
from ogdplan.report import records as list_report


def show_record(
    session: Session,
    plan: str,
    name: str,
    *,
    kind: Kind | None = None,
    voice: PageFormat,
    output: Path | None,
) -> None:
    """Print one record in full, and all that refers to it."""
    library = load(session.select([plan]))
    session.finish(library.failed)
    session.note_language(tables_of(library.plans))
    found = action.card(library.plans[0], name, kind=kind, as_of=session.as_of)
    view = card_report.view(found, as_of=session.as_of, language=session.language)
    session.show(view, voice, output)


def list_records(
    session: Session,
    plans: Sequence[str] | None,
    kind: Kind,
    *,
    filters: Mapping[str, str],
    voice: Format,
    output: Path | None,
) -> None:
    """Print the records of a kind that pass the filters."""
    library = load(session.select(plans))
    session.note_language(tables_of(library.plans))
    found = action.keep(library.plans, kind, filters, as_of=session.as_of)
    view = list_report.view(
        found,
        kind,
        as_of=session.as_of,
        language=session.language,
        failed=library.failed,
    )
    session.show(view, voice, output)
    session.finish(library.failed)
