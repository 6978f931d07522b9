"""What changed between two plans: changes as values, in the words of the domain."""
