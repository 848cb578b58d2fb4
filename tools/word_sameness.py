"""What a Word file with comments put in has otherwise than before: nothing, but what comments need."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from tools.word_oracle import Oracle, W

__all__ = ["bare", "differences"]

_OURS: Final = re.compile(
    r"\[Content_Types\]\.xml|(.*/)?_rels/[^/]*\.rels|.*(comments\w*|people|styles)\d*\.xml", re.IGNORECASE
)
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def differences(before: bytes, after: bytes) -> Iterator[str]:
    """Name each part that is gone, or is not as it was once the comments that were put in are taken out."""
    old, new = Oracle(before), Oracle(after)
    added = {one.id for one in new.comments} - {one.id for one in old.comments}
    for name, data in old.parts.items():
        if name not in new.parts:
            yield f"{name} is gone"
        elif new.parts[name] != data and not _OURS.fullmatch(name) and _changed(old, new, name, added):
            yield f"{name} has changed"
    for name in new.parts.keys() - old.parts.keys():
        if not _OURS.fullmatch(name):
            yield f"{name} is new"
    if [name for name in new.parts if name in old.parts] != list(_in_order(old)):
        yield "the parts stand in another order"


def _in_order(old: Oracle) -> Iterator[str]:
    first = ("[Content_Types].xml", "_rels/.rels")
    yield from (name for name in first if name in old.parts)
    yield from (name for name in old.parts if name not in first)


def _changed(old: Oracle, new: Oracle, name: str, added: set[int]) -> bool:
    if not name.lower().endswith(".xml"):
        return True
    before, after = old.tree(name), new.tree(name)
    if name == old.main and next(before.iter(f"{W}p"), None) is None:
        _without_own_paragraph(after)  # all its words stand in other files put into it, where nothing can be added
    return bare(before, ()) != bare(after, added)


def _without_own_paragraph(root: etree._Element) -> None:
    for paragraph in list(root.iter(f"{W}p")):
        holder = paragraph.getparent()
        if holder is not None:
            holder.remove(paragraph)


def bare(root: etree._Element, comments: Iterable[int]) -> bytes:
    """Return a part as canonical XML without these comments' markers, neighbouring runs of equal properties joined."""
    tree = copy.deepcopy(root)
    gone = {str(number) for number in comments}
    for marker in [one for one in tree.iter(*_MARKERS) if one.get(f"{W}id") in gone]:
        taken = marker if marker.tag != f"{W}commentReference" else marker.getparent()
        holder = None if taken is None else taken.getparent()
        if taken is not None and holder is not None:
            holder.remove(taken)
    for run in list(tree.iter(f"{W}r")):
        _join(run)
    for text in list(tree.iter(f"{W}t")):
        _join_text(text)
    return etree.tostring(tree, method="c14n")


_MARKERS: Final = tuple(f"{W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))


def _join(run: etree._Element) -> None:
    before, parent = run.getprevious(), run.getparent()
    if before is None or parent is None or before.tag != run.tag or sorted(before.items()) != sorted(run.items()):
        return
    if _look(before) == _look(run):
        before.extend([child for child in run if child.tag != f"{W}rPr"])
        parent.remove(run)


def _join_text(text: etree._Element) -> None:
    """Join words with those before them; their white space counts anyway."""
    text.attrib.pop(_SPACE, "")
    before, parent = text.getprevious(), text.getparent()
    if before is not None and parent is not None and before.tag == text.tag and not text.attrib and not before.attrib:
        before.text = (before.text or "") + (text.text or "")
        parent.remove(text)


def _look(run: etree._Element) -> bytes:
    """The properties of a run, the numbers of recorded changes left out: copies of one have their own."""
    found = run.find(f"{W}rPr")
    if found is None:
        return b""
    look = copy.deepcopy(found)
    look.tail = None
    for change in look.iter(etree.Element):
        change.attrib.pop(f"{W}id", "")
    return etree.tostring(look, method="c14n")
