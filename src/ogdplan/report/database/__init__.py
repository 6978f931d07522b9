"""Plans as a database: its tables, their rows, and its views."""
