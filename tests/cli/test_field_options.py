import inspect
from typing import get_args

import pytest
import typer

from cli.asking import ask
from ogdplan.actions.edits.given import Given
from ogdplan.cli import field_options
from ogdplan.cli.step_verbs import build_promote
from ogdplan.errors import UsageError
from ogdplan.model.kinds import KINDS, Kind, fields_of, kind_named
from ogdplan.model.plan import Header

MILESTONE = kind_named("milestone").model
EVENT = kind_named("event").model
INSTITUTION = kind_named("institution").model


def flags(help_text: str) -> set[str]:
    """Return the options that a help lists in its panel of fields."""
    panel = help_text.partition("─ Fields ─")[2].partition("╰")[0]
    starts = (line.strip("│ *").split(" ") for line in panel.splitlines())
    return {words[0] for words in starts if words[0].startswith("--")}


def help_of(*words: str) -> str:
    answer = ask(*words, "--help", env={"COLUMNS": "300"})
    assert (answer.code, answer.err) == (0, "")
    return answer.out


def line_of(option: str, *words: str) -> str:
    """Return what help says of an option, in single spaces."""
    lines = (" ".join(line.strip("│ *").split()) for line in help_of(*words).splitlines())
    return next(line for line in lines if line.startswith(f"{option} "))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_is_an_option_of_add_and_set(kind: Kind) -> None:
    names = {f"--{spec.name.replace('_', '-')}" for spec in fields_of(kind.model)} - {"--id"}
    arguments = {"--indicator", "--value"} if kind.name == "measurement" else {f"--{kind.heading}"}
    lists = {
        f"--{part}-{spec.name.replace('_', '-')}"
        for spec in fields_of(kind.model)
        if spec.repeated and spec.name != "ratings"
        for part in ("add", "remove")
    }

    assert flags(help_of(kind.name, "add")) == names - arguments
    assert flags(help_of(kind.name, "set")) == names | lists


def test_every_field_of_the_plan_is_an_option() -> None:
    names = {f"--{spec.name.replace('_', '-')}" for spec in fields_of(Header)}

    assert names < flags(help_of("plan", "set"))
    assert "--add-languages" in flags(help_of("plan", "set"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("milestone set --due", "--due DATE The deadline; its last day counts."),
        (
            "milestone set --lead",
            "--lead ID The institution in charge; else the commitment's lead.",
        ),
        ("milestone set --weight", "--weight NUMBER"),
        ("milestone set --title", "--title TEXT"),
        ("milestone set --number", "--number NUMBER"),
        ("milestone set --dimension", ": technology, policy, operation."),
        ("milestone set --sdgs", "; replaces all there are."),
        ("milestone set --add-sdgs", "--add-sdgs SDGS Add to sdgs."),
        ("milestone set --remove-sdgs", "--remove-sdgs SDGS Take out of sdgs."),
        ("milestone set --contributes-to", "--contributes-to ID"),
        ("milestone report --period", "--period DATE"),
        ("update add --period", "--period DATE"),
        ("update add --on", "--on DATE When it was reported."),
        ("lesson add --category", "other (required)."),
        ("event add --ratings", "--ratings LABEL=PERCENT"),
    ],
)
def test_help_says_what_an_option_takes(words: str, said: str) -> None:
    *command, option = words.split()

    assert said in line_of(option, *command)


def test_yes_and_no_are_flags() -> None:
    assert "--champion --no-champion" in line_of("--champion", "institution", "set")


def names(parameters: list[inspect.Parameter]) -> set[str]:
    return {parameter.name for parameter in parameters}


def test_types_are_those_that_can_be_typed() -> None:
    found = {
        parameter.name: get_args(parameter.annotation)[0]
        for model in (MILESTONE, INSTITUTION)
        for parameter in field_options.of_known(model)
    }

    assert found["field_set_due"] == str | None
    assert found["field_set_progress"] == str | None
    assert found["field_set_champion"] == bool | None
    assert found["field_set_sdgs"] == found["field_add_sdgs"] == list[str] | None


def test_options_leave_out_what_is_given_otherwise() -> None:
    whole = names(field_options.of_known(MILESTONE))
    some = names(field_options.of_new(MILESTONE, without=("title",)))

    assert "field_set_id" not in whole
    assert "field_set_title" in whole - some
    assert not any(name.startswith(("field_add", "field_remove")) for name in some)


def test_what_is_given_is_typed() -> None:
    options = {
        "field_set_title": "X",
        "field_set_progress": "40%",
        "field_set_sdgs": ["1,2"],
        "field_set_number": None,
        "field_set_evidence": [],
        "field_add_supporting": ["a", "b,c"],
        "field_remove_depends_on": ["d"],
    }

    found = field_options.given(
        MILESTONE, options, unset=("due-text", "note"), language="es", values={"weight": 2}
    )

    assert found == Given(
        {"weight": 2, "title": "X", "progress": 40, "sdgs": ("1", "2")},
        {"supporting": ("a", "b", "c")},
        {"depends_on": ("d",)},
        ("due_text", "note"),
        "es",
    )


def test_flags_and_ratings_are_given_as_they_are() -> None:
    champion = field_options.given(INSTITUTION, {"field_set_champion": False})
    rated = field_options.given(EVENT, {"field_set_ratings": ["useful=40"]})

    assert champion == Given({"champion": False})
    assert rated == Given({"ratings": {"useful": 40}})


def test_dates_are_known_as_they_were_typed() -> None:
    options = {"field_set_due": "June 2018", "field_set_title": "X", "field_set_start": None}

    assert field_options.dates(MILESTONE, options) == {"--due": "June 2018"}
    assert field_options.dates(kind_named("update").model, {"field_set_due_from": "2018"}) == {
        "--due-from": "2018"
    }


def test_change_of_nothing_is_refused() -> None:
    with pytest.raises(UsageError) as failure:
        field_options.refuse_empty(Given(language="es"), "lesson set")
    field_options.refuse_empty(Given(unset=("note",)), "lesson set")

    assert failure.value.message == "nothing is given that should change"
    assert failure.value.hint == "`ogdplan lesson set --help` lists the fields"


def test_function_that_accepts_options_is_another_one() -> None:
    said = []

    def say(word: str, **options: object) -> None:
        said.append((word, options))

    own = [inspect.Parameter("more", inspect.Parameter.KEYWORD_ONLY)]
    first, second = (field_options.accepting(say, own) for _ in range(2))
    first("a", more="b")

    assert said == [("a", {"more": "b"})]
    assert list(inspect.signature(second).parameters) == ["word", "more"]
    assert list(inspect.signature(say).parameters) == ["word", "options"]


def test_command_with_fields_can_be_built_twice() -> None:
    for _ in range(2):
        assert typer.main.get_command(build_promote()) is not None
