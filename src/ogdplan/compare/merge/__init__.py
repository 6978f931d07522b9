"""Three versions of one plan file become one: what is decided, before anything is written."""
