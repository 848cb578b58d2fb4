"""How Word writes a number in its many formats, Chinese counting among them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

__all__ = ["formatted"]

_DIGITS = "零一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_IDEOGRAPHS = "〇一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_LEGAL_UNITS = ("", "拾", "佰", "仟")
_ONES = [
    "Zero",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
    "Thirteen",
    "Fourteen",
    "Fifteen",
    "Sixteen",
    "Seventeen",
    "Eighteen",
    "Nineteen",
]
_ORDINAL_ONES = [
    "Zeroth",
    "First",
    "Second",
    "Third",
    "Fourth",
    "Fifth",
    "Sixth",
    "Seventh",
    "Eighth",
    "Ninth",
    "Tenth",
    "Eleventh",
    "Twelfth",
    "Thirteenth",
    "Fourteenth",
    "Fifteenth",
    "Sixteenth",
    "Seventeenth",
    "Eighteenth",
    "Nineteenth",
]
_TENS = ["-", "-", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"]
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_HUNDRED = 100
_TWENTY = 20
_TEN = 10
_MYRIAD = 10_000
_MOST_REPEATED = 30
_HIGHEST = 32_767  # as far as Word counts


def _counted(number: int, digits: str, units: tuple[str, ...]) -> str:
    if number == 0:
        return digits[0]
    if number >= _MYRIAD:
        return _counted(number // _MYRIAD, digits, units) + "万" + _rest(number % _MYRIAD, digits, units)
    written = ""
    pending_zero = False
    for place, digit in zip(range(len(str(number)) - 1, -1, -1), str(number), strict=True):
        if digit == "0":
            pending_zero = True
            continue
        written += (digits[0] if pending_zero else "") + digits[int(digit)] + units[place]
        pending_zero = False
    return written


def _rest(number: int, digits: str, units: tuple[str, ...]) -> str:
    if number == 0:
        return ""
    return (digits[0] if number < _MYRIAD // 10 else "") + _counted(number, digits, units)


def _chinese(number: int) -> str:
    return _counted(number, _DIGITS, _UNITS).removeprefix("一") if _TEN <= number < _TWENTY else _plain_chinese(number)


def _plain_chinese(number: int) -> str:
    return _counted(number, _DIGITS, _UNITS)


def _legal(number: int) -> str:
    return _counted(number, _LEGAL_DIGITS, _LEGAL_UNITS)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, _MOST_REPEATED)


def _ordinal(number: int) -> str:
    teens = _TEN <= number % _HUNDRED <= _TWENTY
    return str(number) + ("th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th"))


def _cardinal_text(number: int) -> str:
    if number < _TWENTY:
        return _ONES[number]
    if number < _HUNDRED:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    return str(number)


def _ordinal_text(number: int) -> str:
    if number < _TWENTY:
        return _ORDINAL_ONES[number]
    if number < _HUNDRED:
        tens = _TENS[number // 10]
        return f"{tens}-{_ORDINAL_ONES[number % 10]}" if number % 10 else f"{tens[:-1]}ieth"
    return _ordinal(number)


def _signs(first: str, most: int) -> Callable[[int], str]:
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= most else str(number)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


def _digit_by_digit(digits: str) -> Callable[[int], str]:
    return lambda number: "".join(digits[int(digit)] for digit in str(number))


def _nothing(_number: int) -> str:
    return ""


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
    "ordinal": _ordinal,
    "cardinalText": _cardinal_text,
    "ordinalText": _ordinal_text,
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "koreanCounting": _chinese,
    "ideographDigital": _digit_by_digit(_IDEOGRAPHS),
    "japaneseDigitalTenThousand": _digit_by_digit(_IDEOGRAPHS),
    "taiwaneseDigital": _digit_by_digit(_IDEOGRAPHS),
    "chineseLegalSimplified": _legal,
    "japaneseLegal": _legal,
    "ideographLegalTraditional": _legal,
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "decimalEnclosedCircle": _signs("①", 20),
    "decimalEnclosedCircleChinese": _signs("①", 20),
    "ideographEnclosedCircle": _signs("㊀", 10),
    "decimalEnclosedParen": _signs("⑴", 20),
    "decimalEnclosedFullstop": _signs("⒈", 20),
    "decimalFullWidth": _digit_by_digit("０１２３４５６７８９"),
    "decimalFullWidth2": _digit_by_digit("０１２３４５６７８９"),
    "decimalHalfWidth": str,
    "numberInDash": lambda number: f"- {number} -",
    "russianLower": _cycle("абвгдежзиклмнопрстуфхцчшщэюя"),
    "russianUpper": _cycle("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ"),
    "none": _nothing,
    "bullet": _nothing,
}


def formatted(number: int, name: str) -> str:
    """Return `number` as Word's format `name` writes it; in digits for a format not known here and below 1."""
    if number < 1 and name not in {"decimal", "decimalZero", "ordinal", "chineseCounting", "cardinalText"}:
        return "" if name in {"none", "bullet"} else str(number)
    return _FORMATS.get(name, str)(number) if 0 <= number <= _HIGHEST else str(number)
