"""Where a contract is signed: lines for names and signatures after its last clause, which belong to no number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from documents.entries import Entry, Role
from documents.label_ranks import Rank, rank_of
from documents.lines import is_heading_like

__all__ = ["set_signing_apart"]

_OPENS = re.compile(
    r"\W*(?:in\s+witness\s+(?:whereof|of)|(?:duly\s+)?(?:signed|executed|accepted|agreed|acknowledged)\b[^.]{0,160}[:,_]?\W*$|"
    r"signature\s+page|\[?signatures?(?:\s+(?:page|follow|block)[^.]{0,40})?\]?\W*$|en\s+foi\s+de\s+quoi|fait\s+à\s|"
    r"en\s+prueba\s+de|zu\s+urkund|以下无正文|以下無正文|本页无正文|此页无正文|签署页|签字页|簽署頁|本契約(?:の)?締結の証|"
    r"上記(?:の)?(?:契約)?(?:の)?(?:成立|締結)を?(?:証|証する))",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\W*(?:/s/|by\s*[:：_]|(?:authori[sz]ed\s+)?signature\s*(?:[:：_(]|$)|sign(?:ed)?\s*(?:by)?\s*[:：_＿]|its\s*:|por\s*[:_]|"
    r"firma(?:\s+[^:]{0,30})?[:_]|unterschrift|(?:ort,\s*)?datum[,:_]|signature\s+d|lu\s+et\s+approuvé|fdo\b|"
    r"(?:[甲乙丙丁]\s*方|买方|卖方|用人单位|劳动者|公司|企业|委托方|受托方|许可方|被许可方|出租方|承租方)?\s*[^：:，。]{0,12}"
    r"[（(]?(?:签字|签名|签章|盖章|公章|签署|蓋章|簽字|簽名|簽章|署名|記名押印|印)[^：:，。]{0,12}[)）]?\s*(?:[:：_]|$)|"
    r"(?:法定代表人|授权代表|授權代表|委托代理人|代理人|法人代表)[^：:，。]{0,14}[:：]|[甲乙丙丁]\s*方?\s*[:：]?\s*(?:_{2,}|$)|[_＿]{4,})",
    re.IGNORECASE,
)
_FILLED_IN = re.compile(
    r"\W*(?:name|print(?:ed)?(?:\s+name)?|title|position|date[d]?|place|address|company|witness|e-?mail|fax|tel\w*|phone|"
    r"nom|qualité|lieu|nombre|cargo|fecha|lugar|ort|position|titel|日期|日\s*付|签订|簽訂|签约|地址|住所|电话|電話|联系|姓名|职务|"
    r"氏名|代表|開户|开户|账号|帐号|邮编|传真|[甲乙丙丁]\s*方?)[^。.;；]{0,60}(?:[:：]|_{2,})|\W*(?:\d{4}|[_＿\s]{2,})\s*年",
    re.IGNORECASE,
)
_LONGEST = 200
_LOOK = 400  # of a line
_BACK = 3


def set_signing_apart(entries: Sequence[Entry]) -> None:
    """Take the lines of signatures out of the clause above them: at the end, and before the first annex.

    A form to fill in inside a clause or an annex stays where it is.
    """
    for first, beyond in _runs(entries):
        start = _start(entries, first, beyond)
        if start is None:
            continue
        for entry in entries[start:beyond]:
            entry.depth, entry.signing = 0, True


def _runs(entries: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    """Yield where lines without a number of their own begin and end, after the last clause of a body."""
    first, began, outer = 0, False, None
    for index, entry in enumerate(entries):
        if entry.role is not Role.CLAUSE:
            continue
        if began and first < index and _begins_anew(entry, outer):
            yield first, index
        first, began = index + 1, True
        outer = entry if entry.depth == 1 else outer
    if began and first < len(entries):
        yield first, len(entries)


def _begins_anew(entry: Entry, outer: Entry | None) -> bool:
    if entry.depth != 1:
        return False
    if entry.number is None:
        return outer is not None and outer.number is not None
    return _is_annex(entry) or entry.number.value == 1


def _is_annex(entry: Entry) -> bool:
    return entry.number is not None and rank_of(entry.number.family) == Rank.ANNEX


def _start(entries: Sequence[Entry], first: int, beyond: int) -> int | None:
    """Return where the signatures begin; None where there are none."""
    words = [entry.words.strip() for entry in entries[first:beyond]]
    opening = next((at for at, line in enumerate(words) if _opens(line)), None)
    signed = next((at for at, line in enumerate(words) if _is_signed(line)), None)
    above = entries[first - 1]
    if signed is None or above.number is None or (opening is None and _is_in_annex(entries, first - 1)):
        return None  # a heading without a number is a part of its own
    start = opening if opening is not None and opening < signed else _with_names_before(words, signed)
    others = sum(not _may_stand_there(line) for line in words[start + 1 :])
    return first + start if others * 2 <= len(words) - start else None


def _is_in_annex(entries: Sequence[Entry], index: int) -> bool:
    depth = entries[index].depth + 1
    for entry in reversed(entries[: index + 1]):
        if entry.role is Role.CLAUSE and entry.depth < depth:
            depth = entry.depth
            if _is_annex(entry) or depth == 1:
                return _is_annex(entry)
    return False


def _opens(line: str) -> bool:
    return _OPENS.match(line[:_LOOK]) is not None


def _is_signed(line: str) -> bool:
    return any(len(part) <= _LONGEST and _SIGNED.match(part) for part in line.split("\n"))


def _may_stand_there(line: str) -> bool:
    return bool(_is_signed(line) or _FILLED_IN.match(line) or is_heading_like(line) or _opens(line))


def _with_names_before(words: Sequence[str], signed: int) -> int:
    """Return where the names of who signs begin, right before the first line to sign on."""
    start = signed
    while start and signed - start < _BACK and _may_be_name(words[start - 1]):
        start -= 1
    return start


def _may_be_name(line: str) -> bool:
    return is_heading_like(line) or (len(line) <= _LONGEST and (line.isupper() or _FILLED_IN.match(line) is not None))
