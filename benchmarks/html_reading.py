"""Reading a web page of one megabyte: text, tables, labels and clauses, against html5lib's parse of it alone."""

from __future__ import annotations

import json

from benchmarks.figures import Figure, fresh, median_of, median_time
from benchmarks.web_pages import long_web_page

SIZE = 1_000_000


def _measure() -> dict[str, float]:
    import html5lib  # type: ignore[import-untyped]

    from documents.draft import Source
    from documents.reader import open_document, open_here

    page = long_web_page(SIZE)
    data = page.encode()
    document = open_document(data, name="policy.html")  # starts the worker
    return {
        "ours": median_time(lambda: open_document(data, name="policy.html")),
        "here": median_time(lambda: open_here(Source(data, "policy.html"))),
        "baseline": median_time(lambda: html5lib.parse(page)),
        "characters": len(document.text),
        "blocks": len(document.blocks),
    }


def figures() -> list[Figure]:
    """Measure both in one process, three processes in all."""
    runs = [fresh("html_reading") for _ in range(3)]
    ours, baseline, here = (median_of(runs, name) for name in ("ours", "baseline", "here"))
    held = f"{runs[0]['characters']:.0f} characters, {runs[0]['blocks']:.0f} blocks"
    remark = f"{held}, through the worker; in this process {here:.0f} ms"
    return [Figure("reading a web page of 1 MB", ours, baseline, 0.5, "html5lib.parse, the tree alone", remark)]


if __name__ == "__main__":
    print(json.dumps(_measure()), flush=True)
