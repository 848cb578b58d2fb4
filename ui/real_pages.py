"""Pictures of the pages a Word file really has: laid out by LibreOffice, drawn by a worker, off the window's thread."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QImage

from ui.exporting import heeding

if TYPE_CHECKING:
    from ui.tasks import Job

__all__ = ["MOST_PAGES", "can_be_had", "draw_pages"]

MOST_PAGES: Final = 60
_SCALE: Final = 408 / 595.28 * 2
"""Pixels to a point: two for each of the sheet's on the screen, so that the letters are clear on any display."""
_COUNT: Final = re.compile(rb"/Type\s*/Pages\b.{0,4000}?/Count\s+(\d+)", re.DOTALL)


def can_be_had(kind: str) -> bool:
    """Whether real pages of a kind of product can be made on this machine.

    Not of an annotated policy: LibreOffice 7.4 leaves the comments out of pages it makes without a window.
    """
    from documents.office import office_program
    from export.paged import PAGED

    return kind in PAGED and bool(office_program())


def draw_pages(data: bytes, job: Job, *, laid_out: bool = False) -> int:
    """Hand each page of a Word file over to `job` as a picture, and return how many there are.

    The file is laid out in a folder that is thrown away; one that is `laid_out` is a PDF, whose pages are its own.
    Raises UnreadableDocument, and NotWanted once the job is overtaken: LibreOffice is ended then.
    """
    from documents.office import as_pdf
    from documents.page_pictures import PagePictures

    heed = heeding(job)
    pages = data if laid_out else as_pdf(data, "export.docx", heed=heed)
    found = _COUNT.search(pages)
    count = int(found[1]) if found else 1
    with PagePictures(pages, name="export.pdf") as pictures:
        for number in range(min(count, MOST_PAGES)):
            heed()
            made = pictures.picture(number, _SCALE)
            image = QImage(made.pixels, made.width, made.height, made.stride, QImage.Format.Format_RGB32)
            job.piece((number, count, image.copy()))
    return count
