"""The report of a plan for a meeting: its sections, one after another, for every voice."""
