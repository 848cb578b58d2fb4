"""Facts of the Word format that readers and writers share."""
