"""What a file that goes out is called: matter, product, whom it is for, the day. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from export.wording import in_language

__all__ = ["Product", "product_name", "safe_name", "suggested_name"]

_PRODUCTS: Final[Mapping[str, tuple[str, str]]] = {
    "word": ("Annotated policy", "批注稿"),
    "pdf": ("Annotated policy", "批注稿"),
    "print": ("Printed policy", "打印稿"),
    "memo": ("Review memo", "合规审查备忘录"),
    "gap": ("Gap report", "隐私政策合规评估报告"),
    "xlsx": ("Issue list", "问题清单"),
    "csv": ("Issue list", "问题清单"),
    "html": ("Review memo", "合规审查备忘录"),
    "md": ("Review memo", "合规审查备忘录"),
    "jsonld": ("Notes", "批注数据"),
    "changes": ("Changes", "变更说明"),
    "comparison": ("Comparison", "修订对照"),
    "package": ("Review package", "送审包"),
}
_FOR_WHOM: Final[Mapping[str, tuple[str, str]]] = {
    "internal": ("Internal", "内部版"),
    "client": ("Client", "客户版"),
    "outside": ("Outside", "对外版"),
}
_FORBIDDEN: Final = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+'
)
"""What a file system takes no name with, or what makes a name look like another."""
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(?![^.\s])")
_LONGEST: Final = 120
"""Bytes of the matter's name in UTF-8: with the rest, no name is longer than the 255 that file systems hold."""


@dataclass(frozen=True, slots=True)
class Product:
    """What goes out: a kind as `--as` names it, for whom, in which language, with which suffix (dot and all)."""

    kind: str
    profile: str
    language: str
    suffix: str


def suggested_name(matter: str, product: Product, day: date, taken: Collection[str] = ()) -> str:
    """Return a name such as 云杉记账_合规审查备忘录_客户版_20261122.docx that no file in `taken` has, by whatever case.

    `matter` is the matter's own name, without a suffix. The second file of a day is _v2.
    """
    whom = in_language(_FOR_WHOM[product.profile], product.language)
    what = in_language(_PRODUCTS.get(product.kind, (product.kind, product.kind)), product.language)
    stem = "_".join(filter(None, (_plain(matter), what, whom, f"{day:%Y%m%d}")))
    held = {_same(name) for name in taken}
    number, name = 1, f"{stem}{product.suffix}"
    while _same(name) in held:
        number += 1
        name = f"{stem}_v{number}{product.suffix}"
    return name


def product_name(kind: str, language: str) -> str:
    """Return what a product is called, as in the names of its files."""
    return in_language(_PRODUCTS.get(kind, (kind, kind)), language)


def safe_name(file_name: str) -> str:
    """Return the name of a file that came from anywhere as every file system takes it, its suffix kept."""
    stem, dot, suffix = file_name.rpartition(".")
    if not dot or not stem:
        return _plain(file_name) or "_"
    return f"{_plain(stem) or '_'}.{_plain(suffix)[:20]}"


def _plain(matter: str) -> str:
    """Return a matter's name as every file system takes it."""
    words = " ".join(_FORBIDDEN.sub(" ", unicodedata.normalize("NFC", matter)).split()).strip(" .")
    cut = words.encode()[:_LONGEST].decode("utf-8", "ignore").rstrip(" .")
    return f"_{cut}" if _RESERVED.match(cut) else cut


def _same(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
