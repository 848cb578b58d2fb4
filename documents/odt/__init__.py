"""Facts of OpenDocument texts: styles, list labels, the walk."""
