"""One file a format. The first reader that recognises a file reads it; text, which takes anything, stands last."""

from __future__ import annotations

from documents.draft import Reader
from documents.readers.html import HtmlReader
from documents.readers.markdown import MarkdownReader
from documents.readers.pdf import PdfReader
from documents.readers.text import TextReader
from documents.readers.word import WordReader

__all__ = ["READERS"]

READERS: tuple[Reader, ...] = (WordReader(), PdfReader(), HtmlReader(), MarkdownReader(), TextReader())
