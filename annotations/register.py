"""The register of what was sent: a line for each file that went out, which no undo takes back."""

from __future__ import annotations

import csv
import io
import uuid
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import PurePath

from annotations.codec import clean, sent_from
from annotations.errors import MatterError
from annotations.history import FINAL, WHOLE
from annotations.journal import Journal, Wish
from annotations.model import Sent
from annotations.rows import target
from annotations.store import Store

__all__ = ["as_csv", "enter", "lines", "say_sent_to"]

_COLUMNS: tuple[tuple[str, str], ...] = (
    ("When", "时间"), ("Product", "文件种类"), ("File", "文件名"), ("For whom", "给谁看"), ("Sent to", "发送对象"),
    ("By", "经办人"), ("Language", "语言"), ("Made from", "所依据的文件"), ("SHA-256", "SHA-256"),
)  # fmt: skip


def lines(store: Store) -> tuple[Sent, ...]:
    """Return the register, what was sent first at its head."""
    found = [sent_from(uid, row) for uid, row in store.rows("sent").items()]
    places = store.places("sent")
    return tuple(sorted(found, key=lambda one: (one.sent, places[one.uid])))


def enter(journal: Journal, values: Mapping[str, object]) -> str:
    """Write a line, and return its uid. Of a file's place its name alone is kept. Raises MatterError."""
    uid = str(uuid.uuid4())
    name = PurePath(str(values["file_name"]).replace("\\", "/")).name
    told = {"sent": journal.clock(), "sent_by": journal.reviewer.name, **values, "file_name": name}
    journal.write([Wish(target("sent", uid), WHOLE, told)], undoes=FINAL)
    return uid


def say_sent_to(journal: Journal, uid: str, whom: str) -> None:
    """Say who a file was sent to; an ordinary change, which undo takes back. Raises MatterError "no_sent"."""
    if journal.store.row("sent", uid) is None:
        raise MatterError("no_sent")
    journal.write([Wish(target("sent", uid), "sent_to", clean(whom.strip()))])


def as_csv(register: Iterable[Sent], named: Callable[[str], str], language: str = "en") -> bytes:
    """Return the register as CSV that spreadsheets open in the right letters; `named` names a version by its uid."""
    chinese = language.startswith("zh")
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow([column[chinese] for column in _COLUMNS])
    for one in register:
        made_from = "; ".join(named(version) for version in one.versions)
        cells = (one.product, one.file_name, one.profile, one.sent_to, one.sent_by, one.language, made_from)
        table.writerow([minute(one.sent), *map(_harmless, cells), one.sha256])
    return out.getvalue().encode("utf-8-sig")


def minute(when: datetime) -> str:
    """Return a time to the minute, on the clock of who wrote it."""
    return when.strftime("%Y-%m-%d %H:%M")


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
