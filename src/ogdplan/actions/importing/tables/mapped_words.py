"""What a mapping says that words of a table mean, and whether there is such a meaning."""

from collections.abc import Mapping

from ogdplan.actions.importing.cells.faults import Bad, choice_of
from ogdplan.actions.importing.cells.reading import Manner, read_cell
from ogdplan.actions.importing.tables.mapping import ColumnMapping
from ogdplan.actions.importing.tables.targets import ColumnField
from ogdplan.errors import UsageError


def mapped_words(mapping: ColumnMapping, target: ColumnField) -> Mapping[str, str]:
    """Return what words mean in a field; raises UsageError where one means no value of it.

    Only closed lists are looked at: what any other field takes, its cells show.
    """
    found = mapping.words_of(target)
    vocabulary = target.spec.vocabulary
    for word, meant in found.items():
        if vocabulary is None or not isinstance(read_cell(target.spec, meant, Manner()), Bad):
            continue
        table = target.text if word in mapping.words.get(target.text, {}) else target.name
        what = f'"{word}" = "{meant}" under [words.{table}] names no {target.name}'
        values = [str(term.value) for term in vocabulary]
        raise UsageError(what, hint=choice_of(meant, values))
    return found
