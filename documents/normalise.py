"""The one normalisation of a policy's text, done while reading and never after."""

from __future__ import annotations

import re

__all__ = ["normalise"]

# Left out because Qt, XML or both cannot keep them: the byte order mark anywhere, the non-characters Qt uses for
# itself, lone surrogates, and control characters. A tab stays. What breaks a line or a page becomes a line feed.
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029\u0085\v\f]")
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")


def normalise(text: str) -> str:
    """Return `text` with every line end as one line feed and without the characters no reader can see.

    Everything else stays, the no-break space too: what counts is that Qt, Word and we agree on every offset.
    """
    return _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))
