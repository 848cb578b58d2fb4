"""May, must and must not in Chinese and English: only where one language has none of what the other says. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from documents.bilingual.model import Bilingual, DifferenceKind, LanguageDifference, Side

__all__ = ["duty_differences"]

_FORBIDS = {
    "zh": re.compile(r"不得|禁止|严禁|嚴禁|不可以"),
    "en": re.compile(r"\b(?:shall|must|may)\s+not\b|\b(?:prohibited|forbidden)\b", re.IGNORECASE),
}
_DENIES = {
    "zh": re.compile(r"[不未无無非勿禁除拒否没沒免]|限于|仅|才|之外|谢绝"),
    "en": re.compile(
        r"\b(?:not|no|nor|none|never|neither|without|except|unless|only|prohibit\w*|forbid\w*|refrain\w*|cannot|nothing"
        r"|refuse\w*|exclu\w+|other than|illegal\w*|unlawful\w*|unauthori[sz]ed|prevent\w*|avoid\w*|restrict\w*|ban\w*"
        r"|disallow\w*|limited|free (?:of|from)|in\w+able|un\w+)\b|n['’]t\b",
        re.IGNORECASE,
    ),
}
_OBLIGES = {
    "zh": re.compile(r"应当|應當|必须|必須|(?<![适适响相对反供一呼回效感])应(?![用急对付收届变声酬聘])|须|須"),
    "en": re.compile(r"\b(?:shall|must)\b(?!\s+not)", re.IGNORECASE),
}
_BINDS = {
    "zh": re.compile(
        r"[应應须須需]|必[须須要]|请|請|将|將|要求|负责|負責|义务|義務|责任|有权|会|會|同意|务必|确保|承担|不|禁"
        r"|是|为|由|经"
    ),
    "en": re.compile(
        r"\b(?:shall|must|will|should|need\w*|requir\w*|ha(?:ve|s) to|oblig\w*|(?:is|are|be) to|ensure\w*|responsible"
        r"|please|agree\w*|undertake\w*|bound|ought|mandatory|necessary|due|accept\w*|subject to|only|not|no)\b"
        r"|['’]ll\b",
        re.IGNORECASE,
    ),
}
_MODALS = {
    "zh": re.compile(r"(?P<forbid>不得|严禁|禁止)|(?P<permit>可以)|(?P<oblige>应当|應當|必须|必須)"),
    "en": re.compile(
        r"(?P<forbid>\b(?:shall|must|may) not\b)|(?P<permit>\b(?:may|is entitled to|are entitled to)\b)"
        r"|(?P<oblige>\b(?:shall|must)\b)",
        re.IGNORECASE,
    ),
}
_OPPOSED = {
    frozenset({"forbid", "permit"}): DifferenceKind.NEGATION,
    frozenset({"oblige", "permit"}): DifferenceKind.MODAL,
}
_LONGEST = 600
"""Passages that are longer say too much for the lack of a word to mean anything, and a match of one hides nothing."""


def duty_differences(pair: Bilingual) -> Iterator[LanguageDifference]:
    """Yield passages that forbid, or oblige, in one language and have no such word at all in the other."""
    if {_language(pair, side) for side in Side} != {"zh", "en"}:
        return
    for bead in pair.beads:
        if not bead.is_pair or any(pair.passages(side)[bead.of(side).start].heading for side in Side):
            continue
        words = {side: pair.span_of(bead, side).of(pair.policy(side).text) for side in Side}
        opposed = _opposed(pair, words)
        if opposed is not None:
            yield pair.differing(opposed, bead)
            continue
        for kind, says, answers in (
            (DifferenceKind.NEGATION, _FORBIDS, _DENIES),
            (DifferenceKind.MODAL, _OBLIGES, _BINDS),
        ):
            if any(_lacks(pair, words, side, (says, answers)) for side in Side):
                yield pair.differing(kind, bead)


def _language(pair: Bilingual, side: Side) -> str:
    return pair.policy(side).language[:2]


def _opposed(pair: Bilingual, words: dict[Side, str]) -> DifferenceKind | None:
    """Return what is turned round where either side says may, must or must not just once, and not the same."""
    said = [[found.lastgroup for found in _MODALS[_language(pair, side)].finditer(words[side])] for side in Side]
    if any(len(one) != 1 for one in said):
        return None
    return _OPPOSED.get(frozenset(str(one[0]) for one in said))


def _lacks(
    pair: Bilingual,
    words: dict[Side, str],
    side: Side,
    signs: tuple[dict[str, re.Pattern[str]], dict[str, re.Pattern[str]]],
) -> bool:
    """Whether one side says it and the other has not a word of it."""
    says, answers = signs[0][_language(pair, side)], signs[1][_language(pair, side.other)]
    return (
        len(words[side.other]) <= _LONGEST and bool(says.search(words[side])) and not answers.search(words[side.other])
    )
