"""Rows as records of a plan: which record each is, and what it gives."""
