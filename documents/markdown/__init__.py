"""Facts of Markdown: its blocks and its inline marks."""
