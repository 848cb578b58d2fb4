"""The policy on paper with its notes: highlights as on the screen, numbers in the margin, notes at the end."""
