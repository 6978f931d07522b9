"""How cells look, the same in both kinds of workbook."""

from ogdplan.workspace.spreadsheets.outgoing import Style

HEADING_FILL = "#1F3A5F"
HEADING_TEXT = "#FFFFFF"
LINK_TEXT = "#0B5CAD"
BORDER = "#BFC7D1"

FILLS = {
    Style.GOOD: ("#D8F0DC", "#14532D"),
    Style.WARNING: ("#FFF0C2", "#6B4A00"),
    Style.BAD: ("#FBD9D6", "#7F1D1D"),
    Style.MUTED: ("#E9ECEF", "#3F4750"),
    Style.INFO: ("#DBEAFB", "#17406D"),
}
"""Background and text of each style; each pair can be read in black and white too."""

DATE_FORM = "yyyy-mm-dd"
