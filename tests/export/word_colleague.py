"""What a colleague does to a Word file of ours, in raw XML, as Word would save it."""

import io
import re
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
CID = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}"


class Colleague:
    """Opens a file; `saved` gives it back."""

    def __init__(self, data, author="Ben Reyes", initials="BR", date="2026-03-02T10:30:00Z"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.author, self.initials, self.date = author, initials, date
        self.trees = {
            kind: etree.fromstring(self.parts[f"word/{kind}.xml"])
            for kind in ("document", "comments", "commentsExtended", "commentsIds")
        }
        self._next = 0x10000001

    def comment(self, words):
        """The comment that holds some words."""
        return next(c for c in self.trees["comments"] if words in "".join(c.itertext()))

    def key(self, words):
        return self.comment(words).findall(f"{W}p")[-1].get(f"{W14}paraId")

    def thread(self, words):
        return next(e for e in self.trees["commentsExtended"] if e.get(f"{W15}paraId") == self.key(words))

    def resolve(self, words, done="1"):
        self.thread(words).set(f"{W15}done", done)

    def reply(self, words, text):
        number, key = self._comment(text)
        self.trees["commentsExtended"][-1].set(f"{W15}paraIdParent", self.key(words))
        head = self.comment(words).get(f"{W}id")
        for name in ("commentRangeStart", "commentRangeEnd"):
            marker = next(m for m in self.trees["document"].iter(f"{W}{name}") if m.get(f"{W}id") == head)
            marker.addnext(end := etree.Element(f"{W}{name}", {f"{W}id": number}))
        end.addnext(_reference(number))
        return key

    def write_on(self, run_words, text):
        """A new comment on the whole run that has just these words."""
        number, _ = self._comment(text)
        run = next(t for t in self.trees["document"].iter(f"{W}t") if t.text == run_words).getparent()
        run.addprevious(etree.Element(f"{W}commentRangeStart", {f"{W}id": number}))
        run.addnext(end := etree.Element(f"{W}commentRangeEnd", {f"{W}id": number}))
        end.addnext(_reference(number))

    def _comment(self, text):
        number, key = str(500 + self._next % 100), f"{self._next:08X}"
        self._next += 1
        about = {f"{W}id": number, f"{W}author": self.author, f"{W}initials": self.initials, f"{W}date": self.date}
        made = etree.SubElement(self.trees["comments"], f"{W}comment", about)
        paragraph = etree.SubElement(made, f"{W}p", {f"{W14}paraId": key})
        etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = text
        etree.SubElement(self.trees["commentsExtended"], f"{W15}commentEx", {f"{W15}paraId": key, f"{W15}done": "0"})
        lasting = {f"{CID}paraId": key, f"{CID}durableId": key}
        etree.SubElement(self.trees["commentsIds"], f"{CID}commentId", lasting)
        return number, key

    def delete(self, words):
        comment = self.comment(words)
        number = comment.get(f"{W}id")
        comment.getparent().remove(comment)
        for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            for marker in list(self.trees["document"].iter(f"{W}{name}")):
                if marker.get(f"{W}id") == number:
                    marker.getparent().remove(marker)

    def change(self, old, new, part="comments"):
        """Words inside one w:t."""
        text = next(t for t in self.trees[part].iter(f"{W}t") if old in (t.text or ""))
        text.text = text.text.replace(old, new)

    def accept(self):
        """Accept every recorded change."""
        for tag, keep in (("ins", True), ("del", False)):
            for element in list(self.trees["document"].iter(f"{W}{tag}")):
                parent = element.getparent()
                if parent.tag == f"{W}rPr":
                    continue
                if keep:
                    for child in list(element):
                        element.addprevious(child)
                parent.remove(element)

    def saved(self, *, marks=True):
        """The file; without `marks` as LibreOffice 7.4 saves it: no lasting ids and no threads."""
        kept = self.parts | {f"word/{kind}.xml": etree.tostring(tree) for kind, tree in self.trees.items()}
        if not marks:
            names = ["commentsIds", "commentsExtensible", "commentsExtended"]
            kept = {name: data for name, data in kept.items() if not name.endswith(tuple(f"/{n}.xml" for n in names))}
            for name in ("word/_rels/document.xml.rels", "[Content_Types].xml"):
                kept[name] = _without(kept[name], names)
            kept["word/comments.xml"] = _rekeyed(kept["word/comments.xml"])
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in kept.items():
                package.writestr(name, data)
        return out.getvalue()


def _reference(number):
    run = etree.Element(f"{W}r")
    etree.SubElement(run, f"{W}commentReference", {f"{W}id": number})
    return run


def _without(data, names):
    return re.sub(
        rb"<(?:Relationship|Override)\b[^>]*(?:%s)\.xml[^>]*>" % b"|".join(n.encode() for n in names), b"", data
    )


def _rekeyed(data):
    return re.sub(rb' w14:paraId="[0-9A-F]{8}"', b"", data)
