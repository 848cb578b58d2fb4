"""Give people in a received file neutral names, the same everywhere, and take away when they wrote."""

from __future__ import annotations

from typing import Final, cast

from lxml import etree

from export.word.names import W15, W16CEX, W, w

__all__ = ["NeutralNames", "forget_accounts", "forget_editors"]

_AUTHOR, _DATE, _INITIALS = w("author"), w("date"), w("initials")
_PERSON: Final = f"{{{W15}}}author"
_SIGNED: Final = etree.XPath("//*[@w:author or @w:date]", namespaces={"w": W})
_TIMED: Final = etree.XPath("//*[@*[local-name() = 'dateUtc']]")
_NEEDS_DATE: Final = frozenset({w("moveFromRangeStart"), w("moveToRangeStart")})
_NO_TIME: Final = "1970-01-01T00:00:00Z"
_WORDS: Final = {"en": ("Author {}", "A{}"), "zh": ("作者{}", "作{}")}


class NeutralNames:
    """Names handed out in the order in which people are met."""

    def __init__(self, language: str) -> None:
        self._words = _WORDS["zh" if language.startswith("zh") else "en"]
        self._given: dict[str, int] = {}

    def put_in(self, root: etree._Element) -> bool:
        """Name the authors of a part anew and take its times away; return whether there were any."""
        signed = _found(_SIGNED, root)
        for node in signed:
            self._sign(node)
        people = [node for node in root.iter(f"{{{W15}}}person") if node.get(_PERSON)]
        for person in people:
            person.set(_PERSON, self._name(person.get(_PERSON, ""))[0])
        return any([signed, people, _forget_times(root), _forget_reactions(root)])

    def _sign(self, node: etree._Element) -> None:
        if node.get(_AUTHOR, "").strip():
            name, initials = self._name(node.get(_AUTHOR, ""))
            node.set(_AUTHOR, name)
            if _INITIALS in node.attrib:
                node.set(_INITIALS, initials)
        if node.tag in _NEEDS_DATE:
            node.set(_DATE, _NO_TIME)
        else:
            node.attrib.pop(_DATE, "")

    def _name(self, person: str) -> tuple[str, str]:
        number = self._given.setdefault(person.strip(), len(self._given) + 1)
        return self._words[0].format(number), self._words[1].format(number)


def forget_accounts(root: etree._Element) -> bool:
    """Leave of each person only the name: no address of e-mail, no id of a directory."""
    accounts = [
        (node, node.getparent())
        for node in root.iter(f"{{{W15}}}presenceInfo")
        if node.get(f"{{{W15}}}providerId") != "None"
    ]
    for node, person in accounts:
        node.set(f"{{{W15}}}providerId", "None")
        node.set(f"{{{W15}}}userId", "" if person is None else person.get(_PERSON, ""))
    return bool(accounts)


def forget_editors(root: etree._Element) -> bool:
    """Take away the names of people who may edit what is protected."""
    named = [node for node in root.iter(w("permStart")) if w("ed") in node.attrib]
    for node in named:
        del node.attrib[w("ed")]
    return bool(named)


def _forget_times(root: etree._Element) -> bool:
    timed = _found(_TIMED, root)
    for node in timed:
        for attribute in [name for name in node.attrib if etree.QName(name).localname == "dateUtc"]:
            del node.attrib[attribute]
    return bool(timed)


def _forget_reactions(root: etree._Element) -> bool:
    """Take away who pressed which sign under a comment."""
    entries = [node for node in root.iter(f"{{{W16CEX}}}commentExtensible") if len(node)]
    for node in entries:
        del node[:]
    return bool(entries)


def _found(asked: etree.XPath, root: etree._Element) -> list[etree._Element]:
    return cast("list[etree._Element]", asked(root))  # noqa: SLF001 - the type's own name
