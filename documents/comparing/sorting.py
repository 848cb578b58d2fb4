"""What sort of change an edit is: its signs of danger, and the categories a list is filtered by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from documents.comparing.model import Category
from documents.comparing.words import tokens
from documents.dangers import Terms, dangers
from documents.model import Span

__all__ = ["Place", "Sorter", "says_figure"]

_NO_WORD: Final = re.compile(r"[\W_]+")
_FIGURE: Final = re.compile(r"\d|[百千万]分之|[零〇一二三四五六七八九十百千万两]+(?=[年月日天个周元万亿倍次岁名])")
_WEST: Final = r"[^\W_\u2e80-\U0003ffff]"
_BEFORE: Final = re.compile(rf"(?:{_WEST}+[ ’'-]?|[\u2e80-\U0003ffff]{{1,2}})\Z")
_BEHIND: Final = re.compile(rf"[ ’'-]?{_WEST}+|[\u2e80-\U0003ffff]{{1,2}}")
_AROUND: Final = 16
_FEW: Final = 4  # words that come or go, from which on something is said that was not
_FEW_LETTERS: Final = 8  # the same where words are not set apart
_NO_SIGN_OF: Final = ("party", "term")  # what came or went whole: it names somebody, always
_REFERENCE: Final = re.compile(
    r"(?:\b(?:sections?|clauses?|articles?|paragraphs?|annex|schedule|art\.|ziffer)|§§?|\b(?:and|to|or|,))\s*"
    r"(?P<number>(?:[A-Z]\.?)?\d+(?:\.\d+)*(?:\(\w{1,3}\))*|[A-Z]\b)|(?P<hanzi>第\s*[\d零〇一二三四五六七八九十百]+\s*[条條章节節款项項])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """An edit's words in a text, and the block or blocks round them."""

    text: str
    span: Span
    within: Span

    @property
    def words(self) -> str:
        """What went, or what came."""
        return self.span.of(self.text)

    def wider(self) -> str:
        """Return the words with the next one on each side: "at least" for least, 可以 for 以."""
        before = self.text[max(self.within.start, self.span.start - _AROUND) : self.span.start]
        behind = self.text[self.span.end : min(self.within.end, self.span.end + _AROUND)]
        left, right = _BEFORE.search(before), _BEHIND.match(behind)
        return (left.group() if left else "") + self.words + (right.group() if right else "")

    def reference(self) -> str:
        """Return the number of the clause that is referred to where the edit is, "" for none."""
        start = max(self.within.start, self.span.start - _AROUND)
        near = self.text[start : min(self.within.end, self.span.end + _AROUND)]
        here = range(self.span.start - start, self.span.end - start)
        for found in _REFERENCE.finditer(near):
            name = found.lastgroup or "number"
            if found.start(name) <= here.start and here.stop <= found.end(name):
                return "".join(found[name].split())
        return ""


@dataclass(frozen=True)
class Sorter:
    """Knows the names and terms of both texts, and which clauses have another number now."""

    terms: Terms
    renumbered: AbstractSet[tuple[str, str]] = frozenset()

    def sorted(self, old: Place, new: Place) -> tuple[tuple[Category, ...], tuple[str, ...]]:
        """Return the categories of an edit, and its signs of danger."""
        if len(old.span) and len(new.span) and (old.reference(), new.reference()) in self.renumbered:
            return (Category.RENUMBERING,), ()
        comes_or_goes = _comes_or_goes(old.words, new.words)
        signs = self._signs(old, new)
        if not (old.words.strip() and new.words.strip()) and comes_or_goes:
            signs = tuple(sign for sign in signs if sign not in _NO_SIGN_OF)
        if not signs and _letters(old.words) == _letters(new.words):
            return (Category.FORM,), ()
        found = [Category.SUBSTANTIVE] if comes_or_goes or any(sign != "number" for sign in signs) else []
        found += [Category.NUMBERS] if "number" in signs else []
        return tuple(found) or (Category.WORDING,), signs

    def _signs(self, old: Place, new: Place) -> tuple[str, ...]:
        if _letters(old.words) == _letters(new.words) and not _FIGURE.search(old.words + new.words):
            return ()
        return dangers(old.wider(), new.wider(), self.terms)


def says_figure(words: str) -> bool:
    """Whether words that came or went hold a number, date or amount."""
    return _FIGURE.search(words) is not None


def _letters(words: str) -> str:
    return _NO_WORD.sub("", unicodedata.normalize("NFKC", words)).casefold()


def _comes_or_goes(old: str, new: str) -> bool:
    return abs(_weight(old) - _weight(new)) >= 1


def _weight(words: str) -> float:
    """Return how much some words are, 1 for enough to say something."""
    return sum((1 / _FEW_LETTERS if len(one) == 1 else 1 / _FEW) for one in tokens(words) if one[0].isalnum())
