"""What chat programs put into a policy that is copied out of them: senders, times, notices, stray spaces. Pure.

Candidates only: a reviewer sees each of them struck through and can keep it. A date without a time of day is none, for
policies end in dates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Noise", "NoiseKind", "folded", "noise_in"]


class NoiseKind(StrEnum):
    """What a line, or its beginning, is in a chat."""

    SENDER = "sender"
    TIME = "time"
    PLACEHOLDER = "placeholder"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Noise:
    """What may be struck: the first `end` characters of line `line`, counted from 0; the whole line as a rule."""

    line: int
    end: int
    kind: NoiseKind


_HOUR = r"(?:[01]?\d|2[0-3])[:：][0-5]\d(?:[:：][0-5]\d)?(?:\s?[AaPp]\.?[Mm]\.?)?"
_CLOCK = rf"(?:(?:凌晨|早上|上午|中午|下午|傍晚|晚上)\s?)?{_HOUR}"
_WEEKDAY = (
    r"(?:星期[一二三四五六日天]|周[一二三四五六日]|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?)"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = (
    r"(?:\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?|\d{1,2}月\d{1,2}日|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"
    rf"|{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?|昨天|前天|今天|Yesterday|Today)"
)
_BETWEEN = r"(?:\s|,|，|at)*"
_MOMENT = (
    rf"(?:{_WEEKDAY}{_BETWEEN})?(?:{_DAY}{_BETWEEN}(?:{_WEEKDAY}{_BETWEEN})?)?{_CLOCK}"
    rf"(?:{_BETWEEN}{_DAY})?"
)
_NAME = r"[^\s:：\[\]【】。，；！？,;!?][^:：\[\]【】。，；！？;!?\n]{0,39}?"
_I = re.IGNORECASE

_TIME_LINE = re.compile(
    rf"[\s\-—–―─=·*\[(（]*{_MOMENT}[\s\-—–―─=·*\])）]*|\s*[\-—–―─=]{{3,}}\s*{_DAY}\s*[\-—–―─=]{{3,}}\s*", _I
)
_NAME_THEN_TIME = re.compile(rf"\s*({_NAME})(?:\s+|\s*[(（\[])({_MOMENT})[)）\]]?\s*[:：]?\s*", _I)
_TIME_THEN_NAME = re.compile(rf"\s*({_MOMENT})\s+({_NAME})\s*[:：]?\s*", _I)
_STAMP = re.compile(rf"\s*(?:\[\s*{_MOMENT}\s*\]|{_MOMENT}\s+[-–])\s*({_NAME})[:：](?=\s|$)[ \t]*", _I)
_NAME_ALONE = re.compile(rf"\s*({_NAME})\s*[:：]\s*")
_NAME_BEFORE = re.compile(rf"\s*({_NAME})\s*[:：][ \t]*(?=\S)")

_KINDS = (
    "图片|照片|表情|动画表情|视频|小视频|语音|文件|链接|位置|名片|聊天记录|小程序|红包|转账|"
    "image|photo|picture|sticker|video|voice|audio|file|link|gif|attachment"
)
_PLACEHOLDER = re.compile(
    rf"\s*(?:[\[【<](?:{_KINDS})(?:\s*[:：][^\]】>\n]{{0,120}})?[\]】>]\s*)+"
    rf"|\s*<(?:media|{_KINDS}) omitted>\s*|\s*\u200e?(?:{_KINDS}) omitted\s*",
    _I,
)
_NOTICE = re.compile(
    r"\s*[\"“「]?[^。\n]{0,40}?[\"”」]?\s*(?:撤回了一条消息|邀请[^。\n]{1,40}加入了?群聊|修改群名为[^。\n]{1,60}|拍了拍[^。\n]{1,40}"
    r"|recalled a message|deleted this message|this message was deleted\.?)\s*"
    r"|\s*[\-—–─ ]*(?:以下(?:是|为)新消息|以上是打招呼的内容)[\-—–─ ]*\s*"
    r"|\s*messages and calls are end-to-end encrypted\..*",
    _I,
)

_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭"
    "廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武莫孔向汤"
)
_NO_NAMES = re.compile(
    r"方式|方法|方案|方便|范围|任何|任意|任务|高级|高频|金额|金融|石油|于是|余额|向您|向我|向其|白名单|"
    r"万一|马上|程序|程度|成员|文件|段落|史料|严重|严禁|严格|任一|石材|田地|温馨|顾客|武汉|江苏|江西|黎明|"
    r"龙头|方面|高于|何时|何地|何人|毛利|钟点|石家庄|万元|程序员|金额上限|夏季|秦皇岛|林业|田径|汤类|"
    r"高风险|白天|白皮书|雷达|高管|高校|顾问|许可|许可证|严重性"
)
_ROLES = re.compile(r"\S{1,12}(?:律师|经理|老师|先生|女士|法务|总监|主任|助理)")
_HANZI_NAME = re.compile(r"[\u4e00-\u9fff]{2,3}")


def noise_in(lines: Sequence[str]) -> tuple[Noise, ...]:
    """Return what a chat program may have put among `lines`, in order, one for a line at most."""
    found = {at: noise for at, line in enumerate(lines) if line.strip() and (noise := _plain_noise(at, line))}
    names = {name for line in lines if (name := _timed_name(line))}
    for at, line in enumerate(lines):
        if at not in found and line.strip() and (noise := _named_noise(at, line, names, chatty=bool(found))):
            found[at] = noise
    return tuple(found[at] for at in sorted(found))


def _plain_noise(at: int, line: str) -> Noise | None:
    """Judge a line by itself."""
    tests = (
        (_PLACEHOLDER, NoiseKind.PLACEHOLDER),
        (_TIME_LINE, NoiseKind.TIME),
        (_NOTICE, NoiseKind.NOTICE),
        (_NAME_THEN_TIME, NoiseKind.SENDER),
        (_TIME_THEN_NAME, NoiseKind.SENDER),
    )
    if len(line) <= _LONGEST_LINE:
        for pattern, kind in tests:
            if pattern.fullmatch(line) and not (kind is NoiseKind.SENDER and not _timed_name(line)):
                return Noise(at, len(line), kind)
    stamp = _STAMP.match(line[:_LONGEST_LINE])
    return Noise(at, stamp.end(), NoiseKind.SENDER) if stamp else None


_LONGEST_LINE = 200
_MOST_WORDS = 4
_SENTENCE = re.compile(r"[。；]|[条于至在自为是从到截]$|我们|第.{1,6}[章节条款项]|(?:19|20)\d\d")


def _timed_name(line: str) -> str:
    """Return who wrote, of a line that says when they did; "" for any other."""
    head = line[:_LONGEST_LINE]
    if stamp := _STAMP.match(head):
        return _name(stamp[1])
    if len(line) > _LONGEST_LINE or _TIME_LINE.fullmatch(line):
        return ""
    if found := _NAME_THEN_TIME.fullmatch(line):
        return _name(found[1])
    if found := _TIME_THEN_NAME.fullmatch(line):
        return _name(found[2])
    return ""


def _name(words: str) -> str:
    """Return `words` if a person may be called so, else ""."""
    words = words.strip(" \t\u3000-—–·")
    parts = words.split()
    if not any(map(str.isalnum, words)) or len(parts) > _MOST_WORDS or _SENTENCE.search(words):
        return ""
    return "" if _BESIDE_TIMES.fullmatch(words) or _BESIDE_TIMES.fullmatch(parts[-1]) else words


_BESIDE_TIMES = re.compile(
    r"时间|日期|更新时间|发布时间|生效时间|生效日期|发布日期|更新日期|营业时间|工作时间|服务时间|截止时间|"
    r"截至|最后更新|版本|from|until|before|after|at|on|to|by|date|time|updated|published|effective|last|"
    r"hours|last updated|effective date|last modified|business hours|effective from|updated on",
    re.IGNORECASE,
)


def _named_noise(at: int, line: str, names: set[str], *, chatty: bool) -> Noise | None:
    """Judge a line by what the others say: a name and a colon, alone or before words."""
    if len(line) <= _LONGEST_LINE and (alone := _NAME_ALONE.fullmatch(line)):
        name = alone[1].strip()
        return (
            Noise(at, len(line), NoiseKind.SENDER) if name in names or ((chatty or at == 0) and _person(name)) else None
        )
    before = _NAME_BEFORE.match(line[:_LONGEST_LINE])
    if before and before[1].strip() in names:
        return Noise(at, before.end(), NoiseKind.SENDER)
    return None


def _person(name: str) -> bool:
    """Whether this is how people are called, as far as Chinese names and roles tell."""
    if _NO_NAMES.fullmatch(name):
        return False
    return bool(_ROLES.fullmatch(name)) or (name[0] in _SURNAMES and bool(_HANZI_NAME.fullmatch(name)))


# -- stray spaces --------------------------------------------------------------------------------------------------

_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad]")
_ODD_SPACE = re.compile("[\u2000-\u200a\u205f]")
_NO_BREAK = re.compile("[\u00a0\u202f]")  # meant, in English and French
_WIDE = r"\u2e80-\u2fff\u3001-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60“”‘’…—"
_STRAY = re.compile(rf"(?<=[{_WIDE}]) +(?=[{_WIDE}])")
_IN_SENTENCE = re.compile("[，。；：、？！]")
_LABEL = re.compile(
    r"[ \t\u3000]*(?:第[零〇一二三四五六七八九十百千\d]{1,8}[编章节条款项部分]+|附[件录则][一二三四五六七八九十\d]*"
    r"|[（(]?[零〇一二三四五六七八九十百\d]{1,5}[）)、．.]?)[ \t\u3000]+"
)


def folded(line: str) -> str:
    """Return `line` without what cannot be seen, odd spaces made plain, and spaces within Chinese sentences taken out.

    Only lines with Chinese punctuation are sentences; the space after a clause's number stays, and so do the spaces
    between Chinese and Latin letters. No other character is touched, and doing it twice is doing it once.
    """
    line = _ODD_SPACE.sub(" ", _INVISIBLE.sub("", line))
    if not _IN_SENTENCE.search(line):
        return line
    line = _NO_BREAK.sub(" ", line)
    label = _LABEL.match(line)
    kept = label.end() if label else 0
    return line[:kept] + _STRAY.sub("", line[kept:])
