"""Workbooks that an export made: what they held then, and what someone changed."""
