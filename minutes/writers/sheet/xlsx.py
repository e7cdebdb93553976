"""The ledger as XLSX (ECMA-376, SpreadsheetML), written part by part like our Word documents: same rows, same bytes.

Text is written as text (inline strings), which no spreadsheet takes for a formula.
"""

import datetime as dt
from typing import Final

from minutes.writers.ledger import COLUMNS, Ledger, Row, Value
from minutes.writers.opc import CORE_TYPE, PACKAGE, core, relations, types, zipped
from minutes.writers.paper import Properties
from minutes.writers.sheet import look
from minutes.writers.xml import HEAD, RELATIONS, tag, text

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_LONGEST: Final = 32_767  # characters in a cell
_DAY_ZERO: Final = dt.date(1899, 12, 30)  # day 0 of the 1900 date system, its leap year bug allowed for
_FIRST_DAY: Final = dt.date(1900, 3, 1)  # before it the date system is off by one; such days stay text


def write_xlsx(ledger: Ledger) -> bytes:
    """A workbook of one sheet: frozen and filtered header, states coloured, ready to print."""
    about = Properties(title=ledger.title, language="zh-CN" if ledger.language == "zh" else "en")
    parts = {
        "xl/workbook.xml": _workbook(ledger),
        "xl/worksheets/sheet1.xml": _sheet(ledger),
        "xl/styles.xml": look.styles(ledger.language),
        "docProps/core.xml": core(about),
    }
    named = {
        "xl/workbook.xml": _TYPE + "sheet.main+xml",
        "xl/worksheets/sheet1.xml": _TYPE + "worksheet+xml",
        "xl/styles.xml": _TYPE + "styles+xml",
        "docProps/core.xml": CORE_TYPE,
    }
    links = {
        "_rels/.rels": [
            ("book", f"{RELATIONS}/officeDocument", "xl/workbook.xml"),
            ("core", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ],
        "xl/_rels/workbook.xml.rels": [
            ("sheet1", f"{RELATIONS}/worksheet", "worksheets/sheet1.xml"),
            ("styles", f"{RELATIONS}/styles", "styles.xml"),
        ],
    }
    return zipped({"[Content_Types].xml": types(named), **relations(links), **parts})


def _workbook(ledger: Ledger) -> str:
    last, name = look.letter(len(COLUMNS)), f"'{ledger.title}'"
    area = f"{name}!$A$1:${last}${len(ledger.rows) + 1}"
    names = [
        tag("definedName", area, name="_xlnm._FilterDatabase", localSheetId=0, hidden=1),
        tag("definedName", f"{name}!$1:$1", name="_xlnm.Print_Titles", localSheetId=0),
    ]
    sheet = tag("sheet", name=ledger.title, sheetId=1, r_id="sheet1")
    return HEAD + tag(
        "workbook", tag("sheets", sheet), tag("definedNames", *names), xmlns=MAIN, xmlns_r=RELATIONS
    )


def _sheet(ledger: Ledger) -> str:
    """The parts of a worksheet in the order of the schema (CT_Worksheet)."""
    rows = [
        _row(1, ledger.header, "header"),
        *(_matter(place, row) for place, row in enumerate(ledger.rows, 2)),
    ]
    area = f"A1:{look.letter(len(COLUMNS))}{len(rows)}"
    return HEAD + tag(
        "worksheet",
        tag("sheetPr", tag("pageSetUpPr", fitToPage=1)),
        tag("dimension", ref=area),
        look.frozen(),
        look.columns(),
        tag("sheetData", *rows),
        tag("autoFilter", ref=area),
        look.choices(ledger.language, len(rows)),
        tag("pageMargins", left=0.4, right=0.4, top=0.5, bottom=0.5, header=0.2, footer=0.2),
        tag("pageSetup", paperSize=9, orientation="landscape", fitToWidth=1, fitToHeight=0),
        tag("headerFooter", tag("oddFooter", "&amp;C&amp;P / &amp;N")),
        xmlns=MAIN,
    )


def _matter(place: int, row: Row) -> str:
    return _row(place, row.values, "overdue" if row.overdue else row.point.state)


def _row(place: int, values: tuple[Value, ...], kind: str) -> str:
    cells = [
        _cell(f"{look.letter(column)}{place}", value, kind, column) for column, value in enumerate(values, 1)
    ]
    return tag("row", *cells, r=place)


def _cell(name: str, value: Value, kind: str, column: int) -> str:
    style = look.style(kind, column, is_date=isinstance(value, dt.date))
    if isinstance(value, dt.date) and value >= _FIRST_DAY:
        return tag("c", tag("v", str((value - _DAY_ZERO).days)), r=name, s=style)
    if isinstance(value, int):
        return tag("c", tag("v", str(value)), r=name, s=style)
    if not value:
        return tag("c", r=name, s=style)
    shown = text(str(value))[:_LONGEST]
    return tag("c", tag("is", tag("t", shown, xml_space="preserve")), r=name, s=style, t="inlineStr")
