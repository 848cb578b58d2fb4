"""PDF policies of our own words, matters made of them, and eyes that share no code with our writer."""

from io import BytesIO

import pypdf

from export.run import ExportOptions, export
from tests.documents.pdf_files import Sheet, hanzi, line, paragraph, pdf_of
from tests.export.word_matters import NOW, WANG, matter_with

LINES = ["We keep the data for ten years after you have", "closed the account, or longer where we see fit."]
HEBREW = "שלוםעולם"


def two_pages():
    first = line("Privacy policy", 72, 740, size=18) + paragraph(LINES, 72, 700)
    second = paragraph(["You may object at any time.", "Write to us, and we answer."], 72, 700)
    return pdf_of([Sheet(first + hanzi("我们收集您的个人信息", 72, 600)), Sheet(second)])


def columns():
    left = [f"Left line {number} of the terms goes here." for number in range(1, 7)]
    right = [f"Right line {number} of the terms goes here." for number in range(1, 7)]
    return pdf_of([Sheet(paragraph(left, 60, 700) + paragraph(right, 330, 700))])


def turned(degrees):
    return pdf_of([Sheet(paragraph(LINES, 72, 700), extra=f"/Rotate {degrees}/CropBox[40 300 500 780]")])


def upwards():
    content = b"".join(
        b"BT /F1 10 Tf 0 1 -1 0 %d 100 Tm (%s) Tj ET\n" % (300 + 12 * at, words.encode())
        for at, words in enumerate(LINES)
    )
    return pdf_of([Sheet(content)])


def rightward():
    """Hebrew, set letter by letter from the right."""
    codes = "".join(f"<{65 + at:02X}> <{ord(letter):04X}>\n" for at, letter in enumerate(HEBREW))
    ranges = f"1 begincodespacerange <00> <FF> endcodespacerange\n{len(HEBREW)} beginbfchar"
    cmap = f"begincmap\n{ranges}\n{codes}endbfchar endcmap"
    more = [
        "<</Type/Font/Subtype/Type1/BaseFont/Courier/ToUnicode 21 0 R>>",
        f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
    ]
    content = b"".join(b"BT /F9 10 Tf 1 0 0 1 %d 700 Tm (%c) Tj ET\n" % (300 - 6 * at, 65 + at) for at in range(8))
    return pdf_of([Sheet(content, extra="/Resources<</Font<</F9 20 0 R>>>>")], more=more)


def pdf_matter(folder, clock, data, name="policy.pdf"):
    return matter_with(folder, clock, name, data)


def exported(matter, out, **options):
    report = export(matter, out, "pdf", ExportOptions(reviewer=WANG, now=NOW, **options))
    return report, out.read_bytes()


def annotations(data, *, strict=True):
    """Every annotation but windows, as (page, dictionary)."""
    reader = pypdf.PdfReader(BytesIO(data), strict=strict)
    return [
        (number, found)
        for number, page in enumerate(reader.pages)
        for found in (one.get_object() for one in page.get("/Annots") or ())
        if found["/Subtype"] != "/Popup"
    ]


def of_kind(data, kind):
    return [found for _, found in annotations(data) if found["/Subtype"] == f"/{kind}"]
