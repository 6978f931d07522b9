"""What touches the disk: the plans folder, its files, and the names plans are asked for by."""
