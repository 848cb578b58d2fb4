"""Read a file into a PolicyDocument. Knows files, not notes."""
