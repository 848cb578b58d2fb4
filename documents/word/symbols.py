"""Characters of symbol fonts, as w:sym names them -> Unicode."""

from __future__ import annotations

__all__ = ["REPLACEMENT", "is_symbol_font", "letters_in", "symbol"]

REPLACEMENT = "\ufffd"
_PRIVATE, _PAST = 0xF000, 0xF100
_SURROGATES = range(0xD800, 0xE000)
_SYMBOL = dict(
    enumerate(
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪",
        start=0xA0,
    )
) | dict(enumerate("〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭", start=0xF1))  # fmt: skip
_WINGDINGS = {
    0x20: " ", 0x22: "✂", 0x23: "✁", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x36: "⌛", 0x3E: "✇", 0x3F: "✍", 0x41: "✌",
    0x45: "☜", 0x46: "☞", 0x47: "☝", 0x48: "☟", 0x4A: "☺", 0x4C: "☹", 0x4E: "☠", 0x51: "✈", 0x52: "☼", 0x54: "❄",
    0x56: "✞", 0x58: "✠", 0x59: "✡", 0x5A: "☪", 0x5B: "☯", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "❐",
    0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x78: "⌧", 0x7A: "⌘", 0x7D: "❝",
    0x7E: "❞", 0x80: "⓪", 0x8B: "⓿", 0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA4: "◉", 0xA5: "◎", 0xA7: "▪",
    0xA8: "◻", 0xAA: "✦", 0xAB: "★", 0xAC: "✶", 0xAD: "✴", 0xAE: "✹", 0xAF: "✵", 0xB1: "⌖", 0xB2: "⟡", 0xB5: "✪",
    0xB6: "✰", 0xD5: "⌫", 0xD6: "⌦", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE3: "↖", 0xE4: "↗",
    0xE5: "↙", 0xE6: "↘", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xF3: "⬄", 0xF4: "⇳", 0xFB: "✗",
    0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
} | dict(enumerate("①②③④⑤⑥⑦⑧⑨⑩", start=0x81)) | dict(enumerate("❶❷❸❹❺❻❼❽❾❿", start=0x8C))  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□"}
_GREEK = dict(
    zip(
        b"abgdezhqiklmnxoprstufcywABGDEZHQIKLMNXOPRSTUFCYWjvJV",
        "αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩϕϖϑς",
        strict=True,
    )
)
# Digits and most punctuation of Symbol are the ordinary ones.
_PLAIN = {code: chr(code) for code in range(0x20, 0x40)} | {
    0x5B: "[",
    0x5D: "]",
    0x5F: "_",
    0x7B: "{",
    0x7C: "|",
    0x7D: "}",
}
_ODD = {0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥", 0x60: "‾", 0x7E: "∼"}
_WINGDINGS_3 = {0x70: "▲", 0x71: "▼", 0x74: "◀", 0x75: "▶", 0x7D: "▶", 0x86: "⮞"}
_WEBDINGS = {0x34: "▶", 0x3D: "■", 0x61: "✔", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗", 0x78: "✗"}
_FONTS = {
    "symbol": _PLAIN | _ODD | _SYMBOL | _GREEK,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
}


def is_symbol_font(font: str) -> bool:
    """Whether letters in `font` look like other characters than they are."""
    return font.lower() in _FONTS


def letters_in(words: str, font: str) -> str:
    """Return words set in `font`, the letters of a symbol font in the private area as what they look like."""
    table = _FONTS.get(font.lower())
    if table is None:
        return words
    return "".join(table.get(ord(one) - _PRIVATE, one) if _PRIVATE <= ord(one) < _PAST else one for one in words)


def symbol(code: str | None, font: str | None) -> str:
    """Return the character for a hexadecimal `code` of `font`, U+FFFD where no one can tell."""
    try:
        number = int(code or "", 16)
    except ValueError:
        return REPLACEMENT
    table = _FONTS.get((font or "").lower())
    if table is not None:
        return table.get(number - _PRIVATE if number >= _PRIVATE else number, REPLACEMENT)
    plain = " " <= chr(number) < "\ue000" and number not in _SURROGATES if number < _PRIVATE else False
    return chr(number) if plain else REPLACEMENT
