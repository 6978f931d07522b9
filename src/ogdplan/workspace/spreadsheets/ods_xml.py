"""The parts of an ods file that are the same in every book, and how text is put into XML."""

import re
from xml.sax.saxutils import escape, quoteattr

from ogdplan.workspace.spreadsheets import paper

SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
    'xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" '
    # Named in values only, by conditions and settings; without them those are passed over.
    'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" '
    'xmlns:ooo="http://openoffice.org/2004/office" '
    'office:version="1.3"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"

MANIFEST = (
    f"{DECLARATION}<manifest:manifest "
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
    'manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{part}" manifest:media-type="text/xml"/>'
        for part in ("content.xml", "styles.xml", "meta.xml", "settings.xml")
    )
    + "</manifest:manifest>"
)

_LAYOUTS = {
    "Default": 'style:scale-to-X="1" style:scale-to-Y="0"',
    "Wide": f'style:scale-to="{paper.SCALE_PERCENT}%"',
}
PAGES = (
    "<office:automatic-styles>"
    + "".join(
        f'<style:page-layout style:name="pages-{name}"><style:page-layout-properties '
        'fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" '
        f'fo:margin="{paper.MARGIN_CM}cm" style:print="grid objects charts drawings" {scale}/>'
        "</style:page-layout>"
        for name, scale in _LAYOUTS.items()
    )
    + "</office:automatic-styles><office:master-styles>"
    + "".join(
        f'<style:master-page style:name="{name}" style:page-layout-name="pages-{name}"/>'
        for name in _LAYOUTS
    )
    + "</office:master-styles>"
)
"""Landscape, as wide as a page, or on several pages across in letters that can be read."""

_BLANKS = re.compile(r" {2,}|^ | $|\t|\n", re.MULTILINE)


def attribute(text: str) -> str:
    """Return a text as the value of an attribute, with its quotes."""
    return quoteattr(text, {"\n": "&#10;", "\t": "&#9;"})


def paragraphs(text: str, *, url: str = "") -> str:
    """Return a text as the paragraphs of a cell, one a line, all leading to the address."""
    return "".join(f"<text:p>{_line(line, url)}</text:p>" for line in text.split("\n"))


def _line(line: str, url: str) -> str:
    # XML takes blanks in a row, and those at the ends, for one or none.
    marked = _BLANKS.sub(_blank, escape(line))
    if not url:
        return marked
    return f'<text:a xlink:type="simple" xlink:href={attribute(url)}>{marked}</text:a>'


def _blank(match: re.Match[str]) -> str:
    found = match[0]
    return "<text:tab/>" if found == "\t" else f'<text:s text:c="{len(found)}"/>'


def inline(text: str) -> str:
    """Return a text as what stands between two tags; for the short texts of settings."""
    return escape(text)


def quoted_sheet(name: str) -> str:
    """Return the name of a sheet as formulas say it: `'Next steps'`."""
    doubled = name.replace("'", "''")
    return f"'{doubled}'"
