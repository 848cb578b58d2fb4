"""Two versions of a policy compared as a lawyer reads them: clauses, words, what was moved, what a change says."""
