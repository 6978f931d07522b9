"""What one cell says: its value, its deadline, its links."""
