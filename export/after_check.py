"""A finished file is looked through, before anyone is given it, for what must not stand in it."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from export.errors import ExportError
from export.found_sentences import LEAKS
from export.secrets_of_matter import Secret, SecretKind, secrets_of, without_secrets, words_sent
from export.texts_of_file import parts_of, texts_of

if TYPE_CHECKING:
    from export.writer import ExportJob, Writer

__all__ = ["Leak", "Secret", "SecretKind", "found_in", "leaks_of", "refuse_leaks"]


class Leak(ExportError):
    """A file that would have held what must stay in, and was not written."""

    sentences = LEAKS


_WINDOWS: Final = (8, 3)
"""How many first letters long and short words are looked for by, where there are many."""
_FEW: Final = 64
_PAIR: Final = 2


def refuse_leaks(job: ExportJob, writer: Writer, data: bytes) -> None:
    """Raise Leak where a file holds what must stay in: it is our own fault, and nothing is written."""
    found = leaks_of(job, writer, data)
    if found:
        kind = found[0].kind
        numbers = dict.fromkeys(str(secret.number) for secret in found if secret.kind is kind and secret.number)
        raise Leak(f"leak_{kind.value}", numbers=", ".join(numbers))


def leaks_of(job: ExportJob, writer: Writer, data: bytes) -> tuple[Secret, ...]:
    """Return what stands in a product though it must stay in.

    Words may be found for another reason: they are the policy's own, or the memo says them in every matter. So where
    anything is found the product is made once more from a matter that never held it, and what stands there too tells
    nothing. An id is nobody's word, and needs no second look. A path of this computer may stand in the policy as
    received or in words that are sent, and nowhere else.
    """
    secrets = secrets_of(job)
    known = _known(job) if secrets else frozenset[bytes]()
    found = found_in(data, secrets, known)
    doubtful = [secret for secret in found if secret.kind not in (SecretKind.ID, SecretKind.PATH)]
    paths = [secret for secret in found if secret.kind is SecretKind.PATH]
    innocent = set(found_in(writer.write(without_secrets(job)).data, doubtful, known)) if doubtful else set()
    innocent |= {path for path in paths if any(path in found_in(said, paths) for said in _said_before(job))}
    return tuple(secret for secret in found if secret not in innocent)


def _said_before(job: ExportJob) -> Iterator[bytes]:
    """The files as they were received, their words, and the words that are sent."""
    for document in job.documents:
        yield job.matter.original(document.latest.uid)
        yield job.matter.policy(document.latest.uid).text.encode()
    yield words_sent(job).encode()


def found_in(data: bytes, secrets: Iterable[Secret], known: Collection[bytes] = ()) -> tuple[Secret, ...]:
    """Return those of `secrets` that stand in the bytes of a file, in any of its parts but the `known` ones."""
    wanted = tuple(secrets)
    if not wanted:
        return ()
    if all(secret.kind is SecretKind.PATH for secret in wanted) and not _names_any(data, wanted, known):
        return ()
    told = "\n".join(texts_of(data, known))
    logins = {secret.words for secret in wanted if _is_login(secret)}
    there = _standing({secret.words for secret in wanted} - logins, _flat(told))
    there |= logins & {line.strip() for line in told.splitlines()} if logins else set()
    return tuple(secret for secret in wanted if secret.words in there)


def _is_login(secret: Secret) -> bool:
    """Whether it is the machine's name for its user: often a common word, so it tells only where it stands alone."""
    return secret.kind is SecretKind.PATH and "/" not in secret.words and "\\" not in secret.words


def _names_any(data: bytes, paths: Sequence[Secret], known: Collection[bytes]) -> bool:
    """Whether the last name of any of the paths stands in the bytes of a part: mostly none does, and that is quick."""
    names = [re.split(r"[/\\]", path.words)[-1] for path in paths]
    forms = {form for name in names for form in (name.encode(), json.dumps(name)[1:-1].encode())}
    forms |= {name.encode(coding) for name in names for coding in ("utf-16-le", "utf-16-be")}
    parts = parts_of(data)
    if data.startswith(b"%PDF") or not all(name.isascii() and name.isalnum() for name in names):
        return True
    return any(
        form in part or form in name.encode() for name, part in parts.items() if part not in known for form in forms
    )


def _known(job: ExportJob) -> frozenset[bytes]:
    """The parts of the files as they were received."""
    originals = (job.matter.original(document.latest.uid) for document in job.documents)
    return frozenset(part for data in originals for name, part in parts_of(data).items() if name)


def _standing(words: Collection[str], text: str) -> set[str]:
    """Return those of the words that stand in a text; many are looked for together, in a walk or two over it."""
    if len(words) <= _FEW:
        return {word for word in words if _stands_in(word, text)}
    found = {word for word in words if len(word) < _WINDOWS[-1] and _stands_in(word, text)}
    for size, longer in zip(_WINDOWS, (None, *_WINDOWS), strict=False):
        fitting = [word for word in words if size <= len(word) and (longer is None or len(word) < longer)]
        found |= _walked(fitting, size, text)
    return found


def _walked(words: Sequence[str], size: int, text: str) -> set[str]:
    """Return those of the words that stand in a text, found by their first letters, `size` of them."""
    begun: dict[str, list[str]] = {}
    for word in words:
        begun.setdefault(word[:size], []).append(word)
    found: set[str] = set()
    if not begun:
        return found
    for at in range(len(text)):
        for word in begun.get(text[at : at + size], ()):
            if text.startswith(word, at) and word not in found and _whole(text, at, at + len(word)):
                found.add(word)
    return found


def _stands_in(word: str, text: str) -> bool:
    """Whether a word stands in a text, not as a piece of a longer one."""
    at = text.find(word)
    while at >= 0:
        if _whole(text, at, at + len(word)):
            return True
        at = text.find(word, at + 1)
    return False


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text begins and ends between words; hanzi are words each."""
    return not (_joined(text[start - 1 : start + 1]) if start else False) and not _joined(text[end - 1 : end + 1])


def _joined(pair: str) -> bool:
    return len(pair) == _PAIR and pair.isascii() and pair.isalnum()


def _flat(text: str) -> str:
    return " ".join(text.split())
