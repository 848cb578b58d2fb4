"""What chat programs leave in a policy that is copied out of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.chat import NoiseKind, folded, noise_in

POLICY = [
    "云杉记账隐私政策",
    "更新日期：2024年5月1日",
    "2024年5月1日",
    "最后更新 2024-05-01 10:22",
    "第一条 总则",
    "包括：",
    "联系我们:",
    "范围：",
    "工作时间：9:00-18:00",
    "客服时间 9:00-18:00",
    "Last updated 10:22",
    "Definitions:",
    "Contact Us:",
    "Service is available from 10:22 AM",
    "我们将于 2024-05-01 10:22 起施行。",
    "我们将于 2024-05-01 10:22",
    "[注：见附件]",
]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("张三 2024-05-01 10:22", NoiseKind.SENDER),
        ("刘总(12345) 2024/5/1 10:22:33", NoiseKind.SENDER),
        ("张三  下午 3:15", NoiseKind.SENDER),
        ("2024-05-01 10:22 李四", NoiseKind.SENDER),
        ("John Smith 10:22 AM", NoiseKind.SENDER),
        ("2024年5月1日 上午10:22", NoiseKind.TIME),
        ("昨天 10:22", NoiseKind.TIME),
        ("星期三 晚上8:05", NoiseKind.TIME),
        ("Wed, May 1, 2024 at 10:22 AM", NoiseKind.TIME),
        ("—————  2024-05-01  —————", NoiseKind.TIME),
        ("[图片]", NoiseKind.PLACEHOLDER),
        ("[文件: 隐私政策.docx]", NoiseKind.PLACEHOLDER),
        ("<Media omitted>", NoiseKind.PLACEHOLDER),
        ("“王五”撤回了一条消息", NoiseKind.NOTICE),
        ("张三:", NoiseKind.SENDER),
        ("王律师：", NoiseKind.SENDER),
    ],
)
def test_a_line_of_the_chat_is_a_candidate(line, kind):
    (noise,) = noise_in([line, "本政策适用于您。"])
    assert (noise.line, noise.end, noise.kind) == (0, len(line), kind)


@pytest.mark.parametrize("line", POLICY)
def test_a_line_of_a_policy_is_none_even_in_a_chat(line):
    assert [noise.line for noise in noise_in(["张三 2024-05-01 10:22", line, "[图片]"])] == [0, 2]


def test_a_policy_that_comes_from_no_chat_is_left_alone():
    assert noise_in([*POLICY, "王女士", "目的：", "目的：", "张江："]) == ()


def test_before_words_only_the_sender_is_struck():
    lines = ["[2024/5/1 10:22:33] 李四: 隐私政策如下", "[10:23, 5/1/2024] Jo Smith: Here it is", "Jo Smith: and more"]
    assert [line[noise.end :] for line, noise in zip(lines, noise_in(lines), strict=True)] == [
        "隐私政策如下", "Here it is", "and more",
    ]  # fmt: skip


def test_a_name_known_from_one_line_is_struck_where_it_stands_alone():
    assert [noise.line for noise in noise_in(["欧阳晓 10:22", "我们收集信息。", "欧阳晓：", "目的："])] == [0, 2]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("一、我们如何\u2005收集 信息，包 括 iOS 设备。", "一、我们如何收集信息，包括 iOS 设备。"),
        ("第一条 为 了保护您，特制定。", "第一条 为了保护您，特制定。"),
        ("（一） 收 集，使用", "（一） 收集，使用"),
        ("第一条 总则", "第一条 总则"),
        ("甲方 乙方", "甲方 乙方"),
        ("We keep\u2005it\u200b.", "We keep it."),
        ("§\u00a05 applies, et\u202f: oui", "§\u00a05 applies, et\u202f: oui"),
        ("我们\u00a0收集，", "我们收集，"),
    ],
)
def test_stray_spaces_are_folded(line, left):
    assert folded(line) == left


SPACES = "\u200b\u2060\ufeff\u00ad\u00a0\u2005\u2009\u202f\u205f "


@given(st.text(st.sampled_from("第一条款我们ab1，。：、（）\n\u3000" + SPACES), max_size=60))
def test_folding_takes_spaces_only_and_twice_is_once(line):
    left = folded(line)
    assert folded(left) == left
    assert [c for c in left if c not in SPACES] == [c for c in line if c not in SPACES]


@given(st.lists(st.text(max_size=60), max_size=12))
def test_candidates_are_in_order_and_within_their_lines(lines):
    found = noise_in(lines)
    assert [noise.line for noise in found] == sorted({noise.line for noise in found})
    assert all(0 < noise.end <= len(lines[noise.line]) for noise in found)
