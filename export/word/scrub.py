"""Take out of a received Word file what its readers should not learn: people, programs, paths, earlier states.

docs/decisions/0011 says what and why. Parts in which nothing was found go out with the bytes they came in with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from export.found import Fate
from export.word.base import Base
from export.word.bindings import parsed, shown_data, shown_properties
from export.word.findings_in_package import fate_of
from export.word.links import Link, drop_links, links_of
from export.word.names import to_bytes, w
from export.word.neutral_names import NeutralNames, forget_accounts, forget_editors
from export.word.out_package import OutPackage
from export.word.picture_details import without_details
from export.word.survey import COUNTS, DOCUMENT_IDS, MERGE_LINKS, PICTURES, PROPERTIES, Survey, rsid_owners

__all__ = ["scrub"]

_LINKS: Final[Mapping[str, str]] = {
    "attachedTemplate": "template",
    "printerSettings": "printer",
    "thumbnail": "thumbnail",
    "custom-properties": "custom_properties",
    "documenttasks": "tasks",
    "classificationlabels": "labels",
    **dict.fromkeys(MERGE_LINKS, "mail_merge"),
}
_ELEMENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "template": (w("attachedTemplate"),),
    "printer": (w("printerSettings"),),
    "mail_merge": (w("mailMerge"),),
    "variables": (w("docVars"),),
    "rsids": (w("rsids"), w("rsid"), w("proofErr")),
    "document_ids": DOCUMENT_IDS,
}


def scrub(base: Base, profile: str, language: str, *, received: bool = True) -> None:
    """Scrub a file for the readers of `profile` before anything of ours is put in; for internal, nothing.

    Of a file that was not `received`, but made here from one, only the pictures are another's.
    """
    if received and profile != "internal":
        _scrub_received(base, profile, language)
    if _goes("picture_details", profile):
        _scrub_pictures(base.package)


def _scrub_received(base: Base, profile: str, language: str) -> None:
    package = base.package
    survey = Survey(package)
    trees = {**survey.trees, **_live(base, survey.trees)}
    kept_data = shown_data(package, survey.trees.values())
    kept_properties = shown_properties(survey.trees.values())
    for name in _scrub_trees(trees, profile, language):
        package.set(name, to_bytes(trees[name]))
    _scrub_links(package, kept_data, profile)
    if _goes("properties", profile):
        _scrub_properties(package, kept_properties)
    if _goes("orphans", profile):
        for name in survey.orphans().names:
            package.remove(name)


def _scrub_pictures(package: OutPackage) -> None:
    """Take the details out of the pictures of a package."""
    for name in package.names():
        if name.lower().endswith(PICTURES):
            plain = without_details(package[name])
            if plain != package[name]:
                package.set(name, plain)


def _goes(code: str, profile: str) -> bool:
    return fate_of(code, profile) is not Fate.STAYS


def _live(base: Base, trees: Mapping[str, etree._Element]) -> dict[str, etree._Element]:
    """The trees that comments will be put on, under the names that the package has for them."""
    live = {name.lower(): tree for name, tree in base.trees.items()}
    return {name: live[name.lower()] for name in trees if name.lower() in live}


def _scrub_trees(trees: Mapping[str, etree._Element], profile: str, language: str) -> Iterator[str]:
    """Scrub each tree; yield the names of those that are no longer what they were."""
    unwanted = {tag for code, tags in _ELEMENTS.items() if _goes(code, profile) for tag in tags}
    names = NeutralNames(language)
    for name, root in trees.items():
        changed = [_without(root, unwanted)]
        if _goes("rsids", profile):
            changed.append(_without_rsids(root))
        if _goes("comments", profile):
            changed.append(names.put_in(root))
        if _goes("accounts", profile):
            changed.append(forget_accounts(root))
        if _goes("editors", profile):
            changed.append(forget_editors(root))
        if any(changed):
            yield name


def _without(root: etree._Element, tags: set[str]) -> bool:
    gone = list(root.iter(*tags))
    for node in gone:
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    return bool(gone)


def _without_rsids(root: etree._Element) -> bool:
    owners = rsid_owners(root)
    for node in owners:
        for attribute in [a for a in node.attrib if str(a).startswith(w("rsid"))]:
            del node.attrib[attribute]
    return bool(owners)


def _scrub_links(package: OutPackage, kept_data: frozenset[str], profile: str) -> None:
    kinds = {kind for kind, code in _LINKS.items() if _goes(code, profile)}
    data = _goes("custom_data", profile)

    def unwanted(link: Link) -> bool:
        return link.kind in kinds or (data and link.kind == "customXml" and link.target not in kept_data)

    drop_links(package, unwanted)


def _scrub_properties(package: OutPackage, shown: frozenset[str]) -> None:
    """Take out every property but counts, and those that the text itself shows."""
    names = {link.target for link in links_of(package) if link.kind in PROPERTIES and not link.external}
    for name in sorted(names):
        root = parsed(package, name)
        if root is None:
            continue
        gone = [node for node in root.iterchildren("*") if etree.QName(node).localname not in COUNTS | shown]
        for node in gone:
            root.remove(node)
        if gone:
            package.set(name, to_bytes(root))
