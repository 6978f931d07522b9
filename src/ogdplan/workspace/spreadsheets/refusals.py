"""Why a file is not read as a spreadsheet, and what to do."""

from pathlib import Path

from ogdplan.errors import FileError

SAVE_AS = "open it in Excel or LibreOffice and save it as .xlsx, .ods or .csv"


class NotReadError(FileError):
    """A file that is no spreadsheet we read, is damaged, locked or too large."""

    def __init__(self, path: Path, reason: str, *, hint: str = SAVE_AS) -> None:
        super().__init__("read", str(path), reason, hint=hint)


def damaged(path: Path, what: str) -> NotReadError:
    """Return the refusal of a file that breaks off or is no longer what it was."""
    hint = "fetch or copy it again, or open it in Excel or LibreOffice and save it anew"
    return NotReadError(path, f"it is damaged or incomplete ({what})", hint=hint)


def too_large(path: Path, what: str) -> NotReadError:
    """Return the refusal of a file that holds more than a table for people does."""
    return NotReadError(path, f"it is too large: {what}", hint="keep only the rows that you need")


def has_password(path: Path) -> NotReadError:
    """Return the refusal of a file that cannot be read without its password."""
    return NotReadError(
        path, "it is protected by a password", hint="save a copy of it without the password"
    )
