"""The command line: reads options, calls one function, hands the result to output."""
