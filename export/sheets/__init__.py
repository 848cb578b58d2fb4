"""Tables of a report: the workbook a client fills in, and the same as CSV."""
