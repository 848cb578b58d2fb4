"""A Word file that says more than its words, with a mark of its own at every place where it does."""

import io
import struct
import zipfile
import zlib

from tests.export.word_files import DECLARED, OFFICE, TYPE, part

MS = "http://schemas.microsoft.com/office/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/"
CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
W16CEX = 'xmlns:w16cex="http://schemas.microsoft.com/office/word/2018/wordml/cex"'

OUTSIDE_GONE = [
    "mk-creator", "mk-modifier", "mk-title", "mk-keywords", "mk-category", "mk-description", "mk-company",
    "mk-manager", "mk-template", "mk-custom-name", "mk-custom-value", "mk-data", "mk-variable-name",
    "mk-variable-value", "00AB12CD", "00AB12CE", "mk-path", "mk-person", "mk-mail", "mk-account", "mk-editor",
    "mk-label", "mk-task", "mk-printer", "mk-thumbnail", "mk-jpeg", "mk-png", "mk-trash", "mk-merge",
    "mk-commenter", "mk-inserter", "mk-deleter", "mk-mover", "mk-reactor", "2019-04-05", "mk-docid", "mk-zip",
]  # fmt: skip
CLIENT_GONE = [
    "mk-path", "mk-mail", "mk-account", "mk-printer", "mk-merge",
]  # fmt: skip
STAYS = [
    "mk-comment-words", "mk-inserted-words", "mk-deleted-words", "mk-shown", "mk-alt-text", "mk-embedded",
]  # fmt: skip


def jpeg(words, orientation=1):
    """The smallest of photographs, with Exif, a comment and a profile of colours."""
    maker = words.encode() + b"\0"
    entries = struct.pack(">HHII", 0x010F, 2, len(maker), 38) + struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 2) + entries + struct.pack(">I", 0) + maker
    pieces = [(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"), (0xE1, exif), (0xFE, words.encode()), (0xE2, b"ICC_PROFILE\0kept")]
    segments = b"".join(struct.pack(">BBH", 0xFF, kind, len(inner) + 2) + inner for kind, inner in pieces)
    return b"\xff\xd8" + segments + b"\xff\xda\0\x02" + b"letters of light" + b"\xff\xd9"


def png(words):
    """One grey point, with a text and a time."""
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"tEXt", b"Author\0" + words.encode()),
        (b"tIME", struct.pack(">HBBBBB", 2019, 4, 5, 6, 7, 8)),
        (b"IDAT", zlib.compress(b"\0\x80")),
        (b"IEND", b""),
    ]
    packed = (struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def tiff(words):
    """A table of an artist and a width, and no picture."""
    said = words.encode() + b"\0"
    entries = struct.pack("<HHII", 0x0100, 3, 1, 1) + struct.pack("<HHII", 0x013B, 2, len(said), 38)
    return b"II*\0" + struct.pack("<IH", 8, 2) + entries + struct.pack("<I", 0) + said


def picture(link, number):
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="90000" cy="90000"/>'
        f'<wp:docPr id="{number}" name="Picture {number}" descr="mk-alt-text"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{link}"/>'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="90000" cy="90000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


STAMP = 'w:date="2019-04-05T06:07:08Z"'
BODY = (
    '<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CE"><w:proofErr w:type="spellStart"/>'
    '<w:commentRangeStart w:id="0"/><w:r w:rsidRPr="00AB12CD"><w:t>We share what you write.</w:t></w:r>'
    '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:proofErr w:type="spellEnd"/></w:p>'
    f'<w:p><w:r><w:t xml:space="preserve">Second </w:t></w:r><w:ins w:id="11" w:author="mk-inserter" {STAMP}>'
    "<w:r><w:t>mk-inserted-words</w:t></w:r></w:ins>"
    f'<w:del w:id="12" w:author="mk-deleter" {STAMP}><w:r><w:delText>mk-deleted-words</w:delText></w:r></w:del></w:p>'
    f'<w:moveFromRangeStart w:id="20" w:name="move1" w:author="mk-mover" {STAMP}/><w:p>'
    f'<w:moveFrom w:id="21" w:author="mk-mover" {STAMP}><w:r><w:t>Moved words.</w:t></w:r></w:moveFrom></w:p>'
    '<w:moveFromRangeEnd w:id="20"/>'
    f'<w:moveToRangeStart w:id="22" w:name="move1" w:author="mk-mover" {STAMP}/><w:p>'
    f'<w:moveTo w:id="23" w:author="mk-mover" {STAMP}><w:r><w:t>Moved words.</w:t></w:r></w:moveTo></w:p>'
    '<w:moveToRangeEnd w:id="22"/>'
    '<w:p><w:permStart w:id="31" w:ed="mk-editor"/><w:r><w:t>Open to some.</w:t></w:r><w:permEnd w:id="31"/></w:p>'
    '<w:sdt><w:sdtPr><w:id w:val="77"/><w:dataBinding w:xpath="/s[1]/w[1]" '
    'w:storeItemID="{11111111-2222-3333-4444-555555555555}"/></w:sdtPr><w:sdtContent>'
    "<w:p><w:r><w:t>mk-shown</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>not to be seen</w:t></w:r></w:p>"
)
COMMENTS = (
    f'<w:comment w:id="0" w:author="mk-commenter" {STAMP} w:initials="mkc"><w:p w14:paraId="0A0B0C0D"><w:r>'
    "<w:t>mk-comment-words</w:t></w:r></w:p></w:comment>"
)
SETTINGS = (
    '<w:attachedTemplate r:id="rId1"/><w:mailMerge><w:mainDocumentType w:val="formLetters"/>'
    '<w:dataType w:val="native"/>'
    '<w:connectString w:val="mk-merge"/></w:mailMerge><w:rsids><w:rsidRoot w:val="00AB12CD"/><w:rsid w:val="00AB12CE"/>'
    '</w:rsids><w:docVars><w:docVar w:name="mk-variable-name" w:val="mk-variable-value"/></w:docVars>'
    '<w15:docId w15:val="{mk-docid}"/>'
)
PEOPLE = (
    f'<w15:people {DECLARED}><w15:person w15:author="mk-person"><w15:presenceInfo w15:providerId="AD" '
    'w15:userId="S::mk-mail@example.test::mk-account"/></w15:person></w15:people>'
)
EXTENSIBLE = (
    f'<w16cex:commentsExtensible {W16CEX}><w16cex:commentExtensible w16cex:durableId="0A0B0C0D" '
    'w16cex:dateUtc="2019-04-05T06:07:08Z"><w16cex:extLst><w16cex:ext w16cex:uri="{x}"><cr:user xmlns:cr="urn:cr" '
    'userName="mk-reactor"/></w16cex:ext></w16cex:extLst></w16cex:commentExtensible></w16cex:commentsExtensible>'
)
IDS = (
    '<w16cid:commentsIds xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid"><w16cid:commentId '
    'w16cid:paraId="0A0B0C0D" w16cid:durableId="0A0B0C0D"/></w16cid:commentsIds>'
)


def item_properties(store):
    uri = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    return f'<ds:datastoreItem xmlns:ds="{uri}" ds:itemID="{{{store}}}"><ds:schemaRefs/></ds:datastoreItem>'


# Each part: its content type ("" where the extension says it), what it is to whom, its bytes.
PARTS = {
    "word/document.xml": (f"{TYPE}document.main+xml", part("document", "<w:body>{}<w:sectPr/></w:body>").decode()),
    "word/comments.xml": (f"{TYPE}comments+xml", part("comments", COMMENTS)),
    "word/commentsIds.xml": (f"{TYPE}commentsIds+xml", IDS),
    "word/commentsExtensible.xml": (f"{TYPE}commentsExtensible+xml", EXTENSIBLE),
    "word/people.xml": (f"{TYPE}people+xml", PEOPLE),
    "word/settings.xml": (f"{TYPE}settings+xml", part("settings", SETTINGS)),
    "word/styles.xml": (
        f"{TYPE}styles+xml",
        part(
            "styles",
            '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>'
            '<w:rsid w:val="00AB12CE"/></w:style>',
        ),
    ),
    "word/media/photo.jpg": ("", jpeg("mk-jpeg")),
    "word/media/drawing.png": ("", png("mk-png")),
    "word/printerSettings/printerSettings1.bin": (f"{TYPE}printerSettings", b"mk-printer"),
    "word/embeddings/sheet.bin": ("application/vnd.openxmlformats-officedocument.oleObject", b"mk-embedded"),
    "word/documenttasks/documenttasks1.xml": (
        "application/vnd.ms-office.documenttasks+xml",
        "<t:Tasks xmlns:t='urn:t' by='mk-task'/>",
    ),
    "docProps/core.xml": (
        "application/vnd.openxmlformats-package.core-properties+xml",
        (
            f"<cp:coreProperties {CORE}><dc:title>mk-title</dc:title><dc:creator>mk-creator</dc:creator>"
            "<cp:keywords>mk-keywords</cp:keywords><dc:description>mk-description</dc:description>"
            "<cp:lastModifiedBy>mk-modifier</cp:lastModifiedBy><cp:category>mk-category</cp:category>"
            '<dcterms:created xsi:type="dcterms:W3CDTF">2019-04-05T06:07:08Z</dcterms:created></cp:coreProperties>'
        ),
    ),
    "docProps/app.xml": (
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        (
            f'<Properties xmlns="{EXTENDED}extended-properties"><Template>mk-template.dotx</Template><Pages>1</Pages>'
            "<Manager>mk-manager</Manager><Company>mk-company</Company></Properties>"
        ),
    ),
    "docProps/custom.xml": (
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        (
            f'<Properties xmlns="{EXTENDED}custom-properties" xmlns:vt="{EXTENDED}docPropsVTypes">'
            '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="mk-custom-name">'
            "<vt:lpwstr>mk-custom-value</vt:lpwstr></property></Properties>"
        ),
    ),
    "docProps/thumbnail.jpeg": ("", jpeg("mk-thumbnail")),
    "docMetadata/LabelInfo.xml": (
        "application/vnd.ms-office.classificationlabels+xml",
        (
            '<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"><clbl:label '
            'id="mk-label"/></clbl:labelList>'
        ),
    ),
    "customXml/item1.xml": ("", "<d>mk-data</d>"),
    "customXml/itemProps1.xml": (
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        item_properties("99999999-2222-3333-4444-555555555555"),
    ),
    "customXml/item2.xml": ("", "<s><w>mk-shown</w></s>"),
    "customXml/itemProps2.xml": (
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        item_properties("11111111-2222-3333-4444-555555555555"),
    ),
    "[trash]/0000.dat": ("", b"mk-trash"),
}
LINKS = {
    "": [
        (f"{OFFICE}officeDocument", "word/document.xml"),
        (f"{PACKAGE}core-properties", "docProps/core.xml"),
        (f"{OFFICE}extended-properties", "docProps/app.xml"),
        (f"{OFFICE}custom-properties", "docProps/custom.xml"),
        (f"{PACKAGE}thumbnail", "docProps/thumbnail.jpeg"),
        (f"{MS}2020/02/relationships/classificationlabels", "docMetadata/LabelInfo.xml"),
    ],
    "word/document.xml": [
        (f"{OFFICE}styles", "styles.xml"),
        (f"{OFFICE}settings", "settings.xml"),
        (f"{OFFICE}comments", "comments.xml"),
        (f"{MS}2016/09/relationships/commentsIds", "commentsIds.xml"),
        (f"{MS}2018/08/relationships/commentsExtensible", "commentsExtensible.xml"),
        (f"{MS}2011/relationships/people", "people.xml"),
        (f"{OFFICE}image", "media/photo.jpg"),
        (f"{OFFICE}image", "media/drawing.png"),
        (f"{OFFICE}printerSettings", "printerSettings/printerSettings1.bin"),
        (f"{OFFICE}oleObject", "embeddings/sheet.bin"),
        (f"{MS}2019/05/relationships/documenttasks", "documenttasks/documenttasks1.xml"),
        (f"{OFFICE}customXml", "../customXml/item1.xml"),
        (f"{OFFICE}customXml", "../customXml/item2.xml"),
    ],
    "word/settings.xml": [(f"{OFFICE}attachedTemplate", "file:///C:/Users/mk-path/Normal.dotm")],
    "customXml/item1.xml": [(f"{OFFICE}customXmlProps", "itemProps1.xml")],
    "customXml/item2.xml": [(f"{OFFICE}customXmlProps", "itemProps2.xml")],
}


def marked_word():
    """Return the file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.comment = b"mk-zip"
        package.writestr("[Content_Types].xml", _types())
        for name, links in LINKS.items():
            folder, _, file = name.rpartition("/")
            package.writestr(f"{folder}/_rels/{file}.rels".lstrip("/"), _relationships(links))
        body = BODY + f"<w:p>{picture('rId7', 1)}{picture('rId8', 2)}</w:p>"
        for name, (_kind, data) in PARTS.items():
            package.writestr(name, data.replace("{}", body) if name == "word/document.xml" else data)
    return out.getvalue()


def _types():
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml",
        "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "bin": "application/octet-stream",
        "dat": "application/octet-stream",
    }  # fmt: skip
    inner = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in defaults.items())
    inner += "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, (kind, _data) in PARTS.items() if kind
    )
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{inner}</Types>'


def _relationships(links):
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"{_mode(target)}/>'
        for number, (kind, target) in enumerate(links, start=1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def _mode(target):
    return ' TargetMode="External"' if target.startswith("file:") else ""
