"""A comparison of two versions as a Word file with recorded changes: accepted it is the new one, rejected the old."""
