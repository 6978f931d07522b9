from datetime import date

import pytest

from ogdplan.cli.field_values import is_table, listed, ratings, typed
from ogdplan.errors import UsageError
from ogdplan.model.kinds import FieldSpec, field_named, kind_named
from ogdplan.model.plan import Header


def field(name: str) -> FieldSpec:
    """Return a field by the words of its kind and its own name: `milestone.due`."""
    kind, _, key = name.partition(".")
    found = field_named(kind_named(kind).model, key)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("milestone.title", "A portal ", "A portal "),
        ("milestone.due", "2018-06-30", date(2018, 6, 30)),
        ("milestone.due", "30 June 2018", date(2018, 6, 30)),
        ("milestone.due", "2018-Q2", "2018-Q2"),
        ("milestone.due", "Setembro/2018", "2018-09"),
        ("milestone.due", "2018", "2018"),
        ("milestone.lead", "cbs", "cbs"),
        ("milestone.number", "1.10", "1.10"),
        ("milestone.progress", "40", 40),
        ("milestone.progress", " 40 % ", 40),
        ("milestone.progress", "101", 101),
        ("milestone.weight", "2", 2),
        ("milestone.weight", "2.5", 2.5),
        ("milestone.status", "limited", "limited"),
        ("milestone.status", "Not Started ", "not-started"),
        ("milestone.status", "Complete", "completed"),
        ("measurement.value", "-0.5", -0.5),
        ("update.period", "March 2018", "2018-03"),
        ("update.period", "2018-03-31", "2018-03-31"),
    ],
)
def test_what_is_typed_becomes_what_the_file_has(name: str, text: str, value: object) -> None:
    found = typed(field(name), text)

    assert (found, type(found)) == (value, type(value))


NO_NUMBER = "write digits, with a point before decimals: 12.5"


@pytest.mark.parametrize(
    ("name", "text", "message", "hint"),
    [
        ("milestone.title", " ", "title cannot be empty", "say it in a few words"),
        ("milestone.number", "", "number cannot be empty", "take it away with --unset"),
        ("milestone.progress", "half", '"half" is no number for progress', NO_NUMBER),
        ("milestone.progress", "", '"" is no number for progress', NO_NUMBER),
        ("milestone.weight", "1,5", '"1,5" is no number for weight', NO_NUMBER),
        ("milestone.weight", "nan", '"nan" is no number for weight', NO_NUMBER),
        ("milestone.weight", "-inf", '"-inf" is no number for weight', NO_NUMBER),
        ("milestone.weight", "1e999", '"1e999" is no number for weight', NO_NUMBER),
        (
            "milestone.progress",
            "10.5",
            "progress is a whole number, not 10.5",
            "leave out the decimals",
        ),
        ("milestone.status", "complted", 'no status called "complted"', "did you mean completed?"),
        (
            "milestone.dimension",
            "xyz",
            'no dimension called "xyz"',
            "choose one of: technology, policy, operation",
        ),
        (
            "dataset.release_needs",
            "Nothng",
            'no release needs called "Nothng"',
            "did you mean nothing?",
        ),
    ],
)
def test_what_a_field_cannot_have_is_refused(name: str, text: str, message: str, hint: str) -> None:
    with pytest.raises(UsageError) as failure:
        typed(field(name), text)

    assert (failure.value.message, failure.value.hint) == (message, hint)


def test_date_that_nobody_can_read_is_refused() -> None:
    for name in ("milestone.due", "update.period"):
        with pytest.raises(UsageError, match='"soon" is no date'):
            typed(field(name), "soon")


@pytest.mark.parametrize(
    ("name", "texts", "values"),
    [
        ("milestone.sdgs", ["1, 16.10", "17"], ("1", "16.10", "17")),
        ("milestone.supporting", ["office,cbs"], ("office", "cbs")),
        ("dataset.formats", ["csv,,xlsx,"], ("csv", "xlsx")),
        ("resource.languages", ["en", "pt-BR"], ("en", "pt-BR")),
        ("resource.helps_with", ["Other, paper-based-culture"], ("other", "paper-based-culture")),
        ("milestone.evidence", ["Decree 7, article 2"], ("Decree 7, article 2",)),
        ("commitment.policy_areas", ["Health, water"], ("Health, water",)),
        ("dataset.formats", [","], ()),
    ],
)
def test_codes_may_stand_behind_one_another_and_texts_have_commas(
    name: str, texts: list[str], values: tuple[str, ...]
) -> None:
    assert listed(field(name), texts) == values


def test_countries_of_a_programme_may_stand_behind_one_another() -> None:
    countries = field_named(Header, "countries")

    assert countries is not None
    assert listed(countries, ["NPL,PAN"]) == ("NPL", "PAN")


def test_ratings_are_answers_with_their_percentages() -> None:
    found = ratings(["Very useful=60%", "2 = two = 12.5", " useful = 40 "])

    assert found == {"Very useful": 60, "2 = two": 12.5, "useful": 40}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("useful", '"useful" is no rating'),
        ("=40", '"=40" is no rating'),
        ("useful=many", '"many" is no number for a percentage'),
    ],
)
def test_rating_without_answer_or_percentage_is_refused(text: str, message: str) -> None:
    with pytest.raises(UsageError) as failure:
        ratings([text])

    assert failure.value.message == message
    assert failure.value.hint in {
        NO_NUMBER,
        'write the answer and its percentage: "Very useful=60"',
    }


def test_only_ratings_are_a_table_of_labels() -> None:
    assert is_table(field("event.ratings"))
    assert not is_table(field("milestone.evidence"))
