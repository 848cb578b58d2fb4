"""Finding words in the shown policy: on our own text, whatever the width or case of the letters. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.model import Clause, PolicyDocument, Span

if TYPE_CHECKING:
    from documents.normal import Normal

__all__ = ["Finder", "Found"]

_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Found:
    """The places of some words, and which of them is looked at."""

    words: str = ""
    spans: tuple[Span, ...] = ()
    current: int = -1

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

    def find(self, words: str, near: int = 0) -> Found:
        """Return every place of the words; the first one from `near` on is the current one."""
        if self._policy is None or not words.strip():
            return Found(words)
        from documents.normal import Normal

        if self._normal is None:
            self._normal = Normal(self._policy.text)
        wanted = Normal(words.strip()).text
        spans = tuple(self._places(self._normal, wanted)) if wanted else ()
        following = next((number for number, span in enumerate(spans) if span.end > near), 0)
        return Found(words, spans, following if spans else -1)

    def clause(self, words: str) -> Clause | None:
        """Return the clause whose address or number the words are, if any."""
        if self._policy is None:
            return None
        wanted = _bare(words)
        return next((c for c in self._policy.clauses if wanted and wanted in (_bare(c.address), _bare(c.label))), None)

    def _places(self, normal: Normal, wanted: str) -> list[Span]:
        found: list[Span] = []
        start = normal.text.find(wanted)
        while start >= 0 and len(found) < _MOST:
            found.append(normal.to_original(start, start + len(wanted)))
            start = normal.text.find(wanted, start + len(wanted))
        return found


def _bare(words: str) -> str:
    from documents.normal import Normal

    return Normal(words).text.strip().strip(".、．()（）").replace(" ", "")
