"""Spreadsheets as people keep them, csv, xlsx and ods: files to cells, and cells to files."""
