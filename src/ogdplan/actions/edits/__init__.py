"""What each editing command decides: from a plan and what someone wants, the operations."""
