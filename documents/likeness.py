"""How much two texts have in common, at a glance: whether one may be another version of the other. Pure."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final

__all__ = ["alike_names", "shared_part"]

_SENTENCE: Final = re.compile(r"[^\n.!?。！？；;]+")
_VERSION: Final = re.compile(
    r"\d+|[（(【\[]|[）)】\]]|[-_\s.]+|(?<![a-z])(?:v|ver|version|rev|final|draft|clean|copy|old|new|latest|redline|of)(?![a-z])"
    r"|修订|修改|草案|终稿|定稿|最新|副本|更新|[年月日版稿第新旧]",
    re.IGNORECASE,
)
_LEAST: Final = 6  # letters, below which a sentence says nothing of a text
_NAMED: Final = 3  # letters, below which a name says nothing


def shared_part(one: str, other: str) -> float:
    """Return how much of the longer text stands in the other, sentence by sentence: 0 to 1."""
    sentences, others = _sentences(one), _sentences(other)
    whole = max(sum(map(len, sentences)), sum(map(len, others)))
    return sum(map(len, sentences & others)) / whole if whole else 0.0


def _sentences(text: str) -> set[str]:
    folded = ("".join(found.split()).casefold() for found in _SENTENCE.findall(text))
    return {words for words in folded if len(words) >= _LEAST}


def alike_names(one: str, other: str) -> bool:
    """Whether two files are called the same but for versions, dates and the like."""
    name = _named(one)
    return len(name) >= _NAMED and name == _named(other)


def _named(name: str) -> str:
    return _VERSION.sub("", PurePath(name).stem).casefold()
