"""Mails (.eml) without attachments: their own words. One with attachments offers those instead."""

from __future__ import annotations

import re
from dataclasses import replace

from documents.containers import refuse_container
from documents.draft import Draft, Source
from documents.errors import UnreadableDocument
from documents.mail import Part, bodies_of, charset_of, header, message_of, payload_of, starts_like_mail
from documents.markup.decoding import decode_page
from documents.markup.plain import paragraph_blocks
from documents.normalise import normalise
from documents.recognise import goes_by

__all__ = ["MailReader"]

_MUCH = 2
_HEAD = 8192
_ENCODED = re.compile(
    rb"^content-(?:transfer-encoding:[ \t]*(?:base64|quoted-printable)|type:[ \t]*multipart/)",
    re.IGNORECASE | re.MULTILINE,
)


class MailReader:
    """Reads the body of a mail, as a page where it is one, else line by line."""

    name = "mail"
    version = 1

    def recognises(self, source: Source) -> bool:
        """By its headers; text that only begins like a mail, under a name of text, stays text unless it is encoded."""
        if not starts_like_mail(source.data):
            return False
        named = source.suffix in {".eml", ""} or not goes_by("text", source.suffix)
        return named or _ENCODED.search(source.data[:_HEAD]) is not None

    def read(self, source: Source) -> Draft:
        """Return text, blocks and runs. Raises UnreadableDocument, which names the attachments where there are any."""
        refuse_container(source.data, source.name)
        message = message_of(source.data, source.name)
        drafts = [_draft_of(part, source) for part in bodies_of(message, "text/html", "text/plain")]
        if not drafts:
            raise UnreadableDocument("no_text", name=source.name)
        most = max(_letters(draft) for draft in drafts)
        draft = next(one for one in drafts if _letters(one) * _MUCH >= most)  # some pages hold but a picture
        return replace(draft, title=header(message, "Subject") or draft.title)


def _draft_of(part: Part, source: Source) -> Draft:
    from documents.markup.read_page import read_pages

    decoded = decode_page(payload_of(part), name=source.name, encoding=source.encoding, declared=charset_of(part))
    if part.get_content_type() == "text/html":
        draft = read_pages([decoded.text], whole=source.whole_page, name=source.name)
    else:
        text = normalise(decoded.text)
        draft = Draft(text, paragraph_blocks(text), typed_headings=True)
    return replace(draft, encoding=decoded.encoding, warnings=(*decoded.warnings, *draft.warnings))


def _letters(draft: Draft) -> int:
    return len("".join(draft.text.split()))
