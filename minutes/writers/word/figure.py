"""A picture in the text (DrawingML, ECMA-376 part 1, 20.4): never larger than the type area, never blown up, with words for the blind."""

from typing import Final

from minutes.writers.pictures import Image
from minutes.writers.word.shape import Page
from minutes.writers.word.styles import STYLE_NAMES
from minutes.writers.xml import tag

_TWIP: Final = 635  # a twip in EMU
_PIXEL: Final = 9525  # a pixel at 96 to the inch
_HIGHEST: Final = 0.6  # of the type area: its caption and some text stand on the same page
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/"
_LONGEST: Final = 1000  # characters of the words that are read aloud


def figure(image: Image, page: Page, number: int, target: str, says: str) -> str:
    """The paragraph that shows the picture; `number` is its own in the document, `target` its relationship."""
    width, height = fitted(image, page)
    size = {"cx": width, "cy": height}
    inline = tag(
        "wp:inline",
        tag("wp:extent", **size),
        tag("wp:docPr", **_named(number, says)),
        tag("wp:cNvGraphicFramePr", tag("a:graphicFrameLocks", noChangeAspect=1, xmlns_a=_DRAWING + "main")),
        tag("a:graphic", _data(size, number, target, says), xmlns_a=_DRAWING + "main"),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
        xmlns_wp=_DRAWING + "wordprocessingDrawing",
    )
    style = tag("w:pPr", tag("w:pStyle", w_val=STYLE_NAMES["picture"][0]))
    return tag("w:p", style, tag("w:r", tag("w:drawing", inline)))


def _named(number: int, says: str) -> dict[str, str | int]:
    return {"id": number, "name": f"Picture {number}", "descr": says[:_LONGEST]}


def _data(size: dict[str, int], number: int, target: str, says: str) -> str:
    picture = tag(
        "pic:pic",
        tag("pic:nvPicPr", tag("pic:cNvPr", **_named(number, says)), tag("pic:cNvPicPr")),
        tag("pic:blipFill", tag("a:blip", r_embed=target), tag("a:stretch", tag("a:fillRect"))),
        tag(
            "pic:spPr",
            tag("a:xfrm", tag("a:off", x=0, y=0), tag("a:ext", **size)),
            tag("a:prstGeom", tag("a:avLst"), prst="rect"),
        ),
        xmlns_pic=_DRAWING + "picture",
    )
    return tag("a:graphicData", picture, uri=_DRAWING + "picture")


def fitted(image: Image, page: Page) -> tuple[int, int]:
    """Width and height in EMU: those of the pixels, shrunk to the type area where they are larger."""
    width, height = image.width * _PIXEL, image.height * _PIXEL
    room = (page.width - page.left - page.right) * _TWIP
    high = round((page.height - page.top - page.bottom) * _TWIP * _HIGHEST)
    scale = min(1.0, room / width, high / height)
    return max(round(width * scale), 1), max(round(height * scale), 1)
