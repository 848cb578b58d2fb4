"""The change memo: what changed between two versions of a document, and what it means for the findings on it."""
