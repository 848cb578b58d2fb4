"""Two language versions of one policy: aligned clause by clause, and what they say differently. Pure."""
