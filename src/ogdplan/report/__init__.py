"""Layouts: each takes computed values and gives text or a document, and knows no files."""
