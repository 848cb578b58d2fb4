"""What came from a clipboard becomes one file, less the lines that were struck."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.draft import Source
from documents.model import Span
from documents.pasting import copied_page, page_of, page_without, same_but_for, text_without
from documents.reader import open_here

PAGE = (
    "<html><body><!--StartFragment--><div>张三 2024-05-01 10:22<br>隐私政策</div><h2>一、收集</h2>"
    "<p>我们收集您的 <b>手机号</b>\u2005，用于登录 &amp; 找回。</p><p>[图片]</p>"
    "<ol><li>短信</li><li>李四:</li><li>位置</li></ol><table><tr><td>目的</td><td>登录</td></tr></table>"
    "<p>我们收集您的 <b>手机号</b>\u2005，用于登录 &amp; 找回。</p><!--EndFragment--></body></html>"
)


def read(data: bytes):
    return open_here(Source(data, "pasted.html", whole_page=True))


def lines(policy):
    return [" ".join(block.span.of(policy.text).split()) for block in policy.blocks]


def struck(policy, *words: str) -> list[Span]:
    starts = [(policy.text.index(word), word) for word in words]
    return [Span(start, start + len(word)) for start, word in starts]


def test_a_fragment_becomes_one_page_with_the_same_words():
    data = page_of(copied_page("<p>第一条 我们</p>\n<ul><li>a &lt; b<li>c</ul>"))
    assert data.startswith(b'<!DOCTYPE html>\n<html><head><meta charset="utf-8">')
    assert lines(read(data)) == ["第一条 我们", "a < b", "c"]


def test_the_header_of_windows_is_taken_off_and_its_address_kept():
    header = (
        "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\nStartFragment:0000000141\r\n"
        "EndFragment:0000000164\r\nSourceURL:https://a.example/privacy\r\n"
    )
    policy = read(page_of(copied_page(header + PAGE)))
    assert policy.origin == "https://a.example/privacy"
    assert "StartHTML" not in policy.text
    assert "Version" not in policy.text


def test_a_page_that_states_another_encoding_is_read_as_it_was_copied():
    copied = copied_page('<meta http-equiv="content-type" content="text/html; charset=gb2312"><p>条款 é</p>')
    assert lines(read(page_of(copied))) == ["条款 é"]


def test_struck_lines_leave_the_page_and_nothing_else_does():
    copied = copied_page(PAGE)
    before = read(page_of(copied))
    gone = struck(before, "张三 2024-05-01 10:22", "[图片]", "李四:")
    after = read(page_without(copied, before, gone, fold=False))
    assert same_but_for(before, gone, after)
    assert [block.label for block in after.blocks if "位置" in block.span.of(after.text)] == ["3."]
    assert lines(after).count("目的") == 1
    assert not same_but_for(before, gone[1:], after)


def test_a_bullet_goes_over_to_what_is_left_of_its_item():
    copied = copied_page("<p>x</p><ul><li><p>张三:</p><p>我们收集信息。</p></li></ul>")
    before = read(page_of(copied))
    gone = struck(before, "张三:")
    assert same_but_for(before, gone, read(page_without(copied, before, gone, fold=False)))


def test_scripts_and_frames_that_would_swallow_the_page_are_left_out():
    head = "<head><noscript><iframe src='x'></iframe></noscript><script>a</script></head>"
    assert lines(read(page_of(copied_page(f"<html>{head}<body><p>We keep.</p></body></html>")))) == ["We keep."]


def test_of_two_equal_lines_the_struck_one_goes():
    copied = copied_page("<p>同</p><p>中</p><p>同</p>")
    before = read(page_of(copied))
    gone = [before.blocks[2].span]
    assert lines(read(page_without(copied, before, gone, fold=False))) == ["同", "中"]


def test_stray_spaces_are_folded_in_a_page_too():
    copied = copied_page("<p>我们 收集\u200b您的\u2005信息，并使用 iOS 设备。</p>")
    data = page_without(copied, read(page_of(copied)), [], fold=True)
    assert lines(read(data)) == ["我们收集您的信息，并使用 iOS 设备。"]


@pytest.mark.parametrize(
    ("gone", "left"),
    [
        ([Span(0, 3)], "words\nend"),
        ([Span(4, 6)], "one\nrds\nend"),
        ([], "one\nwords\nend"),
        ([Span(10, 13)], "one\nwords\n"),
    ],
)
def test_struck_spans_leave_a_text(gone, left):
    assert text_without("one\nwords\nend", gone, fold=False).decode() == left


LETTERS = st.sampled_from("我们a1，。 \u2005&<")
WORDS = st.text(LETTERS, min_size=1, max_size=9).filter(str.strip)
TAGS = st.sampled_from(["p", "div", "h2", "li", "blockquote", "pre"])


@given(st.lists(st.tuples(TAGS, WORDS), min_size=1, max_size=8), st.data())
def test_whatever_lines_of_a_page_are_struck_the_others_stay(parts, data):
    copied = copied_page("".join(f"<{tag}>{escape(words)}</{tag}>" for tag, words in [("p", "first"), *parts]))
    before = read(page_of(copied))
    spans = [block.span for block in before.blocks[1:]]
    gone = sorted(data.draw(st.sets(st.sampled_from(spans)))) if spans else []
    assert same_but_for(before, gone, read(page_without(copied, before, gone, fold=False)))


LINES = st.lists(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\n\r"), max_size=12))


@given(LINES, st.data())
def test_whatever_whole_lines_are_struck_the_others_stay(some, data):
    text = "\n".join(some)
    chosen = data.draw(st.sets(st.integers(0, len(some) - 1))) if some else set()
    starts = [sum(len(line) + 1 for line in some[:at]) for at in range(len(some))]
    gone = [Span(starts[at], starts[at] + len(some[at])) for at in chosen]
    left = text_without(text, gone, fold=False).decode()
    kept = [line for at, line in enumerate(some) if at not in chosen]
    assert [line for line in left.split("\n") if line] == [line for line in kept if line]
