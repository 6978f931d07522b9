"""The numbers: how a plan and its parts stand at a date, from what the file says alone."""
