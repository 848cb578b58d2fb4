"""A matter that is closed: one folder with everything, readable without this program."""
