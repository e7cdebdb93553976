"""What the readers of pages and texts produce before it is put in order: pieces, some of them pictures."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from archive.record import Cell


class Piece(msgspec.Struct, frozen=True):
    """A block to be, or the place of a picture."""

    kind: Literal["heading", "paragraph", "item", "table", "caption", "picture"]
    text: str = ""
    level: int | None = None
    label: str | None = None
    cells: tuple[Cell, ...] = ()
    title: bool = False  # the report's own title
    centred: bool = False
    picture: Mapping[str, str] | None = None  # attributes of a picture: src, alt, title ...
