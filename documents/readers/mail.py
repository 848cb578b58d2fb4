"""Mails (.eml) without attachments: their own words. One with attachments offers those instead."""

from __future__ import annotations

from dataclasses import replace

from documents.containers import refuse_container
from documents.draft import Draft, Source
from documents.errors import UnreadableDocument
from documents.mail import body_of, charset_of, header, message_of, payload_of, starts_like_mail
from documents.markup.decoding import decode_page
from documents.markup.plain import line_blocks
from documents.normalise import normalise

__all__ = ["MailReader"]


class MailReader:
    """Reads the body of a mail, as a page where it is one, else line by line."""

    name = "mail"
    version = 1

    def recognises(self, source: Source) -> bool:
        """By its headers; of text files that only look so, the name decides."""
        return source.suffix in {".eml", ""} and starts_like_mail(source.data)

    def read(self, source: Source) -> Draft:
        """Return text, blocks and runs. Raises UnreadableDocument, which names the attachments where there are any."""
        from documents.markup.read_page import read_pages

        refuse_container(source.data, source.name)
        message = message_of(source.data, source.name)
        part = body_of(message, "text/html", "text/plain")
        if part is None:
            raise UnreadableDocument("no_text", name=source.name)
        decoded = decode_page(payload_of(part), name=source.name, encoding=source.encoding, declared=charset_of(part))
        if part.get_content_type() == "text/html":
            draft = read_pages([decoded.text], whole=source.whole_page, name=source.name)
        else:
            text = normalise(decoded.text)
            draft = Draft(text, line_blocks(text), typed_headings=True)
        title = header(message, "Subject")
        warnings = (*decoded.warnings, *draft.warnings)
        return replace(draft, encoding=decoded.encoding, warnings=warnings, title=title or draft.title)
