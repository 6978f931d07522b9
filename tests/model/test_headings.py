"""Headings of columns name the fields of every kind, there and back."""

import pytest

from ogdplan.model.headings import field_named, heading, is_computed, kind_called, sheet_name
from ogdplan.model.kinds import KINDS, Kind, fields_of, kind_named
from ogdplan.model.kinds import field_named as spec_named
from ogdplan.model.plan import Accepted, Header

MILESTONE = kind_named("milestone")


@pytest.mark.parametrize("model", [*KINDS, Header, Accepted])
def test_each_heading_names_its_own_field(model: Kind | type[Header]) -> None:
    specs = fields_of(model.model if isinstance(model, Kind) else model)
    for spec in specs:
        assert field_named(heading(spec), model) == (spec.name, None)
        assert field_named(spec.name, model) == (spec.name, None)
        if spec.is_text:
            assert field_named(heading(spec, "pt-BR"), model) == (spec.name, "pt-BR")
    assert len({heading(spec) for spec in specs}) == len(specs)


def test_headings_read_as_people_write_them() -> None:
    spec = spec_named(MILESTONE.model, "depends_on")
    assert spec is not None
    assert heading(spec) == "Depends on"
    title = spec_named(MILESTONE.model, "title")
    assert title is not None
    assert heading(title, "es") == "Title (es)"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("  DEPENDS ON ", ("depends_on", None)),
        ("depends-on", ("depends_on", None)),
        ("Title(ES)", ("title", "ES")),
        ("title.pt-BR", ("title", "pt-BR")),
        ("Expected output ( ne )", ("expected_output", "ne")),
        ("sdgs", ("sdgs", None)),
        ("Due (es)", None),
        ("Title (nonsense)", None),
        ("Responsible", None),
        ("", None),
        ("()", None),
    ],
)
def test_headings_are_understood_however_they_are_written(
    text: str, found: tuple[str, str | None] | None
) -> None:
    assert field_named(text, MILESTONE) == found


@pytest.mark.parametrize("kind", KINDS)
def test_the_name_of_a_sheet_means_its_kind(kind: Kind) -> None:
    for text in (sheet_name(kind), kind.name, kind.table, kind.plural.upper()):
        assert kind_called(text) == kind


def test_other_words_mean_no_kind() -> None:
    assert kind_called("Read me") is None


def test_computed_columns_name_no_field() -> None:
    assert is_computed("Computed status")
    assert field_named("Computed status", MILESTONE) is None
    assert not is_computed("Status")
