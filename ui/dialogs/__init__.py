"""Windows over the window, for what needs more than a place in it."""
