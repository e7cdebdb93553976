"""The looks: one for each profile and language, as data."""

from typing import Final

from msgspec.structs import replace

from minutes.writers.paper import Paper
from minutes.writers.word.shape import Font, Level, Look, Page, Shape, mm

SONG: Final = Font("Times New Roman", "宋体")
HEI: Final = Font("Arial", "黑体")
KAI: Final = Font("Times New Roman", "楷体")
ROMAN: Final = Font("Times New Roman", "宋体")
SERIF: Final = Font("Cambria", "宋体")
SANS: Final = Font("Calibri", "黑体")
GREY: Final = "595959"
INK: Final = "1F3864"

_READING: Final = Page(top=mm(25), bottom=mm(22), left=mm(26), right=mm(26), footer=mm(12))

_READING_WIDTH: Final = _READING.width - _READING.left - _READING.right
_WIDE: Final = replace(
    _READING, width=mm(297), height=mm(210), left=mm(18), right=mm(18), top=mm(20), bottom=mm(18)
)

_LISTS: Final = (Level("decimal", "%1.", "item"), Level("bullet", "\u2022", "bullet"))


XIAO_BIAO_SONG: Final = Font("Times New Roman", "方正小标宋简体")
FANG_SONG: Final = Font("Times New Roman", "仿宋")
SIMPLE_HEI: Final = Font("Times New Roman", "黑体")
RED: Final = "FF0000"

LINE: Final = 579  # 22 lines on 225 mm (GB/T 9704-2012, 5.2.3)
TIGHT: Final = (
    -5
)  # 28 characters of 16 pt on 156 mm, in twips; w:charSpace makes LibreOffice write 14 (GENRE 1.1)
WIDTH: Final = mm(156)
SIGN_HERE: Final = mm(110)
MARK: Final = 42  # pt
SMALLEST_MARK: Final = 22  # pt, as the title; a longer name takes two lines

_OFFICIAL: Final = Page(
    top=mm(37),
    bottom=mm(35),
    left=mm(28),
    right=mm(26),
    footer=mm(25),
    line_pitch=LINE,
    dashes=True,
    number_font=SONG,
    number_size=14,
)


def _official() -> dict[str, Shape]:
    """The shapes of GB/T 9704-2012: clause 7 for the parts, 10.3 for minutes."""
    body = Shape(FANG_SONG, 16, tight=TIGHT, pitch=LINE, first=2, align="both")
    level = replace(body, align="left", keep_next=True)
    small = Shape(FANG_SONG, 14, pitch=LINE, left=1, right=1)
    ruler = (12, 11, RED)  # 11 pt are 4 mm (7.2.7)
    ends = ((WIDTH - 280, "right", "none"),)
    issuer = Shape(FANG_SONG, 16, pitch=LINE, below=ruler, tabs=((WIDTH, "right", "none"),))
    return {
        "mark": Shape(
            XIAO_BIAO_SONG, MARK, colour=RED, align="center", before=mm(35), pitch=MARK * 20, on_grid=False
        ),
        "number": Shape(FANG_SONG, 16, align="center", before=2 * LINE, pitch=LINE),
        "ruled": Shape(FANG_SONG, 16, align="center", before=2 * LINE, pitch=LINE, below=ruler),
        "issuer": issuer,
        "alone": replace(issuer, before=2 * LINE),
        "title": Shape(
            XIAO_BIAO_SONG,
            22,
            align="center",
            before=2 * LINE,
            after=LINE,
            pitch=LINE,
            keep_next=True,
            on_grid=False,
        ),
        "heading1": replace(level, font=SIMPLE_HEI, outline=1, numbered=0),
        "item": replace(body, font=KAI, numbered=1),
        "heading3": replace(level, outline=3, numbered=2),
        "heading4": replace(level, outline=4, numbered=3),
        "body": body,
        "attendance": replace(body, first=0, left=5, hanging=3, before=LINE, together=True),
        "note": body,
        "copies": replace(small, left=4, hanging=3),
        "printed": replace(small, tabs=ends),
        "imprint": replace(small, tabs=ends),
    }


_OFFICIAL_LEVELS: Final = (
    Level("chineseCounting", "%1\u3001", "heading1"),
    Level("chineseCounting", "\uff08%2\uff09", "item"),
    Level("decimal", "%3.", "heading3"),
    Level("decimal", "\uff08%4\uff09", "heading4"),
)


def _reading(text: Font, head: Font, size: float) -> dict[str, Shape]:
    """Shapes for reading on a screen or a desk."""
    plain = Shape(text, size, after=120, align="both")
    headed = Shape(head, bold=True, colour=INK, keep_next=True)
    return {
        "title": Shape(head, 20, bold=True, colour=INK, after=240, keep_next=True, outline=None),
        "subtitle": Shape(text, size, colour=GREY, after=240),
        "heading1": replace(headed, size=14, before=320, after=120, outline=1, below=(4, 2, "A6B1C2")),
        "heading2": replace(headed, size=size + 0.5, before=200, after=60, outline=2),
        "heading3": replace(headed, size=size, before=160, after=60, outline=3, colour=None),
        "fact": Shape(text, size, after=40, left=3, hanging=3),
        "attendance": Shape(text, size, after=40, left=3, hanging=3),
        "body": plain,
        "item": replace(plain, left=2, hanging=2, numbered=0, after=80),
        "bullet": replace(plain, left=2, hanging=2, numbered=1, after=60),
        "note": replace(plain, left=2, colour=GREY, after=100),
        "picture": Shape(text, size, before=120, after=60, align="center", keep_next=True, single=True),
        "caption": replace(plain, size=size - 1.5, align="center", colour=GREY),
        "source": replace(
            plain, size=size - 2, colour=GREY, before=360, align="left", above=(4, 6, "A6B1C2")
        ),
        "signature": replace(plain, before=480, keep_next=True),
        "signed": replace(plain, before=120, align="right"),
    }


def _record() -> dict[str, Shape]:
    """A record of a meeting: plain, for binding and signing."""
    body = Shape(FANG_SONG, 14, first=2, align="both")
    line = Shape(FANG_SONG, 14, left=3, hanging=3)
    item = Shape(FANG_SONG, 14, left=2, hanging=2, align="both")
    return {
        "title": Shape(XIAO_BIAO_SONG, 22, align="center", after=320, keep_next=True),
        "heading1": Shape(SIMPLE_HEI, 14, before=200, after=60, keep_next=True, outline=1),
        "fact": line,
        "attendance": line,
        "body": body,
        "item": replace(item, numbered=0),
        "bullet": replace(item, numbered=1),
        "note": Shape(FANG_SONG, 14, left=2, align="both"),
        "signature": Shape(
            FANG_SONG, 14, before=480, keep_next=True, tabs=((SIGN_HERE, "left", "underscore"),)
        ),
    }


def _english() -> dict[str, Shape]:
    """Formal English minutes."""
    plain = Shape(ROMAN, 11, after=100)
    fact = Shape(ROMAN, 11, after=40, left=12, hanging=12)
    return {
        "title": Shape(ROMAN, 16, bold=True, align="center", after=60, keep_next=True),
        "subtitle": Shape(ROMAN, 11, align="center", after=240),
        "heading1": Shape(ROMAN, 12, bold=True, before=240, after=80, keep_next=True, outline=1),
        "heading2": Shape(ROMAN, 11, bold=True, before=160, after=60, keep_next=True, outline=2),
        "fact": fact,
        "attendance": fact,
        "body": plain,
        "item": replace(plain, left=2, hanging=2, numbered=0),
        "bullet": replace(plain, left=2, hanging=2, numbered=1),
        "note": replace(plain, left=2),
        "signature": replace(
            plain,
            before=440,
            left=18,
            hanging=18,
            keep_next=True,
            tabs=((SIGN_HERE, "left", "underscore"),),
        ),
        "signed": replace(plain, left=18, hanging=18, keep_next=True),
    }


def _minute_numbers() -> dict[str, Shape]:
    english = _english()
    return {
        "heading1": replace(english["heading1"], left=4, hanging=4, numbered=0),
        "item": replace(english["item"], left=4, hanging=4, numbered=1),
    }


def _bound(shapes: dict[str, Shape]) -> dict[str, Shape]:
    """A volume: chapters take the place of the first headings."""
    chapter = replace(shapes["title"], size=18, outline=1, new_page=True)
    contents = replace(shapes["body"], align="left", after=60, tabs=((_READING_WIDTH, "right", "dot"),))
    rest = {key: shape for key, shape in shapes.items() if key != "heading1"}
    return {
        **rest,
        "chapter": chapter,
        "contents": contents,
        "title": replace(shapes["title"], before=2400, align="center"),
    }


LOOKS: Final = {
    "jiyao": Look(
        language="en-US",
        default=Shape(FANG_SONG, 16),
        shapes=_official(),
        levels=_OFFICIAL_LEVELS,
        page=_OFFICIAL,
        strong=SIMPLE_HEI,
        title_room=20,  # 156 mm hold 20 characters of 22 pt
    ),
    "jilu": Look(
        language="en-US",
        default=Shape(FANG_SONG, 14),
        shapes=_record(),
        levels=_LISTS,
        page=_READING,
        line=360,
        strong=SIMPLE_HEI,
        title_room=20,
        cell=12,
    ),
    "minutes": Look(
        language="en-US",
        default=Shape(ROMAN, 11),
        shapes=_english(),
        levels=_LISTS,
        page=_READING,
        line=276,
        chinese=False,
        cell=10,
    ),
    "uk": Look(
        language="en-GB",
        default=Shape(ROMAN, 11),
        shapes={**_english(), **_minute_numbers()},
        levels=(Level("decimal", "%1.", "heading1"), Level("decimal", "%1.%2", "item")),
        page=_READING,
        line=276,
        chinese=False,
        cell=10,
    ),
    "register-zh": Look(
        language="en-US",
        default=Shape(SONG, 12),
        shapes=_reading(SONG, HEI, 12),
        levels=_LISTS,
        page=_WIDE,
        line=300,
        cell=10,
    ),
    "register-en": Look(
        language="en-GB",
        default=Shape(SERIF, 11),
        shapes=_reading(SERIF, SANS, 11),
        levels=_LISTS,
        page=_WIDE,
        line=276,
        chinese=False,
        cell=9,
    ),
    "report-zh": Look(
        language="en-US",
        default=Shape(SONG, 12),
        shapes=_reading(SONG, HEI, 12),
        levels=_LISTS,
        page=_READING,
        line=360,
    ),
    "report-en": Look(
        language="en-GB",
        default=Shape(SERIF, 11),
        shapes={
            **_reading(SERIF, SANS, 11),
            "fact": Shape(SERIF, 11, after=40, left=11, hanging=11),
            "attendance": Shape(SERIF, 11, after=40, left=11, hanging=11),
        },
        levels=_LISTS,
        page=_READING,
        line=290,
        chinese=False,
        cell=10,
    ),
}


def fitted(look: Look, paper: Paper) -> Look:
    """The look with an issuing mark that fits on one line: its size is the issuer's choice (10.3)."""
    marks = (line.text for line in paper.lines() if line.style == "mark")
    longest = max(
        (len(text) for text in marks if "{{" not in text), default=0
    )  # a template's is filled later
    room = WIDTH / 20  # pt
    size = room // max(longest, 1)
    if "mark" not in look.shapes or size >= look.shapes["mark"].size:
        return look
    size = max(size, SMALLEST_MARK)
    smaller = replace(look.shapes["mark"], size=size, pitch=round(size * 20))
    return replace(look, shapes={**look.shapes, "mark": smaller})


LOOKS["volume-zh"] = replace(LOOKS["report-zh"], shapes=_bound(LOOKS["report-zh"].shapes))
LOOKS["volume-en"] = replace(LOOKS["report-en"], shapes=_bound(LOOKS["report-en"].shapes))
