"""How the cells of an ods file look: one style for each sheet and kind of cell.

An ods file colours cells by what they hold with conditions in the style of the cell itself, and
the colours are those of a sheet.
"""

from collections.abc import Iterator

from ogdplan.workspace.spreadsheets import looks
from ogdplan.workspace.spreadsheets.ods_xml import attribute, quoted_sheet
from ogdplan.workspace.spreadsheets.outgoing import OutBook, OutSheet, Style

_GREY = f'fo:background-color="{looks.FILLS[Style.MUTED][0]}" '
_LEFT = '<style:paragraph-properties fo:text-align="start"/>'
_CM_A_CHARACTER = 0.21


def named_styles() -> str:
    """Return the colours, which conditions name, and links as people see them."""
    return "".join(map(_coloured, Style))


def _coloured(style: Style) -> str:
    fill, text = looks.FILLS[style]
    return (
        f'<style:style style:name="{style}" style:family="table-cell" '
        'style:parent-style-name="Default">'
        f'<style:table-cell-properties fo:background-color="{fill}"/>'
        f'<style:text-properties fo:color="{text}"/></style:style>'
    )


def automatic_styles(book: OutBook) -> str:
    """Return the styles of all sheets: columns, rows, headings, texts, dates and links."""
    return "".join(_shared_styles()) + "".join(
        style for number, sheet in enumerate(book.sheets) for style in _sheet_styles(number, sheet)
    )


def _shared_styles() -> Iterator[str]:
    yield (
        '<number:date-style style:name="iso"><number:year number:style="long"/>'
        '<number:text>-</number:text><number:month number:style="long"/>'
        '<number:text>-</number:text><number:day number:style="long"/></number:date-style>'
    )
    looks_of = (
        ("shown", "true", "Default"),
        ("wide", "true", "Wide"),
        ("hidden", "false", "Default"),
    )
    for name, is_shown, page in looks_of:
        yield (
            f'<style:style style:name="{name}" style:family="table" '
            f'style:master-page-name="{page}"><style:table-properties '
            f'table:display="{is_shown}"/></style:style>'
        )
    yield (
        '<style:style style:name="row" style:family="table-row"><style:table-row-properties '
        'style:use-optimal-row-height="true"/></style:style>'
    )
    yield (
        '<style:style style:name="heading" style:family="table-cell" '
        'style:parent-style-name="Default"><style:table-cell-properties '
        f'fo:background-color="{looks.HEADING_FILL}" fo:wrap-option="wrap" '
        f'style:vertical-align="top" fo:border-bottom="0.5pt solid {looks.BORDER}"/>'
        f'<style:text-properties fo:font-weight="bold" fo:color="{looks.HEADING_TEXT}"/>'
        "</style:style>"
    )


def _sheet_styles(number: int, sheet: OutSheet) -> Iterator[str]:
    for width in sorted({column.width for column in sheet.columns}):
        yield (
            f'<style:style style:name="s{number}-w{width}" style:family="table-column">'
            "<style:table-column-properties "
            f'style:column-width="{width * _CM_A_CHARACTER:.2f}cm"/></style:style>'
        )
    conditions = "".join(
        f'<style:map style:condition={attribute(_is(value))} style:apply-style-name="{style}" '
        f"style:base-cell-address={attribute(quoted_sheet(sheet.name) + '.A2')}/>"
        for value, style in sheet.colours
    )
    link = f'<style:text-properties fo:color="{looks.LINK_TEXT}"/>'
    for kind, form, inside in (
        ("text", "", ""),
        ("date", 'style:data-style-name="iso" ', _LEFT),
        ("link", "", link),
    ):
        for ending, fill in (("", ""), ("-grey", _GREY)):
            yield (
                f'<style:style style:name="s{number}-{kind}{ending}" style:family="table-cell" '
                f'{form}style:parent-style-name="Default"><style:table-cell-properties {fill}'
                'fo:wrap-option="wrap" style:vertical-align="top"/>'
                f"{inside}{conditions}</style:style>"
            )


def _is(value: str) -> str:
    text = value.replace('"', '""')
    return f'cell-content()="{text}"'
