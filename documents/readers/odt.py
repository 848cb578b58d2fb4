"""OpenDocument texts: .odt, .ott, and the flat .fodt."""

from __future__ import annotations

from lxml import etree

from documents.draft import Draft, Source
from documents.errors import UnreadableDocument
from documents.odt.names import name_of
from documents.recognise import open_document_kind
from documents.word.package import Package

__all__ = ["OdtReader"]

_HEAD = 4096
_FLAT = b"opendocument.text"
_MANIFEST = "META-INF/manifest.xml"


class OdtReader:
    """Reads what the walk finds; deletions stay out, notes, boxes and margins come after the main text."""

    name = "odt"
    version = 2

    def recognises(self, source: Source) -> bool:
        """By the mimetype inside; a flat one by its first element."""
        return open_document_kind(source.data) == "text" or _is_flat(source.data)

    def read(self, source: Source) -> Draft:
        """Return text, blocks and runs. Raises UnreadableDocument."""
        from documents.odt.walk import walk

        if _is_flat(source.data):
            root, styles = _parsed(source), None
        else:
            package = Package(source.data, name=source.name, limits=source.limits)
            if package.has(_MANIFEST) and b"encryption-data" in package.raw(_MANIFEST):
                raise UnreadableDocument("encrypted", name=source.name)
            root = package.tree("content.xml")
            styles = package.tree("styles.xml") if package.has("styles.xml") else None
        body = next((one for one in root.iter("{*}text") if name_of(one) == "office:text"), None)
        if body is None:
            raise UnreadableDocument("damaged", name=source.name)
        found = walk(body, styles)
        return Draft(
            found.text,
            found.blocks,
            found.runs,
            found.warnings,
            revisions=found.revisions,
            hidden=found.hidden,
            pictures=found.pictures,
            note_marks=found.note_marks,
        )


def _is_flat(data: bytes) -> bool:
    return (
        data.lstrip(b"\xef\xbb\xbf\r\n ").startswith(b"<")
        and _FLAT in data[:_HEAD]
        and b"office:document" in data[:_HEAD]
    )


def _parsed(source: Source) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(source.data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument("damaged", name=source.name) from error
