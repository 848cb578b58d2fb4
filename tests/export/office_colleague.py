"""A colleague who has LibreOffice answers, decides, rewrites, adds and deletes comments, by its own scripting."""

import subprocess

from tests.export.office_changes import HEAD, profile

MACRO = """
Function Prop(n, v)
  Dim p As New com.sun.star.beans.PropertyValue
  p.Name = n : p.Value = v
  Prop = p
End Function
Function Found(doc, part)
  Dim e, f
  e = doc.TextFields.createEnumeration()
  Do While e.hasMoreElements()
    f = e.nextElement()
    If f.supportsService("com.sun.star.text.textfield.Annotation") Then
      If InStr(f.Content, part) &gt; 0 Then
        Found = f
        Exit Function
      End If
    End If
  Loop
End Function
Function Words(doc, old)
  Dim d
  d = doc.createSearchDescriptor()
  d.SearchString = old : d.SearchCaseSensitive = True
  Words = doc.findFirst(d)
End Function
Sub Comment(doc, range, words)
  Dim a, dt As New com.sun.star.util.DateTime
  a = doc.createInstance("com.sun.star.text.textfield.Annotation")
  a.Author = "Ben Reyes" : a.Initials = "BR" : a.Content = words
  dt.Year = 2026 : dt.Month = 3 : dt.Day = 2 : dt.Hours = 10 : dt.Minutes = 30
  a.DateTimeValue = dt
  range.Text.insertTextContent(range, a, True)
End Sub
Sub Work(sIn As String, sOut As String, sEdit As String)
  Dim doc, f, answered
  doc = StarDesktop.loadComponentFromURL(sIn, "_blank", 0, Array())
  If sEdit = "again" Then
    doc.storeToURL(sOut, Array(Prop("FilterName", "MS Word 2007 XML")))
    doc.close(True)
    Exit Sub
  End If
  answered = "with partners"
  If sEdit = "tracked" Then answered = "for ever"
  Comment(doc, Words(doc, answered), "We will name them.")
  f = Found(doc, "] 2 |")
  f.Resolved = True
  f = Found(doc, "] 4 |")
  f.Resolved = False
  f = Found(doc, "] 3 |")
  f.Content = Left(f.Content, Len(f.Content) - 3) + "WORDS"
  f = Found(doc, "] 5 |")
  f.Anchor.Text.removeTextContent(f)
  Comment(doc, Words(doc, "change this notice"), "Why may you?")
  If sEdit = "edited" Or sEdit = "tracked" Then
    doc.RecordChanges = False
    f = Words(doc, "Last words")
    f.String = "At long last, words"
  End If
  doc.storeToURL(sOut, Array(Prop("FilterName", "MS Word 2007 XML")))
  doc.close(True)
End Sub
"""


def at_work_in_office(data, folder, *, how="commented"):
    """A file as LibreOffice saves it: "commented", "edited" too, "tracked" with redrafts in it, or saved "again"."""
    home = profile(folder)
    (home / "user" / "basic" / "Standard" / "Module1.xba").write_text(
        f"{HEAD.format(kind='script:module', file='module.dtd')}"
        '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
        f'script:language="StarBasic">{MACRO.replace("WORDS", "过于笼统。")}</script:module>',
        encoding="utf-8",
    )
    path, out = folder / f"to-be-{how}.docx", folder / f"{how}.docx"
    path.write_bytes(data)
    call = ",".join(f'"{word}"' for word in (path.as_uri(), out.as_uri(), how))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless", "--norestore",
         f"macro:///Standard.Module1.Work({call})"],
        capture_output=True, check=True, timeout=50,
    )  # fmt: skip
    return out.read_bytes()
