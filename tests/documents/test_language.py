"""The language of a text, also of one that is a line or two long."""

from __future__ import annotations

import pytest

from documents.language import language_of

SHORT = {
    "en": [
        "No refunds.",
        "Members only. No dogs.",
        "Article 5. Definitions",
        "1. Scope\n2. Fees\n3. Law",
        "De minimis losses are not returned.",
        "Reading circle: pay in March, read in April.",
        "Privacy Policy\n\nContact: M. de la Cruz, Los Angeles",
        "Schedule 1: Fees per quarter",
        "Don Quixote de la Mancha, by Miguel de Cervantes, is lent to members.",
        "Return books on time. No exceptions, en bloc or otherwise.",
    ],
    "de": [
        "Keine Haftung für Bücher.",
        "§ 1 Geltungsbereich\nDiese Ordnung gilt für alle Mitglieder.",
        "Die Bücher sind im März zurückzugeben.",
    ],
    "fr": [
        "Les livres sont rendus en mars.",
        "Article 1er – Objet\nLe présent règlement régit le cercle.",
        "Vous payez votre cotisation à l'avance.",
    ],
    "es": [
        "El socio devolverá los libros.",
        "Artículo 1. Objeto\nEstas condiciones rigen el círculo de lectura.",
        "No se devuelve la cuota del año.",
    ],
    "ja": [
        "第1条（目的）本規約は、読書会の利用について定めます。",
        "会員は本を返すものとします。",
        "お問い合わせ：読書会事務局まで",
    ],
    "zh": [
        "一、目的",
        "读者应当在三月归还书籍。",
        "隐私政策（Privacy Policy）",
        "第1.1条 会费",
    ],
    "zh-Hant": [
        "讀者應於三月歸還書籍。",
        "隱私權政策：我們如何處理您的資訊",
    ],
}


@pytest.mark.parametrize(("code", "words"), [(code, words) for code, all_words in SHORT.items() for words in all_words])
def test_a_short_text_is_of_the_language_it_is_written_in(code: str, words: str) -> None:
    assert language_of(words) == code


def test_without_a_word_to_go_by_it_is_english() -> None:
    assert language_of("12.3 — 45") == "en"
