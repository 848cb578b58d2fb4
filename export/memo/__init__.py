"""The review memo: one layout of a Report, as the parts of a Word file."""
