"""Facts of PDF files: PDFium's pages, characters and boxes, and how they become text in reading order."""
