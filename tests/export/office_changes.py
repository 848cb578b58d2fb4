"""LibreOffice accepts or rejects tracked changes, by its own commands, driven by a macro in a profile of its own."""

import subprocess

KNOWN = "-//OpenOffice.org//DTD OfficeDocument 1.0//EN"
HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE {{kind}} PUBLIC "{KNOWN}" "{{file}}">\n'
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
LIBRARY = 'xmlns:library="http://openoffice.org/2000/library"'
MACRO = """
Function Prop(n, v)
  Dim p As New com.sun.star.beans.PropertyValue
  p.Name = n : p.Value = v
  Prop = p
End Function
Sub Settle(sIn As String, sOut As String, sCommand As String, sAuthor As String)
  Dim doc, d
  doc = StarDesktop.loadComponentFromURL(sIn, "_blank", 0, Array())
  d = createUnoService("com.sun.star.frame.DispatchHelper")
  If sAuthor = "*" Then
    d.executeDispatch(doc.CurrentController.Frame, ".uno:" &amp; sCommand &amp; "AllTrackedChanges", "", 0, Array())
  Else
    Do While One(doc, d, ".uno:" &amp; sCommand &amp; "TrackedChange", sAuthor)
    Loop
  End If
  doc.storeToURL(sOut, Array(Prop("FilterName", "MS Word 2007 XML")))
  doc.close(True)
End Sub
Function One(doc, d, sCommand, sAuthor)
  Dim e, r, c
  One = False
  e = doc.Redlines.createEnumeration()
  Do While e.hasMoreElements()
    r = e.nextElement()
    If r.RedlineAuthor = sAuthor Then
      c = r.RedlineStart.Text.createTextCursorByRange(r.RedlineStart)
      c.gotoRange(r.RedlineEnd, True)
      doc.CurrentController.select(c)
      d.executeDispatch(doc.CurrentController.Frame, sCommand, "", 0, Array())
      One = True
      Exit Function
    End If
  Loop
End Function
"""


def settled_by_office(path, folder, *, accept, author="*"):
    """The file as LibreOffice saves it with the changes of an author ("*": of all) accepted, or rejected."""
    home = profile(folder)
    out = folder / f"settled-{accept}.docx"
    words = [path.as_uri(), out.as_uri(), "Accept" if accept else "Reject", author]
    call = ",".join(f'"{word}"' for word in words)
    subprocess.run(
        ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless", "--norestore",
         f"macro:///Standard.Module1.Settle({call})"],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    return out.read_bytes()


def profile(folder):
    """A new profile that knows the macro. LibreOffice makes it on its first start, with an empty library."""
    home = folder / "office-profile"
    standard = home / "user" / "basic" / "Standard"
    if standard.exists():
        return home
    subprocess.run(
        ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless", "--terminate_after_init"],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    standard.mkdir(parents=True, exist_ok=True)
    (standard.parent / "script.xlc").write_text(
        f"{HEAD.format(kind='library:libraries', file='libraries.dtd')}<library:libraries {LIBRARY} {XLINK}>"
        f'<library:library library:name="Standard" xlink:href="{standard.as_uri()}/script.xlb/" xlink:type="simple" '
        'library:link="false"/></library:libraries>'
    )
    (standard / "script.xlb").write_text(
        f"{HEAD.format(kind='library:library', file='library.dtd')}<library:library {LIBRARY} "
        'library:name="Standard" library:readonly="false" library:passwordprotected="false">'
        '<library:element library:name="Module1"/></library:library>'
    )
    (standard / "Module1.xba").write_text(
        f"{HEAD.format(kind='script:module', file='module.dtd')}"
        '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
        f'script:language="StarBasic">{MACRO}</script:module>'
    )
    return home
