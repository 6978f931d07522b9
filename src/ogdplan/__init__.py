"""ogdplan: open government data action plans as readable, checked, versioned files."""
