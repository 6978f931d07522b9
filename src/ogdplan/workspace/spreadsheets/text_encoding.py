"""In which encoding the bytes of a text file are."""

import codecs
import re
from pathlib import Path
from typing import NamedTuple

from ogdplan.workspace.spreadsheets.refusals import NotReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_SAMPLE = 65_536
_DIVIDERS = frozenset(b"\n\r,;\t |")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_WORDS = re.compile(r"[^\W\d_]{3,}")
_UTF_8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SURE_UTF_8 = re.compile(
    rb"[a-z][\xc3-\xc5][\x80-\xbf]|[\xc3-\xc5][\x80-\xbf][A-Za-z]"
    rb"|\xe2\x80[\x90-\xbf]|\xe2\x82\xac"
)
"""Letters and quotes that in Windows-1252 would be "Ã³n" and "â€™"."""

_WITHIN_WORDS = re.compile(
    r"(?<=[^\W\d_])[¡¢£¤¥ƒ‚„†‡ˆ‰‹›](?=[^\W\d_])|(?<=[A-Za-z])[ÆŒŠŽŸ](?=[a-z])|(?<=ci)—(?=n\b)"
)
"""What the accents of DOS and of old Macs would be: "Operaci¢n", "pr‡tica", "TŽcnica"."""

_ASCII = bytes(range(128))
_HINT = "save it as CSV in UTF-8, or as .xlsx or .ods"


class Decoded(NamedTuple):
    """A text and the encoding that it was in, as people call it."""

    text: str
    encoding: str


def decoded(path: Path, content: bytes) -> Decoded:
    """Return the text of a file in UTF-8, UTF-16 or Windows-1252, without its mark.

    Raises NotReadError where it is in none of them or no text at all.
    """
    for mark, codec, name in _MARKS:
        if content.startswith(mark):
            return Decoded(_strictly(path, content[len(mark) :], codec, name), name)
    if unmarked := _utf_16_without_mark(content):
        return Decoded(_strictly(path, content, unmarked, "UTF-16"), "UTF-16")
    try:
        found = Decoded(content.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError as error:
        found = Decoded(_windows(path, content, error), "Windows-1252")
    _require_text(path, found.text)
    return found


def _strictly(path: Path, content: bytes, codec: str, name: str) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError as error:
        line = content[: error.start].decode(codec, "replace").count("\n") + 1
        reason = f"it says that it is {name}, but line {line} is not"
        raise NotReadError(path, reason, hint=_HINT) from error


def _utf_16_without_mark(content: bytes) -> str | None:
    """Return the codec by which line ends and delimiters are two bytes, one of them zero.

    Any alphabet has those; the letters may have no zero, or any of their bytes may be one.
    """
    sample = content[:_SAMPLE]
    if len(content) % 2 or b"\0" not in sample:
        return None
    first, second = sample[0::2], sample[1::2]
    little = sum(one in _DIVIDERS and not two for one, two in zip(first, second, strict=True))
    big = sum(two in _DIVIDERS and not one for one, two in zip(first, second, strict=True))
    if max(little, big) * 100 < len(first) or min(little, big) * 10 > max(little, big):
        return None
    return "utf-16-le" if little > big else "utf-16-be"


def _windows(path: Path, content: bytes, error: UnicodeDecodeError) -> str:
    line = content.count(b"\n", 0, error.start) + 1
    if _is_mostly_utf_8(content):
        reason = f"line {line} is not UTF-8, and other lines are"
        raise NotReadError(path, reason, hint=_HINT) from error
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        reason = f"line {line} is neither UTF-8 nor Windows-1252"
        raise NotReadError(path, reason, hint=_HINT) from error
    if _has_signs_within_words(text):
        reason = "it is neither UTF-8 nor Windows-1252: signs would stand within its words"
        raise NotReadError(path, reason, hint=_HINT)
    if _is_other_alphabet(text):
        reason = "its letters are not Latin, as in Cyrillic or Greek, and it is not UTF-8"
        raise NotReadError(path, reason, hint=_HINT)
    return text


def _is_mostly_utf_8(content: bytes) -> bool:
    """Return whether a text that is not UTF-8 has letters that can be nothing else."""
    if _SURE_UTF_8.search(content):
        return True
    others = len(_UTF_8.sub(b"", content).translate(None, _ASCII))
    return sum(1 for _ in _UTF_8.finditer(content)) > others


def _has_signs_within_words(text: str) -> bool:
    """Return whether many letters became signs: "Operaci¢n" is of DOS, "m‡s" of an old Mac."""
    signs = text.encode("cp1252").translate(None, _ASCII)
    return len(_WITHIN_WORDS.findall(text)) * 10 > len(signs)


def _is_other_alphabet(text: str) -> bool:
    """Return whether many words are of letters with accents only, as in no Latin language.

    Cyrillic in Windows-1251 looks so: "Íàçâàíèå". Single words such as "été" do too.
    """
    words: list[str] = _WORDS.findall(text[:_SAMPLE])
    odd = sum(sum(letter > "\x7f" for letter in word) * 2 > len(word) for word in words)
    return odd * 5 > len(words)


def _require_text(path: Path, text: str) -> None:
    """Refuse what is mostly control characters: no encoding of a table gives that."""
    sample = text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) * 20 > len(sample):
        raise NotReadError(path, "it is no text and no workbook")
