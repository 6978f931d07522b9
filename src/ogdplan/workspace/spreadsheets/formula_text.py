"""Formulas: text that could be taken for one, made harmless and given back, and links in them."""

import re

_SIGN = r"[=+\-@\uff1d\uff0b\uff0d\uff20]"
_BEHIND = rf'[^\S\n]*+(?:"++[^\S\n]*+)?{_SIGN}'
"""What could begin a formula behind a semicolon; possessive, as blanks are many in a long text."""

_WRITTEN = re.compile(rf"\A(?='*(?:[^\S\n]*{_SIGN}|[\t\r]))")
_WRITTEN_IN_CSV = re.compile(rf"\A(?=[^\S\n]*{_SIGN}|[\t\r])|(?<=[;\n])(?={_BEHIND})")
"""Where a spreadsheet could begin a formula in a CSV file.

Blanks before it count, since some programs drop them; so do the full-width signs, which some take
for the others. Where a country writes decimals with a comma, spreadsheets begin a cell at each
semicolon, and then quotes do not hold a cell together, nor its lines.
"""
_READ = re.compile(rf"\A'(?='*(?:[^\S\n]*{_SIGN}|[\t\r]))|(?<=[;\n])'(?={_BEHIND})")
_READ_OF_BOOK = re.compile(rf"\A'(?='*(?:[^\S\n]*{_SIGN}|[\t\r]))")
_HYPERLINK = re.compile(r'\A(?:of:)?=?\s*HYPERLINK\(\s*"((?:[^"]++|"")*+)"', re.IGNORECASE)


def neutral(text: str) -> str:
    """Return a text with an apostrophe before what could begin a formula.

    In a book the cell is text already; the apostrophe also guards the book that is saved as CSV.
    """
    return _WRITTEN.sub("'", text)


def plain(text: str) -> str:
    """Return the text of a book's cell without the apostrophe that `neutral` put."""
    return _READ_OF_BOOK.sub("", text) if text.startswith("'") else text


def neutral_in_csv(text: str) -> str:
    """Return a text of a CSV file with an apostrophe wherever a formula could begin."""
    return _WRITTEN_IN_CSV.sub("'", text)


def plain_of_csv(text: str) -> str:
    """Return the text of a CSV cell without the apostrophes that `neutral_in_csv` put.

    Those also stand behind semicolons and line ends.
    """
    return _READ.sub("", text) if "'" in text else text


def address_in(formula: str) -> str | None:
    """Return the address that a formula leads to, as workbooks store it; None for no link."""
    match = _HYPERLINK.match(formula)
    return match[1].replace('""', '"') if match else None
