"""Tables of contents: labelled lines that stand a second time as the headings they point to."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

__all__ = ["contents_lines", "titled_contents"]

_LEADING_TO_PAGE = ".…·_;；。,，-"
_LEAST = 3
_MOST_TIMES = 3
_LONGEST = 200
_TITLED = re.compile(
    r"\W*(?:table\s+of\s+contents|contents|index|目\s*[录錄次]|inhalts?verzeichnis|inhalt|sommaire|"
    r"table\s+des\s+matières|[íi]ndice)\W*",
    re.IGNORECASE,
)
_LEADS_TO = re.compile(r"\D[\s.…·_]*?(?:(?<=[\s.…·_])(?P<page>\d{1,4})|(?<=\s)(?P<roman>[ivxl]{1,6}))$")
_BETWEEN = 4


def contents_lines(labels: Sequence[str], words: Sequence[str]) -> frozenset[int]:
    """Return the indexes of lines that are entries of a table of contents.

    A run of at least three labelled lines next to each other, most of which come again further down, is one.
    """
    keys = [_key(label, line) if label else None for label, line in zip(labels, words, strict=True)]
    last_seen: dict[tuple[str, str], int] = {key: index for index, key in enumerate(keys) if key}
    times = Counter(keys)
    keys = [key if times[key] <= _MOST_TIMES else None for key in keys]
    found: set[int] = set()
    for run in _runs(keys):
        again = [index for index in run if last_seen[keys[index] or ("", "")] > run[-1]]
        if len(again) >= _LEAST and len(again) * 3 >= len(run) * 2:
            following = _next_labelled(keys, run[-1])
            first = next((at for at in run[: len(run) // 3 + 1] if keys[at] == following), None)
            found.update(run[run.index(first) :] if first is not None else run[: run.index(again[-1]) + 1])
    return frozenset(found)


def _next_labelled(keys: Sequence[tuple[str, str] | None], after: int) -> tuple[str, str] | None:
    """The next labelled line: an entry that it is again is the first of the contents, and they end just before it."""
    return next((key for key in keys[after + 1 :] if key), None)


def _key(label: str, words: str) -> tuple[str, str] | None:
    if not words or len(words) > _LONGEST:
        return None
    return label, _without_page(words).casefold()


def _without_page(words: str) -> str:
    """Return a line without the number of a page and the dots that lead to it."""
    end = len(words)
    while end and words[end - 1].isdecimal():
        end -= 1
    while end and (words[end - 1] in _LEADING_TO_PAGE or words[end - 1].isspace()):
        end -= 1
    return words[:end]


def _runs(keys: Sequence[tuple[str, str] | None]) -> list[list[int]]:
    runs: dict[int, list[int]] = defaultdict(list)
    number = 0
    seen: set[tuple[str, str]] = set()
    for index, key in enumerate(keys):
        if key is None or key in seen:
            number += 1
            seen = set()
        if key is not None:
            runs[number].append(index)
            seen.add(key)
    return list(runs.values())


def titled_contents(words: Sequence[str]) -> frozenset[int]:
    """Return the indexes of lines under "Table of Contents" that lead to pages, and of those among them.

    The numbers of pages go up and never down; at most four lines in a row (an article, its title) may have none.
    """
    found: set[int] = set()
    for index, line in enumerate(words):
        if index not in found and len(line) < _LONGEST and _TITLED.fullmatch(line):
            last = _last_entry(words, index + 1)
            found.update(range(index + 1, last + 1))
    return frozenset(found)


def _last_entry(words: Sequence[str], first: int) -> int:
    """Return the index of the last line that leads to a page; one before the first where hardly any does."""
    last, page, entries = first - 1, 0, 0
    for index in range(first, len(words)):
        match = _LEADS_TO.search(words[index].strip()) if len(words[index]) < _LONGEST else None
        if match and int(match["page"] or 0) >= page:
            last, page, entries = index, int(match["page"] or 0), entries + 1
        elif match or index - last > _BETWEEN:
            break
    return last if entries >= _LEAST else first - 1
