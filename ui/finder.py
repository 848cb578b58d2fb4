"""Finding words in the shown policy, on our own text: whatever their case and width, or as exactly as asked. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.model import Clause, PolicyDocument, Span

if TYPE_CHECKING:
    from documents.normal import Normal

__all__ = ["Finder", "Found", "Ways"]

_MOST = 10_000
_MEMORY = 8_000_000


@dataclass(frozen=True, slots=True)
class Ways:
    """How exactly to look: by case, by width of letters, for whole words only, or for a regular expression."""

    case: bool = False
    width: bool = False
    whole_words: bool = False
    pattern: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The places of some words, and which of them is looked at; `wrong` where the words are no regular expression."""

    words: str = ""
    spans: tuple[Span, ...] = ()
    current: int = -1
    wrong: bool = False

    def moved(self, step: int) -> Found:
        """Return the same places with the next or the previous one looked at, round the ends."""
        if not self.spans:
            return self
        return Found(self.words, self.spans, (self.current + step) % len(self.spans))


class Finder:
    """Folds a policy's text once, when the first words are looked for."""

    def __init__(self, policy: PolicyDocument | None) -> None:
        self._policy = policy
        self._normal: Normal | None = None

    def find(self, words: str, near: int = 0, ways: Ways = Ways()) -> Found:
        """Return every place of the words; the first one from `near` on is the current one."""
        if self._policy is None or not words.strip():
            return Found(words)
        places = self._matches(words, ways) if ways.pattern else self._places(words.strip(), ways)
        if places is None:
            return Found(words, wrong=True)
        text = self._policy.text
        spans = tuple(span for span in places if not ways.whole_words or _stands_alone(text, span))
        following = next((number for number, span in enumerate(spans) if span.end > near), 0)
        return Found(words, spans, following if spans else -1)

    def clause(self, words: str) -> Clause | None:
        """Return the clause whose address or number the words are, if any."""
        if self._policy is None:
            return None
        wanted = _bare(words)
        return next((c for c in self._policy.clauses if wanted and wanted in (_bare(c.address), _bare(c.label))), None)

    def _places(self, words: str, ways: Ways) -> list[Span]:
        from documents.normal import Normal

        assert self._policy is not None
        if self._normal is None:
            self._normal = Normal(self._policy.text)
        wanted = Normal(words).text
        text, exact = self._policy.text, _as_exact(words, ways)
        found: list[Span] = []
        for span in _stretches(self._normal, wanted):
            if not (ways.case or ways.width) or _as_exact(span.of(text), ways) == exact:
                found.append(span)
            if len(found) == _MOST:
                break
        return found

    def _matches(self, words: str, ways: Ways) -> list[Span] | None:
        """Return what a regular expression matches, None where it is none. Its time is linear whatever it says."""
        import re2

        assert self._policy is not None
        options = re2.Options()
        options.case_sensitive = ways.case
        options.log_errors = False
        options.max_mem = _MEMORY
        try:
            pattern = re2.compile(f"(?m){words}", options)
        except re2.error:
            return None
        found: list[Span] = []
        for match in pattern.finditer(self._policy.text):
            if match.end() > match.start():
                found.append(Span(match.start(), match.end()))
            if len(found) == _MOST:
                break
        return found


def _stretches(normal: Normal, wanted: str) -> Iterator[Span]:
    start = normal.text.find(wanted) if wanted else -1
    while start >= 0:
        yield normal.to_original(start, start + len(wanted))
        start = normal.text.find(wanted, start + len(wanted))


def _as_exact(words: str, ways: Ways) -> str:
    """Return words folded in all but what was asked to count; white space never does."""
    told = words if ways.width else unicodedata.normalize("NFKC", words)
    told = told if ways.case else told.casefold()
    return "".join(told.split())


def _stands_alone(text: str, span: Span) -> bool:
    """Whether words do not go on beyond a place. Chinese has no spaces: there every place stands alone."""
    before, after = text[max(0, span.start - 1) : span.start + 1], text[max(0, span.end - 1) : span.end + 1]
    return not (_inside(before) if span.start else False) and not _inside(after)


def _inside(two: str) -> bool:
    return len(two) == 2 and all(letter == "_" or (letter.isalnum() and not _is_wide(letter)) for letter in two)


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"


def _bare(words: str) -> str:
    from documents.normal import Normal

    return Normal(words).text.strip().strip(".、．()（）").replace(" ", "")
