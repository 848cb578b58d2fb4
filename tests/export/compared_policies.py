"""Two versions of a policy of our own, and a reader of recorded changes that shares no code with the writer."""

import io
import zipfile
from datetime import UTC, datetime

from lxml import etree

from documents.comparing.comparison import compare_policies
from documents.reader import open_document
from export.redline.tracked_file import tracked_file
from export.word.new_package import FileFacts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OLD = """# Privacy Policy

## 1. What we collect

We collect your name, e-mail address and **telephone number** when you register. We keep them for 30 days.

We use cookies.

## 2. Sharing

We may share your data with partners. We shall never sell it.

- advertisers
- analysts

| Data | Purpose | Kept |
|---|---|---|
| Name | Account | 30 days |
| Phone | Calls | 1 year |
| Address | Delivery | 2 years |

## 3. Your rights

You may write to us at any time. We answer within 15 working days, and we say why where we refuse.

## 4. Children

We do not knowingly collect data of children.
"""
NEW = """# Privacy Policy

## 1. Who we are

Example Ltd. runs this app.

## 2. What we collect

We collect your name and e-mail address when you register. We keep them for 90 days.

We use cookies.

## 3. Children

We do not knowingly collect data of children under 14.

## 4. Sharing

We may share your data with partners and affiliates. We shall not sell it.

- advertisers
- credit agencies
- analysts

| Data | Purpose | Kept |
|---|---|---|
| Name | Account | 30 days |
| Device | Security | 6 months |
| Address | Delivery | 3 years |

## 5. Your rights

You may write to us at any time.

We answer within 15 working days, and we say why where we refuse.
"""


def read(text, name="policy.md"):
    return open_document(text if isinstance(text, bytes) else text.encode(), name=name)


def redline(old, new, bytes_of=lambda _source: None):
    """The Word file of the comparison of two policies."""
    facts = FileFacts("Policy", "A. Okafor", datetime(2026, 3, 1, 9, 30, tzinfo=UTC), new.language)
    return tracked_file(compare_policies(old, new), facts, bytes_of)


def main_part(data):
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))


def settled(data, *, accept):
    """The lines that are left when all recorded changes are accepted, or rejected."""
    root = main_part(data)
    gone = {"del", "moveFrom"} if accept else {"ins", "moveTo"}
    for row in list(root.iter(f"{W}tr")):
        if any(row.find(f"{W}trPr/{W}{name}") is not None for name in gone):
            row.getparent().remove(row)
    lines, words = [], ""
    for paragraph in root.iter(f"{W}p"):
        words += "".join(_letters(paragraph, gone))
        if not any(paragraph.find(f"{W}pPr/{W}rPr/{W}{name}") is not None for name in gone):
            lines.append(words)
            words = ""
    return lines_of("\n".join([*lines, words]))


def _letters(paragraph, gone):
    for item in paragraph.iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}br"):
        if gone.isdisjoint(above.tag.removeprefix(W) for above in item.iterancestors()):
            yield item.text or "" if item.tag in {f"{W}t", f"{W}delText"} else " " if item.tag == f"{W}tab" else "\n"


def lines_of(text):
    """The lines of a text that say anything, pictures left out."""
    plain = text.replace("\ufffc", "").replace("\v", "\n").replace("\t", " ")
    return [line.strip() for line in plain.split("\n") if line.strip()]
