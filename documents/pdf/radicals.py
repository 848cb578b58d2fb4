"""Radicals that a file names where it shows the character: ⽇ for 日, ⻓ for 长. Some fonts lead back to these."""

from __future__ import annotations

import re
import unicodedata

from documents.language import language_of

__all__ = ["as_characters"]

_ANY = re.compile("[\u2e80-\u2fdf]")
# Of the CJK Radicals Supplement those that look like a whole character, and that one (Unicode's own list of
# equivalents, EquivalentUnifiedIdeograph.txt, without the ones that are drawn otherwise).
_SUPPLEMENT = (
    "⺁厂⺂乛⺃乚⺅亻⺆冂⺉刂⺊卜⺋㔾⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺦丬⺨犭⺩王"
    "⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺹耂⺺肀⺼月⺾艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻘青"
    "⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
_CHARACTERS = {
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
    **dict(zip(map(ord, _SUPPLEMENT[::2]), _SUPPLEMENT[1::2], strict=True)),
}


_DOOR = "⼾"  # of all of them the only one that shows 户, 戶 or 戸: fonts draw it as their readers write it
_KANA = re.compile("[\u3041-\u30ff]")


def as_characters(letters: str) -> str:
    """Return the letters of a page, one for one, with the character for each radical that shows it."""
    if not _ANY.search(letters):
        return letters
    found = letters.translate(_CHARACTERS)
    return found.replace("戶", _door(found)) if _DOOR in letters else found


def _door(letters: str) -> str:
    """Return 戸 on a Japanese page, 户 on one in simplified characters, 戶 on others."""
    if _KANA.search(letters):
        return "戸"
    return "戶" if language_of(letters) == "zh-Hant" else "户"
