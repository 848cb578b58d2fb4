"""Workbooks as others save them: their sheets, as words in cells."""
