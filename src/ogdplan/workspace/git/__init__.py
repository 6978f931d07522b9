"""git, through its own command line: the one place that starts it."""
