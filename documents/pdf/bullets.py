"""Bullets that come without a name: letters of a font's own, or control characters, before the words of an item."""

from __future__ import annotations

import re
from collections import Counter

from documents.word.symbols import letters_in

__all__ = ["with_bullets"]

_PRIVATE_SPACE, _PRIVATE_BULLET = "\uf020", "\uf0b7"
_UNSEEN = "\x1f"
_NAMELESS = re.compile("[\x01\x02\x04-\x08\x0e-\x1f\x7f-\x9f\uf021-\uf0ff]")
# U+0003 is no bullet: fonts without a table back to letters have their space there.
_BEFORE_WORDS = re.compile("(?:(?<=[ \r\n])|^)[\x01\x02\x04-\x08\x0e-\x1f\x7f-\x9f\uf021-\uf0ff](?= +[^\\W_])")
_SEVERAL = 2
_BULLET = "•"


def with_bullets(letters: str) -> str:
    """Return the letters of a page, one for one, with what bullets look like where that can be told, else "•".

    A control character is one where it stands before words twice.
    """
    if not _NAMELESS.search(letters):
        return letters
    spaced = letters.replace(_PRIVATE_SPACE, " ")
    times = Counter(_BEFORE_WORDS.findall(spaced))

    def shown(match: re.Match[str]) -> str:
        letter = match[0]
        if letter < _PRIVATE_SPACE:
            return _BULLET if times[letter] >= _SEVERAL else letter
        known = _BULLET if letter == _PRIVATE_BULLET else letters_in(letter, "wingdings")
        return _BULLET if known == letter else known

    return "".join(map(_kept, letters, _BEFORE_WORDS.sub(shown, spaced)))


def _kept(before: str, after: str) -> str:
    """Return a symbol font's space as what nobody sees: as a space it would reach over the gap between columns."""
    return _UNSEEN if before == _PRIVATE_SPACE else after
