"""What `check` prints: one pure formatter for each format."""
