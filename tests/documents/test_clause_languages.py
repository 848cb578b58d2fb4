"""Numbers of German, French, Spanish and Japanese policies beside the English and Chinese ones, and random outlines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.draft import Source
from documents.model import ClausePart, PolicyDocument
from documents.reader import open_here


def read(text: str) -> PolicyDocument:
    return open_here(Source(text.encode(), "policy.txt"))


def numbered(text: str) -> list[str]:
    return [one.address for one in read(text).clauses if one.part is ClausePart.NUMBERED]


GERMAN = """Nutzungsbedingungen

§ 1 Geltungsbereich
(1) Diese Bedingungen gelten für alle Mitglieder des Lesekreises.
(2) Abweichende Bedingungen werden nicht Bestandteil.
§ 2 Pflichten
(1) Das Mitglied hat
a) Bücher zurückzugeben,
aa) die es entliehen hat,
bb) die es gefunden hat,
b) die Räume zu pflegen.
(2) Weitere Pflichten bestehen nicht.
§ 2a Haftung
Der Lesekreis haftet für nichts als Vorsatz.
§ 3 Recht
Es gilt das Recht des Ortes.
Anlage 1
1. Gebühren werden im März fällig.
2. Sie werden nicht erstattet.
"""

FRENCH = """Conditions générales

TITRE I – DISPOSITIONS GÉNÉRALES
Article 1er – Objet
Les présentes conditions régissent le cercle de lecture.
Article 2 : Adhésion
L'adhérent s'engage à :
1° rendre les livres ;
2° payer sa cotisation :
a) en mars ;
b) en juin.
TITRE II – DISPOSITIONS FINALES
Article 3 : Droit
Le droit du lieu s'applique.
"""

SPANISH = """Condiciones de uso

CAPÍTULO I. DISPOSICIONES GENERALES
Artículo 1.º Objeto
Estas condiciones rigen el círculo de lectura.
Artículo 2.º Deberes
El socio deberá:
a) devolver los libros;
b) pagar la cuota.
CAPÍTULO II. DISPOSICIONES FINALES
Artículo 3.º Ley
Se aplica la ley del lugar.
"""

CLAUSES = """Contrato de socio

CLÁUSULA PRIMERA.- Objeto
El objeto es la lectura de libros en común.
CLÁUSULA SEGUNDA.- Duración
El contrato dura un año:
1. desde marzo;
2. hasta marzo.
CLÁUSULA TERCERA.- Ley
Se aplica la ley del lugar.
"""

JAPANESE = """利用規約

第1条（目的）
1．この規約は読書会の利用条件を定めるものです。
2．会員は次の各号を守るものとします。
（1）本を返すこと。
（2）会費を払うこと。
ア　三月に払うもの
イ　六月に払うもの
第2条（責任）
当会は責任を負いません。
第2条の2（準拠法）
日本法によります。
附則
第1条 この規約は四月から施行します。
"""


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        (
            GERMAN,
            "de",
            [
                "§ 1",
                "§ 1(1)",
                "§ 1(2)",
                "§ 2",
                "§ 2(1)",
                "§ 2(1)(a)",
                "§ 2(1)(a)(aa)",
                "§ 2(1)(a)(bb)",
                "§ 2(1)(b)",
                "§ 2(2)",
                "§ 2a",
                "§ 3",
                "Anlage 1",
                "Anlage 1, 1",
                "Anlage 1, 2",
            ],
        ),
        (
            FRENCH,
            "fr",
            [
                "TITRE I",
                "Article 1er",
                "Article 2",
                "Article 2.1°",
                "Article 2.2°",
                "Article 2.2°(a)",
                "Article 2.2°(b)",
                "TITRE II",
                "Article 3",
            ],
        ),
        (
            SPANISH,
            "es",
            [
                "CAPÍTULO I",
                "Artículo 1.º",
                "Artículo 2.º",
                "Artículo 2.º(a)",
                "Artículo 2.º(b)",
                "CAPÍTULO II",
                "Artículo 3.º",
            ],
        ),
        (
            CLAUSES,
            "es",
            [
                *("CLÁUSULA PRIMERA", "CLÁUSULA SEGUNDA", "CLÁUSULA SEGUNDA.1"),
                *("CLÁUSULA SEGUNDA.2", "CLÁUSULA TERCERA"),
            ],
        ),
        (
            JAPANESE,
            "ja",
            [
                "第1条",
                "第1条.1",
                "第1条.2",
                "第1条.2（1）",
                "第1条.2（2）",
                "第1条.2（2）ア",
                "第1条.2（2）イ",
                "第2条",
                "第2条の2",
                "附則",
                "附則 第1条",
            ],
        ),
    ],
)
def test_policies_of_other_languages_are_cited_by_their_own_numbers(
    text: str, language: str, wanted: list[str]
) -> None:
    assert numbered(text) == wanted
    assert read(text).language == language


def test_an_annex_without_a_number_begins_anew() -> None:
    lines = ["一、甲事", "甲的内容在此说明。", "二、乙事", "乙的内容在此说明。", "附件：收费标准"]
    text = "\n".join([*lines, "一、细目", "细目在此说明清楚。", "二、日期", "日期在此说明清楚。"])
    assert numbered(text) == ["一", "二", "附件", "附件 一", "附件 二"]


@pytest.mark.parametrize(
    "line", ["90° ist ein rechter Winkel.", "Primera vez que lo leo.", "第1条の規定により定めます。"]
)
def test_words_that_resemble_a_number_are_none(line: str) -> None:
    text = f"1. First clause stands here.\n{line}\n2. Second clause stands here."
    assert [one.label for one in read(text).clauses if one.label] == ["1", "2"]


ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
HANZI = "一二三四五六七八九十"
ORDINAL = ["PRIMERA", "SEGUNDA", "TERCERA", "CUARTA", "QUINTA", "SEXTA", "SÉPTIMA", "OCTAVA", "NOVENA", "DÉCIMA"]
Number = Callable[[tuple[int, ...]], str]


def style(before: str, number: Number, after: str, label: str = "") -> tuple[Number, Number]:
    """What is typed before a clause of this style, and the label it should get; both of the path of numbers."""
    shown = label or before + "{}" + after.rstrip(" 　、.．:-–（")
    return lambda path: f"{before}{number(path)}{after}", lambda path: shown.format(number(path))


def digit(path: tuple[int, ...]) -> str:
    return str(path[-1])


def dotted(path: tuple[int, ...]) -> str:
    return ".".join(str(one) for one in path)


def roman(path: tuple[int, ...]) -> str:
    return ROMAN[path[-1] - 1]


def small_roman(path: tuple[int, ...]) -> str:
    return roman(path).lower()


def letter(path: tuple[int, ...]) -> str:
    return "abcdefghij"[path[-1] - 1]


def double(path: tuple[int, ...]) -> str:
    return letter(path) * 2


def hanzi(path: tuple[int, ...]) -> str:
    return HANZI[path[-1] - 1]


def circled(path: tuple[int, ...]) -> str:
    return "①②③④⑤⑥⑦⑧⑨⑩"[path[-1] - 1]


def kana(path: tuple[int, ...]) -> str:
    return "アイウエオカキクケコ"[path[-1] - 1]


def ordinal(path: tuple[int, ...]) -> str:
    return ORDINAL[path[-1] - 1]


WORDS = {
    "en": ("Duties of members", "The member shall keep the book in good order and give it back in time."),
    "zh": ("会员的义务", "会员应当妥善保管所借的图书，并且按照约定的时间归还。"),
    "de": ("Pflichten der Mitglieder", "Das Mitglied hat das Buch zu pflegen und rechtzeitig zurückzugeben."),
    "fr": ("Devoirs des membres", "Le membre doit prendre soin du livre et le rendre à temps au cercle."),
    "es": ("Deberes de los socios", "El socio debe cuidar el libro y devolverlo a tiempo al círculo."),
    "ja": ("会員の義務", "会員は借りた本を大切に扱い、約束した日までに返すものとします。"),
}
OUTLINES = [
    ("en", [style("ARTICLE ", roman, " - "), style("Section ", digit, ". "), style("(", letter, ") ", "({})")]),
    ("en", [style("", digit, ". "), style("", dotted, " "), style("(", letter, ") ", "({})")]),
    ("en", [style("", digit, ". "), style("(", letter, ") ", "({})"), style("(", small_roman, ") ", "({})")]),
    (
        "zh",
        [style("第", hanzi, "章 ", "第{}章"), style("第", hanzi, "条 ", "第{}条"), style("（", hanzi, "）", "（{}）")],
    ),
    ("zh", [style("", hanzi, "、"), style("（", hanzi, "）", "（{}）"), style("", digit, "."), style("", circled, "")]),
    ("zh", [style("", hanzi, "、"), style("", digit, "、"), style("（", digit, "）", "（{}）")]),
    ("de", [style("§ ", digit, " "), style("(", digit, ") ", "({})"), style("", letter, ") ", "({})")]),
    ("de", [style("Artikel ", digit, ": "), style("", digit, ". "), style("", letter, ") ", "({})")]),
    ("fr", [style("TITRE ", roman, " – "), style("Article ", digit, " : "), style("", digit, "° ", "{}°")]),
    ("fr", [style("CHAPITRE ", roman, ". "), style("", digit, ". "), style("", letter, ") ", "({})")]),
    ("es", [style("CAPÍTULO ", roman, ". "), style("Artículo ", digit, ". "), style("", letter, ") ", "({})")]),
    ("es", [style("CLÁUSULA ", ordinal, ".- "), style("", digit, ". "), style("", letter, ") ", "({})")]),
    (
        "ja",
        [style("第", digit, "章 ", "第{}章"), style("第", digit, "条 ", "第{}条"), style("（", digit, "）", "（{}）")],
    ),
    (
        "ja",
        [style("第", hanzi, "条 ", "第{}条"), style("", digit, "．"), style("", circled, ""), style("", kana, "　")],
    ),
]


@dataclass
class Node:
    children: list[Node] = field(default_factory=list)


def nodes(levels: int) -> st.SearchStrategy[list[Node]]:
    """Two to five sisters: a list of one item is no list to a reader either."""
    below: st.SearchStrategy[list[Node]] = st.just([]) if levels == 1 else st.one_of(st.just([]), nodes(levels - 1))
    return st.lists(below.map(Node), min_size=2, max_size=5)


@st.composite
def outlines(draw: st.DrawFn) -> tuple[str, list[tuple[int, str]]]:
    """A policy as text, and the level and label of each of its clauses."""
    language, styles = draw(st.sampled_from(OUTLINES))
    heading, sentence = WORDS[language]
    lines: list[str] = []
    wanted: list[tuple[int, str]] = []

    def write(node: Node, path: tuple[int, ...]) -> None:
        typed, labelled = styles[len(path) - 1]
        top = len(path) == 1
        name = "".join("abcdefghij"[int(one)] for one in str(len(lines)))  # no two clauses say the same
        said = f"{sentence[:-1]} ({name}){sentence[-1]}"
        lines.append(f"{typed(path)}{f'{heading} {name}' if top else said}")
        wanted.append((len(path), labelled(path)))
        if top and not node.children:
            lines.append(said)
        for number, child in enumerate(node.children, 1):
            write(child, (*path, number))

    for number, node in enumerate(draw(nodes(len(styles))), 1):
        write(node, (number,))
    return draw(st.sampled_from(["\n", "\n\n"])).join(lines), wanted


@settings(max_examples=150, deadline=None)
@given(outlines())
def test_any_outline_is_read_back_as_it_was_written(outline: tuple[str, list[tuple[int, str]]]) -> None:
    text, wanted = outline
    found = read(text).clauses
    assert [(one.level, one.label) for one in found if one.part is ClausePart.NUMBERED] == wanted
    assert len({one.address for one in found}) == len(found)
    owned = [position for one in found for position in range(one.own.start, one.own.end)]
    assert len(set(owned)) == len(owned)
    assert {position for position, letter in enumerate(text) if letter.isalnum()} <= set(owned)
