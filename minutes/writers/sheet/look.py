"""How the ledger looks in a spreadsheet: colours of states, frozen header, choices for the state."""

from typing import Final

from minutes.writers.ledger import COLUMNS
from minutes.writers.words import Words
from minutes.writers.xml import HEAD, tag

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STATES: Final = ("open", "in hand", "done", "dropped")
_COLOURED: Final = ("state", "warning")  # the columns that carry the colour of the state
_FILLS: Final = {
    "header": "FFD9E2EC",
    "open": "FFFFF4CC",
    "in hand": "FFDDEBF7",
    "done": "FFE2F0D9",
    "dropped": "FFEDEDED",
    "overdue": "FFF8CBAD",
}
_PLAIN, _DATE, _HEADER, _COLOURS = 0, 1, 2, 3  # indexes of cell formats
_DATE_FORMAT: Final = 164  # the first number free for formats of one's own
_FIRST_FILL: Final = 2  # 0 and 1 are reserved: none, grey


def letter(column: int) -> str:
    """The letter of a column; the ledger has fewer than 26."""
    return chr(ord("A") + column - 1)


def style(kind: str, column: int, *, is_date: bool) -> int:
    """The index of a cell's format."""
    if kind == "header":
        return _HEADER
    if COLUMNS[column - 1][0] in _COLOURED:
        return _COLOURS + list(_FILLS).index(kind) - 1
    return _DATE if is_date else _PLAIN


def columns() -> str:
    """Widths."""
    made = [
        tag("col", min=n, max=n, width=width, customWidth=1) for n, (_, width, *_) in enumerate(COLUMNS, 1)
    ]
    return tag("cols", *made)


def frozen() -> str:
    """The header stays in sight."""
    pane = tag("pane", ySplit=1, topLeftCell="A2", activePane="bottomLeft", state="frozen")
    return tag("sheetViews", tag("sheetView", pane, workbookViewId=0, tabSelected=1))


def choices(language: str, last: int) -> str:
    """The state is chosen from a list."""
    words = Words(language)
    listed = ",".join(words(state) for state in _STATES)
    column = letter([key for key, *_ in COLUMNS].index("state") + 1)
    one = tag(
        "dataValidation",
        tag("formula1", f'"{listed}"'),
        type="list",
        allowBlank=1,
        showErrorMessage=1,
        sqref=f"{column}2:{column}{max(last, 2)}",
    )
    return tag("dataValidations", one, count=1)


def styles(language: str) -> str:
    """styles.xml, in the order of the schema (CT_Stylesheet)."""
    face = "宋体" if language == "zh" else "Calibri"
    shown = 'yyyy"年"m"月"d"日"' if language == "zh" else "d mmm yyyy"
    font = (tag("sz", val=10.5), tag("name", val=face))
    fonts = [tag("font", *font), tag("font", tag("b"), *font)]
    fills = [tag("fill", tag("patternFill", patternType=kind)) for kind in ("none", "gray125")]
    fills += [tag("fill", _solid(colour)) for colour in _FILLS.values()]
    line = [
        tag(side, tag("color", rgb="FFA6A6A6"), style="thin") for side in ("left", "right", "top", "bottom")
    ]
    borders = [
        tag("border", *(tag(side) for side in ("left", "right", "top", "bottom"))),
        tag("border", *line),
    ]
    return HEAD + tag(
        "styleSheet",
        _counted("numFmts", [tag("numFmt", numFmtId=_DATE_FORMAT, formatCode=shown)]),
        _counted("fonts", fonts),
        _counted("fills", fills),
        _counted("borders", borders),
        _counted("cellStyleXfs", [tag("xf", numFmtId=0, fontId=0, fillId=0, borderId=0)]),
        _counted("cellXfs", _formats()),
        _counted("cellStyles", [tag("cellStyle", name="Normal", xfId=0, builtinId=0)]),
        xmlns=_MAIN,
    )


def _solid(colour: str) -> str:
    return tag("patternFill", tag("fgColor", rgb=colour), patternType="solid")


def _formats() -> list[str]:
    coloured = [_format(fill=_FIRST_FILL + place) for place in range(1, len(_FILLS))]
    return [_format(), _format(number=_DATE_FORMAT), _format(font=1, fill=_FIRST_FILL), *coloured]


def _format(number: int = 0, font: int = 0, fill: int = 0) -> str:
    aligned = tag("alignment", vertical="top", wrapText=1)
    applied = {"applyNumberFormat": 1, "applyFont": 1, "applyFill": 1, "applyBorder": 1, "applyAlignment": 1}
    return tag("xf", aligned, numFmtId=number, fontId=font, fillId=fill, borderId=1, xfId=0, **applied)


def _counted(name: str, children: list[str]) -> str:
    return tag(name, *children, count=len(children))
