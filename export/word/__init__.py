"""Word files on the way out: comments, run splitting, styles, packages."""
