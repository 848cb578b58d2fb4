"""Two language versions of a policy: what answers to what, and what they say differently."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.bilingual.model import Bilingual, DifferenceKind, Side, Sureness
from documents.bilingual.pairing import are_alike, pair_policies
from documents.bilingual.passages import path_of
from documents.bilingual.values import values_in
from documents.model import PolicyDocument, Span
from documents.reader import open_document
from tests.documents.bilingual_policy import CHINESE, ENGLISH, read

ZH, EN = read(CHINESE), read(ENGLISH)


def _pair(chinese: str = CHINESE, english: str = ENGLISH) -> Bilingual:
    return pair_policies(read(chinese), read(english))


def _told(pair: Bilingual) -> list[tuple[str, str, str]]:
    return [(one.kind.value, one.left.of(pair.left.text), one.right.of(pair.right.text)) for one in pair.differences]


def _changed(before: str, after: str) -> list[tuple[str, str, str]]:
    assert before in ENGLISH
    return _told(_pair(english=ENGLISH.replace(before, after)))


def _whole(pair: Bilingual, side: Side) -> list[int]:
    return [at for bead in pair.beads for at in bead.of(side)]


# -- what answers to what --------------------------------------------------------------------------------------------


def test_a_faithful_translation_answers_passage_by_passage_and_differs_in_nothing() -> None:
    pair = _pair()
    assert [(bead.left, bead.right) for bead in pair.beads] == [
        (range(at, at + 1), range(at, at + 1)) for at in range(len(pair.left_passages))
    ]
    assert _told(pair) == []
    assert pair.likeness == 1.0


def test_it_is_the_same_the_other_way_round() -> None:
    pair = pair_policies(EN, ZH)
    assert pair.likeness == 1.0
    assert not pair.differences


def test_most_of_it_is_sure() -> None:
    pair = _pair()
    assert sum(bead.sureness is Sureness.SURE for bead in pair.beads) >= 0.7 * len(pair.beads)


@pytest.mark.parametrize(
    ("address", "path"),
    [("三.6", (3, 6)), ("3.6", (3, 6)), ("3(6)", (3, 6)), ("III.6", (3, 6)), ("第三条", (3,)), ("附录", ())],
)
def test_a_number_is_the_same_however_a_language_writes_it(address: str, path: tuple[int, ...]) -> None:
    assert path_of(address) == path


def test_a_duty_that_stands_in_one_language_only_is_told() -> None:
    duty = "3.2 With your separate consent, we share your delivery address with partners.\n\n"
    ((kind, left, right),) = _changed(duty, "")
    assert kind == "only"
    assert left == "经您单独同意后，我们与合作伙伴共享您的收货地址。"
    assert right == ""


def test_a_clause_that_only_the_translation_has_is_told_once_and_later_numbers_do_not_mislead() -> None:
    added = "## 3. Cookies\n\nWe place cookies in your browser to remember your bookmarks.\n\n"
    later = ENGLISH[ENGLISH.index("## 3.") :]
    later = re.sub(r"(?m)^(## )?([3-6])(?=\.)", lambda found: f"{found[1] or ''}{int(found[2]) + 1}", later)
    pair = _pair(english=ENGLISH[: ENGLISH.index("## 3.")] + added + later)
    ((kind, left, right),) = _told(pair)
    assert (kind, left) == ("only", "")
    assert right.startswith("3. Cookies")
    assert right.endswith("bookmarks.")


def test_a_paragraph_that_a_translation_parts_in_two_stays_one() -> None:
    joined = '(the "Platform"). "Personal Information" means'
    pair = _pair(english=ENGLISH.replace(joined, '(the "Platform").\n\n"Personal Information" means'))
    assert [(len(bead.left), len(bead.right)) for bead in pair.beads if len(bead.right) != 1] == [(1, 2)]
    assert not pair.differences


def test_words_lead_to_the_words_that_answer_to_them() -> None:
    pair = _pair()
    at = _place_of("十五个工作日")
    across = pair.across(Span(at, at + 3), Side.LEFT)
    assert across is not None
    assert across.of(EN.text).startswith("4.1 You may access")


def _place_of(words: str) -> int:
    return ZH.text.index(words)


def test_two_versions_are_offered_as_translations_and_strangers_are_not() -> None:
    other = read(
        "# Lease\n\n" + "\n\n".join(f"{n}. The tenant pays the rent of room {n} in advance." for n in range(1, 30))
    )
    assert are_alike(ZH, EN)
    assert not are_alike(ZH, other)
    assert not are_alike(ZH, ZH)


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_alignment_takes_in_both_texts_in_order_and_never_crosses(chance: random.Random) -> None:
    """Whatever is left out or put elsewhere; what is left in its place is mostly found."""
    kept = ["\n\n".join(part for part in text.split("\n\n") if chance.random() < 0.8) for text in (CHINESE, ENGLISH)]
    if chance.random() < 0.3:
        parts = kept[1].split("\n\n")
        chance.shuffle(parts)
        kept[1] = "\n\n".join(parts)
    pair = _pair(*kept)
    for side in Side:
        assert _whole(pair, side) == list(range(len(pair.passages(side))))
    for difference in pair.differences:
        assert 0 <= difference.left.start <= difference.left.end <= len(pair.left.text)
        assert 0 <= difference.right.start <= difference.right.end <= len(pair.right.text)


@settings(max_examples=25, deadline=None)
@given(st.sets(st.integers(0, 25), max_size=5), st.sets(st.integers(0, 25), max_size=5))
def test_passages_left_out_on_either_side_do_not_mislead_the_rest(gone: set[int], missing: set[int]) -> None:
    chinese, english = (text.split("\n\n") for text in (CHINESE, ENGLISH))
    assert len(chinese) == len(english)
    pair = _pair(
        "\n\n".join(part for at, part in enumerate(chinese) if at not in gone),
        "\n\n".join(part for at, part in enumerate(english) if at not in missing),
    )
    truth = {_bare(c): _bare(e) for c, e in zip(chinese, english, strict=True)}
    wrong = 0
    for bead in pair.beads:
        if bead.is_pair:
            left, right = (_bare(pair.span_of(bead, side).of(pair.policy(side).text)) for side in Side)
            wrong += truth[left] != right
    assert wrong <= 1 + len(gone) + len(missing)  # one paragraph of the source is set in two lines


def _bare(words: str) -> str:
    """Leave out the number or the signs of Markdown before some words, and all but its first line."""
    return re.sub(r"^(?:#+ )?(?:[\d.]+ )?", "", words.strip()).split("\n")[0]


def test_a_long_policy_takes_no_longer_for_each_passage() -> None:
    """Counted in cells, not seconds: what stands between pins is small."""
    lefts, rights = [], []
    for number in range(60):
        lefts.append(
            f"## {number + 1}. 条款\n\n我们在{number + 31}日内答复编号{number + 7000}的投诉。\n\n您可以随时联系客服。\n"
        )
        rights.append(
            f"## {number + 1}. Terms\n\nWe answer complaint {number + 7000} within {number + 31} days.\n\n"
            "You may contact customer service at any time.\n"
        )
    pair = _pair("\n".join(lefts), "\n".join(rights))
    assert all(bead.is_pair and bead.left == bead.right for bead in pair.beads)


# -- what differs ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "kind", "words"),
    [
        ("thirty (30) days", "sixty (60) days", "number", ("三十日", "sixty (60) days")),
        ("fifteen working days", "15 days", "number", ("十五个工作日", "15 days")),
        ("180 days", "18 days", "number", ("180天", "18 days")),
        ("age of 14", "age of 16", "number", ("十四周岁", "age of 16")),
        ("5% per day", "0.5% per day", "number", ("百分之五", "0.5%")),
        ("January 16, 2024", "June 16, 2024", "date", ("2024年1月16日", "June 16, 2024")),
        ("RMB 50,000", "RMB 5,000", "amount", ("人民币5万元", "RMB 5,000")),
        ("RMB 50,000", "US$50,000", "amount", ("人民币5万元", "US$50,000")),
        ("privacy@qinghe", "privacy@qinhe", "contact", ("privacy@qinghe.example", "privacy@qinhe.example")),
    ],
)
def test_a_value_that_differs_is_told_with_both_places(
    before: str, after: str, kind: str, words: tuple[str, str]
) -> None:
    assert _changed(before, after) == [(kind, *words)]


def test_a_number_that_the_translation_leaves_out_is_told() -> None:
    ((kind, left, _right),) = _changed("and keep them for 180 days", "and keep them for a while")
    assert (kind, left) == ("number", "180天")


def test_a_prohibition_that_became_a_permission_is_to_be_looked_at() -> None:
    ((kind, _left, right),) = _changed(
        "We shall not use Personal Information for purposes that this policy does not state.",
        "We may use Personal Information for purposes beyond those stated in this policy.",
    )
    assert kind == "negation"
    assert right.startswith("2.1 We may use")


def test_a_permission_is_told_from_a_prohibition_though_the_sentence_denies_something_else() -> None:
    assert [kind for kind, *_ in _changed("We shall not use", "We may use")] == ["negation"]


def test_a_duty_that_became_a_liberty_is_to_be_looked_at() -> None:
    found = _changed("the transferee shall continue", "the transferee may continue")
    assert [kind for kind, *_ in found] == ["modal"]


def test_one_term_rendered_by_two_words_is_told_where_it_is_the_seldom_one() -> None:
    assert _changed("do not sell your Personal Information", "do not sell your Personal Data") == [
        ("term", "个人信息", "Personal Data")
    ]


def test_a_defined_term_taken_for_another_is_told() -> None:
    chinese = "\n\n".join(
        ("“买方”和“卖方”订立本合同。", "买方付款。", "卖方交货。", "买方验收货物。", "卖方开具发票。", "卖方承担运费。")
    )
    english = (
        'The "Buyer" and the "Seller" conclude this contract.\n\nThe Buyer pays.\n\nThe Seller delivers.\n\n'
        "The Buyer inspects the goods.\n\nThe Seller issues an invoice.\n\nThe Buyer bears the freight.\n"
    )
    assert ("term", "卖方", "Buyer") in _told(_pair(chinese, english))


def test_a_passage_of_which_half_is_missing_is_to_be_looked_at() -> None:
    more = (
        "有下列情形的，我们可以不经同意而提供：为订立合同所必需；"
        "为履行法定义务所必需；为应对突发事件或者保护生命安全所必需；依照法律规定处理已经公开的信息。"
    )
    chinese = CHINESE.replace("我们不会向第三方出售您的个人信息。", "我们不会向第三方出售您的个人信息。" + more)
    assert [kind for kind, *_ in _told(_pair(chinese))] == [DifferenceKind.LENGTH]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("三十日", "thirty days"), ("30日内", "within 30 days"), ("十五个工作日", "fifteen (15) business days"),
        ("百分之五", "five percent"), ("5%", "5 per cent"), ("2024年1月16日", "16 January 2024"),
        ("二〇二四年一月十六日", "January 16th, 2024"), ("人民币5万元", "RMB 50,000"), ("一百二十天", "120 days"),
        ("五万元", "50 thousand yuan"), ("1.5亿元", "RMB 150 million"), ("100美元", "US$100"), ("24小时", "24-hour"),
        ("三年", "three years"), ("6个月", "six months"), ("第十七条", "Article 17"), ("2026 年 3 月", "March 2026"),
    ],
)  # fmt: skip
def test_the_same_is_the_same_in_both_languages(chinese: str, english: str) -> None:
    left, right = values_in(chinese, "zh"), values_in(english, "en")
    assert [(one.measure, one.key) for one in left] == [(one.measure, one.key) for one in right]
    assert len(left) == 1


# -- real pairs ------------------------------------------------------------------------------------------------------


@pytest.mark.corpora
@pytest.mark.parametrize(
    "name", ["subscription_services_tos", "firefox_privacy_notice", "mdn_plus_terms", "common_voice_terms"]
)
def test_public_pairs_align_throughout_and_raise_few_alarms(shared: Path, name: str) -> None:
    folder = shared / "corpora" / "policies"
    chinese = _file(folder / "zh" / f"mozilla_zh-CN_{name}.md")
    pair = pair_policies(chinese, _file(folder / "en" / f"mozilla_en_{name}.md"))
    assert pair.likeness > 0.98
    assert sum(one.kind is not DifferenceKind.ONLY for one in pair.differences) <= 1


def _file(path: Path) -> PolicyDocument:
    return open_document(path)
