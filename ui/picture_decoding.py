"""Bytes of a picture -> an image, off the window's thread: five formats, a bound on memory, the size it is shown at."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader

__all__ = ["decoded"]

_MAGIC: tuple[tuple[bytes, int, bytes], ...] = (
    (b"\x89PNG\r\n\x1a\n", 0, b"png"),
    (b"\xff\xd8\xff", 0, b"jpeg"),
    (b"GIF8", 0, b"gif"),
    (b"BM", 0, b"bmp"),
    (b"WEBP", 8, b"webp"),
)
_MOST_MEGABYTES = 256
_MOST_PIXELS = 64_000_000
_SLACK = 1.5


def decoded(data: bytes, width: int = 0) -> QImage | None:
    """Return the image, made smaller where it is far wider than `width` pixels (0: as it is); None for no picture.

    The format is told by the first bytes; any but PNG, JPEG, GIF, BMP and WebP is refused before a decoder sees it.
    """
    kind = next((name for magic, at, name in _MAGIC if data[at : at + len(magic)] == magic), None)
    if kind is None:
        return None
    QImageReader.setAllocationLimit(_MOST_MEGABYTES)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        return None
    if width and size.width() > width * _SLACK:
        reader.setScaledSize(size.scaled(width, size.height(), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image
