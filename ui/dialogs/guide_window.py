"""The user guide in a window of its own: contents at the left, words to find, its pictures. Offline, as all is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QKeySequence,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTable,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ui.dialog import Dialog
from ui.guide import headings
from ui.look import Look

__all__ = ["GuideWindow"]

_WIDEST = 720


class _Reader(QTextBrowser):
    """Shows the Markdown; pictures come from beside it, no wider than the column, and from nowhere else."""

    outside_wanted = Signal(str)

    def __init__(self, path: Path, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = path.parent
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setProperty("look", "guide")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document = self.document()
        document.setDefaultFont(look.font(15))
        document.setDocumentMargin(24)
        self.setMarkdown(path.read_text(encoding="utf-8"))
        _give_room(document, look)
        _set_tables(document, look)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802 - Qt's own name
        """Return a picture of the guide's own folder; nothing else is ever loaded."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        picture = (self._folder / QUrl(name).path()).resolve()
        if not picture.is_relative_to(self._folder.resolve()) or not picture.is_file():
            return None
        image = QImage(str(picture))
        ratio = self.devicePixelRatioF()
        width = round(_WIDEST * ratio)
        if image.width() > width:
            image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image


class GuideWindow(Dialog):
    """Stays open beside the work. A link to the other language's guide opens it in the same window."""

    def __init__(self, path: Path, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look = look
        self.setWindowTitle(self.tr("User guide"))
        self.resize(1060, 760)
        self.contents = QListWidget(self)
        self.field = QLineEdit(self)
        self.told = QLabel(self)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self.reader = _Reader(path, look, self)
        self._lay_out()
        self._wire()
        self._fill(path)
        self.reader.setFocus()

    def show_guide(self, path: Path) -> None:
        """Show another guide: the other language's, say."""
        reader = _Reader(path, self._look, self)
        self._split.replaceWidget(1, reader)
        self.reader.deleteLater()
        self.reader = reader
        self._name_reader()
        self._fill(path)

    def go_to(self, title: str) -> None:
        """Show a heading at the top of the window."""
        block = self.reader.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and block.text().strip() == title:
                top = self.reader.document().documentLayout().blockBoundingRect(block).top()
                self.reader.verticalScrollBar().setValue(round(top) - 8)
                return
            block = block.next()

    def find_on(self, *, back: bool = False) -> bool:
        """Go on to the next place of the words, round the end; False where there is none."""
        words = self.field.text().strip()
        flags = QTextDocument.FindFlag.FindBackward if back else QTextDocument.FindFlag(0)
        if not words:
            self.told.setText("")
            return False
        found = self.reader.find(words, flags)
        if not found:
            end = QTextCursor.MoveOperation.End if back else QTextCursor.MoveOperation.Start
            self.reader.moveCursor(end)
            found = self.reader.find(words, flags)
        self.told.setText("" if found else self.tr("Not in the guide."))
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find as in every window: Ctrl+F, F3, Return."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.field.setFocus()
            self.field.selectAll()
        elif event.key() == Qt.Key.Key_F3 or (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus()
        ):
            self.find_on(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _fill(self, path: Path) -> None:
        self.contents.clear()
        for level, title in headings(path.read_text(encoding="utf-8")):
            item = QListWidgetItem("    " * (level - 2) + title, self.contents)
            item.setData(Qt.ItemDataRole.UserRole, title)
            item.setToolTip(title)

    def _follow(self, link: QUrl) -> None:
        """Follow a link between the guides or to a heading; other pages are named, not opened."""
        target = self._folder / link.path()
        if link.path() and target.suffix == ".md" and target.is_file():
            self.show_guide(target)
        elif link.fragment():
            self.told.setText("")

    @property
    def _folder(self) -> Path:
        return self.reader._folder  # noqa: SLF001 - its own reader's

    def _wire(self) -> None:
        self.contents.itemClicked.connect(lambda item: self.go_to(str(item.data(Qt.ItemDataRole.UserRole))))
        self.contents.itemActivated.connect(lambda item: self.go_to(str(item.data(Qt.ItemDataRole.UserRole))))
        self.field.textChanged.connect(self._typed)
        self._name_reader()

    def _name_reader(self) -> None:
        self.reader.anchorClicked.connect(self._follow)
        self.reader.setAccessibleName(self.tr("User guide"))

    def _typed(self) -> None:
        self.reader.moveCursor(QTextCursor.MoveOperation.Start)
        self.find_on()

    def _lay_out(self) -> None:
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.contents.setAccessibleName(self.tr("Contents"))
        self.field.setAccessibleName(self.tr("Find in the guide"))
        self.field.setPlaceholderText(self.tr("Find in the guide"))
        self.field.setClearButtonEnabled(True)
        self.told.setProperty("look", "hint")
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 12, 8, 12)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.told)
        column.addWidget(self.contents, 1)
        self.reader.setMinimumSize(QSize(320, 240))
        self._split.addWidget(side)
        self._split.addWidget(self.reader)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([260, 800])
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._split)


def _give_room(document: QTextDocument, look: Look) -> None:
    """Set paragraphs apart, and links and tables in the theme's colours: Markdown knows none."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        shape = block.blockFormat()
        shape.setLineHeight(145, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        shape.setNonBreakableLines(False)
        if shape.headingLevel():
            shape.setTopMargin(24)
            shape.setBottomMargin(8)
        cursor.setPosition(block.position())
        cursor.setBlockFormat(shape)
        _colour_links(block.position(), cursor, QColor(look.theme.accent))
        block = block.next()


def _set_tables(document: QTextDocument, look: Look) -> None:
    """Give tables the width of the column, thin lines and room."""
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            shape = frame.format()
            shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            shape.setCellPadding(6)
            shape.setCellSpacing(0)
            shape.setBorder(1)
            shape.setBorderCollapse(True)
            shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            shape.setBorderBrush(QColor(look.theme.line))
            frame.setFormat(shape)


def _colour_links(start: int, cursor: QTextCursor, colour: QColor) -> None:
    block = cursor.document().findBlock(start)
    iterator = block.begin()
    while not iterator.atEnd():
        piece = iterator.fragment()
        if piece.charFormat().isAnchor():
            letters = piece.charFormat()
            letters.setForeground(colour)
            cursor.setPosition(piece.position())
            cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(letters)
            cursor.clearSelection()
        iterator += 1
