"""Notes as annotations on the pages of the PDF they were made on."""
