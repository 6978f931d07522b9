"""Documents as JSON text, the same bytes for the same values."""

from ogdplan.report.safety import escape_hidden_in_json


def to_text(document: object) -> str:
    """Return the document as JSON: letters of all scripts as they are, two spaces a level, LF.

    Keys keep their order. Controls and hidden characters stand as escapes, so that the text
    is safe in a terminal and reads back as the same values. NaN and infinity, which JSON does
    not have, raise ValueError.
    """
    import json  # noqa: PLC0415 - 2 ms that no table needs

    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)
    return escape_hidden_in_json(text) + "\n"
