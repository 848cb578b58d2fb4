"""Numbers as people write them before a clause: 12, １２, 十二, 壹, IV, b, ⑫ -> an int."""

from __future__ import annotations

import unicodedata

__all__ = ["circled_value", "hanzi_value", "letter_value", "roman_value"]

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {c: n for n, c in enumerate("〇壹贰叁肆伍陆柒捌玖")}
_DIGITS |= {"两": 2, "兩": 2, "貳": 2, "參": 3, "陸": 6}
_UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_TENS = {"廿": 20, "卅": 30}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_SPELLING = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def hanzi_value(numeral: str) -> int | None:
    """Return 12 for 十二, 一二 or 拾贰; None for what is no number."""
    if not numeral:
        return None
    if all(letter in _DIGITS for letter in numeral):
        return int("".join(str(_DIGITS[letter]) for letter in numeral))
    total = digit = 0
    for letter in numeral:
        if letter in _DIGITS:
            digit = _DIGITS[letter]
        elif letter in _UNITS:
            total += (digit or 1) * _UNITS[letter]
            digit = 0
        elif letter in _TENS:
            total += _TENS[letter]
        else:
            return None
    return total + digit


def roman_value(numeral: str) -> int | None:
    """Return 4 for iv or IV; None for letters that spell no number the usual way."""
    lower = numeral.lower()
    if not lower or any(letter not in _ROMAN for letter in lower):
        return None
    values = [_ROMAN[letter] for letter in lower]
    following = [*values[1:], 0]
    total = sum(-one if one < after else one for one, after in zip(values, following, strict=True))
    return total if _spelled(total) == lower else None


def _spelled(number: int) -> str:
    spelling = ""
    for value, letters in _ROMAN_SPELLING:
        while number >= value:
            spelling += letters
            number -= value
    return spelling


def letter_value(letters: str) -> int | None:
    """Return 2 for b or B, 28 for bb (the alphabet a second time); None for anything else."""
    lower = letters.lower()
    if not lower or not "a" <= lower[0] <= "z" or lower != lower[0] * len(lower):
        return None
    return ord(lower[0]) - ord("a") + 1 + 26 * (len(lower) - 1)


def circled_value(sign: str) -> int | None:
    """Return 3 for ③, ⑶, ⒊, ❸ or ㈢; None for a sign that holds no number."""
    value = unicodedata.numeric(sign, None)
    return int(value) if value is not None and value == int(value) else None
