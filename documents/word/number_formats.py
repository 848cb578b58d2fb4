"""How Word writes a number in its many formats, Chinese counting among them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

__all__ = ["by_pattern", "formatted", "is_pattern"]

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


def _repeated(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)] * min((number - 1) // len(signs) + 1, _MOST_REPEATED)


def _hebrew(number: int) -> str:
    written, rest = "ת" * min(number // 400, _MOST_REPEATED), number % 400
    for value, sign in _HEBREW:
        if rest in {15, 16}:  # never spelled with letters of the Name
            return written + ("טו" if rest == 15 else "טז")  # noqa: PLR2004
        if rest >= value:
            written, rest = written + sign, rest - value
    return written


_HEBREW = tuple(zip((300, 200, 100, *range(90, 0, -10), *range(9, 0, -1)), "שרקצפעסנמלכיטחזוהדגבא", strict=True))


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
    "koreanDigital": _digit_by_digit("영일이삼사오육칠팔구"),
    "koreanDigital2": _digit_by_digit("零一二三四五六七八九"),
    "ganada": _cycle("가나다라마바사아자차카타파하"),
    "chosung": _cycle("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
    "aiueo": _cycle("ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"),
    "aiueoFullWidth": _cycle(
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
    ),
    "iroha": _cycle("ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ"),
    "irohaFullWidth": _cycle(
        "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
    ),
    "chicago": _repeated("*†‡§"),
    "hex": lambda number: f"{number:X}",
    "arabicAlpha": _repeated("أبتثجحخدذرزسشصضطظعغفقكلمنهوي"),
    "arabicAbjad": _repeated("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
    "hebrew2": _repeated("אבגדהוזחטיכלמנסעפצקרשת"),
    "hebrew1": _hebrew,
    "thaiLetters": _repeated("กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"),
    "thaiNumbers": _digit_by_digit("๐๑๒๓๔๕๖๗๘๙"),
    "hindiNumbers": _digit_by_digit("०१२३४५६७८९"),
    "none": _nothing,
    "bullet": _nothing,
}
_HAND_MADE = re.compile(r"(0+)1, \1?0*2, .*")
_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"


def is_pattern(pattern: str) -> bool:
    """Whether a number format made by hand is one known here: leading zeros, or Greek letters."""
    return bool(_HAND_MADE.match(pattern)) or pattern[:1] in {"α", "Α"}


def by_pattern(number: int, pattern: str) -> str:
    """Return `number` as a format made by hand writes it."""
    if pattern[:1] in {"α", "Α"} and 1 <= number <= len(_GREEK):
        return _GREEK[number - 1] if pattern[0] == "α" else _GREEK[number - 1].upper()
    return str(number).zfill(len(pattern.partition(",")[0]))


def formatted(number: int, name: str) -> str:
    """Return `number` as Word's format `name` writes it; in digits for a format not known here and below 1."""
    if number < 1 and name not in {"decimal", "decimalZero", "ordinal", "chineseCounting", "cardinalText"}:
        return "" if name in {"none", "bullet"} else str(number)
    return _FORMATS.get(name, str)(number) if 0 <= number <= _HIGHEST else str(number)
