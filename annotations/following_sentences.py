"""What became of a note on a new version, why, and what should be looked at: a code, English words, Chinese ones."""

from __future__ import annotations

from documents.sentences import Sentences

__all__ = ["ALERTS", "STATES", "WHYS"]

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
WHYS: Sentences = {
    "same": ("The same words, in the same place.", "文字与位置均未变。"),
    "beside": ("The words are the same; what stands right beside them is not.", "文字未变，但紧邻的文字有变。"),
    "edited": ("The words were changed.", "文字有改动。"),
    "renumbered": ("Only the number of its clause is another one now.", "仅条款编号有变。"),
    "moved": ("Moved from {was} to {now}.", "已从 {was} 移到 {now}。"),
    "elsewhere": ("Much of it stands elsewhere now. Is this its place?", "大部分文字现在别处。是这里吗？"),
    "repeated": ("Its words stand in several places. Which is its place?", "相同文字有多处。应放在哪一处？"),
    "own place gone": ("Its own place is gone; the same words stand elsewhere.", "原处已删，别处有相同文字。"),
    "rewritten": ("Rewritten. Is this still its place?", "已改写。仍是这里吗？"),
    "length": ("Much was put in or taken out. Is this its place?", "增删较多。是这里吗？"),
    "edge": ("It begins or ends otherwise now. Is this its place?", "起止处有变。是这里吗？"),
    "short": ("Only a few words, and they stand elsewhere. Is this its place?", "文字很短且在别处。是这里吗？"),
    "back": ("Its words were gone and are back. Is this its place?", "曾被删的文字又出现了。是这里吗？"),
    "asked before": ("Asked before and not decided. Is this its place?", "上一版未决定。是这里吗？"),
    "lost": ("Its words are gone from this version.", "本版已无这些文字。"),
    "by hand": ("You placed it.", "已由您指定位置。"),
}
