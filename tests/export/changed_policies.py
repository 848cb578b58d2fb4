"""Two versions of a policy of our own with findings on the first, in English and in Chinese, and what was decided."""

from __future__ import annotations

from annotations.carry_review import accepted, resolved, to_see
from annotations.matter import OpenMatter
from annotations.model import Assessment, Note, Severity, Status, Visibility
from documents.model import PolicyDocument, Span
from documents.reader import open_document

OLD = {
    "en": """Member Privacy Notice

1. What we collect

1.1 We collect your name and your telephone number when you register.

1.2 We keep your data for 30 days and we may share them with partners.

1.3 We also read the contacts on your phone so that you find your friends.

2. Your rights

2.1 You may ask us for a copy of what we hold at any time, and we shall answer within 15 days.

2.2 We shall not sell your data to anybody.

3. Cookies

3.1 We use cookies to count visits to the pages of the reading club and to keep you signed in.

4. Contact

4.1 Please ask at the front desk.
""",
    "zh": """会员隐私说明

一、我们收集的信息

1、您注册时我们收集您的姓名和手机号码。

2、我们将您的信息保存30日，并应当在删除前通知您。

3、为了方便联系，我们也会读取您的通讯录。

二、您的权利

1、您可以随时向我们索取我们保存的您的个人信息副本，我们将在15日内答复。

2、我们不会向任何人出售您的个人信息。

三、Cookie

1、我们使用Cookie统计读书会页面的访问次数，并保持您的登录状态。

四、联系我们

1、请到前台询问。
""",
}
NEW = {
    "en": """Member Privacy Notice

1. Who we are

1.1 Example Reading Club Ltd. runs this app.

2. What we collect

2.1 We collect your name and your telephone number when you register.

2.2 We keep your data for 60 days and we shall share them with partners.

3. Cookies

3.1 We use cookies to count visits to the pages of the reading club and to keep you signed in.

4. Your rights

4.1 You may ask us for a copy of what we hold at any time, and we shall answer within 15 days.

4.2 We shall sell your data to nobody but our partners.

5. Contact

5.1 Please ask at the front desk, or write to our data protection officer, Ms. Hill.
""",
    "zh": """会员隐私说明

一、我们是谁

1、本应用由示例读书会有限公司运营。

二、我们收集的信息

1、您注册时我们收集您的姓名和手机号码。

2、我们将您的信息保存60日，并可以在删除前通知您。

三、Cookie

1、我们使用Cookie统计读书会页面的访问次数，并保持您的登录状态。

四、您的权利

1、您可以随时向我们索取我们保存的您的个人信息副本，我们将在15日内答复。

2、我们会向合作伙伴出售您的个人信息。

五、联系我们

1、请到前台询问，或者致信个人信息保护负责人许小姐。
""",
}
FINDINGS = {
    "kept": ("keep your data for 30 days", "保存30日", Severity.HIGH, "Kept without a reason", "未说明保存理由"),
    "contacts": (
        "also read the contacts on your phone",
        "读取您的通讯录",
        Severity.CRITICAL,
        "Reads contacts",
        "读取通讯录",
    ),
    "copy": ("a copy of what we hold", "个人信息副本", Severity.LOW, "No format named", "未说明副本格式"),
    "sell": ("shall not sell your data", "不会向任何人出售", Severity.MEDIUM, "Sale: keep as it is", "出售：宜予保留"),
    "desk": ("ask at the front desk", "请到前台询问", Severity.MEDIUM, "No contact in writing", "没有书面联系方式"),
}
REMARK, REASON, INSIDE = "REMARKMARKER", "REASONMARKER", "INSIDEMARKER"


def policy(text: str, name: str = "notice.txt") -> PolicyDocument:
    """Return a text as it is read."""
    return open_document(text.encode(), name=name)


def changed(matter: OpenMatter, language: str) -> dict[str, str]:
    """Fill a matter with the two versions; return the notes' uids by their names."""
    zh = language == "zh"
    before, after = policy(OLD[language]), policy(NEW[language])
    name = "会员隐私说明.txt" if zh else "notice.txt"
    document = matter.add_document(before, OLD[language].encode(), name)
    matter.set_matter(client="云杉读书会" if zh else "Example Client", firm="示例律师事务所" if zh else "Example Law")
    made = {}
    for key, (english, chinese, severity, title, titel) in FINDINGS.items():
        said = {"title": titel if zh else title, "issue": "问题。" if zh else "An issue.", "private_remark": REMARK}
        made[key] = add(matter, before, chinese if zh else english, severity=severity, **said).uid
    fields = {"title": "缺少投诉方式" if zh else "No way to complain", "issue": "问题。" if zh else "An issue."}
    missing = matter.add_note(document.uid, [], assessment=Assessment.MISSING, **fields)
    inside = add(
        matter, before, "姓名和手机号码" if zh else "your name and", title=INSIDE, visibility=Visibility.INTERNAL
    )
    made |= {"missing": missing.uid, "inside": inside.uid}
    matter.add_version(document.uid, after, NEW[language].encode(), name.replace(".", "2."))
    latest = matter.documents()[0].latest.uid
    seen = {one.note: one for one in to_see(matter.notes(document.uid), latest)}
    gone, desk = made["contacts"], made["desk"]
    matter.edit(gone, **resolved(matter.note(gone), seen[gone], REASON))
    if desk in seen:
        matter.edit(desk, **accepted(matter.note(desk), seen[desk], after.text))
    matter.edit(desk, status=Status.IN_PROGRESS)
    quote = "许小姐" if zh else "Ms. Hill"
    made["new"] = add(matter, after, quote, title="只有姓名" if zh else "A name alone", issue="…").uid
    return made


def add(matter: OpenMatter, text: PolicyDocument, quote: str, **fields: object) -> Note:
    """Add a note on words of the newest version."""
    start = text.text.index(quote)
    return matter.add_note(matter.documents()[0].uid, [Span(start, start + len(quote))], **fields)
