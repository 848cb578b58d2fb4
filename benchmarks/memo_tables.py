"""The table of findings of a memo, alone: 1,000 findings against python-docx, and 5,000 against 1,000.

The baseline fills the same cells with the same words by `table.add_row().cells`, in the same fixed columns, and saves;
ours writes styles, links, chips and captions too.
"""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime

from benchmarks.figures import Figure, fresh, median_of, median_time

FEW, MANY = 1_000, 5_000
_ISSUE = "约定向第三方共享个人信息，未列明接收方名称、处理目的与方式，亦未取得单独同意。"
_BASIS = "《个人信息保护法》第二十三条；《网络数据安全管理条例》第二十一条第二款"
_ADVICE = "改为接收方清单，逐项写明名称、目的、信息种类，另行取得单独同意。"
_QUOTE = "我们的关联公司、合作伙伴及第三方服务供应商、承包商及代理"


def _report(number: int) -> object:
    """Return a report of so many findings, made without a matter: only the writing is measured."""
    from annotations.model import Assessment, Severity, Status, Visibility
    from export.findings import Finding, Quotation
    from export.report import Heading, Report

    rates = list(Severity)
    findings = tuple(
        Finding(
            uid=f"n{order}",
            mark=f"n{order}",
            number=order,
            source_id="",
            document="d",
            clause=f"三.{order % 40}",
            assessment=Assessment.RISK,
            severity=rates[order % 4],
            status=Status.OPEN,
            quotations=(Quotation(clause="三", words=_QUOTE),),
            title=f"接收方笼统（{order}）",
            issue=_ISSUE,
            legal_basis=_BASIS,
            recommendation=_ADVICE,
        )
        for order in range(1, number + 1)
    )
    now = datetime(2026, 11, 22, tzinfo=UTC)
    return Report(
        language="zh", profile=Visibility.CLIENT, made=now, heading=Heading(day=now.date()), findings=findings
    )


def _ours(number: int) -> float:
    from export.memo.document import memo
    from export.memo.layout import Plan

    report = _report(number)
    return median_time(lambda: memo(report, Plan(sections=("table",))), 3)  # type: ignore[arg-type]  # made above


def _with_python_docx() -> None:
    import docx

    document = docx.Document()
    table = document.add_table(rows=1, cols=7)
    for order in range(1, FEW + 1):
        words = (str(order), f"三.{order % 40}", _QUOTE, f"接收方笼统（{order}）\n{_ISSUE}", _BASIS, "高", _ADVICE)
        for cell, text in zip(table.add_row().cells, words, strict=True):
            cell.text = text
    document.save(io.BytesIO())


def _measured() -> dict[str, float]:
    return {
        "few": _ours(FEW),
        "many": _ours(MANY),
        "python-docx": median_time(_with_python_docx, 3),
    }


def figures() -> list[Figure]:
    """Measure in fresh processes and return the two promises."""
    runs = [fresh("memo_tables") for _ in range(3)]
    few, many, theirs = (median_of(runs, key) for key in ("few", "many", "python-docx"))
    return [
        Figure("memo: table of 1,000 findings", few, theirs, 0.5, "python-docx add_row().cells on the same words"),
        Figure(
            "memo: table of 5,000 findings",
            many,
            few * MANY / FEW,
            2.0,
            "five times 1,000; quadratic would be 5",
        ),
    ]


if __name__ == "__main__":
    print(json.dumps(_measured()))
