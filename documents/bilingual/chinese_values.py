"""Numbers, dates and amounts as Chinese writes them. Pure."""

from __future__ import annotations

import re

from documents.bilingual.figures import Found, Reader, count_key, key_of, plain_number

__all__ = ["CHINESE"]

_HANZI = "零〇一二三四五六七八九十百千两兩"
_MONTHS, _DAYS = 12, 31
_NUM = rf"(?:\d[\d,]*(?:\.\d+)?|[{_HANZI}]+(?:[万萬亿億][{_HANZI}]*)?)"
_LARGE = r"(?:百万|千万|[百千万萬亿億])?"
_MONEY = {
    "人民币": "CNY", "人民幣": "CNY", "rmb": "CNY", "cny": "CNY", "¥": "CNY", "￥": "CNY", "元": "CNY",
    "圆": "CNY", "元人民币": "CNY", "美元": "USD",
    "usd": "USD", "us$": "USD", "$": "USD", "港元": "HKD", "港币": "HKD", "hkd": "HKD",
    "欧元": "EUR", "eur": "EUR", "€": "EUR", "英镑": "GBP", "gbp": "GBP", "£": "GBP", "日元": "JPY", "新台币": "TWD",
}  # fmt: skip
_BEFORE = r"(人民币|人民幣|RMB|CNY|US\$|USD|HKD|EUR|GBP|[¥￥$€£])"
_AFTER = r"(元人民币|美元|港元|港币|欧元|英镑|日元|元|圆|人民币|RMB|CNY|USD)"
_UNITS = {
    "工作日": "workday", "交易日": "workday", "自然日": "day", "日历日": "day", "日": "day", "天": "day",
    "周岁": "age", "週歲": "age", "岁": "age", "歲": "age",
    "周": "week", "星期": "week", "週": "week", "月": "month", "年": "year",
    "小时": "hour", "小時": "hour", "分钟": "minute", "分鐘": "minute", "秒": "second", "次": "times",
}  # fmt: skip
_COUNT = rf"(?<![第{_HANZI}\d.])({_NUM})\s*(个|個)?\s*({'|'.join(sorted(_UNITS, key=len, reverse=True))})"


def _date(match: re.Match[str]) -> Found | None:
    year, month, day = (plain_number(part) if part else None for part in match.groups())
    if month is None or month > _MONTHS or (day is not None and day > _DAYS):
        return None
    first = f"{int(year)}" if year is not None else "-"
    return Found("date", f"{first}-{int(month):02}" + (f"-{int(day):02}" if day is not None else ""))


def _year(match: re.Match[str]) -> Found:
    return Found("date", match[1])


def _percent(match: re.Match[str]) -> Found | None:
    number = plain_number(match[1] or match[2])
    return None if number is None else Found("percent", key_of(number))


def _money(match: re.Match[str]) -> Found | None:
    number = plain_number(match["number"], match["large"] or "")
    code = _MONEY[match["unit"].lower()]
    return None if number is None else Found(code, key_of(number))


def _count(match: re.Match[str]) -> Found | None:
    if match[3] == "月" and not match[2]:
        return None
    number = plain_number(match[1])
    return None if number is None else count_key(_UNITS[match[3]], number)


def _reference(match: re.Match[str]) -> Found:
    number = plain_number(match[1]) if "." not in match[1] else None
    return Found("reference", match[1] if number is None else key_of(number))


_ORDINAL = re.compile(rf"第\s*(\d[\d.]*|[{_HANZI}]+)\s*(?:条|條|章|节|節|部分|款|项|項)(?:之[一二三四五])?")
_TH = re.compile(rf"第\s*(?:\d+|[{_HANZI}]+)")
_MONTH_DAY = rf"(\d{{1,2}}|[{_HANZI}]{{1,3}})\s*月(?:\s*(\d{{1,2}}|[{_HANZI}]{{1,3}})\s*[日号號])?"
_DATE = re.compile(rf"(?:((?:19|20)\d\d|[{_HANZI}]{{4}})\s*年\s*){_MONTH_DAY}")
_SHORT_DATE = re.compile(r"(?<![\d年])()(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年(?![内內])")
_PERCENT = re.compile(rf"百分之([{_HANZI}\d.]+)|({_NUM})\s*[%％]")
_MONEY_BEFORE = re.compile(
    rf"(?P<unit>{_BEFORE[1:-1]})\s*(?P<number>{_NUM})\s*(?P<large>{_LARGE})\s*元?", re.IGNORECASE
)
_MONEY_AFTER = re.compile(rf"(?P<number>{_NUM})\s*(?P<large>{_LARGE})\s*(?P<unit>{_AFTER[1:-1]})", re.IGNORECASE)

CHINESE: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_ORDINAL, _reference),
    (_TH, lambda _match: Found("", "")),
    (_DATE, _date),
    (_SHORT_DATE, _date),
    (_YEAR, _year),
    (_PERCENT, _percent),
    (_MONEY_BEFORE, _money),
    (_MONEY_AFTER, _money),
    (re.compile(_COUNT), _count),
)
"""Patterns in the order they are looked for, each with what reads it."""
