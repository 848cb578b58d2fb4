"""What a Word file as received holds beside its words: people, paths, programs, things that cannot be seen."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, cast
from urllib.parse import unquote

from lxml import etree

from documents.word.names import is_set
from export.word.bindings import parsed, shown_data, shown_properties
from export.word.links import Link, links_of
from export.word.names import W14, W15, W, w
from export.word.out_package import OutPackage, relationships_name
from export.word.picture_details import has_details

__all__ = [
    "COUNTS",
    "DOCUMENT_IDS",
    "LOCAL_PATH",
    "MERGE_LINKS",
    "PICTURES",
    "PROPERTIES",
    "Seen",
    "Survey",
    "rsid_owners",
]

LOCAL_PATH: Final = re.compile(
    r"file:/|(?<![A-Za-z])[A-Za-z]:[\\/](?!/)|(?<![\w\\])\\\\\w|(?<![\w.])/(?:Users|home)/", re.IGNORECASE
)
"""A path on someone's computer or in their office's network."""
COUNTS: Final = frozenset({
    "Pages", "Words", "Characters", "Lines", "Paragraphs", "CharactersWithSpaces", "DocSecurity", "ScaleCrop",
    "LinksUpToDate", "SharedDoc", "HyperlinksChanged",
})  # fmt: skip
"""The properties of the program that count and switch, and name nothing."""
DOCUMENT_IDS: Final = (f"{{{W14}}}docId", f"{{{W15}}}docId")
MERGE_LINKS: Final = frozenset({"mailMergeSource", "mailMergeHeaderSource", "mailMergeRecipientData", "recipientData"})
PICTURES: Final = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp")
PROPERTIES: Final = ("core-properties", "extended-properties")
_RSID_OWNERS: Final = etree.XPath("//*[@w:*[starts-with(local-name(), 'rsid')]]", namespaces={"w": W})

_DESCRIBED: Final = etree.XPath("//@descr | //@alt")
_EMBEDDED: Final = ("oleObject", "package", "control")
_MICROSOFT: Final = b"http://schemas.microsoft.com/office/word/"
_NAME_FIELD: Final = re.compile(r"\s*(?:AUTHOR|LASTSAVEDBY|USERNAME|USERINITIALS|USERADDRESS|FILENAME|TEMPLATE)\b")
_SETTINGS_LINKS: Final = MERGE_LINKS | {"attachedTemplate"}


@dataclass(frozen=True, slots=True)
class Seen:
    """How many of a kind there are, and what they are called."""

    count: int
    names: tuple[str, ...] = ()


class Survey:
    """Questions about a package as it was received. Parts are parsed once."""

    def __init__(self, package: OutPackage) -> None:
        self.package = package

    @cached_property
    def trees(self) -> dict[str, etree._Element]:
        """The parts in Word's own XML, by name."""
        found = {}
        for name in self.package.names():
            data = self.package[name] if name.lower().endswith(".xml") else b""
            root = parsed(self.package, name) if b"wordprocessingml/" in data or _MICROSOFT in data else None
            if root is not None and (etree.QName(root).namespace or "").startswith((W, _MICROSOFT.decode())):
                found[name] = root
        return found

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every relationship of the package."""
        return links_of(self.package)

    @property
    def settings(self) -> Iterator[etree._Element]:
        """The settings of the document and of its building blocks."""
        return (root for root in self.trees.values() if root.tag == w("settings"))

    def revisions(self) -> Seen:
        """Tracked changes with an author."""
        made = [node for node in self._with(w("author")) if node.tag != w("comment")]
        return Seen(len(made), _named(node.get(w("author"), "") for node in made))

    def comments(self) -> Seen:
        """Comments and the people who wrote them."""
        made = [node for root in self.trees.values() for node in root.iter(w("comment"))]
        return Seen(len(made), _named(node.get(w("author"), "") for node in made))

    def accounts(self) -> Seen:
        """People named with an account: an address of e-mail, an id of a directory."""
        presences = [node for root in self.trees.values() for node in root.iter(f"{{{W15}}}presenceInfo")]
        made = [node for node in presences if node.get(f"{{{W15}}}providerId", "None") != "None"]
        return Seen(len(made), _named(node.get(f"{{{W15}}}userId", "") for node in made))

    def editors(self) -> Seen:
        """People who may edit what is protected."""
        names = [node.get(w("ed"), "") for root in self.trees.values() for node in root.iter(w("permStart"))]
        return Seen(len(list(filter(None, names))), _named(names))

    def core(self) -> Seen:
        """The properties of the document that say anything, and that the text does not show."""
        held = [(name, node) for name, node in self._properties("core-properties") if name not in self._shown]
        made = [(name, node) for name, node in held if (node.text or "").strip()]
        return Seen(len(made), tuple(f"{name}: {(node.text or '').strip()}" for name, node in made))

    def program(self) -> Seen:
        """What the program that wrote the file says: company, manager, template, times."""
        silent = COUNTS | self._shown
        kept = [(name, node) for name, node in self._properties("extended-properties") if name not in silent]
        said = [(name, " ".join(" ".join(map(str, node.itertext())).split())) for name, node in kept]
        told = tuple(f"{name}: {words}" for name, words in said if words)
        return Seen(len(told), told)

    def custom(self) -> Seen:
        """Properties that someone made up."""
        made = [node.get("name", "") for _name, node in self._properties("custom-properties")]
        return Seen(len(made), tuple(made))

    def variables(self) -> Seen:
        """Variables of macros, kept in the document."""
        names = [node.get(w("name"), "") for root in self.settings for node in root.iter(w("docVar"))]
        return Seen(len(names), _named(names))

    def rsids(self) -> Seen:
        """Different marks of editing sessions."""
        marks = {
            value
            for root in self.trees.values()
            for node in rsid_owners(root)
            for attribute, value in node.attrib.items()
            if str(attribute).startswith(w("rsid"))
        }
        return Seen(len(marks))

    def document_ids(self) -> Seen:
        """Ids that stay the same in every copy of a document."""
        return Seen(sum(len(root.findall(tag)) for root in self.settings for tag in DOCUMENT_IDS))

    def linked(self, *kinds: str) -> Seen:
        """Relationships of these kinds, with the names of what they lead to."""
        made = [link for link in self.links if link.kind in kinds]
        return Seen(len(made), _named(posixpath.basename(link.target.replace("\\", "/")) for link in made))

    def embedded(self) -> Seen:
        """Files put into the document."""
        return self.linked(*_EMBEDDED)

    def merge(self) -> Seen:
        """Whether the document is the letter of a mail merge."""
        return Seen(sum(len(root.findall(w("mailMerge"))) for root in self.settings))

    def local_paths(self) -> Seen:
        """Links, fields and pictures that name a path of someone's computer."""
        told = [link.target for link in self.links if link.external and link.kind not in _SETTINGS_LINKS]
        told += [node.text or "" for root in self.trees.values() for node in root.iter(w("instrText"))]
        told += [words for root in self.trees.values() for words in cast("list[str]", _DESCRIBED(root))]
        paths = [path for path in told if LOCAL_PATH.search(path)]
        return Seen(len(paths), _named(paths))

    def name_fields(self) -> Seen:
        """Fields whose words are somebody's name or the file's."""
        codes = [node.text or "" for root in self.trees.values() for node in root.iter(w("instrText"))]
        codes += [node.get(w("instr"), "") for root in self.trees.values() for node in root.iter(w("fldSimple"))]
        return Seen(sum(bool(_NAME_FIELD.match(code)) for code in codes))

    def pictures(self) -> Seen:
        """Pictures that keep more than their picture."""
        names = [name for name in self.package.names() if name.lower().endswith(PICTURES)]
        made = [name for name in names if not name.startswith("docProps/") and has_details(self.package[name])]
        return Seen(len(made), tuple(posixpath.basename(name) for name in made))

    def orphans(self) -> Seen:
        """Parts that nothing leads to: left there by a program, seen by nobody."""
        wanted, reached = ["", self.package.main], set[str]()
        by_part: dict[str, list[str]] = {}
        for link in self.links:
            if not link.external:
                by_part.setdefault(plain_name(link.part), []).append(link.target)
        while wanted:
            part = plain_name(wanted.pop())
            if part not in reached:
                reached.add(part)
                wanted += by_part.get(part, [])
        kept = reached | {plain_name(relationships_name(part)) for part in reached} | {"[content_types].xml"}
        gone = tuple(name for name in self.package.names() if plain_name(name) not in kept)
        return Seen(len(gone), gone)

    def setting(self, *names: str) -> Seen:
        """How many of these settings are on."""
        return Seen(
            sum(1 for root in self.settings for name in names for node in root.findall(w(name)) if is_set(node))
        )

    def custom_data(self) -> tuple[Seen, Seen]:
        """Parts of data that nothing shows, and those that the text shows through a control."""
        every = {link.target for link in self.links if link.kind == "customXml"}
        shown = shown_data(self.package, self.trees.values())
        return Seen(len(every - shown)), Seen(len(shown))

    def shown_properties(self) -> Seen:
        """Properties that the text shows through a control."""
        held = [name for kind in PROPERTIES for name, _node in self._properties(kind) if name in self._shown]
        return Seen(len(held), tuple(held))

    @cached_property
    def _shown(self) -> frozenset[str]:
        return shown_properties(self.trees.values())

    def _with(self, attribute: str) -> Iterator[etree._Element]:
        return (node for root in self.trees.values() for node in root.iter("*") if attribute in node.attrib)

    def _properties(self, kind: str) -> list[tuple[str, etree._Element]]:
        names = sorted({link.target for link in self.links if link.kind == kind and not link.external})
        roots = [root for name in names if (root := parsed(self.package, name)) is not None]
        return [(etree.QName(node).localname, node) for root in roots for node in root.iterchildren("*")]


def rsid_owners(root: etree._Element) -> list[etree._Element]:
    """Return the elements that carry marks of editing sessions."""
    return cast("list[etree._Element]", _RSID_OWNERS(root))  # noqa: SLF001 - the type's own name


def plain_name(part: str) -> str:
    """Return the one spelling in which names of parts are compared."""
    return unquote(part).replace("\\", "/").lstrip("/").lower()


def _named(words: Iterable[str]) -> tuple[str, ...]:
    """Each name once, those left empty aside."""
    return tuple(dict.fromkeys(filter(None, map(str.strip, words))))
