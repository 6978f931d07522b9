"""What a user asks for that needs several layers: plans read, checked and searched."""
