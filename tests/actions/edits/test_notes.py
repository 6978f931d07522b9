"""What is said beside a change."""

from ogdplan.actions.edits.notes import Note, told


def test_sentence_is_told_once_of_all_its_records_with_the_first_advice() -> None:
    notes = [
        Note("portal", "it moves along", "to undo that: set portal"),
        Note("", "texts were en"),
        Note("law", "it moves along", "to undo that: set law"),
        Note("law", "its words stay"),
        Note("portal", "it moves along"),
    ]

    assert told(notes) == (
        "portal, law: it moves along; to undo that: set portal",
        "texts were en",
        "law: its words stay",
    )
