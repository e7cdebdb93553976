"""The looks: one for each profile and language, as data."""

from dataclasses import replace
from typing import Final

from minutes.writers.word.shape import Font, Level, Look, Page, Shape, mm

SONG: Final = Font("Times New Roman", "宋体")
HEI: Final = Font("Arial", "黑体")
KAI: Final = Font("Times New Roman", "楷体")
SERIF: Final = Font("Cambria", "宋体")
SANS: Final = Font("Calibri", "黑体")
GREY: Final = "595959"
INK: Final = "1F3864"

_READING: Final = Page(top=mm(25), bottom=mm(22), left=mm(26), right=mm(26), footer=mm(12))

_LISTS: Final = (Level("decimal", "%1.", "item"), Level("bullet", "\u2022", "bullet"))


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
        "caption": replace(plain, size=size - 1.5, align="center", colour=GREY),
        "source": replace(
            plain, size=size - 2, colour=GREY, before=360, align="left", above=(4, 6, "A6B1C2")
        ),
        "signature": replace(plain, before=480),
        "signed": replace(plain, before=120, align="right"),
    }


LOOKS: Final = {
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
