"""What the export window can make, and as which kinds of file."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from export.writers import WRITERS

__all__ = ["REPORTS", "Form", "Product", "known_products"]

REPORTS = ("memo", "gap", "template", "html", "md")
"""Products whose sections can be chosen."""


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file a product comes as: the writer's kind, the suffix, `--to`, what people call it."""

    kind: str
    suffix: str
    to: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Product:
    """One thing that can be made: what people call it, what it is, as which files it comes, the usual one first.

    `more`: it is one of the rarer ones.
    """

    kind: str
    name: str
    what: str
    forms: tuple[Form, ...]
    more: bool = False


def known_products() -> list[Product]:
    """Return every product, in the order of the rows."""
    translate = QCoreApplication.translate
    paged = ("Word", "docx"), ("PDF", "pdf")
    memo, gap, changes = (
        tuple(Form(kind, f".{to}", to, name) for name, to in paged) for kind in ("memo", "gap", "changes")
    )
    policy = (Form("word", ".docx", "", "Word"), Form("pdf", ".pdf", "", "PDF"))
    rows = (
        ("word", translate("Products", "Annotated policy"), translate("Products", "With comments"), policy, False),
        ("memo", translate("Products", "Review memo"), translate("Products", "Conclusion, findings"), memo, False),
        ("gap", translate("Products", "Gap report"), translate("Products", "Scale, checklist, plan"), gap, False),
        ("changes", translate("Products", "Changes"), translate("Products", "Since the last version"), changes, False),
        ("xlsx", translate("Products", "Issue list"), translate("Products", "Excel, to fill in"), (), False),
        ("template", translate("Products", "Firm's template"), translate("Products", "Your own Word file"), memo, True),
        ("html", translate("Products", "Web page"), translate("Products", "The memo (.html)"), (), True),
        ("md", translate("Products", "Markdown"), translate("Products", "The memo (.md)"), (), True),
        ("csv", translate("Products", "Table"), translate("Products", "Findings (.csv)"), (), True),
        ("jsonld", translate("Products", "Notes as data"), translate("Products", "Annotations (.jsonld)"), (), True),
    )
    suffixes = {writer.kind: writer.suffix for writer in WRITERS}
    return [
        Product(kind, name, what, forms or (Form(kind, suffixes[kind]),), more)
        for kind, name, what, forms, more in rows
    ]
