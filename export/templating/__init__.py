"""A firm's own Word file filled in with a report: its fields, the check of them, the filling."""
