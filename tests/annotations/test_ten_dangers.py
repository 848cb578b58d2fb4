"""Ten edits that turn a meaning and leave the words alike: each is alerted to, or honestly asked about."""

from __future__ import annotations

import pytest

from annotations.matter import OpenMatter
from annotations.model import AnchorState
from documents.model import Span
from tests.annotations.conftest import made_policy

CONTRACT = """1. Payment
The Customer shall pay the Supplier EUR 10,000 within 30 days of the invoice, before the goods are handed over.
2. Indemnity
The Supplier shall indemnify the Customer against claims of third parties that arise from the goods.
The Supplier shall be liable for loss that it causes by gross negligence in carrying out the work.
3. Orders
Each order is confirmed in writing and takes effect when the confirmation reaches the buyer's office.
4. Returns
Each return is confirmed in writing and takes effect when the confirmation reaches the seller's office.
5. Use of data
We share data with our partners, including but not limited to couriers, and keep "Usage Data" for one year.
6. 付款
甲方应当在收到发票后三十日内向乙方支付全部服务费用，逾期按日支付违约金。
7. 交付
乙方应当在合同签订后十日内向甲方交付全部设备，并提供安装说明书和质量证明文件。
"""
TEN = {
    "an amount": ("EUR 10,000", "EUR 100,000", "pay the Supplier EUR 10,000 within 30 days", "number"),
    "a negation": ("shall be liable", "shall not be liable", "The Supplier shall be liable for loss", "negation"),
    "mirrored parties": (
        "The Supplier shall indemnify the Customer against",
        "The Customer shall indemnify the Supplier against",
        "The Supplier shall indemnify the Customer against claims",
        "party",
    ),
    "a deleted copy of boilerplate": (
        "Each order is confirmed in writing and takes effect when the confirmation reaches the buyer's office.\n",
        "",
        "is confirmed in writing and takes effect when the confirmation reaches",
        "",
    ),
    "甲方 and 乙方": (
        "甲方应当在收到发票后三十日内向乙方支付",
        "乙方应当在收到发票后三十日内向甲方支付",
        "甲方应当在收到发票后三十日内向乙方支付全部服务费用",
        "party",
    ),
    "a unit of time": ("30 days of", "30 months of", "EUR 10,000 within 30 days of the invoice", "number"),
    "a currency": ("EUR 10,000", "USD 10,000", "shall pay the Supplier EUR 10,000 within", "number"),
    "a modal word": ("乙方应当在合同", "乙方可以在合同", "乙方应当在合同签订后十日内向甲方交付", "modal"),
    "a word and its opposite": ("before the goods", "after the goods", "invoice, before the goods are", "opposite"),
    "an open list that is closed": (
        "including but not limited to couriers", "namely couriers",
        "We share data with our partners, including but not limited to couriers, and keep", "scope",
    ),
}  # fmt: skip


@pytest.mark.parametrize("danger", TEN)
def test_an_edit_that_turns_the_meaning_is_never_placed_in_silence(danger, tmp_path, lin, clock) -> None:
    old, new, words, sign = TEN[danger]
    with OpenMatter.create(tmp_path / "one.clausemark", lin, clock) as matter:
        policy = made_policy(CONTRACT)
        document = matter.add_document(policy, CONTRACT.encode(), "contract.txt")
        start = CONTRACT.index(words)
        note = matter.add_note(document.uid, [Span(start, start + len(words))])
        changed = CONTRACT.replace(old, new, 1)
        assert changed != CONTRACT
        _, (told,) = matter.add_version(document.uid, made_policy(changed), changed.encode(), "contract 2.txt")
        anchor = matter.note(note.uid).anchors[0]
    honest = anchor.state in (AnchorState.AMBIGUOUS, AnchorState.LOST)
    assert anchor.state is told.state
    assert (honest and not sign) or sign in anchor.alerts
