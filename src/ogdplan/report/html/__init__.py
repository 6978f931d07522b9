"""Reports as one HTML file that holds all it needs, to be read, printed and sent by mail."""
