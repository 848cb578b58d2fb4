"""A client or partner who has LibreOffice types into a memo or an issue list and saves it, by its own scripting."""

import subprocess

from tests.export.office_changes import HEAD, profile

MACRO = """
Function Prop(n, v)
  Dim p As New com.sun.star.beans.PropertyValue
  p.Name = n : p.Value = v
  Prop = p
End Function
Sub Retype(doc, old, words)
  Dim d, f
  d = doc.createSearchDescriptor()
  d.SearchString = old : d.SearchCaseSensitive = True
  f = doc.findFirst(d)
  If Not IsNull(f) Then
    f.String = words
  End If
End Sub
Sub Append(doc, old, words)
  Dim d, f, c
  d = doc.createSearchDescriptor()
  d.SearchString = old : d.SearchCaseSensitive = True
  f = doc.findFirst(d)
  c = f.Text.createTextCursorByRange(f.End)
  f.Text.insertString(c, words, False)
End Sub
Sub Bold(doc, old)
  Dim d, f
  d = doc.createSearchDescriptor()
  d.SearchString = old
  f = doc.findFirst(d)
  f.CharWeight = 150
End Sub
Sub Memo(sIn As String, sOut As String)
  Dim doc
  doc = StarDesktop.loadComponentFromURL(sIn, "_blank", 0, Array())
  STEPS
  doc.storeToURL(sOut, Array(Prop("FilterName", "MS Word 2007 XML")))
  doc.close(True)
End Sub
Function CellAt(sheet, number, column)
  Dim c, r, i
  For i = 0 To 60
    If sheet.getCellByPosition(i, 2).String = column Then c = i
  Next
  For i = 4 To 60
    If sheet.getCellByPosition(0, i).Value = number Then r = i
  Next
  CellAt = sheet.getCellByPosition(c, r)
End Function
Sub List(sIn As String, sOut As String)
  Dim doc, sheets
  doc = StarDesktop.loadComponentFromURL(sIn, "_blank", 0, Array())
  sheets = doc.Sheets
  STEPS
  doc.storeToURL(sOut, Array(Prop("FilterName", "Calc MS Excel 2007 XML")))
  doc.close(True)
End Sub
"""


def typed_in_office(data, folder, steps, *, what="Memo"):
    """A file as LibreOffice saves it after the steps, lines of BASIC: a "Memo" or a "List"."""
    home = profile(folder)
    said = MACRO.replace("STEPS", "\n  ".join(steps)).replace("&", "&amp;").replace("<", "&lt;")
    (home / "user" / "basic" / "Standard" / "Module1.xba").write_text(
        f"{HEAD.format(kind='script:module', file='module.dtd')}"
        '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
        f'script:language="StarBasic">{said}</script:module>',
        encoding="utf-8",
    )
    suffix = {"Memo": ".docx", "List": ".xlsx"}[what]
    path, out = folder / f"as-sent{suffix}", folder / f"as-returned{suffix}"
    path.write_bytes(data)
    out.unlink(missing_ok=True)
    script = f'macro:///Standard.Module1.{what}("{path.as_uri()}","{out.as_uri()}")'
    command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation={home.as_uri()}", script]
    subprocess.run(command, capture_output=True, check=False, timeout=200)
    return out.read_bytes()
