"""What reports that come back are known by, and the words in them that are nobody's: shared with what writes them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from annotations.codec import CHOICES
from annotations.past import folded
from annotations.words import LABELS, SHORT

__all__ = [
    "ANSWER",
    "CELL_HOLDS",
    "CUT",
    "FIELDS_IN_A_ROW",
    "FIELDS_IN_WORDS",
    "FILL_IN",
    "JUDGED",
    "MARK_COLUMN",
    "NOTE",
    "QUESTION",
    "REMARK",
    "RESPONSE",
    "UNTITLED",
    "choice_of",
    "is_blank",
    "is_cut",
    "units",
]

NOTE: Final = "note"
"""What the mark of a row names as its field: the note as a whole."""
MARK_COLUMN: Final = "mark"
"""The name of the hidden column that bears the marks."""
QUESTION: Final = "question"
RESPONSE: Final = "response"
"""What a client answers to a finding; in a memo, to its question."""
REMARK: Final = "response_note"
ANSWER: Final = "answer"

FILL_IN: Final = ("[fill in]", "〔待填〕")
UNTITLED: Final = ("(untitled)", "（未加标题）")
CUT: Final = (
    " [… cut here: a cell holds no more. The whole of it stands in the memo.]",
    "〔……单元格容量有限，此处截断，全文见备忘录。〕",
)
CELL_HOLDS: Final = 32_767
"""UTF-16 units that a cell of a workbook holds."""

FIELDS_IN_WORDS: Final = (
    "title", "quote_translation", "issue", "consequence", "legal_basis", "recommendation", "question",
    "proposed_wording", "owner", "due", "status", RESPONSE,
)  # fmt: skip
"""The fields of a note that a Word file shows under a mark of their own."""

FIELDS_IN_A_ROW: Final = (
    "severity", "likelihood", "impact", "title", "quote_translation", "issue", "consequence", "legal_basis",
    "recommendation", "proposed_wording", "category", "status", "owner", "due",
)  # fmt: skip
"""The columns of a workbook that are fields of a note; the others are worked out, or the policy's own words."""

JUDGED: Final = frozenset({"severity", "issue", "consequence", "recommendation", "status", "owner", "due", "category"})
"""What only the client is shown: a report with none of it went to outsiders."""

_BLANKS: Final = frozenset(folded(words) for words in (*FILL_IN, *UNTITLED))


def is_blank(words: str) -> bool:
    """Whether words only stand where somebody should write."""
    return folded(words) in _BLANKS | {""}


def units(words: str) -> int:
    """Return how many UTF-16 units words take."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def is_cut(words: str) -> bool:
    """Whether the words of a cell end in the sentence that says they were cut."""
    return any(folded(words).endswith(folded(ending)) for ending in CUT)


def choice_of(field: str, words: str) -> str | None:
    """Return the value a word stands for in either language, None for a word that is none of the choices."""
    return _CHOICES[field].get(folded(words).casefold())


def _words_of(kind: type[StrEnum]) -> Mapping[str, str]:
    pairs = [(value, words) for (owner, value), pair in LABELS.items() if owner is kind for words in pair]
    pairs += [(value.value, words) for value, pair in SHORT.items() if isinstance(value, kind) for words in pair]
    return {folded(words).casefold(): value for value, words in pairs}


_CHOICES: Final[Mapping[str, Mapping[str, str]]] = {
    name: _words_of(CHOICES[name]) for name in ("severity", "likelihood", "impact", "status")
}
