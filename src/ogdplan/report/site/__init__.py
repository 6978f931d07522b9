"""The pages about a whole portfolio, and the data beside them."""
