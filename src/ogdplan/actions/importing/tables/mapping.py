"""How the columns of a table become fields: what someone says of it, and the file that keeps it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ogdplan.actions.importing.tables.targets import ColumnField
from ogdplan.actions.naming import kind_of_name
from ogdplan.errors import OgdplanError, UsageError
from ogdplan.model.kinds import Kind
from ogdplan.planfile import written
from ogdplan.planfile.operations import Value
from ogdplan.planfile.syntax import parse
from ogdplan.reference.languages import is_language_tag
from ogdplan.reference.suggestions import closest

_KEYS = ("kind", "sheet", "key", "language", "columns", "values", "words", "institutions")
_TABLES = ("columns", "values", "words", "institutions")
_HEAD = (
    "# How the columns of a table become records of a plan: "
    "ogdplan import PLAN TABLE --mapping FILE"
)


class MappingFileError(OgdplanError):
    """A mapping file says what cannot be used."""

    def __init__(self, shown: str, message: str, hint: str | None = None) -> None:
        super().__init__(f"{shown}: {message}", hint=hint)


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What someone says of a table.

    `columns` gives the field of each column, by heading or letters, "" for one to be left out;
    `values` a value that every record is to have in a field; `words` for a field the words of
    the table and the value each means; `institutions` the names that mean another.
    `language` is that of texts whose column names none, None for that of the headings.
    With `is_whole` no column is guessed that is not named, and no language.
    """

    kind: str | None = None
    sheet: str | None = None
    key: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Value] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    institutions: Mapping[str, str] = field(default_factory=dict)
    is_whole: bool = False
    language: str | None = None

    @property
    def kind_meant(self) -> Kind | None:
        """Return the kind that is named, if any; raises UnknownNameError for what is no kind."""
        return kind_of_name(self.kind) if self.kind else None

    def words_of(self, target: ColumnField) -> Mapping[str, str]:
        """Return what words mean in a field; those of `status` go for that of a report too."""
        return {**self.words.get(target.name, {}), **self.words.get(target.text, {})}


def of_options(options: Sequence[str]) -> dict[str, str]:
    """Return the columns of `COLUMN=FIELD`; raises UsageError for one mapped twice."""
    found: dict[str, str] = {}
    for option in options:
        column, mark, name = option.rpartition("=")
        if not (mark and column.strip()):
            hint = 'write the heading and the field: --map "Prazo final=due"'
            raise UsageError(f'"{option}" maps no column', hint=hint)
        if found.get(column.strip(), name.strip()) != name.strip():
            first = found[column.strip()]
            what = f'the column "{column.strip()}" is mapped twice: {first} and {name.strip()}'
            raise UsageError(what, hint="leave out one of the two")
        found[column.strip()] = name.strip()
    return found


def joined(file: ColumnMapping, options: ColumnMapping) -> ColumnMapping:
    """Return what a mapping file and the command line say together; the latter goes first."""
    return ColumnMapping(
        options.kind or file.kind,
        options.sheet or file.sheet,
        options.key or file.key,
        {**file.columns, **options.columns},
        {**file.values, **options.values},
        {**file.words, **options.words},
        {**file.institutions, **options.institutions},
        file.is_whole,
        options.language or file.language,
    )


def read_mapping(text: str, shown: str) -> ColumnMapping:
    """Return what a mapping file says; raises MappingFileError where it is none.

    One without columns leaves them to be guessed.
    """
    data = parse(text)
    if isinstance(data, tuple):
        line = text.count("\n", 0, data[0].start) + 1
        raise MappingFileError(shown, f"line {line}: {data[0].message}", data[0].help)
    for name in data:
        if name not in _KEYS:
            meant = closest(name, _KEYS)
            hint = f"did you mean {meant[0]}?" if meant else f"there are {', '.join(_KEYS)}"
            raise MappingFileError(shown, f'a mapping has nothing called "{name}"', hint)
    columns = _texts(data, "columns", shown)
    if not any(data.get(name) for name in _TABLES):
        hint = 'add [columns] with lines such as "Due date" = "due"'
        raise MappingFileError(shown, "it maps no column", hint)
    words = {
        name: _texts(_table(data, "words", shown), name, shown, below="words.")
        for name in _table(data, "words", shown)
    }
    return ColumnMapping(
        _text(data, "kind", shown),
        _text(data, "sheet", shown),
        _text(data, "key", shown),
        columns,
        _values(data, shown),
        words,
        _texts(data, "institutions", shown),
        is_whole=bool(columns),
        language=_language(data, shown),
    )


def text_of(mapping: ColumnMapping) -> str:
    """Return the file that says a mapping."""
    single = [
        *(("kind", mapping.kind), ("sheet", mapping.sheet), ("key", mapping.key)),
        ("language", mapping.language),
    ]
    lines = [_HEAD]
    lines += [f"{name} = {written.value(found)}" for name, found in single if found]
    lines += _section("columns", mapping.columns)
    lines += _section("values", mapping.values)
    for name, words in mapping.words.items():
        lines += _section(f"words.{written.key(name)}", words)
    lines += _section("institutions", mapping.institutions)
    return "\n".join(lines) + "\n"


def _section(name: str, found: Mapping[str, Value]) -> Iterator[str]:
    if found:
        yield ""
        yield f"[{name}]"
    for key, value in found.items():
        yield f"{written.key(key)} = {written.value(value)}"


def _text(data: Mapping[str, object], name: str, shown: str) -> str | None:
    found = data.get(name)
    if found is None or isinstance(found, str):
        return found or None
    raise MappingFileError(shown, f"{name} is no text", f'put it in quotes: {name} = "…"')


def _language(data: Mapping[str, object], shown: str) -> str | None:
    found = _text(data, "language", shown)
    if found is None or is_language_tag(found):
        return found
    raise MappingFileError(
        shown, f'"{found}" is no language tag', "write a tag such as es or pt-BR"
    )


def _table(
    data: Mapping[str, object], name: str, shown: str, *, below: str = ""
) -> Mapping[str, object]:
    """Return a table of the file, or nothing; `below` is what its header has before its name."""
    found = data.get(name, {})
    if not isinstance(found, dict):
        whole = f"{below}{name}"
        raise MappingFileError(shown, f"{whole} is no table", f"write it as [{whole}]")
    return found


def _texts(data: Mapping[str, object], name: str, shown: str, *, below: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in _table(data, name, shown, below=below).items():
        if not isinstance(value, str):
            hint = f'write "{key}" = "…"; with a dot in it, the name has to be in quotes'
            raise MappingFileError(shown, f'"{key}" under [{below}{name}] is no text', hint)
        found[key] = value
    return found


def _values(data: Mapping[str, object], shown: str) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for key, value in _table(data, "values", shown).items():
        if not isinstance(value, (str, int, float, date)):
            hint = f'write "{key}" = "…"; with a dot in it, the name has to be in quotes'
            raise MappingFileError(shown, f'"{key}" under [values] is no single value', hint)
        found[key] = value
    return found
