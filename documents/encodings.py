"""Bytes of a text file -> text, with the encoding found, checked, and doubted aloud where it is doubtful."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

import chardet

from documents.errors import UnreadableDocument
from documents.model import Warning  # noqa: A004

__all__ = ["Decoded", "decode"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# A label names the smaller set more often than the one that was used; the larger reads both.
_SUPERSETS = {
    "ascii": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "iso8859-1": "cp1252",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_SHOWN = {"utf-8-sig": "utf-8", "cp1252": "windows-1252", "big5hkscs": "big5", "utf-16": "utf-16", "cp932": "shift_jis"}
# Left over where bytes were read in the wrong encoding: control characters, private use, the replacement character,
# half-width kana. A policy holds none of them.
_ODD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\uff61-\uff9f]")
_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x20)])
_HANZI = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_COMMON = frozenset(
    "的一是不我在有人这這个個上们們来來到时時大地为為子中你说說生国國年着就那和要他以用于於会會可信息个個及或与與您"
    "其他本服务務条條款使保护護隐隱私权權第三方提供法律数數据據平台用户戶同意能进進行需关關收集处處理相关"
)
_SURE = 0.5
_ODD_SHARE = 0.001
_BINARY_SHARE = 0.02
_LOST_SHARE = 0.05
_STRAY_SHARE = 0.05
_MOST_PADDING = 0.9
_PADDING = 4  # more NULs than a character of UTF-32 ends in
_COMMON_SHARE = 0.12
_ENOUGH_HANZI = 30
_FEW_HANZI = 10
_CLEARLY_COMMON = 0.2
_POINTS = frozenset("“”‘’—–…·•、。，；：？！（）《》「」『』【】※§×€™©®°\u3000\u00a0")
_ACCENTED = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f]")
_WIDE_ENCODINGS = ("gb18030", "big5hkscs", "cp932", "cp949")
_BOX = re.compile("[\u2500-\u25a1]")
_CHINESE_ENCODINGS = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded file. `encoding` is the name to show and to ask for again."""

    text: str
    encoding: str
    warnings: tuple[Warning, ...] = ()


def decode(data: bytes, *, name: str = "", encoding: str = "") -> Decoded:
    """Return the text of `data`, in `encoding` when one is asked for, else in the one it seems to be in.

    Raises UnreadableDocument: `unknown_encoding`, `wrong_encoding` for an asked one, `binary` for what is no text.
    """
    if encoding:
        return _as_asked(data, name, encoding)
    marked = next((known for bom, known in _BOMS if data.startswith(bom)), "")
    if marked:
        return _strictly_or_with_losses(data, marked, name, sure=True)
    if stray := _stray_nulls(data) if b"\0" in data else 0:
        found = _as_guessed(data.replace(b"\0", b""), name)
        return replace(found, warnings=(Warning("nulls_left_out", {"count": stray}), *found.warnings))
    return _as_guessed(data, name)


def _as_asked(data: bytes, name: str, encoding: str) -> Decoded:
    try:
        known = codecs.lookup(encoding).name
        text = data.decode(_superset(known))
    except LookupError as error:
        raise UnreadableDocument("unknown_encoding", name=name, encoding=encoding) from error
    except UnicodeError as error:
        raise UnreadableDocument("wrong_encoding", name=name, encoding=encoding) from error
    return Decoded(text, encoding.lower())


def _as_guessed(data: bytes, name: str) -> Decoded:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if text and "\0" not in text:
        return Decoded(_no_binary(text, name), "utf-8")
    if not text and _is_damaged_utf8(data):
        return _strictly_or_with_losses(data, "utf-8", name, sure=True)
    if wide := _with_wide_points(data):
        return _strictly_or_with_losses(data, wide, name, sure=True)
    found = chardet.detect(data, max_bytes=len(data) + 1)
    label, sure = found["encoding"], found["confidence"] >= _SURE
    if not label or not sure or not _is_plausible(data.decode(_superset(label), errors="replace")):
        better = _second_opinion(data)
        label, sure = (better, True) if better else (label, sure)
    if label and _draws_boxes(data, label):
        label, sure = "cp1252", False
    if not label:
        raise UnreadableDocument("binary", name=name)
    return _strictly_or_with_losses(data, _superset(label), name, sure=sure)


def _stray_nulls(data: bytes) -> int:
    """Return how many NULs are no part of a text: padding at its end, or here and there in sound UTF-8.

    UTF-16 without its mark, where NULs are half of a text in Latin letters, has none that are stray; nor has a file
    that is NULs but for a word at its beginning, which is no text at all.
    """
    inside = data.rstrip(b"\0")
    within = inside.count(b"\0")
    padding = len(data) - len(inside)
    if padding > len(data) * _MOST_PADDING:
        return 0
    is_padded = not within and padding >= _PADDING
    is_dotted = within <= len(inside) * _STRAY_SHARE and _is_utf8(inside)
    return data.count(b"\0") if inside and (is_padded or is_dotted) else 0


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _with_wide_points(data: bytes) -> str:
    """Return the East Asian encoding of Latin words whose only foreign characters are points and accents, "" for none.

    So an English text is saved where Windows is Chinese; a detector takes its quotation marks for windows-1252.
    """
    for encoding in () if b"\0" in data else _WIDE_ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        foreign = {letter for letter in text if letter > "\x7f"}
        if all(letter in _POINTS or _ACCENTED.match(letter) for letter in foreign):
            return encoding
    return ""


def _draws_boxes(data: bytes, label: str) -> bool:
    """Whether the words of a western file would be full of the lines that DOS drew boxes with."""
    if not codecs.lookup(label).name.startswith(("cp4", "cp7", "cp8")):
        return False
    return bool(_BOX.search(data.decode(label, errors="replace"))) and not _ODD.search(data.decode("cp1252", "replace"))


def _second_opinion(data: bytes) -> str:
    """Return the encoding in which the bytes hold the most everyday hanzi, "" when none reads well."""
    scores: dict[str, float] = {}
    for encoding in _CHINESE_ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        hanzi = _HANZI.findall(text)
        if len(hanzi) >= _FEW_HANZI and len(_ODD.findall(text)) <= len(text) * _ODD_SHARE:
            scores[encoding] = sum(1 for letter in hanzi if letter in _COMMON) / len(hanzi)
    best = max(scores, key=lambda encoding: scores[encoding], default="")
    return best if best and scores[best] >= _CLEARLY_COMMON else ""


def _superset(label: str) -> str:
    known = codecs.lookup(label).name
    return _SUPERSETS.get(known, known)


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether all but a few of the longer sequences are sound: a file cut or pasted badly, not another encoding."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    sound = sum(1 for letter in text if letter > "\x7f") - broken
    return sound > broken / _LOST_SHARE


def _strictly_or_with_losses(data: bytes, encoding: str, name: str, *, sure: bool) -> Decoded:
    shown = _SHOWN.get(encoding, encoding)
    try:
        text = data.decode(encoding)
    except UnicodeError:
        text = data.decode(encoding, errors="replace")
        lost = text.count("\ufffd")
        if lost > len(text) * _LOST_SHARE:
            raise UnreadableDocument("not_decodable", name=name) from None
        return Decoded(_no_binary(text, name), shown, (Warning("characters_lost", {"encoding": shown, "count": lost}),))
    _no_binary(text, name)
    if sure and _is_plausible(text):
        return Decoded(text, shown)
    return Decoded(text, shown, (Warning("encoding_unsure", {"encoding": shown}),))


def _is_plausible(text: str) -> bool:
    """Whether the text looks written by people: no debris, and of its hanzi a fair share are everyday ones."""
    if len(_ODD.findall(text)) > len(text) * _ODD_SHARE:
        return False
    hanzi = _HANZI.findall(text)
    common = sum(1 for letter in hanzi if letter in _COMMON)
    return len(hanzi) < _ENOUGH_HANZI or common >= len(hanzi) * _COMMON_SHARE


def _no_binary(text: str, name: str) -> str:
    written = text.encode("utf-8", "replace")  # where a control character is one byte, and counted by the million
    if len(written) - len(written.translate(None, _CONTROLS)) > len(text) * _BINARY_SHARE:
        raise UnreadableDocument("binary", name=name)
    return text
