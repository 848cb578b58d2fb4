"""The sample policies as they might come back a month later: words edited, moved, doubled and gone, clauses renumbered."""

from __future__ import annotations

__all__ = ["next_version"]

_EDITS = {
    "en": (
        ("Last updated: 1 September 2026", "Last updated: 1 November 2026"),
        ("By opening the app you accept everything written here.", "By opening an account you accept what is written here."),
        ("\n4.4 We publish the names of users who do not pay within thirty days, together with the amount owed, on our website.\n", ""),
        ("a reasonable fee of EUR 25 for each request and reply within ninety days", "a reasonable fee of EUR 15 for each request and reply within sixty days"),
        ("from time to time without notice", "from time to time, with notice"),
        ("to the buyer as one of its assets.", "to the buyer as one of its assets. By continuing to use the service you agree to such sharing."),
        ("you agree to such sharing.\n\n4.3", "you agree to such sharing. We keep a list of partners.\n\n4.3"),
        ("- your precise location while the app is open or running in the background;\n", ""),
        (
            "| Advertising | Device identifiers, location | As long as useful |",
            "| Advertising | Device identifiers, location | As long as useful |\n"
            "| Research | Device identifiers, location | As long as useful |",
        ),
        ("## 3. Why we use it", "## 3. Cookies\n\n3.1 The website sets the cookies that its settings page lists.\n\n## 4. Why we use it"),
        ("\n3.1 We use personal", "\n4.1 We use personal"),
        ("\n3.2 We also", "\n4.2 We also"),
        ("partners and other trusted third parties, including", "advertising partners and other trusted third parties, including"),
        ("## 5. Transfers abroad\n", "## 5. Transfers abroad\n\nWe observe your precise location while the app is open or running in the background.\n"),
    ),
    "zh": (
        ("2026年9月1日　生效日期：2026年9月15日", "2026年11月1日　生效日期：2026年11月15日"),
        ("\n3、您拖欠会员费用的，我们有权向您的紧急联系人告知欠费情况；\n", ""),
        ("您点击“同意”或者继续使用云杉记账，即视为接受本政策的全部内容", "您点击“同意”并登录云杉记账，即视为接受本政策的内容"),
        ("而不再另行征求您的同意", "并另行征求您的同意"),
        ("您的信息可能在境外存储和处理。\n", "您的信息可能在境外存储和处理。\n\n6、您的信息可能在境外存储和处理。\n"),
        ("我们的关联公司、合作伙伴以及其他可信赖的第三方", "我们的关联公司、广告合作伙伴以及其他可信赖的第三方"),
        ("二、我们怎样使用信息", "二、Cookie\n\n我们使用设置页列明的 Cookie。\n\n三、我们怎样使用信息"),
        ("三、我们怎样共享信息", "四、我们怎样共享信息"),
        ("形成用户画像，并据此向您推荐理财产品", "形成用户画像，并可以据此向您推荐理财产品"),
        ("您可以在“设置—账户与安全”中查询", "我们会在实现目的所需的期限内保存您的信息。您可以在“设置—账户与安全”中查询"),
        ("泄露，我们不承担任何责任。\n\n我们会在实现目的所需的期限内保存您的信息。", "泄露，我们不承担任何责任。"),
    ),
}  # fmt: skip


def next_version(policy: bytes, language: str) -> bytes:
    """Return the sample policy of a language as it comes back."""
    text = policy.decode("utf-8")
    for old, new in _EDITS[language]:
        text = text.replace(old, new, 1)
    return text.encode("utf-8")
