"""Deadlines as people write them: from a text or a number to a day or a period."""
