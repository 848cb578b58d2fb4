"""How much of an element is words, and how much of it links: what tells a menu from a clause."""

from __future__ import annotations

from dataclasses import dataclass

from documents.markup.tags import HEADINGS, UNREAD
from documents.markup.tokens import Tag, Tokens

__all__ = ["Measure", "Scales", "letters_in"]

# What str.isspace() says of: counting each is many times faster than to split a long text by them.
_ASCII_SPACES = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f "
_WIDER_SPACES = (
    "\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)

_UNMEASURED = UNREAD | {"select"}


@dataclass(slots=True)
class Measure:
    """Letters without white space, those of links, the longest stretch outside links, and what else tells."""

    letters: int = 0
    linked: int = 0
    longest: int = 0
    links: int = 0
    links_within: int = 0
    headings: int = 0
    tops: int = 0
    controls: int = 0
    words: str = ""

    @property
    def linked_share(self) -> float:
        """Which part of the letters belongs to links."""
        return self.linked / self.letters if self.letters else 0.0


class Scales:
    """Measures elements of one page, within a bound of steps: what is beyond it is not measured."""

    def __init__(self, tokens: Tokens, steps: int) -> None:
        self._tokens = tokens
        self._steps = steps

    def letters(self) -> int:
        """Return how many letters the page has, what is not read with them."""
        return letters_in("".join(self._tokens.words))

    def weigh(self, first: int) -> Measure | None:
        """Return the measure of the element that the tag at `first` opens; None when too much was measured already."""
        words, tags, ends = self._tokens.words, self._tokens.tags, self._tokens.ends
        found = Measure()
        pieces: list[str] = []
        at, last, link_until = first, ends[first], -1
        while at <= last:
            self._steps -= 1
            if self._steps < 0:
                return None
            tag = tags[at]
            if at > first and words[at]:
                _add_words(found, pieces, words[at], link=at <= link_until)
            if not tag.closes:
                if tag.name == "a" and at > link_until and _leads_away(tag):
                    link_until = ends[at]
                _add_element(found, tag)
            at = (ends[at] if tag.name in _UNMEASURED else at) + 1
        found.words = "".join(pieces)
        return found


def letters_in(text: str) -> int:
    """Return how many characters of a text are not white space."""
    spaces = _ASCII_SPACES if text.isascii() else _ASCII_SPACES + _WIDER_SPACES
    return len(text) - sum(map(text.count, spaces))


def _leads_away(link: Tag) -> bool:
    href = link.attributes.get("href")
    return href is not None and not href.strip().lower().startswith(("mailto:", "tel:"))


def _add_words(found: Measure, pieces: list[str], words: str, *, link: bool) -> None:
    size = len("".join(words.split()))
    found.letters += size
    pieces.append(words)
    if link:
        found.linked += size
    else:
        found.longest = max(found.longest, size)


def _add_element(found: Measure, tag: Tag) -> None:
    name = tag.name
    if name == "a":
        href = tag.attributes.get("href") or ""
        found.links += bool(href)
        found.links_within += href.startswith("#") and len(href) > 1
    elif name in HEADINGS:
        found.headings += 1
        found.tops += name == "h1"
    elif name in {"main", "article"}:
        found.tops += 1
    elif name in {"button", "input", "select"}:
        found.controls += 1
