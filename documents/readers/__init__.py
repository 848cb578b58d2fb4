"""One file a format. The first reader that recognises a file reads it; text, which takes anything, stands last."""

from __future__ import annotations

from documents.draft import Reader
from documents.readers.epub import EpubReader
from documents.readers.html import HtmlReader
from documents.readers.mail import MailReader
from documents.readers.markdown import MarkdownReader
from documents.readers.mhtml import MhtmlReader
from documents.readers.odt import OdtReader
from documents.readers.old_word import OldWordReader
from documents.readers.pdf import PdfReader
from documents.readers.rtf import RtfReader
from documents.readers.text import TextReader
from documents.readers.word import WordReader

__all__ = ["READERS"]

READERS: tuple[Reader, ...] = (
    OdtReader(),
    EpubReader(),
    WordReader(),
    PdfReader(),
    OldWordReader(),
    RtfReader(),
    HtmlReader(),
    MhtmlReader(),
    MailReader(),
    MarkdownReader(),
    TextReader(),
)
