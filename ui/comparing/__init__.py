"""Comparing versions in the window: both texts in aligned rows, the list of what changed, when a sentence appeared."""
