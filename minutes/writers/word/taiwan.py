"""The looks with the typefaces of Taiwan: those of the mainland have no traditional characters, and papers there are set in Kai."""

from typing import Final

from msgspec.structs import replace

from minutes.writers.word.shape import Font, Look
from minutes.writers.words import TAIWAN

_FACES: Final = {
    "仿宋": "標楷體",
    "楷体": "標楷體",
    "方正小标宋简体": "標楷體",
    "宋体": "新細明體",
    "黑体": "微軟正黑體",
}


def taiwanese(look: Look) -> Look:
    """The look for a document in traditional characters."""
    shapes = {name: replace(shape, font=_face(shape.font)) for name, shape in look.shapes.items()}
    return replace(
        look,
        east_asian=TAIWAN,
        default=replace(look.default, font=_face(look.default.font)),
        shapes=shapes,
        page=replace(look.page, number_font=_face(look.page.number_font)),
        strong=_face(look.strong) if look.strong else None,
    )


def _face(font: Font) -> Font:
    return replace(font, chinese=_FACES.get(font.chinese, font.chinese))
