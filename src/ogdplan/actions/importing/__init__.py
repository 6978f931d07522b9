"""From the rows of a spreadsheet to records of a plan."""
