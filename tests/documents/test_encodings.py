"""Text files in the encodings lawyers send."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from documents.encodings import decode
from documents.errors import UnreadableDocument
from documents.reader import open_document

CHINESE = (
    "小径读书会尊重每一位读者。我们会收集您的姓名和电话，用于通知您参加活动，也会在法律要求时提供给有关机构。"
    "未经您的同意，我们不会把您的信息提供给第三方。您可以随时要求我们删除您的信息，我们将在十五日内处理完毕。"
)
TRADITIONAL = (
    "小徑讀書會尊重每一位讀者。我們會收集您的姓名和電話，用於通知您參加活動，也會在法律要求時提供給有關機構。"
    "未經您的同意，我們不會把您的資訊提供給第三方。您可以隨時要求我們刪除您的資訊，我們將在十五日內處理完畢。"
)
GERMAN = (
    "Der Lesekreis schützt die Angaben seiner Mitglieder. Wir löschen sie, sobald sie nicht mehr benötigt werden, "
    "spätestens nach zwölf Monaten. Für Rückfragen können Sie uns jederzeit schreiben; wir prüfen jede Änderung."
)


@pytest.mark.parametrize(
    ("words", "encoding", "shown"),
    [
        (CHINESE, "utf-8", "utf-8"),
        (CHINESE, "utf-8-sig", "utf-8"),
        (CHINESE, "utf-16", "utf-16"),
        (CHINESE, "utf-16-le", "utf-16-le"),
        (CHINESE, "utf-16-be", "utf-16-be"),
        (CHINESE, "gb18030", "gb18030"),
        (CHINESE, "gb2312", "gb18030"),
        (TRADITIONAL, "big5", "big5"),
        (GERMAN, "cp1252", "windows-1252"),
        ("A plain policy.", "ascii", "utf-8"),
    ],
)
def test_the_encoding_is_found(words: str, encoding: str, shown: str) -> None:
    decoded = decode(words.encode(encoding))
    assert decoded.text.removeprefix("\ufeff") == words
    assert decoded.encoding == shown


@pytest.mark.parametrize("encoding", ["gb18030", "gbk", "big5", "shift_jis", "euc_kr", "cp1252", "mac-roman"])
def test_the_quotation_marks_of_english_words_are_told_by_their_bytes(encoding: str) -> None:
    words = "“We” keep the User’s data – no longer than needed. ‘Data’ is what tells who you are. " * 3
    words = words if encoding in {"gb18030", "gbk", "cp1252", "mac-roman"} else words.replace("–", "-")
    document = open_document(words.encode(encoding), name="policy.txt")
    assert document.text == words


def test_accents_of_a_western_text_are_not_taken_for_chinese_ones() -> None:
    words = "Größe, Maß; naïve façade: „Übung“. £5 · §7 ®"
    assert open_document(words.encode("cp1252"), name="policy.txt").text == words


def test_a_doubtful_encoding_is_said() -> None:
    decoded = decode("Caf\xe9".encode("cp1252"))
    assert decoded.warnings
    assert decoded.warnings[0].code == "encoding_unsure"
    assert decoded.encoding in decoded.warnings[0].sentence()


def test_the_encoding_can_be_chosen() -> None:
    data = CHINESE.encode("gb18030")
    assert open_document(data, name="a.txt", encoding="gbk").text == CHINESE


def test_a_wrong_choice_and_an_unknown_one_are_told_apart() -> None:
    with pytest.raises(UnreadableDocument) as wrong:
        decode(CHINESE.encode("gb18030"), name="a.txt", encoding="utf-8")
    assert wrong.value.code == "wrong_encoding"
    with pytest.raises(UnreadableDocument) as unknown:
        decode(b"a", name="a.txt", encoding="klingon")
    assert unknown.value.code == "unknown_encoding"


def test_a_few_broken_characters_do_not_hide_a_policy() -> None:
    data = (CHINESE * 20).encode()
    decoded = decode(data[:1000] + b"\xe4" + data[1002:])
    assert decoded.encoding == "utf-8"
    assert decoded.warnings[0].code == "characters_lost"


def test_the_whole_file_counts_not_its_beginning() -> None:
    decoded = decode(b"plain words only\n" * 20_000 + CHINESE.encode("gb18030"))
    assert decoded.text.endswith(CHINESE)


def test_line_ends_and_marks_are_normalised_once() -> None:
    text = "\ufeffone\r\ntwo\rthree\u2028four\u2029five\ufdd0\x00\x07six\u00a0seven\ttab\n"
    document = open_document(codecs.BOM_UTF8 + text.encode(), name="a.txt", encoding="utf-8")
    assert document.text == "one\ntwo\nthree\nfour\nfivesix\u00a0seven\ttab\n"


@pytest.mark.corpora
@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("amap_gbk.txt", "gb18030"),
        ("douyin_broken-utf8.txt", "utf-8"),
        ("jd_utf16le-nobom.txt", "utf-16-le"),
        ("mozilla_de_windows-1252.md", "windows-1252"),
        ("terms_big5.txt", "big5"),
        ("terms_shift_jis.md", "shift_jis"),
        ("wechat_gb18030.txt", "gb18030"),
    ],
)
def test_real_files_are_read_in_their_encoding(shared: Path, name: str, encoding: str) -> None:
    document = open_document(shared / "corpora/policies/encodings" / name)
    assert document.encoding == encoding
    assert document.text.count("\ufffd") < 100


def test_stray_empty_characters_are_left_out_and_told() -> None:
    text = "1. We keep your data for a year, and no longer than that.\n" * 3
    for data in (text[:40].encode() + b"\0" + text[40:].encode(), text.encode() + bytes(300)):
        found = decode(data)
        assert (found.text, found.encoding) == (text, "utf-8")
        assert [warning.code for warning in found.warnings] == ["nulls_left_out"]
    chinese = "一、我们收集您的姓名和手机号码，并保存一年。\n" * 9
    assert decode(chinese.encode("gb18030") + bytes(64)).text == chinese


def test_wide_text_without_its_mark_is_no_text_with_stray_characters() -> None:
    for text in ("1. We keep your data.\n" * 9, "一、我们收集您的姓名和手机号码，并保存一年。\n" * 9):
        for encoding in ("utf-16-le", "utf-16-be"):
            found = decode(text.encode(encoding))
            assert (found.text, found.warnings) == (text, ())
