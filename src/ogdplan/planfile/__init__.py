"""One plan file as text: from bytes to a plan, and from a place in the data to its line."""
