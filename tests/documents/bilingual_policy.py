"""One policy in two languages, of our own making, with which the tests of bilingual pairs work."""

from __future__ import annotations

from documents.model import PolicyDocument
from documents.reader import open_document

__all__ = ["CHINESE", "ENGLISH", "read"]

CHINESE = """# 青禾读书隐私政策

更新日期：2024年1月16日

本政策适用于青禾读书（以下简称“本平台”）提供的全部服务。“个人信息”是指与已识别的自然人有关的各种信息。

## 一、我们收集的信息

1. 注册账户时，您应当提供手机号码，我们通过短信验证。

2. 我们收集设备型号与日志，用于统计分析，保存期限为180天。

3. 您购买图书时，我们收集订单与收货地址。

## 二、我们如何使用个人信息

1. 我们不得将个人信息用于本政策未说明的目的。

2. 我们可以向您推送个性化广告，您可随时关闭。

## 三、共享与转让

1. 我们不会向第三方出售您的个人信息。

2. 经您单独同意后，我们与合作伙伴共享您的收货地址。

3. 本平台发生合并时，受让方应当继续履行本政策。

## 四、您的权利

1. 您可以查询、更正或者删除您的个人信息，我们在十五个工作日内答复。

2. 您注销账户后，我们在三十日内删除个人信息。

3. 未满十四周岁的儿童使用服务，应当取得监护人同意。

## 五、费用与责任

1. 会员费用为每年人民币5万元，逾期付款的，每日加收百分之五。

2. 我们的赔偿责任以您已支付的费用为限。

## 六、联系我们

如有投诉，请发送邮件至 privacy@qinghe.example 或拨打 400-123-4567。
"""

ENGLISH = """# Qinghe Reading Privacy Policy

Updated: January 16, 2024

This policy applies to all services of Qinghe Reading (the "Platform"). "Personal Information" means any information
relating to an identified natural person.

## 1. Information We Collect

1.1 When you register an account, you must provide a mobile phone number, which we verify by text message.

1.2 We collect the device model and logs for statistical analysis and keep them for 180 days.

1.3 When you buy books, we collect the order and the delivery address.

## 2. How We Use Personal Information

2.1 We shall not use Personal Information for purposes that this policy does not state.

2.2 We may push personalized advertising to you; you can switch it off at any time.

## 3. Sharing and Transfer

3.1 We do not sell your Personal Information to third parties.

3.2 With your separate consent, we share your delivery address with partners.

3.3 In the event of a merger of the Platform, the transferee shall continue to perform this policy.

## 4. Your Rights

4.1 You may access, correct or delete your Personal Information; we answer within fifteen working days.

4.2 After you close your account, we delete Personal Information within thirty (30) days.

4.3 Children under the age of 14 who use the services must have the consent of a guardian.

## 5. Fees and Liability

5.1 The membership fee is RMB 50,000 per year; late payment is charged with 5% per day.

5.2 Our liability for compensation is limited to the fees you have paid.

## 6. Contact Us

For complaints, please write to privacy@qinghe.example or call 400-123-4567.
"""


def read(text: str, name: str = "policy.md") -> PolicyDocument:
    """Return a text as it is read from a file."""
    return open_document(text.encode(), name=name)
