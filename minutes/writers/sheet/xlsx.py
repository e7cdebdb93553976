"""The ledger as a workbook, through openpyxl: frozen and filtered header, states coloured, ready to print."""

import datetime as dt
import io
import re
from typing import Any, Final

from minutes.border import terminal
from minutes.writers.ledger import COLUMNS, Ledger, Row, Value
from minutes.writers.repacked import repacked

_LONGEST: Final = 32_767  # characters in a cell
_FIRST_DAY: Final = dt.date(1900, 3, 1)  # before it the date system of 1900 is off by one; such days are text
_STATES: Final = ("open", "in hand", "done", "dropped")
_COLOURED: Final = ("state", "warning")  # the columns that carry the colour of the state
_FILLS: Final = {
    "open": "FFF4CC",
    "in hand": "DDEBF7",
    "done": "E2F0D9",
    "dropped": "EDEDED",
    "overdue": "F8CBAD",
}
_HEADER: Final = "D9E2EC"
_LINE: Final = "A6A6A6"
_DAYS: Final = {"zh": 'yyyy"年"m"月"d"日"', "en": "d mmm yyyy"}
_FACES: Final = {"zh": "宋体", "en": "Calibri"}
_FONT: Final = (
    b"b i strike condense extend outline shadow u vertAlign sz color name family charset scheme".split()
)
_LIST_LENGTH: Final = 1_000  # rows that offer the choice of a state, for those added by hand


def write_xlsx(ledger: Ledger) -> bytes:
    """A workbook of one sheet. Text is written as text, which no spreadsheet takes for a formula."""
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    sheet.title = ledger.title
    pens = _pens(ledger.language)
    _write_row(sheet, 1, ledger.header, "header", pens)
    for place, row in enumerate(ledger.rows, 2):
        _write_row(sheet, place, row.values, _kind(row), pens)
    _arrange(sheet, ledger)
    made = io.BytesIO()
    book.save(made)
    return repacked(
        made.getvalue(), {"docProps/core.xml": lambda _: _core(ledger.title), "xl/styles.xml": _in_order}
    )


def _in_order(styles: bytes) -> bytes:
    """The parts of typefaces in the order of the schema (CT_Font): openpyxl has them in another."""

    def sort(font: re.Match[bytes]) -> bytes:
        parts = re.findall(rb"<(\w+)[^>]*/>", font[1])
        written = dict(zip(parts, re.findall(rb"<\w+[^>]*/>", font[1]), strict=True))
        return b"<font>" + b"".join(written[name] for name in sorted(parts, key=_FONT.index)) + b"</font>"

    return re.sub(rb"<font>(.*?)</font>", sort, styles)


def _kind(row: Row) -> str:
    return "overdue" if row.overdue else row.point.state


def _pens(language: str) -> dict[str, Any]:
    """The formats of cells."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    side = Side(style="thin", color=_LINE)
    fills = {
        kind: PatternFill("solid", fgColor=colour) for kind, colour in {"header": _HEADER, **_FILLS}.items()
    }
    return {
        "font": Font(name=_FACES[language], size=10.5),
        "bold": Font(name=_FACES[language], size=10.5, bold=True),
        "border": Border(left=side, right=side, top=side, bottom=side),
        "alignment": Alignment(vertical="top", wrap_text=True),
        "day": _DAYS[language],
        **fills,
    }


def _write_row(sheet: Any, place: int, values: tuple[Value, ...], kind: str, pens: dict[str, Any]) -> None:
    for column, value in enumerate(values, 1):
        cell = sheet.cell(place, column)
        _write(cell, value, pens["day"])
        cell.font = pens["bold" if kind == "header" else "font"]
        cell.border, cell.alignment = pens["border"], pens["alignment"]
        if kind == "header" or COLUMNS[column - 1][0] in _COLOURED:
            cell.fill = pens[kind]


def _write(cell: Any, value: Value, day: str) -> None:
    if isinstance(value, dt.date) and value >= _FIRST_DAY:
        cell.value, cell.number_format = value, day
    elif isinstance(value, int):
        cell.value = value
    elif value:
        # openpyxl takes what begins with = for a formula, unless the type is set after the value
        cell.value = terminal(str(value))[:_LONGEST]
        cell.data_type = "s"


def _arrange(sheet: Any, ledger: Ledger) -> None:
    """Widths, frozen header, filter, choices, paper."""
    from openpyxl.utils import get_column_letter

    for column, (_, width, *_) in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{len(ledger.rows) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True
    sheet.oddFooter.center.text = "&P / &N"
    sheet.add_data_validation(_choices(ledger, get_column_letter))


def _choices(ledger: Ledger, letter: Any) -> Any:
    """The state is chosen from a list."""
    from openpyxl.worksheet.datavalidation import DataValidation

    words = ledger.words
    column = letter([key for key, *_ in COLUMNS].index("state") + 1)
    choices = DataValidation(
        type="list", formula1='"' + ",".join(map(words, _STATES)) + '"', allow_blank=True
    )
    choices.add(f"{column}2:{column}{len(ledger.rows) + _LIST_LENGTH}")
    return choices


def _core(title: str) -> bytes:
    """The properties without the clock, which openpyxl sets on saving."""
    from openpyxl.packaging.core import DocumentProperties
    from openpyxl.xml.functions import tostring

    never = dt.datetime(1980, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
    about = DocumentProperties(title=title, creator="minutes", created=never, modified=never)
    written: str | bytes = tostring(about.to_tree())
    return written if isinstance(written, bytes) else written.encode()
