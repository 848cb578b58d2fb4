"""A short policy in Chinese and in English that differ in a few places: what the pictures of a bilingual pair show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tools.sitting import Sitting

__all__ = ["TEXTS", "bilingual"]

TEXTS = {
    "zh": """# 港湾笔记隐私政策

更新日期：2026年9月1日

## 一、我们收集的信息

1. 您注册账户时，应当提供手机号码或者电子邮箱。

2. 我们收集设备型号与日志，保存期限为180天。

## 二、我们如何使用个人信息

1. 我们不得将个人信息用于本政策未说明的目的。

2. 我们可以向您推送个性化广告，您可以随时关闭。

## 三、共享与转让

1. 我们不会向第三方出售您的个人信息。

2. 经您单独同意后，我们与合作伙伴共享您的收货地址。

## 四、您的权利

1. 您可以查询、更正或者删除您的个人信息，我们在十五个工作日内答复。

2. 您注销账户后，我们在三十日内删除个人信息。

## 五、费用

1. 会员费用为每年人民币5万元，逾期付款的，每日加收百分之五。
""",
    "en": """# Harbour Notes Privacy Policy

Updated: September 1, 2026

## 1. Information We Collect

1.1 When you register an account, you must provide a mobile phone number or an email address.

1.2 We collect the device model and logs and keep them for 180 days.

## 2. How We Use Personal Information

2.1 We may use Personal Information for purposes that this policy does not state.

2.2 We may push personalized advertising to you; you can switch it off at any time.

## 3. Sharing and Transfer

3.1 We do not sell your Personal Data to third parties.

## 4. Your Rights

4.1 You may access, correct or delete your Personal Information; we answer within fifteen working days.

4.2 After you close your account, we delete Personal Information within sixty (60) days.

## 5. Fees

5.1 The membership fee is RMB 50,000 per year; late payment is charged with 0.5% per day.
""",
}
_ON = {"zh": "推送个性化广告", "en": "push personalized advertising"}


def bilingual(sitting: Sitting) -> Iterator[tuple[str, QWidget]]:
    """Yield the two language versions beside one another, the reader's own on the left."""
    window = sitting.window
    _note_on_the_pair(sitting)
    window.actions_of["bilingual"].trigger()
    sitting.rest(1_500)
    view = window.bilingual.view
    assert view is not None
    first = view.list.lines.topLevelItem(0)
    assert first is not None
    view.list.lines.setCurrentItem(first)
    view.go_to(view.list.differences()[0])
    sitting.rest(500)
    yield "bilingual", window
    window.actions_of["bilingual"].trigger()
    sitting.rest(300)


def _note_on_the_pair(sitting: Sitting) -> None:
    """Put both texts into the matter as a pair, with a note on the one that is shown."""
    from annotations.model import Severity
    from documents.model import Span
    from documents.reader import open_document

    session, here = sitting.program.session, sitting.language
    assert session.matter is not None
    made = {}
    for language, text in TEXTS.items():
        name = f"harbour-{language}.md"
        policy = open_document(text.encode(), name=name)
        made[language] = session.matter.add_document(policy, text.encode(), name)
    session.matter.pair(made["en"].uid, made["zh"].uid)
    session.documents_changed.emit()
    session.show_document(made[here].uid)
    sitting.rest()
    assert session.policy is not None
    at = session.policy.text.index(_ON[here])
    session.add_note((Span(at, at + len(_ON[here])),), Severity.MEDIUM)
