"""The sample policies as they might come back later: words edited, moved, doubled and gone, clauses renumbered."""

from __future__ import annotations

import re

__all__ = ["next_version"]

_LOCATION = "your precise location while the app is open or running in the background"
_ADVERTISING = "| Advertising | Device identifiers, location | As long as useful |\n"
_RESEARCH = "| Research | Device identifiers, location | As long as useful |\n"
_KEPT = "我们会在实现目的所需的期限内保存您的信息。"
_STORED = "您的信息可能在境外存储和处理。\n"
_EDITS = {
    "en": (
        (r"1 September 2026", "1 November 2026"),
        (r"By opening the app you accept everything", "By opening an account you accept what is"),
        (r"\n4\.4 We publish the names .*\n", ""),
        (
            r"fee of EUR 25 for each request and reply within ninety",
            "fee of EUR 15 for each request and reply within sixty",
        ),
        (r"from time to time without notice", "from time to time, with notice"),
        (rf"- {_LOCATION};\n", ""),
        (re.escape(_ADVERTISING), _ADVERTISING + _RESEARCH),
        (r"with partners and other", "with advertising partners and other"),
        (r"## 5\. Transfers abroad\n", rf"\g<0>\nWe observe {_LOCATION}.\n"),
    ),
    "zh": (
        (r"2026年9月1日　生效日期：2026年9月15日", "2026年11月1日　生效日期：2026年11月15日"),
        (r"\n3、您拖欠会员费用的，.*\n", ""),
        (r"或者继续使用云杉记账，即视为接受本政策的全部内容", "并登录云杉记账，即视为接受本政策的内容"),
        (r"而不再另行征求您的同意", "并另行征求您的同意"),
        (rf"5、部分服务器位于境外，{_STORED}", rf"\g<0>\n6、部分备份位于境外，{_STORED}"),
        (r"我们的关联公司、合作伙伴", "我们的关联公司、广告合作伙伴"),
        (r"三、我们怎样共享信息", "四、我们怎样共享信息"),
        (r"二、我们怎样使用信息", "二、Cookie\n\n我们使用设置页列明的 Cookie。\n\n三、我们怎样使用信息"),
        (r"并据此向您推荐理财产品", "并可以据此向您推荐理财产品"),
        (rf"\n{_KEPT}\n", ""),
        (r"您可以在“设置—账户与安全”中查询", rf"{_KEPT}\g<0>"),
    ),
}
_COOKIES = "## 3. Cookies\n\n3.1 The website sets the cookies that its settings page lists.\n\n"
_LATER = range(8, 2, -1)


def next_version(policy: bytes, language: str) -> bytes:
    """Return the sample policy of a language as it comes back."""
    text = policy.decode("utf-8")
    for old, new in _EDITS[language]:
        text, count = re.subn(old, new, text, count=1)
        assert count, old
    if language == "en":
        for number in _LATER:
            text = re.sub(rf"^(## |){number}\.", rf"\g<1>{number + 1}.", text, flags=re.MULTILINE)
        text = text.replace("## 4. ", f"{_COOKIES}## 4. ", 1)
    return text.encode("utf-8")
