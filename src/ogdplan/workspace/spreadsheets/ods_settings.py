"""What an ods file says beside its cells: looks that all books share, properties, settings."""

from ogdplan.workspace.spreadsheets.ods_styles import named_styles
from ogdplan.workspace.spreadsheets.ods_xml import DECLARATION, PAGES, SPACES, attribute, inline
from ogdplan.workspace.spreadsheets.outgoing import OutBook


def styles() -> str:
    """Return `styles.xml`: the colours that conditions name, and pages."""
    default = '<style:style style:name="Default" style:family="table-cell"/>'
    return (
        f"{DECLARATION}<office:document-styles {SPACES}>"
        f"<office:styles>{default}{named_styles()}</office:styles>{PAGES}"
        "</office:document-styles>"
    )


def meta(book: OutBook) -> str:
    """Return `meta.xml`: the custom properties."""
    properties = "".join(
        f"<meta:user-defined meta:name={attribute(name)}>{inline(value)}</meta:user-defined>"
        for name, value in book.properties.items()
    )
    return (
        f"{DECLARATION}<office:document-meta {SPACES}><office:meta>"
        f"{properties}</office:meta></office:document-meta>"
    )


def settings(book: OutBook) -> str:
    """Return `settings.xml`: frozen headings, and the sheet that is open at first."""

    def item(name: str, kind: str, value: object) -> str:
        return (
            f'<config:config-item config:name="{name}" config:type="{kind}">{value}'
            "</config:config-item>"
        )

    frozen = (
        item("HorizontalSplitMode", "short", 0)
        + item("VerticalSplitMode", "short", 2)
        + item("HorizontalSplitPosition", "int", 0)
        + item("VerticalSplitPosition", "int", 1)
        + item("ActiveSplitRange", "short", 2)
        + item("PositionLeft", "int", 0)
        + item("PositionRight", "int", 0)
        + item("PositionTop", "int", 0)
        + item("PositionBottom", "int", 1)
    )
    sheets = "".join(
        f"<config:config-item-map-entry config:name={attribute(sheet.name)}>"
        f"{frozen if sheet.freeze_heading else ''}</config:config-item-map-entry>"
        for sheet in book.sheets
    )
    first = next((sheet.name for sheet in book.sheets if not sheet.is_hidden), "")
    active = item("ActiveTable", "string", inline(first))
    return (
        f"{DECLARATION}<office:document-settings {SPACES}><office:settings>"
        '<config:config-item-set config:name="ooo:view-settings">'
        '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        f"{item('ViewId', 'string', 'view1')}"
        f'<config:config-item-map-named config:name="Tables">{sheets}'
        f"</config:config-item-map-named>{active}</config:config-item-map-entry>"
        "</config:config-item-map-indexed></config:config-item-set></office:settings>"
        "</office:document-settings>"
    )
