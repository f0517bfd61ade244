"""Workbooks for tests, made by a program that others use, and some that no program would make."""

from __future__ import annotations

import base64
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

import xlsxwriter

Cell: TypeAlias = str | float | bool | date | None

CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATION = '<Relationship Id="{}" Type="' + _OFFICE + '/{}" Target="{}"/>'

# An old workbook (.xls): an empty sheet, and “Stock” with texts, numbers, a date, a truth and an error.
_OLD = (
    "c-rk)O-NKx6#nk}(NX*v{{oFB5wcQ2rJ@LQO0?OeSS|V?D1T-#jLuBcxUfZ8<|=}qRnbPUMH{nCKU7e=7J-qAAc(Y<wF&xLsIPO*"
    "d(XcV95BIn-{YQp&$;)Wd)__g{=D~QykK(pLD>|Rpb<J|tt@0LkSR)8F5?H)TNW4H+(*gsu%VFUBS&VKc$)h<lYPkko`Qxk<0Vnx"
    "6Q$Egpe-H?m#-t5#D)&VHZ&-MVo$>zN_i+1y9$MN2`v(OU)nwsdO#%Cg*H&zNp%Y2!M3V>P8^@mDx@xtsKO)Z^IjzND8Va^<4ZS`"
    "-PXjxWTc~KgH;5K9E^Zm8Vbk4N#^r$7ui5_b8TyD?McEUipkw0_+ga;-`#cnqTG|OuUvuTzZc6hSCIS2iA&`-H3JxcbyjgO4<Q$O"
    "46ZTJ(wj*2vmj#Hf@7(8S9BWtIWQ#Y!1-t&HIH@lhN)2^8R_D@FP4h*(0YhRiK(mGUB8#|Q1a);a5f(TvT67iZ5p|<lyZo6BVWn|"
    "vY`BA^Yp!MZ(BRtgJ(oCAP0qwZEQO%T;?9sId91^R3$yCg<cV@o26VPw3uFr^2+uSr*LRc+FX^|N*ZUEU?RAEL3sz2hrS$n92oi>"
    "+)3rp(A0(E(RaaNRM7F(P5t>9M2)IZw{J0?1l?RY8_x%!rGITgjanfda)Gv>d92->sTJo;Tn=*s&Y4g1JGNWSJtH48GH0OqVAveb"
    "j+)~%XRd5cCr+Q^4B`w&v$l+8O*ETMdwbs5AJ4^7)_kpqkC=+D8fi5(AIS_Eoi*w*!n{VEJfPdQjvXG``s-ZNMJ<~otfyK$y@fc}"
    "LcSu|T{96-2vEHQ4VDWU4<0;t@ZiCNhqZ^2s}!6|jeUX4a6S(Bzs?M$S?@Q=e~Y7t)03i4$`-^ZPoh7q_}K(gxw_OU`?&uL8OLe#"
    "B%<gPJECdFFJ0Kx!uMHqNB`O_p>)TeO~=lEJpLc>P!3x"
)


def old_workbook() -> bytes:
    """A workbook of the format before 2007, as a program wrote it."""
    return zlib.decompress(base64.b85decode(_OLD))


def write_xlsx(
    path: Path, rows: Sequence[Sequence[Cell]], *, name: str = "Products", before: Sequence[str] = ()
) -> Path:
    """A workbook with one sheet of rows; ``before`` : empty sheets in front of it. A text stays a text."""
    with xlsxwriter.Workbook(path) as book:
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        for empty in before:
            book.add_worksheet(empty)
        sheet = book.add_worksheet(name)
        for place, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, date):
                    sheet.write_datetime(place, column, cell, day)
                elif isinstance(cell, str):
                    sheet.write_string(place, column, cell)
                elif cell is not None:
                    sheet.write(place, column, cell)
    return path


def write_raw_xlsx(path: Path, sheet: str, parts: Mapping[str, str] | None = None) -> Path:
    """A workbook whose one sheet holds exactly this XML; ``parts`` replaces or adds others."""
    found = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": relationships(("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns:r="{_OFFICE}"><sheets><sheet name="One" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(
            ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml")
        ),
        "xl/worksheets/sheet1.xml": sheet,
        **(parts or {}),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, text in found.items():
            archive.writestr(part, text)
    return path


def relationships(*found: tuple[str, str, str]) -> str:
    """A part that relates others."""
    return f"<Relationships>{''.join(_RELATION.format(*one) for one in found)}</Relationships>"


def sheet_xml(*rows: str) -> str:
    """A sheet with these rows."""
    return f"<worksheet><sheetData>{''.join(rows)}</sheetData></worksheet>"
