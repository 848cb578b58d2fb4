"""A report set on sheets of A4 by Qt: for the eye before it goes out, and as a PDF where there is no LibreOffice."""
