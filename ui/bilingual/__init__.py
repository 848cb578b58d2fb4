"""Two language versions of a policy beside one another in the window."""
