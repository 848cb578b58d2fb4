"""What became of a note on a new version, and what should be looked at: a code, its English words, its Chinese ones."""

from __future__ import annotations

from documents.sentences import Sentences

__all__ = ["ALERTS", "STATES"]

STATES: Sentences = {
    "unchanged": ("unchanged", "原文未变"),
    "edited": ("edited", "原文有改动"),
    "moved": ("moved", "原文已移动"),
    "ambiguous": ("to be placed", "待指定位置"),
    "lost": ("its words are gone", "原文已删"),
}
ALERTS: Sentences = {
    "number": ("a number changed", "数字有变"),
    "negation": ("a negation changed", "否定词有变"),
    "modal": ("may, shall or must changed", "可以、应当、不得等用语有变"),
    "scope": ("what is included changed", "“包括”“仅限于”等范围用语有变"),
    "opposite": ("a word gave way to its opposite", "用词变为相反的意思"),
    "party": ("a party changed", "当事人有变"),
    "term": ("a name or defined term changed", "名称或定义术语有变"),
}
