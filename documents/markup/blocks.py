"""HTML -> our blocks: one walk along the tokens of a page, without recursion."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from documents.markup.choices import chosen_option, shows_every_option
from documents.markup.counters import NO_NUMBERS, Counters, Numbering
from documents.markup.furniture import Furniture, is_furniture
from documents.markup.lists import OpenList
from documents.markup.measure import Scales
from documents.markup.tables import OpenTable, holds_the_page
from documents.markup.tags import UNREAD, look_within, picture_of, white_space_within
from documents.markup.tokens import Tag, Tokens
from documents.markup.writing import NOTE_STATE, Flowing, State, state_of

__all__ = ["BlockWalk"]

_STEPS_A_TAG = 4
_LEAST_STEPS = 100_000
_FAR_DOWN = 300
_LISTS = frozenset({"ol", "ul", "menu", "dir"})


# An open element: where it closes, what held around it, and what is done when it closes. Plain: there are thousands.
_Frame = tuple[int, Tag, State, Callable[[], object] | None]


class BlockWalk:
    """Writes the words of one page after the other to `page`; counts the letters it left out.

    `furniture` and `hidden` say whether to keep menus and hidden parts; `letters_left_out` and `letters_hidden` count
    those not kept; the hidden words are kept aside in `page`. `tops` are the words of the top headings.
    """

    def __init__(self, *, furniture: bool = False, hidden: bool = False) -> None:
        self.letters_left_out = self.letters_hidden = 0
        self._keeps = (furniture, hidden)
        self._out = Flowing()
        self.page, self.tops = self._out.page, self._out.tops
        self._list_count = self._table_count = 0
        self._notes: list[tuple[Tokens, int]] = []
        self._openers: Mapping[str, Callable[[int, Tag], Callable[[], object] | None]] = {
            **dict.fromkeys(_LISTS, self._open_list),
            "li": self._open_item,
            "table": self._open_table,
            "tr": self._open_row,
            "td": self._open_cell,
            "th": self._open_cell,
            "q": self._open_quotation,
        }
        self._begin(Tokens((), (), ()))

    def _begin(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._frames: list[_Frame] = []
        self._notes_wait = True
        self._around: list[tuple[int, Tag]] = []
        self._states: dict[tuple[int, int], State] = {}
        self._tables: list[OpenTable | None] = []
        self._scales = Scales(tokens, max(_LEAST_STEPS, len(tokens.tags) * _STEPS_A_TAG))
        self._letters_of_page = -1
        self._counters: Counters | None = None

    def read(self, tokens: Tokens, numbering: Numbering = NO_NUMBERS) -> None:
        """Write the words of a page; `numbering` is what its style sheets paint before them."""
        self._begin(tokens)
        self._counters = Counters(numbering) if numbering.rules else None
        self._read_part(0, len(tokens.tags))
        self._out.add(tokens.words[-1])
        self._out.boundary()

    def read_notes(self) -> None:
        """Write the footnotes that were found in the pages, as a story of their own."""
        notes, self._notes = self._notes, []
        for tokens, first in notes:
            self._begin(tokens)
            self._notes_wait = False
            self._out.state = NOTE_STATE
            self._read_part(first, tokens.ends[first] + 1)
            self._out.boundary()

    def _read_part(self, at: int, end: int) -> None:
        words, tags, frames = self._tokens.words, self._tokens.tags, self._frames
        add, enter, leave = self._out.add, self._enter, self._leave
        while at < end:
            if words[at]:
                add(words[at])
            tag = tags[at]
            if not tag.closes:
                at = enter(at, tag) if tag.name else at + 1
                continue
            if frames and frames[-1][0] == at:
                leave()
            at += 1

    def _enter(self, at: int, tag: Tag) -> int:
        """Take in one opening tag; return where to go on."""
        end = self._tokens.ends[at]
        if tag.name in UNREAD or ((tag.note or tag.note_mark) and self._is_set_apart(at, tag)):
            return end + 1
        if tag.name == "br":
            self._out.break_line()
            return at + 1
        if tag.box:
            self._out.boundary()
        hidden = tag.hidden if tag.deeper is None else tag.hidden_within([frame[1] for frame in self._frames])
        if (hidden or tag.kind) and self._is_left_out(at, tag, hidden=hidden):
            return end + 1
        if tag.name == "select" and not shows_every_option(tag):
            self._out.add(chosen_option(self._tokens, at))
            return end + 1
        if tag.name in {"img", "input"}:
            self._replaced(tag)
        if end > at:
            self._open(at, end, tag)
        return at + 1

    def _is_set_apart(self, at: int, tag: Tag) -> bool:
        """Keep a footnote for later; the mark that leads to one is no text."""
        if tag.note and self._notes_wait and not tag.hidden:
            self._out.boundary()
            self._notes.append((self._tokens, at))
            return True
        return tag.note_mark

    def _open(self, at: int, end: int, tag: Tag) -> None:
        """Begin an element that holds something."""
        out, opener = self._out, self._openers.get(tag.name)
        around = out.state
        self._frames.append((end, tag, around, None))
        known = self._states.get((id(tag), id(around)))
        out.state = self._state_within(at, tag, around) if known is None else known
        if opener is not None and (after := opener(at, tag)) is not None:
            self._frames[-1] = (end, tag, around, after)
        if self._counters is not None:
            self._number(self._counters, tag, at)

    def _number(self, counters: Counters, tag: Tag, at: int) -> None:
        """Paint the number that the page's style sheets put before an element."""
        while self._around and self._around[-1][0] < at:
            self._around.pop()
        outer = self._around[-1][1] if self._around else tag
        painted = counters.enter(tag, outer, len(self._around))
        self._around.append((self._tokens.ends[at], tag))
        if painted:
            self._out.painted = painted

    def _leave(self) -> None:
        _, tag, around, after = self._frames[-1]
        if tag.box:
            self._out.boundary()
        self._frames.pop()
        self._out.state = around
        if after:
            after()

    def _state_within(self, at: int, tag: Tag, around: State) -> State:
        """Return what holds inside an element; the same tag within the same state is worked out once."""
        look = look_within(tag.name, tag.attributes, tag.styles, around.look)
        white_space = white_space_within(tag.name, tag.styles, around.white_space)
        quoted = around.quoted or tag.name == "blockquote"
        code = around.code or (tag.name == "pre" and self._is_code(at))
        state = state_of(around, look, white_space, tag.heading or around.heading, quoted=quoted, code=code)
        if tag.name != "pre":  # whose words decide what it is
            self._states[id(tag), id(around)] = state
        return state

    def _is_code(self, at: int) -> bool:
        inner = self._tokens.tags[at + 1]
        return not self._tokens.words[at + 1].strip() and not inner.closes and inner.name in {"code", "samp", "kbd"}

    def _is_left_out(self, at: int, tag: Tag, *, hidden: bool) -> bool:
        keeps_furniture, keeps_hidden = self._keeps
        if hidden and not keeps_hidden:
            measure = self._scales.weigh(at)
            if measure is not None and measure.letters:
                self.letters_hidden += measure.letters
                self._out.hide(measure.words)
            return measure is not None
        kind = None if keeps_furniture or self._out.state.heading else tag.kind
        if kind is Furniture.HEADER and self.page.position > _FAR_DOWN:
            kind = Furniture.MENU  # the header of a part of the policy is the policy's own
        measure = self._scales.weigh(at) if kind else None
        if kind is None or measure is None or not is_furniture(kind, measure, self._page_letters()):
            return False
        self.letters_left_out += measure.letters
        return True

    def _page_letters(self) -> int:
        """Return how many letters the page has, its furniture with it."""
        if self._letters_of_page < 0:
            self._letters_of_page = self._scales.letters()
        return self._letters_of_page

    def _replaced(self, tag: Tag) -> None:
        """Write a sign for a picture unless it only adorns the page, and what a field of a form is filled with."""
        if tag.name == "img":
            picture = picture_of(tag.attributes)
            if picture is not None:
                self._out.sign(picture)
        elif (tag.attributes.get("type") or "text").lower() in {"text", "date", "email", "number", "tel", "url"}:
            self._out.add(tag.attributes.get("value") or "")

    def _open_quotation(self, _at: int, _tag: Tag) -> Callable[[], None]:
        around = self._frames[-1][2]
        inside, self._out.state = self._out.state, around
        self._out.add("“")
        self._out.state = inside
        return lambda: self._out.add("”")

    def _open_list(self, at: int, tag: Tag) -> Callable[[], object]:
        self._list_count += 1
        items = self._count_items(at) if "reversed" in tag.attributes else 0
        lists = self._out.lists
        lists.append(
            OpenList.begin(tag.name, tag.attributes, tag.styles, around=lists, id=self._list_count, items=items)
        )
        return lists.pop

    def _count_items(self, at: int) -> int:
        tags, ends = self._tokens.tags, self._tokens.ends
        count, last = 0, ends[at]
        at += 1
        while at < last:
            count += tags[at].name == "li"
            at = ends[at] + 1
        return count

    def _open_item(self, at: int, tag: Tag) -> Callable[[], object] | None:
        after = None
        if not self._out.lists:  # a browser paints a bullet before an item without a list
            after = self._open_list(at, Tag("ul"))
        self._out.lists[-1].item(tag.attributes, tag.styles)
        return after

    def _open_table(self, at: int, _tag: Tag) -> Callable[[], object]:
        if self._out.cell is not None or holds_the_page(self._tokens, at):
            self._tables.append(None)
        else:
            self._tables.append(OpenTable(self._table_count))
            self._table_count += 1
        return self._tables.pop

    def _open_row(self, _at: int, _tag: Tag) -> None:
        if self._tables and self._tables[-1] is not None:
            self._tables[-1].row()

    def _open_cell(self, _at: int, tag: Tag) -> Callable[[], None] | None:
        table = self._tables[-1] if self._tables else None
        if table is None:
            return None
        self._out.open_cell(table.cell(tag.attributes, header=tag.name == "th"))
        return self._out.end_cell
