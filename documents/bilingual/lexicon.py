"""Words of policies and contracts in Chinese and English that stand for each other: what an alignment can lean on."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

__all__ = ["RENDERINGS", "concepts_in"]

_ROWS = """
个人信息|个人资料|个人数据=personal information|personal data|personal details
敏感=sensitive
隐私=privacy
政策|声明=policy|policies|notice|statement
条款=terms
协议|合同=agreement|contract
服务=service|services
用户=user|users
账户|账号|帐户|帐号=account|accounts
密码=password|passwords
注册=register|registration|sign up
登录=log in|login|sign in
注销=cancel|deregister|deregistration|close your account|delete your account|account deletion|account cancellation
删除=delete|deletion|remove|erase|deleted
更正=correct|rectify|correction|rectification
查询|查阅|访问=access|inquire|view|visit
撤回=withdraw|withdrawal|revoke
同意=consent|agree|agreed
授权=authorize|authorise|authorization|authorisation|authorized
收集=collect|collection|collected|gather
使用=use|using|used
存储|保存|储存=store|storage|stored|retain|retention|save
共享|分享=share|sharing|shared
转让=transfer|assign|assignment|transferred
公开披露|披露=disclose|disclosure|disclosed
委托=entrust|entrusted
第三方=third party|third parties|third-party
关联公司|关联方=affiliate|affiliates|affiliated
合作伙伴|合作方=partner|partners
未成年人|儿童=minor|minors|child|children|children's
监护人|父母|家长=guardian|guardians|parent|parents
位置=location
设备=device|devices
日志=log|logs
订单=order|orders
支付|付款=payment|pay|payments
费用=fee|fees|charge|charges
退款=refund|refunds
订阅=subscription|subscriptions|subscribe
广告=advertising|advertisement|advertisements|ads
推送|个性化=push|personalized|personalised|personalization
安全=security|safety|secure
加密=encrypt|encryption|encrypted
泄露=leak|leakage|breach|disclosed
法律法规|法律=law|laws|legal
法院=court|courts
仲裁=arbitration|arbitrate
争议|纠纷=dispute|disputes
管辖=jurisdiction
适用=governed|governing|applicable|apply
违约=breach|default
赔偿=compensate|compensation|indemnify|indemnification
责任=liability|liable|responsible|responsibility
免责=disclaimer|exempt|disclaim
损失|损害=loss|losses|damage|damages
保证|担保=warranty|warranties|guarantee
知识产权=intellectual property
版权|著作权=copyright|copyrights
商标=trademark|trademarks
专利=patent|patents
许可=license|licence|licensed
保密=confidential|confidentiality
终止=terminate|termination
中止|暂停=suspend|suspension
变更|修改|修订=change|changes|modify|amend|amendment|modification|revise|revised
更新=update|updates|updated
通知=notify|notice|notification|notified
公告=announcement|announce
联系=contact
邮件|邮箱|电子邮件=email|e-mail|mail|mailbox
电话=phone|telephone|call
地址=address
姓名=name|names
身份证|身份=identity|id card|identification
手机=mobile|cell phone|phone
权限=permission|permissions
权利=right|rights
义务=obligation|obligations|duty
投诉|举报=complaint|complaints|complain|report
监管|主管部门=regulatory|supervisory|regulator|authority|authorities
不可抗力=force majeure
期限|期间=period|term|duration
工作日=working day|working days|business day|business days
境外|跨境|出境=cross-border|overseas|abroad|outside of china|outside china
境内=within china|mainland|within the territory
中国|中华人民共和国=china|prc|people's republic of china
美国=united states|u.s.|us
网站=website|websites|site
应用程序|应用|软件=application|app|apps|software
功能=function|functions|feature|features
内容=content|contents
匿名=anonymous|anonymize|anonymized|anonymised|anonymisation
生效=effective|effect|take effect
定义=definition|definitions|defined
附则|其他|其它=miscellaneous|general|other|others
目的=purpose|purposes
方式=method|methods|means|manner
范围=scope|extent
必要|必需=necessary|essential
风险=risk|risks
违法|非法=illegal|unlawful|illegally
禁止=prohibit|prohibited|prohibition|forbidden
行为=conduct|behavior|behaviour|acts|activities
自动=automatic|automatically|automated
决策=decision|decision-making
统计|分析=statistics|analysis|analyze|statistical|analytics
客服=customer service|customer support
技术=technology|technical|technologies
措施=measures
语言|版本=language|version|versions
下载=download|downloads
平台=platform|platforms
商品|产品=product|products|goods
交易=transaction|transactions
银行=bank|banking
征信|信用=credit
合并|收购=merger|acquisition
破产=bankruptcy
政府|司法|行政=government|judicial|administrative|governmental
电子=electronic
网络=network|internet|online
数据=data
信息=information
个人信息保护法=personal information protection law|pipl
网络安全法=cybersecurity law|cyber security law
数据安全法=data security law
民法典=civil code
消费者权益保护法=consumer rights protection law|law on the protection of consumer rights
电子商务法=e-commerce law|electronic commerce law
未成年人保护法=law on the protection of minors|minors protection law
广告法=advertising law
反洗钱法=anti-money laundering law
"""

RENDERINGS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("个人信息", "个人资料", "个人数据"), ("personal information", "personal data")),
    (("监护人",), ("guardian", "custodian")),
    (("关联公司", "关联方", "关联企业"), ("affiliate", "associated company")),
    (("工作日",), ("working day", "business day")),
    (("境内",), ("mainland", "territory")),
)
"""Several renderings of one thing, of which a text should keep to one."""


def _rows() -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    pairs = (line.partition("=") for line in _ROWS.strip().splitlines())
    return [(tuple(chinese.split("|")), tuple(english.split("|"))) for chinese, _, english in pairs]


@cache
def _index() -> tuple[dict[str, int], dict[str, int], re.Pattern[str], re.Pattern[str]]:
    chinese = {word: number for number, (words, _) in enumerate(_rows()) for word in words}
    english = {word: number for number, (_, words) in reversed(list(enumerate(_rows()))) for word in words}
    by_length = [sorted(words, key=len, reverse=True) for words in (chinese, english)]
    hanzi = re.compile("|".join(map(re.escape, by_length[0])))
    latin = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, by_length[1]))})(?!\w)")
    return chinese, english, hanzi, latin


def concepts_in(text: str, language: str) -> Counter[str]:
    """Return how often things known in both languages are named; nothing for a third language."""
    chinese, english, hanzi, latin = _index()
    if language.startswith("zh"):
        return Counter(f"t{chinese[word]}" for word in hanzi.findall(text))
    if language.startswith("en"):
        return Counter(f"t{english[word]}" for word in latin.findall(text.lower().replace("’", "'")))
    return Counter()
