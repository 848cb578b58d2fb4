"""Words that head a number in the languages policies come in, how far out each stands, and numbers written as words."""

from __future__ import annotations

import unicodedata

__all__ = ["ANNEX_WORDS", "ORDINALS", "WORDS", "WORD_RANKS", "Rank", "kana_values", "ordinal_value"]


class Rank:
    """How far out a family stands where the document itself does not tell. Smaller is further out."""

    ANNEX = 0
    PART = 1
    CHAPTER = 2
    SECTION = 3
    ARTICLE = 4
    NUMERAL = 5
    NUMBER = 6
    BRACKET = 7
    BULLET = 9


# English, German, French, Spanish, and what Italian and Portuguese share with it.
ANNEX_WORDS = (
    "附件|附录|附表|附錄|別紙|別表|Schedule|SCHEDULE|Annexe|ANNEXE|Annex|ANNEX|Appendix|APPENDIX|Exhibit|EXHIBIT|"
    "Attachment|ATTACHMENT|Anlage|ANLAGE|Anhang|ANHANG|Anexo|ANEXO"
)
_PART_WORDS = "Part|PART|Title|TITLE|Book|BOOK|Teil|TEIL|Titre|TITRE|Partie|PARTIE|Título|TÍTULO|TITULO|Parte|PARTE"
_CHAPTER_WORDS = "Chapter|CHAPTER|Kapitel|KAPITEL|Chapitre|CHAPITRE|Capítulo|CAPÍTULO|Capitulo|CAPITULO"
_SECTION_WORDS = (
    r"Section|SECTION|Sec\.|Abschnitt|ABSCHNITT|Sección|SECCIÓN|SECCION|Clause|CLAUSE|Cláusula|CLÁUSULA|CLAUSULA"
)
_ARTICLE_WORDS = (
    r"Article|ARTICLE|Artikel|ARTIKEL|Artículo|ARTÍCULO|ARTICULO|Articolo|ARTICOLO|Artigo|ARTIGO|Art\.|ART\.|§"
)
_NUMBER_WORDS = r"Absatz|Abs\.|Ziffer|Ziff\.|Nr\.|Alinéa|Apartado|APARTADO"
WORD_RANKS = (
    (ANNEX_WORDS, Rank.ANNEX),
    (_PART_WORDS, Rank.PART),
    (_CHAPTER_WORDS, Rank.CHAPTER),
    (_SECTION_WORDS, Rank.SECTION),
    (_ARTICLE_WORDS, Rank.ARTICLE),
    (_NUMBER_WORDS, Rank.NUMBER),
)
WORDS = "|".join(words for words, _ in WORD_RANKS)

_SPANISH = ["primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "septimo", "octavo", "noveno", "decimo"]
_SPANISH += ["undecimo", "duodecimo"]
_SPANISH += [f"decimo{one}" for one in _SPANISH[2:9]] + ["vigesimo"]
_ENGLISH = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_VALUES = {word: number for number, word in enumerate(_SPANISH, 1)} | {
    word: number for number, word in enumerate(_ENGLISH, 1)
}
_VALUES |= {"premier": 1, "decimoprimero": 11, "decimosegundo": 12, "unico": 1}
_STEMS = (
    "primer|segund|tercer|cuart|quint|sext|s[ée]ptim|octav|noven|d[ée]cim|und[ée]cim|duod[ée]cim|vig[ée]sim|[úu]nic"
)
ORDINALS = rf"(?:(?:d[ée]cim[oa]\s?)?(?:{_STEMS})[oa])"
_IN_ORDER = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモ"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラム"


def ordinal_value(word: str) -> int | None:
    """Return 3 for tercera, TERCERO or three, 11 for décima primera, 1 for premier; None for other words."""
    plain = "".join(letter for letter in unicodedata.normalize("NFD", word.lower()) if letter.isalpha())
    if plain in _VALUES:
        return _VALUES[plain]
    if plain.startswith("decima"):
        plain = "decimo" + plain[6:]
    return _VALUES.get(plain[:-1] + "o")


def kana_values(letter: str) -> tuple[tuple[str, int], ...]:
    """Return how a kana counts: 2 for イ after ア, 1 before ロ."""
    orders = (("ア", _IN_ORDER), ("イロハ", _IROHA))
    return tuple((name, order.index(letter) + 1) for name, order in orders if letter in order)
