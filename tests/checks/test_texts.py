from builders import a_plan
from ogdplan.checks.texts import all_texts, published_texts
from ogdplan.model.kinds import KINDS, fields_of
from ogdplan.model.plan import Accepted, Header

PLAN = a_plan("""
    [plan]
    title = "A plan"
    note = "A note on the plan"
    [[milestones]]
    id = "portal"
    title = "Open the portal"
    note = "A note on the portal"
    [[accepted]]
    rule = "missing-lead"
    reason = "Found soon"
""")


def test_all_texts_are_those_of_the_file() -> None:
    assert [(field, str(text)) for _, field, text in all_texts(PLAN)] == [
        ("title", "A plan"),
        ("note", "A note on the plan"),
        ("name", "An office"),
        ("title", "Open the portal"),
        ("note", "A note on the portal"),
        ("reason", "Found soon"),
    ]


def test_notes_and_reasons_for_accepting_are_not_published() -> None:
    assert [str(text) for _, _, text in published_texts(PLAN)] == [
        "A plan",
        "An office",
        "Open the portal",
    ]


def test_text_field_is_called_the_same_in_file_and_model() -> None:
    models = [Header, Accepted, *(kind.model for kind in KINDS)]
    texts = [spec for model in models for spec in fields_of(model) if spec.is_text]

    assert [spec.name for spec in texts] == [spec.attribute for spec in texts]
    assert not any(spec.repeated for spec in texts)
