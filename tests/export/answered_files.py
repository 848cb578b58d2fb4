"""A reviewed matter, its reports as they went out, and what partners and clients do to them."""

import hashlib
import io
import zipfile

from lxml import etree
from openpyxl import load_workbook

from annotations.answering import Sender
from annotations.marks import field_mark, uid_outside
from annotations.model import Assessment, Severity, Visibility
from documents.marked import marked_file
from export.run import ExportOptions, export
from tests.export.word_matters import CHINESE, NOW, WANG, matter_with, note_on

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADS = 3


def reviewed(folder, clock):
    """A matter with a note of each kind."""
    matter = matter_with(folder, clock, "松果日记.txt", CHINESE)
    matter.set_matter(client="松果科技")
    told = {"language": "zh", "visibility": Visibility.CLIENT, "legal_basis": "《个人信息保护法》第六条"}
    note_on(
        matter, "您继续使用,即视为同意本政策", severity=Severity.CRITICAL, title="默示同意", issue="第一行\n\n第二行",
        recommendation="删除该句。", proposed_wording="请勾选同意。\n未勾选的不视为同意。", question="何时上线？",
        **told,
    )  # fmt: skip
    note_on(
        matter, "改善产品以外的用途", severity=Severity.HIGH, title="目的不明", issue="未列明其他用途。",
        recommendation="逐项列明。", owner="产品部", translations={"en": {"issue": "Purposes are not named."}}, **told,
    )  # fmt: skip
    note_on(matter, severity=Severity.HIGH, assessment=Assessment.MISSING, title="保存期限", issue="未写明。", **told)
    return matter


def sent(matter, kind="memo", **options):
    """A report as it goes out."""
    suffix = {"xlsx": ".xlsx"}.get(kind, ".docx")
    out = matter.path.parent / f"{kind}{suffix}"
    export(matter, out, kind, ExportOptions(reviewer=WANG, now=NOW, **{"profile": "client", **options}))
    return out.read_bytes()


def by_title(matter, title):
    return next(note for note in matter.notes() if note.title == title)


def mark_of(matter, note, field):
    return field_mark(uid_outside(matter.secrets(note.document)[0], note.uid), field)


def planned(matter, data, name="back.docx", changes="accept", sender=""):
    told = Sender(name, hashlib.sha256(data).hexdigest(), sender)
    return matter.plan_answers(marked_file(data, name=name), told, changes)


def taken(matter, data, **more):
    """Take all in that is taken unless someone says otherwise."""
    answers = planned(matter, data, **more)
    assert matter.write_answers(answers, answers.usual)
    return answers


def asked(answers):
    """What is asked for: number, field, words."""
    return [(one.number, one.field, one.words) for one in answers.asked]


def told(answers):
    return [came.code for came in answers.told]


# -- Word --------------------------------------------------------------------------------------------------------------


def with_part(data, change, part="word/document.xml"):
    """A package with one part changed by `change(root)`."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts[part])
    change(root)
    parts[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part_data in parts.items():
            package.writestr(name, part_data)
    return out.getvalue()


def controls(root, mark):
    tags = (one for one in root.iter(f"{W}tag") if one.get(f"{W}val") == mark)
    return [tag.getparent().getparent() for tag in tags]


def retyped(data, mark, *lines):
    """A Word file with other words in the controls of a mark, a line each."""

    def change(root):
        for control, line in zip(controls(root, mark), lines, strict=True):
            hint = control.find(f"{W}sdtPr/{W}showingPlcHdr")
            if hint is not None:
                hint.getparent().remove(hint)
            inside = control.find(f"{W}sdtContent")
            del inside[:]
            inside.append(run(line))

    return with_part(data, change)


def run(words, tag="t"):
    made = etree.Element(f"{W}r")
    text = etree.SubElement(made, f"{W}{tag}")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def tracked(data, mark, new, *, old=True):
    """A Word file with the words of a mark struck and others put in, as recorded changes."""

    def change(root):
        (control,) = controls(root, mark)
        inside = control.find(f"{W}sdtContent")
        said = "".join(inside.itertext())
        del inside[:]
        for tag, words, text in (("del", said if old else "", "delText"), ("ins", new, "t")):
            if words:
                made = etree.SubElement(inside, f"{W}{tag}", {f"{W}id": "7", f"{W}author": "P"})
                made.append(run(words, text))

    return with_part(data, change)


# -- workbooks ---------------------------------------------------------------------------------------------------------


def filled(data, *cells):
    """A workbook with cells (sheet, number of the finding, column, value) written into, as another program saves it."""
    book = load_workbook(io.BytesIO(data))
    for name, number, column, value in cells:
        sheet = book[name]
        names = [cell.value for cell in sheet[HEADS]]
        row = next(row for row in sheet.iter_rows(min_row=HEADS + 2) if row[names.index("number")].value == number)
        row[names.index(column)].value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
