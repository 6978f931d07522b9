"""Pages on a terminal: colours, widths and tables."""
