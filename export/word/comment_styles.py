"""The styles that comments name: those a file has, those it lacks and gets, or none."""

from __future__ import annotations

from typing import Final

from export.word.fonts import Faces
from export.word.names import element, to_bytes
from export.word.out_package import OutPackage
from export.word.styles import CommentStyles, add_comment_styles

__all__ = ["comment_styles"]

_STYLES_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
_STYLES_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"


def comment_styles(package: OutPackage, faces: Faces) -> CommentStyles:
    """See to the styles of comments in a file; the part of styles is written only if one was missing.

    Word 2010 keeps its styles twice, and the two must name the same ones. Of such a file neither part is changed: if it
    has no styles for comments, these go without any, which Word gives them as soon as somebody writes one.
    """
    name = package.related(package.main, "styles")
    if name is None:
        folder = package.main.rpartition("/")[0]
        name = f"{folder}/styles.xml" if folder else "styles.xml"
        package.relate(package.main, _STYLES_RELATION, name)
        package.set(name, to_bytes(element("styles")), _STYLES_TYPE)
    root = package.tree(name)
    styles = add_comment_styles(root, faces)
    if not styles.added:
        return styles
    if package.related(package.main, "stylesWithEffects") is not None:
        return CommentStyles("", "")
    package.set(name, to_bytes(root))
    return styles
