"""What a plan means and whether that can be: problems that the shape of a file does not show."""
