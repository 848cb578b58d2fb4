"""What a reviewer says about a document, kept in a matter file. Knows no screen and no Word."""
