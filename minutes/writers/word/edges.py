"""Headers and footers: the draft mark above, the page number below."""

from minutes.writers.word.shape import Look, Page
from minutes.writers.word.styles import fonts
from minutes.writers.xml import HEAD, NAMES, tag, text


def footer(page: Page, *, odd: bool) -> str:
    """The page number: -1- at the outer edge one character in (GB/T 9704-2012, 7.5), else in the middle."""
    place = "center" if not page.dashes else "right" if odd else "left"
    inset = {f"w_{place}Chars": 100, f"w_{place}": round(page.number_size * 20)} if page.dashes else {}
    size = round(page.number_size * 2)
    look = tag("w:rPr", fonts(page.number_font), tag("w:sz", w_val=size), tag("w:szCs", w_val=size))
    dash = tag("w:r", look, tag("w:t", "\u2014")) if page.dashes else ""
    number = tag("w:fldSimple", tag("w:r", look, tag("w:t", "1")), w_instr=" PAGE ")
    properties = tag("w:pPr", tag("w:snapToGrid", w_val=0), tag("w:ind", **inset), tag("w:jc", w_val=place))
    return HEAD + tag("w:ftr", tag("w:p", properties, dash, number, dash), **NAMES)


def header(look: Look, draft: str) -> str:
    """The draft mark, grey, at the right."""
    properties = tag("w:pPr", tag("w:snapToGrid", w_val=0), tag("w:jc", w_val="right"))
    grey = (tag("w:color", w_val="7F7F7F"), tag("w:sz", w_val=28), tag("w:szCs", w_val=28))
    letters = tag("w:rPr", fonts(look.default.font), tag("w:b"), *grey)
    return HEAD + tag("w:hdr", tag("w:p", properties, tag("w:r", letters, tag("w:t", text(draft)))), **NAMES)
