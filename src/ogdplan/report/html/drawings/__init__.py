"""Figures of a plan as drawings: where everything lies is a value, and a template draws it."""
