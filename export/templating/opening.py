"""A firm's file opened as a template: within limits, without its macros, its tags found."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Final

from lxml import etree

from documents.errors import UnreadableDocument
from documents.word.flat import is_flat
from documents.word.package import Package
from export.errors import ExportError
from export.templating.problems import Problem, TemplateFault
from export.templating.tags import Tag, tags_of
from export.word.links import drop_links, links_of
from export.word.names import W, to_bytes
from export.word.out_package import OutPackage
from export.word.package_out import packed_parts
from export.word.plain_document import as_document

__all__ = ["Part", "Template", "open_template"]

_MOST_BYTES: Final = 60_000_000
_MOST_XML: Final = 20_000_000
_MOST_TAGS: Final = 3000
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_STORIES: Final = {"header": "header", "footer": "footer", "footnotes": "footnotes", "endnotes": "endnotes"}
_OUTSIDE: Final = ("attachedTemplate",)
"""Links to the firm's own disk, which say where the template lay and would be followed when the report is opened."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a template with tags in it: its name, what it is, its tree with every tag whole, the tags."""

    name: str
    story: str
    root: etree._Element
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A template ready to be checked and filled. `parts` are those with tags; `remarks` codes of what it brings."""

    name: str
    package: OutPackage
    parts: tuple[Part, ...] = ()
    problems: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = field(default=())


def open_template(path: Path) -> Template:
    """Return the template in a file. Raises TemplateFault for one that is none."""
    data = _bytes_of(path)
    package = _package(data, path.name)
    macros = any(link.kind == "vbaProject" for link in links_of(package))
    if macros or path.suffix.lower() != ".docx":
        package = _unpacked(as_document(package.to_bytes()))
    _without_way_home(package)
    parts, problems = _parts(package)
    if sum(len(part.tags) for part in parts) > _MOST_TAGS:
        problems.append(Problem("too_many", None, {"most": _MOST_TAGS}))
    if not parts and not problems:
        raise TemplateFault("template_no_fields", name=path.name)
    remarks = (*(["macros"] if macros else []), *_remarks(package, parts))
    return Template(path.name, package, tuple(parts), tuple(problems), remarks)


def _without_way_home(package: OutPackage) -> None:
    """Take out the link to the template that the template was made from, which stands in the settings."""
    for link in drop_links(package, lambda link: link.kind in _OUTSIDE):
        root = package.tree(link.part)
        for made in list(root.iter(f"{{{W}}}{link.kind}")):
            root.remove(made)
        package.set(link.part, to_bytes(root))


def _bytes_of(path: Path) -> bytes:
    if not path.is_file():
        raise TemplateFault("template_missing", name=path.name)
    if path.stat().st_size > _MOST_BYTES:
        raise TemplateFault("template_too_large", name=path.name)
    data = path.read_bytes()
    if data.startswith(_OLE):
        code = "template_encrypted" if _ENCRYPTED in data else "template_old"
        raise TemplateFault(code, name=path.name)
    if is_flat(data) or not data.startswith(b"PK"):
        raise TemplateFault("template_not_word", name=path.name)
    return data


def _package(data: bytes, name: str) -> OutPackage:
    """Return the parts of a file, each of which can be unpacked and, where it is XML, read without danger."""
    try:
        read = Package(data, name=name)
        main = read.main_part
        for part in read.names:
            if part.endswith((".xml", ".rels")):
                read.tree(part)
            else:
                read.raw(part)
        package = _unpacked(data)
    except UnreadableDocument as error:
        codes = {"encrypted": "template_encrypted", "too_large": "template_too_large", "not_word": "template_not_word"}
        raise TemplateFault(codes.get(error.code, "template_damaged"), name=name) from error
    except (ExportError, zipfile.BadZipFile, zlib.error, KeyError) as error:
        raise TemplateFault("template_damaged", name=name) from error
    if package.main != main or package.tree(main).tag.rpartition("}")[2] != "document":
        raise TemplateFault("template_not_word", name=name)
    return package


def _unpacked(data: bytes) -> OutPackage:
    archive = zipfile.ZipFile(BytesIO(data))
    names = [info.filename for info in archive.infolist() if not info.is_dir()]
    return OutPackage({name: archive.read(name) for name in names}, packed=packed_parts(data))


def _parts(package: OutPackage) -> tuple[list[Part], list[Problem]]:
    """Return the parts of a template that hold tags, the text first."""
    parts: list[Part] = []
    problems: list[Problem] = []
    for name, story in _stories(package):
        if len(package[name]) > _MOST_XML:
            raise TemplateFault("template_too_large", name=name)
        root = package.tree(name)
        tags, wrong = tags_of(root, story)
        if (tags or wrong) and root.nsmap.get("w") != W:
            wrong.append(Problem("prefix"))
        problems += wrong
        if tags:
            parts.append(Part(name, story, root, tuple(tags)))
    return parts, problems


def _stories(package: OutPackage) -> Iterator[tuple[str, str]]:
    yield package.main, "body"
    seen = set()
    for link in links_of(package):
        if link.part == package.main and link.kind in _STORIES and not link.external and link.target not in seen:
            seen.add(link.target)
            if link.target in package:
                yield link.target, _STORIES[link.kind]


def _remarks(package: OutPackage, parts: list[Part]) -> Iterator[str]:
    """Yield what the template brings along that its owner may not know of."""
    main = package.tree(package.main)
    if next(main.iter(f"{{{W}}}commentReference"), None) is not None:
        yield "comments"
    if next(main.iter(f"{{{W}}}ins", f"{{{W}}}del", f"{{{W}}}moveFrom"), None) is not None:
        yield "changes"
    if any(link.external and link.kind == "image" for link in links_of(package)):
        yield "pictures"
    if not any(part.story == "body" for part in parts):
        yield "no_body"
