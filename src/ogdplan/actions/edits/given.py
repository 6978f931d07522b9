"""What someone gives for the fields of a record, and the values that the file is to have then."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ogdplan.actions.edits.lists import elements, once
from ogdplan.actions.edits.subject import Subject
from ogdplan.actions.naming import find_among
from ogdplan.errors import UnknownNameError, UsageError
from ogdplan.model.kinds import FieldSpec, field_named, fields_of, kind_named
from ogdplan.model.record import Table
from ogdplan.planfile.operations import Value
from ogdplan.reference.suggestions import closest


@dataclass(frozen=True, slots=True)
class Given:
    """New values by field, of the type that the field has.

    Of lists `values` replaces all, `added` and `removed` some elements. `language` is that of
    the texts given, None for the plan's first. A reference is a name as people write it.
    """

    values: Mapping[str, Value] = field(default_factory=dict)
    added: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    removed: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    unset: tuple[str, ...] = ()
    language: str | None = None

    def refuse_contradictions(self) -> None:
        """Refuse a field that is to be set, or changed in part, and taken away."""
        for name in self.unset:
            if name in {*self.values, *self.added, *self.removed} and self.language is None:
                raise UsageError(f"{name} is given and taken away", hint="do one of the two")

    @property
    def is_empty(self) -> bool:
        """Whether nothing is given."""
        return not (self.values or self.added or self.removed or self.unset)


def new_fields(
    subject: Subject, model: type[Table], raw: Mapping[str, Value], given: Given
) -> dict[str, Value | None]:
    """Return what the fields given are to have; None for those that go.

    `raw` is what the file has of the table now. Raises UsageError for a name that is unknown,
    and for an element to be removed that is not there.
    """
    given.refuse_contradictions()
    found: dict[str, Value | None] = {}
    for name in given.unset:
        found[name] = _unset(raw.get(name), _spec(model, name), given.language, subject)
    for name, value in given.values.items():
        found[name] = _set(subject, _spec(model, name), raw.get(name), value, given.language)
    for name in dict.fromkeys((*given.added, *given.removed)):
        old = found.get(name, raw.get(name))
        found[name] = _list(subject, _spec(model, name), old, given)
    return found


def in_order(model: type[Table], fields: Mapping[str, Value]) -> dict[str, Value]:
    """Return the fields in the order of the file, without empty lists."""
    names = [spec.name for spec in fields_of(model) if spec.name in fields]
    return {name: fields[name] for name in names if fields[name] != []}


def resolved(subject: Subject, spec: FieldSpec, value: Value) -> Value:
    """Return the id of the record that a reference names; any other value as it is."""
    if not spec.refers_to or not isinstance(value, str):
        return value
    kinds = [kind_named(name) for name in spec.refers_to]
    record = find_among(subject.plan, value, kinds, plan_id=subject.plan_id)
    return subject.target(record).reference


def with_text(raw: Value | None, words: str, language: str | None, subject: Subject) -> Value:
    """Return a text with a wording set: a plain string until there is a second language.

    Where a plan has several and the first is named, a new text names it too.
    """
    tag = language or subject.language
    if isinstance(raw, Mapping):
        known = next((name for name in raw if name.lower() == tag.lower()), tag)
        return {**raw, known: words}
    is_first = tag.lower() == subject.language.lower()
    if language is None or (is_first and (raw is not None or not subject.has_translations)):
        return words
    return {subject.language: raw, tag: words} if isinstance(raw, str) else {tag: words}


def _spec(model: type[Table], name: str) -> FieldSpec:
    spec = field_named(model, name)
    if spec is None:
        names = [each.name for each in fields_of(model)]
        otherwise = f"there are {', '.join(names)}"
        meant = closest(name, names)
        raise UnknownNameError("field", name, candidates=meant, otherwise=otherwise)
    return spec


def _set(
    subject: Subject, spec: FieldSpec, raw: Value | None, value: Value, language: str | None
) -> Value | None:
    if spec.is_text and isinstance(value, str):
        return with_text(raw, value, language, subject)
    if isinstance(value, (list, tuple)):
        return once(resolved(subject, spec, each) for each in value) or None
    return resolved(subject, spec, value)


def _unset(
    raw: Value | None, spec: FieldSpec, language: str | None, subject: Subject
) -> Value | None:
    """Return what stays of a field: of a text the other languages, where one is named."""
    if spec.required and language is None:
        hint = f"give it anew with {spec.option}"
        if spec.name == "id":
            hint = "give the record another with rename"
        raise UsageError(f"{spec.name} cannot be left out", hint=hint)
    if language is None or not spec.is_text:
        return None
    if not isinstance(raw, Mapping) and language.lower() != subject.language.lower():
        return raw
    versions = raw if isinstance(raw, Mapping) else {}
    kept = {tag: words for tag, words in versions.items() if tag.lower() != language.lower()}
    if not kept and spec.required:
        hint = "give it in another language first"
        raise UsageError(f"{spec.name} cannot be left out", hint=hint)
    return kept or None


def _list(subject: Subject, spec: FieldSpec, old: Value | None, given: Given) -> list[Value] | None:
    new = elements(old)
    for value in given.removed.get(spec.name, ()):
        element = value if value in new else resolved(subject, spec, value)
        if element not in new:
            meant = closest(str(value), [str(each) for each in new])
            otherwise = f"it has {', '.join(map(str, new))}" if new else "it is empty"
            raise UnknownNameError(
                "element", str(value), where=spec.name, candidates=meant, otherwise=otherwise
            )
        new.remove(element)
    for value in given.added.get(spec.name, ()):
        element = resolved(subject, spec, value)
        if element not in new:
            new.append(element)
    return new or None
