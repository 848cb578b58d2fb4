"""PDFium, loaded once, and a file opened with it. Not thread-safe and able to crash: only for the worker process."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from documents.errors import UnreadableDocument

__all__ = ["Pdf", "pdfium", "wide_string"]

_PASSWORD, _SECURITY = 4, 5
_WIDE_BYTES = 2


@cache
def pdfium() -> Any:  # noqa: ANN401 - a module of generated bindings without types
    """Return PDFium's raw calls, the library initialised."""
    import pypdfium2_raw as raw  # type: ignore[import-untyped]

    raw.FPDF_InitLibrary()
    return raw


def wide_string(ask: Any, *arguments: object) -> str:  # noqa: ANN401
    """Return what a call answers that fills a buffer with UTF-16 and says how many bytes it needs."""
    size = ask(*arguments, None, 0)
    if size <= _WIDE_BYTES:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(*arguments, ctypes.cast(buffer, ctypes.POINTER(pdfium().FPDF_WCHAR)), size)
    return buffer.raw[: size - _WIDE_BYTES].decode("utf-16-le", "replace").replace("\0", "")


class Pdf:
    """An open PDF file. The bytes are held as long as it is open, as PDFium reads from them."""

    def __init__(self, data: bytes, *, name: str, password: str = "") -> None:
        """Open it. Raises UnreadableDocument: password, wrong_password, protection, damaged."""
        self._data = data
        self.raw = pdfium()
        self.handle = self.raw.FPDF_LoadMemDocument64(data, len(data), password.encode() or None)
        if not self.handle:
            raise UnreadableDocument(_code(self.raw.FPDF_GetLastError(), password), name=name)
        self.pages: int = self.raw.FPDF_GetPageCount(self.handle)
        if self.pages <= 0:
            self.close()
            raise UnreadableDocument("damaged", name=name)

    def __enter__(self) -> Pdf:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @staticmethod
    def address(handle: object) -> int:
        """Return what tells one of PDFium's things from another."""
        return ctypes.cast(handle, ctypes.c_void_p).value or 0  # type: ignore[arg-type]

    def close(self) -> None:
        """Give PDFium's memory back."""
        if self.handle:
            self.raw.FPDF_CloseDocument(self.handle)
            self.handle = None

    @contextmanager
    def page(self, index: int) -> Iterator[Any]:
        """Hold a page open; None for one that PDFium cannot make out."""
        page = self.raw.FPDF_LoadPage(self.handle, index)
        try:
            yield page or None
        finally:
            if page:
                self.raw.FPDF_ClosePage(page)

    @contextmanager
    def text(self, page: object) -> Iterator[Any]:
        """Hold the text of an open page; None where there is none."""
        text = self.raw.FPDFText_LoadPage(page)
        try:
            yield text or None
        finally:
            if text:
                self.raw.FPDFText_ClosePage(text)


def _code(error: int, password: str) -> str:
    if error == _PASSWORD:
        return "wrong_password" if password else "password"
    return "protection" if error == _SECURITY else "damaged"
