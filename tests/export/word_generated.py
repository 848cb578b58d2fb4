"""Word files drawn by chance: runs, links, fields, tables in tables, changes, controls, notes, boxes, scripts."""

from tests.export.word_files import field, inserted, paragraph, run, table, text_box, word_file

WORDS = ["We keep", "personal data", "每一张照片", "第三方共享", "🐿️ 𠮷野", "بيانات شخصية", "a & b < c", "  two  ", "x"]
LOOKS = ["", "<w:b/>", '<w:rFonts w:eastAsia="宋体"/><w:sz w:val="24"/>', '<w:color w:val="FF0000"/>', "<w:rtl/>"]
CHANGED = (
    '<w:b/><w:rPrChange w:id="{}" w:author="C. Novak" w:date="2026-01-05T10:00:00Z"><w:rPr><w:i/></w:rPr></w:rPrChange>'
)
SEPARATORS = "".join(
    f'<w:{{0}} w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:{{0}}>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
ODD = '<w:r><w:t xml:space="preserve">left </w:t><w:tab/><w:t>mid</w:t><w:br/><w:noBreakHyphen/><w:t>right</w:t></w:r>'
RUBY = (
    '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/>'
    '<w:hpsBaseText w:val="21"/><w:lid w:val="zh-CN"/></w:rubyPr><w:rt><w:r><w:t>hàn</w:t></w:r></w:rt>'
    "<w:rubyBase><w:r><w:t>汉字</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)


class Drawing:
    """One file being drawn."""

    def __init__(self, chance):
        self.chance, self.ids, self.notes = chance, 100, {"footnote": [], "endnote": []}

    def id(self):
        self.ids += 1
        return self.ids

    def words(self):
        said = " ".join(self.chance.choices(WORDS, k=self.chance.randint(1, 4)))
        return said.replace("&", "&amp;").replace("<", "&lt;")

    def run(self):
        look = self.chance.choice([*LOOKS, CHANGED.format(self.id())])
        return run(self.words(), look)

    def runs(self):
        return "".join(self.run() for _ in range(self.chance.randint(1, 3)))

    def deleted(self):
        date = 'w:date="2026-01-05T10:00:00Z"'
        return f'<w:del w:id="{self.id()}" w:author="C. Novak" {date}><w:r><w:delText>never</w:delText></w:r></w:del>'

    def control(self):
        lock = self.chance.choice(["", '<w:lock w:val="sdtContentLocked"/>', "<w:dropDownList/>", "<w:date/>"])
        return f'<w:sdt><w:sdtPr><w:alias w:val="t"/>{lock}</w:sdtPr><w:sdtContent>{self.runs()}</w:sdtContent></w:sdt>'

    def controls(self):
        """A control within a control."""
        inner = self.control() if self.chance.random() < 0.5 else self.runs()
        tagged = f'<w:sdt><w:sdtPr><w:tag w:val="i"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'
        outer = f"{self.run()}{tagged}{self.run()}"
        return f'<w:sdt><w:sdtPr><w:tag w:val="o"/></w:sdtPr><w:sdtContent>{outer}</w:sdtContent></w:sdt>'

    def moved(self):
        """Words that were moved here from just before."""
        by = 'w:author="C. Novak" w:date="2026-01-05T10:00:00Z"'
        name, words = f"move{self.id()}", self.runs()
        moves = ""
        for kind in ("moveFrom", "moveTo"):
            place = self.id()
            start = f'<w:{kind}RangeStart w:id="{place}" w:name="{name}" {by}/>'
            held = f'<w:{kind} w:id="{self.id()}" {by}>{words}</w:{kind}>'
            moves += f'{start}{held}<w:{kind}RangeEnd w:id="{place}"/>'
        return moves

    def note(self):
        kind = self.chance.choice(list(self.notes))
        self.notes[kind].append(self.words())
        return f'<w:r><w:{kind}Reference w:id="{len(self.notes[kind])}"/></w:r>'

    def bookmark(self):
        number = self.id()
        start = f'<w:bookmarkStart w:id="{number}" w:name="_m{number}"/>'
        return f'{start}{self.run()}<w:bookmarkEnd w:id="{number}"/>'

    def piece(self):
        makers = [
            self.runs,
            self.runs,
            lambda: f'<w:hyperlink r:id="r_link">{self.runs()}</w:hyperlink>',
            lambda: field("REF _Ref1", self.words()),
            lambda: f'<w:fldSimple w:instr=" REF a ">{self.runs()}</w:fldSimple>',
            lambda: inserted(self.words(), number=self.id()),
            self.deleted,
            self.control,
            self.controls,
            self.moved,
            lambda: f'<w:smartTag w:uri="urn:x" w:element="place">{self.runs()}</w:smartTag>',
            self.note,
            self.bookmark,
            lambda: ODD,
            lambda: RUBY,
        ]
        return self.chance.choice(makers)()

    def paragraph(self, properties=""):
        return paragraph("".join(self.piece() for _ in range(self.chance.randint(1, 4))), properties)

    def block(self, depth=0):
        choice = self.chance.random()
        if choice < 0.2 and depth < 2:
            rows = self.chance.randint(1, 2)
            return table(*([self.cell(depth) for _ in range(2)] for _ in range(rows)))
        if choice < 0.3 and not depth:
            return paragraph(run("Box: ") + text_box(paragraph(run(self.words()))) + self.run())
        return self.paragraph("<w:bidi/>" if choice > 0.93 else "")

    def cell(self, depth):
        return self.block(depth + 1) + paragraph(self.run())


def generated(chance, *, nested=True, **more):
    """A .docx drawn with a `random.Random`; `more` are further parts by kind."""
    drawing = Drawing(chance)
    depth = 0 if nested else 1
    body = paragraph("Notice", '<w:pStyle w:val="1"/>') + "".join(drawing.block(depth) for _ in range(8))
    notes = {
        f"{kind}s": SEPARATORS.format(kind)
        + "".join(
            f'<w:{kind} w:id="{number}">{paragraph(run(words))}</w:{kind}>' for number, words in enumerate(said, 1)
        )
        for kind, said in drawing.notes.items()
        if said
    }
    return word_file(body, header=paragraph("Confidential"), **notes, **more)
