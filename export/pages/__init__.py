"""A report as one web page and as Markdown: both are written from the same blocks."""
