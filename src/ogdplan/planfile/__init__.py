"""One plan file as text: positions, reading, edits and fresh text."""
