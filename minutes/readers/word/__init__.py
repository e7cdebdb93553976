"""Word files (.docx, .docm, .dotx): ISO/IEC 29500, transitional and strict."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from lxml import etree

from minutes.messages import say
from minutes.readers import errors
from minutes.readers.captions import is_caption
from minutes.readers.compose import Composed, blocks_of, check_size, without_publication
from minutes.readers.limits import LIMITS, Limits
from minutes.readers.normalise import Cleaner
from minutes.readers.notes import Notebook
from minutes.readers.origin import Origin
from minutes.readers.pictures import Album, is_stamped
from minutes.readers.pieces import Piece
from minutes.readers.word.apart import margins_of, notes_of, title_of
from minutes.readers.word.chunk import read_chunk
from minutes.readers.word.drawing import Keeper, Media
from minutes.readers.word.names import q
from minutes.readers.word.numbering import Numbering
from minutes.readers.word.package import Package, Relation
from minutes.readers.word.styles import Styles, paragraph_styles
from minutes.readers.word.tally import Tally
from minutes.readers.word.titles import with_title
from minutes.readers.word.walk import Walk
from minutes.report import Report

_TYPES: Final = {
    "macroEnabled": "application/vnd.ms-word.document.macroEnabled.12",
    "template": "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
}
_DOCUMENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_HEAD: Final = 20  # pieces from the title on among which lines of publication are looked for
_PHRASE: Final = 4  # characters of an alternative text that says something
# Alternative texts that Word itself makes up.
_MACHINE: Final = ("自动生成", "automatically generated", "AI-generated", "可能不正确")


def read_word(data: bytes, name: str, limits: Limits) -> Report:
    """The report in a Word file.

    Raises the `ReadError` that says what the container is instead, or where it is damaged.
    """
    package = Package(data, name, limits)
    main = package.main()
    relations = package.relations(main)
    root = package.tree(main)
    body = None if root is None else root.find(q("w:body"))
    if root is None or body is None:
        raise errors.NotWord(file=name, why=say("{part} has no text body", part=main))
    origin = Origin(name, data, _media_type(package), limits, Notebook())
    walk = _walk(package, relations, origin)
    _survey(package, relations, walk.tally)
    pieces = _in_order(walk, package, relations, body)
    if not any(piece.text for piece in pieces):
        return _wrapped(package, relations, walk.tally, origin)
    return _report(pieces, walk, package, relations, origin, root)


def _wrapped(package: Package, relations: dict[str, Relation], tally: Tally, origin: Origin) -> Report:
    """The report of a document that is but the wrapping of a page."""
    found = [relations[one] for one in tally.chunks if one in relations]
    report = read_chunk(package, found[0], origin) if found else None
    if report is None:
        raise errors.NoText(file=origin.name)
    return report


def _media_type(package: Package) -> str:
    return next((kind for word, kind in _TYPES.items() if word in package.kind), _DOCUMENT)


def _walk(package: Package, relations: dict[str, Relation], origin: Origin) -> Walk:
    styles = Styles(_of_kind(package, relations, "styles", paragraph_styles))
    numbering = Numbering(_of_kind(package, relations, "numbering"), styles.number_of)
    return Walk(styles, numbering, relations, Tally(), origin.notebook.cleaner, origin.name, origin.limits)


def _of_kind(
    package: Package, relations: dict[str, Relation], kind: str, trim: Callable[[bytes], bytes] = bytes
) -> etree._Element | None:
    part = next((one.target for one in relations.values() if one.kind == kind and not one.external), "")
    return package.tree(part, trim) if part else None


def _survey(package: Package, relations: dict[str, Relation], tally: Tally) -> None:
    """Counts what the package holds beside the text: targets outside it, gaps, macros. Nothing of it is opened."""
    settings = next((one.target for one in relations.values() if one.kind == "settings"), "")
    every = [*relations.values(), *(package.relations(settings) if settings else {}).values()]
    for one in every:
        if one.external and one.kind != "hyperlink":
            tally.external[one.target] = None
        elif not one.external and not package.has(one.target):
            tally.dangling += 1
    tally.outside = package.outside
    tally.macros = any(name.endswith("vbaproject.bin") for name in package.members)
    tally.strict = package.strict


def _in_order(
    walk: Walk, package: Package, relations: dict[str, Relation], body: etree._Element
) -> list[Piece]:
    """The pieces of the text under its title, the notes last."""
    pieces = with_title(walk.pieces(body), walk.cleaner)
    return [*_with_alternatives(pieces, walk.cleaner), *notes_of(walk, package, relations)]


def _with_alternatives(pieces: Iterable[Piece], cleaner: Cleaner) -> Iterator[Piece]:
    """The pieces; a picture without a caption has the words its author wrote for those who cannot see it."""
    held: Piece | None = None
    for piece in pieces:
        if (
            held is not None
            and (words := _words(held, cleaner))
            and not is_caption(piece, under_picture=True)
        ):
            yield Piece("caption", words)
        held = piece if piece.kind == "picture" else None
        yield piece
    if held is not None and (words := _words(held, cleaner)):
        yield Piece("caption", words)


def _words(picture: Piece, cleaner: Cleaner) -> str:
    """The alternative text of a picture, unless it is a program's, a file's name or a single word."""
    text = cleaner.line((picture.picture or {}).get("alt", ""))
    made_up = any(word in text for word in _MACHINE) or is_stamped(text) or "://" in text
    short = len(text) < _PHRASE or (text.isascii() and " " not in text)
    return "" if made_up or short or len(text) > LIMITS.title else text


def _report(
    pieces: list[Piece],
    walk: Walk,
    package: Package,
    relations: dict[str, Relation],
    origin: Origin,
    root: etree._Element,
) -> Report:
    media = Media(package, relations)
    album = Album(origin.limits, origin.notebook, inside=media)
    composed = Composed(furniture=list(margins_of(walk, package, relations, root)))
    body = _without_publication(pieces, composed, origin)
    blocks = blocks_of(body, Keeper(album, media).keep)
    check_size(blocks, origin.name, origin.limits)
    heading = title_of(package, origin.facts, walk.cleaner)
    walk.tally.tell(origin.notebook)
    furniture = list(dict.fromkeys([*composed.furniture, *walk.tally.contents]))[: origin.limits.furniture]
    links = tuple(relations[one].target for one in walk.tally.links if one in relations)
    return origin.report(blocks, album, heading=heading, furniture=furniture, links=links)


def _without_publication(pieces: list[Piece], composed: Composed, origin: Origin) -> list[Piece]:
    """The pieces without publish lines under the title; what stands above it is text in a Word file."""
    title = next((place for place, piece in enumerate(pieces) if piece.title), 0)
    head = pieces[title : title + _HEAD]
    kept = without_publication(head, composed, origin.facts, origin.limits)
    return [*pieces[:title], *kept, *pieces[title + _HEAD :]]
