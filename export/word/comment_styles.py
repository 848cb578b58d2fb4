"""The styles that comments name: those a file has, those it lacks and gets, or none."""

from __future__ import annotations

from export.word.fonts import Faces
from export.word.names import to_bytes
from export.word.out_package import OutPackage
from export.word.styles import CommentStyles, add_comment_styles

__all__ = ["comment_styles"]


def comment_styles(package: OutPackage, faces: Faces) -> CommentStyles:
    """See to the styles of comments in a file; the part of styles is written only if one was missing.

    Word 2010 keeps its styles twice, and the two must name the same ones. Of such a file neither part is changed, and a
    file that has no part of styles gets none: their comments go without, until somebody writes one in Word.
    """
    name = package.related(package.main, "styles")
    if name is None:
        return CommentStyles("", "")
    root = package.tree(name)
    styles = add_comment_styles(root, faces)
    if not styles.added:
        return styles
    if package.related(package.main, "stylesWithEffects") is not None:
        return CommentStyles("", "")
    package.set(name, to_bytes(root))
    return styles
