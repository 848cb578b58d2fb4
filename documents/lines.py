"""What the words of a line look like: a heading, a list's opening, a sentence."""

from __future__ import annotations

import re

__all__ = ["begins_small", "first_words", "introduces", "is_dated", "is_heading_like", "shortened", "without_pictures"]

_PICTURE = "\ufffc"
_ENDS = tuple("。；;.!！?？…,，、：:")
_INNER = re.compile(r"[。；;！!？?]|[.] ")
_HANZI = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7a3]")
_BREAK = re.compile(r"[，,。；;：:！!？?、\n]|[.](?=\s|$)")
_DATED = re.compile(r"\d{4}\s*[年./-]|日期|更新|生效|[:：]$|\b(?:effective|updated|version|date)\b", re.IGNORECASE)
_LONGEST_HEADING = 100
_LONGEST_HANZI_HEADING = 40
_LONGEST_DOTTED = 60
_TITLE = 40
_SHORT_WORD = 3
_HARDLY_ANY = 2
_FEW = 4
_SUBJECTS = {"we", "you", "they", "it", "he", "she", "this", "these", "none", "there"}
_QUOTES = "”’\"')）》」』】"


def is_heading_like(words: str) -> bool:
    """Whether `words`, without their number, could be a heading: short, and no sentence."""
    stripped = words.strip()
    if len(stripped) > _LONGEST_HEADING:
        return False
    longest = _LONGEST_HANZI_HEADING if _HANZI.search(stripped) else _LONGEST_HEADING
    if not stripped or len(stripped) > longest:
        return False
    if stripped.endswith(".") and not _HANZI.search(stripped):  # "4. Payment." is a heading, as English lawyers write
        return len(stripped) <= _LONGEST_DOTTED and not _INNER.search(stripped[:-1]) and _is_capitalised(stripped)
    return not stripped.rstrip(_QUOTES).endswith(_ENDS) and not _INNER.search(stripped)


def _is_capitalised(words: str) -> bool:
    """Whether most longer words begin with a capital, or there are hardly any and no more than a few short ones."""
    found = re.findall(r"[^\W\d_]+", words)
    longer = [word for word in found if len(word) > _SHORT_WORD]
    if len(longer) <= _HARDLY_ANY:
        return len(found) <= _FEW and found[0].lower() not in _SUBJECTS if found else True
    return sum(1 for word in longer if word[0].isupper()) * 2 > len(longer)


def begins_small(words: str) -> bool:
    """Whether `words` begin with a small letter, as an item does and no heading; Chinese may begin with vivo or iOS."""
    return words[:1].islower() and words[1:2].islower() and not _HANZI.search(words)


def is_dated(words: str) -> bool:
    """Whether `words` say when something was written or takes effect; a heading does not."""
    return _DATED.search(words) is not None


def introduces(words: str) -> bool:
    """Whether `words` end in a colon, so that a list is to be expected."""
    return words.rstrip().endswith((":", "：", "——", "—"))


def first_words(words: str) -> str:
    """Return the words of a running paragraph up to its first punctuation, at most about 40 characters."""
    stripped = words.strip()
    match = _BREAK.search(stripped, 2)
    return shortened(stripped[: match.start()] if match else stripped, _TITLE)


def without_pictures(words: str) -> str:
    """Return `words` with a space for each picture among them."""
    return words.replace(_PICTURE, " ")


def shortened(words: str, most: int) -> str:
    """Return `words` on one line without pictures, cut to `most` characters, English between words if that is near."""
    words = without_pictures(words)
    flat = " ".join(words[: 2 * most].split())
    if len(flat) <= most:
        flat = " ".join(words.split()) if len(words) > 2 * most else flat
        if len(flat) <= most:
            return flat
    cut = flat[:most]
    space = cut.rfind(" ")
    return (cut[:space] if space > most // 2 and not _HANZI.search(cut[space:]) else cut).rstrip(" ,，、-–(（")
