"""The catalogue of rules: each declared once, with why it exists and how to fix what it finds."""
