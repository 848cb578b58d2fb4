"""A finished file is looked through, before anyone is given it, for what must not stand in it."""

from __future__ import annotations

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


_WINDOW: Final = 8
_FEW: Final = 64


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
    known = _known(job)
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
    said = _flat("\n".join(texts_of(data, known)))
    likely = _likely([secret.words for secret in wanted], said)
    return tuple(secret for secret in wanted if secret.words in likely and _stands_in(secret.words, said))


def _known(job: ExportJob) -> frozenset[bytes]:
    """The parts of the files as they were received."""
    originals = (job.matter.original(document.latest.uid) for document in job.documents)
    return frozenset(part for data in originals for name, part in parts_of(data).items() if name)


def _likely(words: Sequence[str], text: str) -> set[str]:
    """Return the words that may stand in a text: of many, those whose beginnings do, found in one walk over it."""
    if len(words) <= _FEW:
        return set(words)
    long = {word[:_WINDOW] for word in words if len(word) >= _WINDOW}
    begun = {seen for at in range(len(text)) if (seen := text[at : at + _WINDOW]) in long}
    return {word for word in words if len(word) < _WINDOW or word[:_WINDOW] in begun}


def _stands_in(words: str, text: str) -> bool:
    """Whether `words` stand in `text`, not as a piece of a longer word."""
    if words not in text:
        return False
    before = r"(?<![A-Za-z0-9])" if words[0].isascii() and words[0].isalnum() else ""
    after = r"(?![A-Za-z0-9])" if words[-1].isascii() and words[-1].isalnum() else ""
    return re.search(before + re.escape(words) + after, text) is not None


def _flat(text: str) -> str:
    return " ".join(text.split())
